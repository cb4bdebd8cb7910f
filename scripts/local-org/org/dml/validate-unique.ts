/** Unique fields: against the saved rows, and among the rows of one save. Runs when ids are known, since the words name one. */
import type { OrgDatabase } from '../../database/index.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { rowErrors } from './row-error.ts';
import { fail, isAlive, type SaveRow } from './save-row.ts';

export function validateUnique(database: OrgDatabase, object: ObjectDescribe, rows: readonly SaveRow[]): void {
  for (const field of object.fields) {
    const isKey = field.isUnique || (object.name === 'User' && field.name === 'Username');
    if (!isKey || field.name === 'Id' || field.isAutoNumber) continue;
    checkField(
      database,
      object,
      field,
      rows.filter((row) => isAlive(row) && hasNewValue(field, row)),
    );
  }
}

function hasNewValue(field: FieldDescribe, row: SaveRow): boolean {
  const value = row.values[field.index];
  return value !== undefined && value !== null && (row.old === undefined || row.old[field.index] !== value);
}

function checkField(
  database: OrgDatabase,
  object: ObjectDescribe,
  field: FieldDescribe,
  rows: readonly SaveRow[],
): void {
  if (rows.length === 0) return;
  const keys = rows.map((row) => database.keyOf(field, row.values[field.index]));
  const savedByKey = new Map<unknown, string>();
  const moving = new Set(rows.map((row) => row.id));
  for (const match of database.findByField(
    object,
    field,
    rows.map((row) => row.values[field.index]),
  )) {
    if (!moving.has(match.id)) savedByKey.set(fold(field, match.key), match.id);
  }
  rows.forEach((row, at) => {
    const key = fold(field, keys[at]);
    const existing = savedByKey.get(key);
    if (existing !== undefined && existing !== row.id)
      fail(
        row,
        object.name === 'User' ? rowErrors.duplicateUsername() : rowErrors.duplicateValue(field, existing.slice(0, 15)),
      );
    else savedByKey.set(key, row.id!);
  });
}

function fold(field: FieldDescribe, key: unknown): unknown {
  return typeof key === 'string' && !field.isCaseSensitive ? key.toLowerCase() : key;
}
