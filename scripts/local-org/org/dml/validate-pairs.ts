/** Rows that may be there once for each pair of values: assignments, memberships, grants, settings of one owner. */
import type { OrgDatabase } from '../../database/index.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { rowError } from './row-error.ts';
import { fail, isAlive, type SaveRow } from './save-row.ts';

const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  PermissionSetAssignment: ['AssigneeId', 'PermissionSetId'],
  GroupMember: ['GroupId', 'UserOrGroupId'],
  SetupEntityAccess: ['ParentId', 'SetupEntityId'],
  ObjectPermissions: ['ParentId', 'SobjectType'],
  FieldPermissions: ['ParentId', 'Field'],
  QueueSobject: ['QueueId', 'SobjectType'],
};

export function validatePairs(database: OrgDatabase, object: ObjectDescribe, rows: readonly SaveRow[]): void {
  const names = object.kind === 'hierarchy-setting' ? (['SetupOwnerId', 'SetupOwnerId'] as const) : PAIRS[object.name];
  if (names === undefined) return;
  const [first, second] = names.map((name) => object.fieldByName.get(name.toLowerCase())!);
  const seen = new Map<string, string>();
  for (const row of rows) {
    if (!isAlive(row)) continue;
    const key = `${String(row.values[first!.index])}#${String(row.values[second!.index])}`.toLowerCase();
    const ids = database.findByField(object, first!, [row.values[first!.index]]).map((match) => match.id);
    const saved = database.read(object, ids, { fields: [second!] });
    const existing =
      seen.get(key) ??
      ids.find(
        (id) =>
          id !== row.id &&
          String(saved.get(id)?.[second!.index]).toLowerCase() === String(row.values[second!.index]).toLowerCase(),
      );
    if (existing === undefined) seen.set(key, row.id!);
    else if (existing !== row.id)
      fail(row, duplicate(object, first!.name, second!.name, row, existing, [first!.index, second!.index]));
  }
}

function duplicate(
  object: ObjectDescribe,
  first: string,
  second: string,
  row: SaveRow,
  existing: string,
  at: readonly number[],
): ReturnType<typeof rowError> {
  if (object.name === 'PermissionSetAssignment') {
    return rowError(
      'DUPLICATE_VALUE',
      `Duplicate PermissionSetAssignment. Assignee: ${String(row.values[at[0]!])}; Permission Set: ${String(row.values[at[1]!])}`,
      [first, second],
    );
  }
  return rowError(
    'DUPLICATE_VALUE',
    `duplicate value found: ${first === second ? first : `${first}, ${second}`} duplicates value on record with id: ${existing.slice(0, 15)}`,
  );
}
