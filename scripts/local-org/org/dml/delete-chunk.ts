/** One chunk of deletes: before triggers, what hangs on the records, the recycle bin, after triggers, roll-ups. */
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { cascadeDelete, refusesDelete } from './cascade.ts';
import { freeze } from './record-access.ts';
import { nullFilled } from './open-rows.ts';
import { checkSelfReference, checkSharing } from './row-access.ts';
import { rowErrors } from './row-error.ts';
import { updateRollups } from './rollups.ts';
import type { ChunkOptions } from './save-chunk.ts';
import { fail, isAlive, type SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';
import { hasTriggers, runTriggers } from './trigger-phase.ts';

export function deleteChunk(
  services: SaveServices,
  object: ObjectDescribe,
  rows: readonly SaveRow[],
  options: ChunkOptions,
): void {
  const alive = (): SaveRow[] => rows.filter(isAlive);
  const stops = (): boolean => alive().length === 0 || (options.allOrNone && alive().length < rows.length);
  load(services, object, rows);
  checkSelfReference(services, 'delete', alive());
  if (options.enforcesSharing) checkSharing(services, object, alive(), 'delete');
  if (stops()) return;
  runDeleteTriggers(services, object, 'before', alive(), options);
  for (const row of alive()) {
    const label = refusesDelete(services, object, row.id!);
    if (label !== undefined) fail(row, rowErrors.restrictedDelete(label));
  }
  if (stops()) return;
  const deleted = alive();
  for (const row of deleted) cascadeDelete(services, object, row.id!);
  remove(
    services,
    object,
    deleted.map((row) => row.id!),
  );
  services.transaction.hasUncommittedWork = true;
  if (object.isSetup) services.setupChanged();
  runDeleteTriggers(services, object, 'after', deleted, options);
  if (stops()) return;
  updateRollups(
    services,
    object,
    alive().map((row) => ({ old: row.old, new: undefined })),
  );
}

function load(services: SaveServices, object: ObjectDescribe, rows: readonly SaveRow[]): void {
  const loaded = services.database.read(
    object,
    rows.map((row) => row.id).filter((id) => id !== null),
    { includeDeleted: true },
  );
  const deletedIndex = object.fieldByName.get('isdeleted')?.index;
  for (const row of rows) {
    const old = row.id === null ? undefined : loaded.get(row.id);
    if (row.id === null) fail(row, rowErrors.idMissing());
    else if (old === undefined) fail(row, rowErrors.invalidCrossReference());
    else if (deletedIndex !== undefined && old[deletedIndex] === true) fail(row, rowErrors.deleted());
    else row.values = [...(row.old = nullFilled(object, old))];
  }
}

function runDeleteTriggers(
  services: SaveServices,
  object: ObjectDescribe,
  timing: 'before' | 'after',
  rows: readonly SaveRow[],
  options: ChunkOptions,
): void {
  if (!options.firesTriggers || !hasTriggers(services, object, timing, 'delete')) return;
  const oldRecords = rows.map((row) => {
    const values = [...row.old!];
    services.computeFormulas(object, values);
    return freeze(services.newRecord(object, values));
  });
  runTriggers(services, { object, timing, operation: 'delete', rows, newRecords: null, oldRecords });
}

/** Objects without a recycle bin (set-up objects, custom settings) lose their rows for good. */
export function remove(services: SaveServices, object: ObjectDescribe, ids: readonly string[]): void {
  const hasBin = object.isUndeletable && object.fieldByName.has('isdeleted');
  if (hasBin) services.database.setDeleted(object, ids, true, services.now(), services.transaction.user.id);
  else services.database.purge(object, ids);
}
