/** User mode: object permissions first, then each populated field's, before anything runs (Apex Developer Guide, "Enforce User Mode"). */
import type { DmlOperation } from '../../library/host.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import type { ObjectRight } from '../access/user-access.ts';
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

export function checkModeAccess(services: SaveServices, operation: DmlOperation, rows: readonly SaveRow[]): void {
  const { permissions, transaction } = services;
  const denied = new Map<ObjectDescribe, boolean>();
  for (const row of rows) {
    const object = row.record.object;
    let isDenied = denied.get(object);
    if (isDenied === undefined)
      denied.set(
        object,
        (isDenied = !RIGHTS[operation].every((right) => permissions.canAccessObject(transaction.user, object, right))),
      );
    if (isDenied)
      fail(
        row,
        rowError(
          transaction.user.isGuest ? 'INSUFFICIENT_ACCESS_OR_READONLY' : 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
          `Access to entity '${object.name}' denied`,
        ),
      );
    else if (operation === 'insert' || operation === 'update' || operation === 'upsert')
      checkFields(services, operation, row);
  }
}

function checkFields(services: SaveServices, operation: 'insert' | 'update' | 'upsert', row: SaveRow): void {
  const { permissions, transaction } = services;
  const object = row.record.object;
  const isInsert = operation === 'insert' || row.isCreated === true;
  const denied: string[] = [];
  for (const field of object.fields) {
    if (row.record.slots[field.index] === undefined || field.name === 'Id') continue;
    const isWritable = isInsert ? field.isCreateable : field.isUpdateable;
    if (!isWritable && !field.isMasterDetail) continue;
    if (!permissions.canAccessField(transaction.user, object, field, isInsert ? 'create' : 'edit'))
      denied.push(field.name);
  }
  if (denied.length > 0) fail(row, inaccessible(object, denied));
}

/** The exception that is made of this error has no other words (see isInaccessibleFields). */
function inaccessible(object: ObjectDescribe, fields: readonly string[]): ReturnType<typeof rowError> {
  return rowError(
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `${INACCESSIBLE} ${object.name}, check errors on Exception or Result!`,
    fields,
  );
}

const INACCESSIBLE = 'Operation failed due to fields being inaccessible on Sobject';
