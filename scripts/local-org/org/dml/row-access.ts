/** Per-row refusals: records that are not shared with the user, and records whose own triggers are running. */
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { rowErrors } from './row-error.ts';
import { fail, type SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';

export function checkSharing(
  services: SaveServices,
  object: ObjectDescribe,
  rows: readonly SaveRow[],
  right: 'edit' | 'delete',
): void {
  const ids = rows.map((row) => row.id!);
  const allowed = services.sharing.accessibleIds(services.transaction.user, object, ids, right);
  for (const row of rows) if (!allowed.has(row.id!)) fail(row, rowErrors.noAccess());
}

/**
 * The same operation on a record whose triggers of that operation run before the save is a self reference; delete and
 * undelete also refuse each other in the after triggers. Everything else enters again, up to sixteen deep.
 */
export function checkSelfReference(
  services: SaveServices,
  operation: 'update' | 'delete' | 'undelete',
  rows: readonly SaveRow[],
): void {
  for (const save of services.transaction.savesInFlight) {
    if (!refuses(save.operation, save.timing, operation)) continue;
    for (const row of rows) {
      if (row.id !== null && save.ids.has(row.id))
        fail(row, rowErrors.selfReference(save.trigger, row.id.slice(0, 15)));
    }
  }
}

function refuses(running: string, timing: 'before' | 'after', wanted: string): boolean {
  if (timing === 'before') return running === wanted;
  return (
    (running === 'delete' && (wanted === 'delete' || wanted === 'undelete')) ||
    (running === 'undelete' && wanted === 'delete')
  );
}
