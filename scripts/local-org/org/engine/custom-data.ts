/** Custom settings and custom metadata as Apex reads them without SOQL: no query is counted. */
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { RowValues } from '../../database/index.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import type { OrgEngine } from './org-engine.ts';

/**
 * `org`: the organization's own values. `values`: those of exactly one owner (or, for a list setting, one name).
 * `instance`: user over profile over organization, field by field; an empty record where there is nothing.
 */
export function customSetting(
  engine: OrgEngine,
  objectName: string,
  level: 'org' | 'instance' | 'values',
  ownerOrName?: string,
): SObjectRecord | null {
  const object = engine.rows.object(objectName);
  if (object.kind === 'setting') return listSetting(engine, object, ownerOrName ?? '');
  const { user } = engine.transaction;
  const { organizationId } = engine.birth;
  if (level === 'org') return owned(engine, object, organizationId) ?? empty(engine, object, organizationId);
  if (level === 'values') return owned(engine, object, ownerOrName ?? user.id);
  const owner = ownerOrName ?? user.id;
  const chain = owner.startsWith('00e')
    ? [owner, organizationId]
    : owner.startsWith('00D')
      ? [owner]
      : [owner, engine.users.byId(owner)?.profileId ?? '', organizationId];
  return merged(engine, object, chain);
}

function listSetting(engine: OrgEngine, object: ObjectDescribe, name: string): SObjectRecord | null {
  const field = object.fieldByName.get('name')!;
  const [match] = engine.database.findByField(object, field, [name]);
  const values = match === undefined ? [] : [...engine.database.read(object, [match.id]).values()];
  return records(engine, object, values)[0] ?? null;
}

function owned(engine: OrgEngine, object: ObjectDescribe, ownerId: string): SObjectRecord | null {
  const values = kept(engine, `${object.name} of ${ownerId}`, () => {
    const [match] = engine.database.findByField(object, object.fieldByName.get('setupownerid')!, [ownerId]);
    return match === undefined ? [] : [...engine.database.read(object, [match.id]).values()];
  });
  return records(engine, object, values)[0] ?? null;
}

function empty(engine: OrgEngine, object: ObjectDescribe, ownerId: string): SObjectRecord {
  const slots = new Array<unknown>(object.fields.length).fill(null);
  for (const field of object.fields) {
    if (field.type === 'BOOLEAN') slots[field.index] = false;
    if (field.isCustom && field.defaultValue !== undefined)
      slots[field.index] = engine.host.saves.defaultValue(object, field) ?? slots[field.index];
  }
  slots[object.fieldByName.get('setupownerid')!.index] = ownerId;
  return engine.newRecord(object, slots);
}

function merged(engine: OrgEngine, object: ObjectDescribe, owners: readonly string[]): SObjectRecord {
  const found = owners.map((owner) => owned(engine, object, owner)).filter((record) => record !== null);
  const [nearest, ...others] = found;
  const [owner] = owners as [string];
  if (nearest === undefined) return empty(engine, object, owner);
  const slots = [...nearest.slots];
  const ownerIndex = object.fieldByName.get('setupownerid')!.index;
  // What is only inherited is a new record of this owner: inserting it makes the owner's own.
  if (slots[ownerIndex] !== owner) {
    slots[ownerIndex] = owner;
    for (const { index, isCustom } of object.fields) if (!isCustom && index !== ownerIndex) slots[index] = null;
  }
  for (const record of others) {
    for (const field of object.fields) {
      if (field.isCustom && (slots[field.index] ?? null) === null) slots[field.index] = record.slots[field.index];
    }
  }
  return engine.newRecord(object, slots);
}

export function customSettings(engine: OrgEngine, objectName: string): SObjectRecord[] {
  const object = engine.rows.object(objectName);
  return records(engine, object, allValues(engine, object));
}

/** In the order of their names. */
export function customMetadata(engine: OrgEngine, objectName: string): SObjectRecord[] {
  const object = engine.rows.object(objectName);
  const at = object.fieldByName.get('developername')!.index;
  const nameOf = (values: RowValues): string => String(values[at]).toLowerCase();
  const sorted = kept(engine, `${object.name} by name`, () =>
    [...allValues(engine, object)].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  );
  return records(engine, object, sorted);
}

function allValues(engine: OrgEngine, object: ObjectDescribe): readonly RowValues[] {
  return kept(engine, object.name, () => {
    const ids = engine.database.allIds(object);
    const found = engine.database.read(object, ids);
    return ids.map((id) => found.get(id)).filter((row) => row !== undefined);
  });
}

/** Each caller gets records of its own: a program may change them. */
function records(engine: OrgEngine, object: ObjectDescribe, rows: readonly RowValues[]): SObjectRecord[] {
  return rows.map((row) => {
    const values = [...row];
    engine.host.saves.computeFormulas(object, values);
    return engine.newRecord(object, values);
  });
}

interface Kept {
  revision: number;
  schema: unknown;
  readonly rows: Map<string, readonly RowValues[]>;
}

const keptRows = new WeakMap<OrgEngine, Kept>();

/** Every transaction reads the same few rows: they are kept until set-up data changes or another schema is deployed. */
function kept(engine: OrgEngine, key: string, read: () => readonly RowValues[]): readonly RowValues[] {
  const revision = engine.database.setupRevision;
  let memory = keptRows.get(engine);
  if (memory === undefined || memory.revision !== revision || memory.schema !== engine.schema) {
    memory = { revision, schema: engine.schema, rows: new Map() };
    keptRows.set(engine, memory);
  }
  let rows = memory.rows.get(key);
  if (rows === undefined) memory.rows.set(key, (rows = read()));
  return rows;
}
