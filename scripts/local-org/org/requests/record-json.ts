/** A record as JSON: `attributes` first, then what the query selected in its order, parents nested, child lists as results. */
import type { SoqlFieldPath, SoqlQuery, SoqlSubquery } from '../../apex/ast.ts';
import { ApexList } from '../../library/core/apex-list.ts';
import { SObjectRecord } from '../../library/core/sobject-record.ts';
import { valueToJson } from '../engine/field-json.ts';
import type { Schema } from '../../metadata/schema.ts';
import type { JsonRecord } from '../local-org.ts';

const API_PATH = '/services/data/v67.0/sobjects';

/** Without a query: all that is set. */
export function recordJson(schema: Schema, record: SObjectRecord, query?: SoqlQuery): JsonRecord {
  const json: JsonRecord = { attributes: attributesOf(schema, record) };
  const isExplicit =
    query !== undefined &&
    query.select.every((item) => item.kind === 'SoqlSelectField' || item.kind === 'SoqlSubquery') &&
    query.groupBy === undefined;
  if (!isExplicit) return Object.assign(json, populatedJson(schema, record));
  for (const item of query.select) {
    if (item.kind === 'SoqlSelectField')
      addPath(
        schema,
        json,
        record,
        item.path.names.map((name) => name.name),
        query,
      );
    else if (item.kind === 'SoqlSubquery') addChildren(schema, json, record, item);
  }
  return json;
}

function attributesOf(schema: Schema, record: SObjectRecord): JsonRecord {
  // What stands behind a polymorphic lookup is told by its id.
  const target = record.object.name === 'Name' ? schema.objectByPrefix(record.id?.slice(0, 3) ?? '') : undefined;
  const { name } = target ?? record.object;
  return record.id === null ? { type: name } : { type: name, url: `${API_PATH}/${name}/${record.id}` };
}

function populatedJson(schema: Schema, record: SObjectRecord): JsonRecord {
  const json: JsonRecord = {};
  for (const [name, value] of record.populated()) {
    if (value instanceof SObjectRecord) json[name] = recordJson(schema, value);
    else if (value instanceof ApexList) json[name] = listJson(schema, value);
    else json[name] = valueToJson(value);
  }
  return json;
}

function addPath(
  schema: Schema,
  json: JsonRecord,
  record: SObjectRecord,
  path: readonly string[],
  query: SoqlQuery,
): void {
  const names = withoutAlias(record, path, query);
  let place = json;
  let current = record;
  for (const name of names.slice(0, -1)) {
    const lookup = current.object.parentByName.get(name.toLowerCase());
    const key = lookup?.relationshipName ?? name;
    const parent = current.parents?.get(name.toLowerCase()) ?? null;
    if (parent === null) {
      place[key] ??= null;
      return;
    }
    place = (place[key] ??= { attributes: attributesOf(schema, parent) }) as JsonRecord;
    current = parent;
  }
  const last = names.at(-1)!;
  const field = current.object.fieldByName.get(last.toLowerCase());
  if (field !== undefined) place[field.name] = valueToJson(current.slots[field.index]);
}

/** `SELECT l.Name FROM Lead l`, `SELECT Lead.Name FROM Lead`. */
function withoutAlias(record: SObjectRecord, path: readonly string[], query: SoqlQuery): readonly string[] {
  const [first = ''] = path;
  if (path.length < 2 || record.object.parentByName.has(first.toLowerCase())) return path;
  const from = query.from[0];
  const isPrefix =
    from?.alias?.name.toLowerCase() === first.toLowerCase() || record.object.name.toLowerCase() === first.toLowerCase();
  return isPrefix ? path.slice(1) : path;
}

function addChildren(schema: Schema, json: JsonRecord, record: SObjectRecord, item: SoqlSubquery): void {
  const relationship = relationshipName(item.query.from[0]!.path);
  const declared =
    record.object.childRelationships.find((child) => child.name?.toLowerCase() === relationship.toLowerCase())?.name ??
    relationship;
  const list = record.children?.get(relationship.toLowerCase());
  json[declared] = list === undefined || list.items.length === 0 ? null : listJson(schema, list, item.query);
}

function relationshipName(path: SoqlFieldPath): string {
  return path.names.at(-1)!.name;
}

function listJson(schema: Schema, list: ApexList, query?: SoqlQuery): JsonRecord {
  return {
    totalSize: list.items.length,
    done: true,
    records: list.items.map((record) => recordJson(schema, record as SObjectRecord, query)),
  };
}
