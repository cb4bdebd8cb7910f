/** Database.emptyRecycleBin: rows in the bin are gone for good, and what went with them. */
import type { DmlRowResult } from '../../library/host.ts';
import { rowErrors } from './row-error.ts';
import type { SaveServices } from './save-services.ts';

export function emptyRecycleBin(services: SaveServices, ids: readonly string[]): DmlRowResult[] {
  if (ids.length === 0) return [];
  services.transaction.limits.add('DmlStatements');
  services.transaction.limits.add('DmlRows', ids.length);
  services.data.ensureWriting();
  services.transaction.hasUncommittedWork = true;
  return ids.map((id) => emptyOne(services, id));
}

function emptyOne(services: SaveServices, id: string): DmlRowResult {
  const object = services.schema.objectByPrefix(id.slice(0, 3));
  const deleted = object?.fieldByName.get('isdeleted');
  const values =
    object === undefined ? undefined : services.database.read(object, [id], { includeDeleted: true }).get(id);
  if (object === undefined || deleted === undefined || values === undefined)
    return { id, isSuccess: false, errors: [rowErrors.invalidCrossReference()] };
  if (values[deleted.index] !== true) return { id, isSuccess: false, errors: [rowErrors.notInRecycleBin()] };
  for (const companion of services.recycleBin.take(id)) {
    const child = services.schema.object(companion.object);
    if (child !== undefined && companion.kind === 'child') services.database.purge(child, [companion.id]);
  }
  services.database.purge(object, [id]);
  return { id, isSuccess: true, errors: [] };
}
