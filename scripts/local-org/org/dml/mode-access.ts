/** User mode: object permissions first, then each populated field's, before anything runs (Apex Developer Guide, "Enforce User Mode"). */
import type { DmlOperation } from '../../library/host.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import type { ObjectRight } from '../access/user-access.ts';
import { DmlException } from '../../library/core/exceptions.ts';
import { rowError } from './row-error.ts';
import { fail, type SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';

const RIGHTS: Readonly<Record<DmlOperation, readonly ObjectRight[]>> = {
  insert: ['create'],
  update: ['edit'],
  upsert: ['create', 'edit'],
  delete: ['delete'],
  undelete: ['undelete'],
};

export interface ModeAccessOptions {
  readonly allOrNone: boolean;
  /** The APIs answer row by row; Apex throws. */
  readonly throws: boolean;
}

export function checkModeAccess(
  services: SaveServices,
  operation: DmlOperation,
  rows: readonly SaveRow[],
  options: ModeAccessOptions,
): void {
  const { permissions, transaction } = services;
  const denied = new Map<ObjectDescribe, boolean>();
  for (const row of rows) {
    const { object } = row.record;
    let isDenied = denied.get(object);
    if (isDenied === undefined) {
      isDenied = !RIGHTS[operation].every((right) => permissions.canAccessObject(transaction.user, object, right));
      denied.set(object, isDenied);
    }
    if (isDenied) denyObject(services, row, options);
    else if (operation === 'insert' || operation === 'update' || operation === 'upsert')
      checkFields(services, operation, row);
  }
  const failed = rows.filter((row) => row.errors.length > 0);
  if (options.throws && options.allOrNone && failed.length > 0) throw inaccessibleException(failed);
}

function denyObject(services: SaveServices, row: SaveRow, options: ModeAccessOptions): void {
  const message = `Access to entity '${row.record.object.name}' denied`;
  const { isGuest } = services.transaction.user;
  // What a guest is refused is told as a failed row everywhere: it is the platform's own rule, not a missing permission.
  if (options.throws && options.allOrNone && !isGuest) throw services.exception('System.SecurityException', message);
  fail(row, rowError('INSUFFICIENT_ACCESS_OR_READONLY', message));
}

/** The exception names the object only; which fields, its methods tell. */
function inaccessibleException(rows: readonly SaveRow[]): InstanceType<typeof DmlException> {
  const [first] = rows;
  const exception = new DmlException(first!.errors[0]!.message);
  exception.failures = rows.map((row) => ({ index: row.index, id: row.id, ...row.errors[0]! }));
  return exception;
}

function checkFields(services: SaveServices, operation: 'insert' | 'update' | 'upsert', row: SaveRow): void {
  const { permissions, transaction } = services;
  const { object } = row.record;
  const isInsert = operation === 'insert' || row.isCreated === true;
  const denied: string[] = [];
  for (const field of object.fields) {
    if (row.record.slots[field.index] === undefined || field.name === 'Id') continue;
    const isWritable = isInsert ? field.isCreateable : field.isUpdateable;
    if (!isWritable && !field.isMasterDetail) continue;
    if (!permissions.canAccessField(transaction.user, object, field, isInsert ? 'create' : 'edit'))
      denied.push(field.name);
  }
  if (denied.length === 0) return;
  const text = `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`;
  fail(row, rowError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', text, denied));
}
