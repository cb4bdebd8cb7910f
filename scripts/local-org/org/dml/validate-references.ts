/** Checks that lookups point at records that exist, of the right object: all rows of a chunk with one read per object. */
import type { OrgDatabase } from '../../database/index.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from '../../metadata/schema.ts';
import { STANDARD_PRICEBOOK_ID } from '../../library/standard-ids.ts';
import { rowErrors } from './row-error.ts';
import { fail, type SaveRow } from './save-row.ts';

interface Reference {
  readonly row: SaveRow;
  readonly field: FieldDescribe;
  readonly id: string;
}

export function validateReferences(
  database: OrgDatabase,
  schema: Schema,
  object: ObjectDescribe,
  rows: readonly SaveRow[],
): void {
  const byTarget = new Map<ObjectDescribe, Reference[]>();
  for (const field of object.fields) {
    if (field.type !== 'REFERENCE' || field.referenceTo.length === 0) continue;
    for (const row of rows) collect(schema, field, row, byTarget);
  }
  for (const [target, references] of byTarget) {
    const ids = [...new Set(references.map((reference) => reference.id))];
    const idField = target.fieldByName.get('id')!;
    const alive = database.read(target, ids, { fields: [idField] });
    const missing = references.filter((reference) => !alive.has(reference.id));
    if (missing.length > 0) report(database, target, idField, missing);
  }
}

function collect(schema: Schema, field: FieldDescribe, row: SaveRow, byTarget: Map<ObjectDescribe, Reference[]>): void {
  const id = row.values[field.index];
  // The standard price book is there in every test, though no query finds it (Apex Developer Guide, "getStandardPricebookId").
  if (id === STANDARD_PRICEBOOK_ID) return;
  if (typeof id !== 'string' || (row.old !== undefined && row.old[field.index] === id)) return;
  const target = schema.objectByPrefix(id.slice(0, 3));
  if (target === undefined || !accepts(field, target)) {
    fail(row, rowErrors.badId(field, id));
    return;
  }
  const list = byTarget.get(target);
  if (list === undefined) byTarget.set(target, [{ row, field, id }]);
  else list.push({ row, field, id });
}

function accepts(field: FieldDescribe, target: ObjectDescribe): boolean {
  return field.referenceTo.some(
    (name) => name.toLowerCase() === target.name.toLowerCase() || name === 'Name' || name === 'SObject',
  );
}

function report(
  database: OrgDatabase,
  target: ObjectDescribe,
  idField: FieldDescribe,
  missing: readonly Reference[],
): void {
  const inBin = database.read(
    target,
    missing.map((reference) => reference.id),
    { fields: [idField], includeDeleted: true },
  );
  for (const { row, field, id } of missing) {
    fail(row, inBin.has(id) ? rowErrors.deleted() : rowErrors.invalidCrossReference([field.name]));
  }
}
