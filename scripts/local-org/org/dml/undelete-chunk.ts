/** One chunk of undeletes: back from the recycle bin with what went along, then the after triggers (there is no before). */
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { restoreCompanions } from './cascade.ts';
import { freeze } from './record-access.ts';
import { nullFilled } from './open-rows.ts';
import { checkSelfReference } from './row-access.ts';
import { rowErrors } from './row-error.ts';
import { updateRollups } from './rollups.ts';
import type { ChunkOptions } from './save-chunk.ts';
import { fail, isAlive, type SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';
import { hasTriggers, runTriggers } from './trigger-phase.ts';
import { validateUnique } from './validate-unique.ts';

export function undeleteChunk(
  services: SaveServices,
  object: ObjectDescribe,
  rows: readonly SaveRow[],
  options: ChunkOptions,
): void {
  const alive = (): SaveRow[] => rows.filter(isAlive);
  const stops = (): boolean => alive().length === 0 || (options.allOrNone && alive().length < rows.length);
  const ids = rows.map((row) => row.id).filter((id) => id !== null);
  const loaded = services.database.read(object, ids, { includeDeleted: true });
  const deletedIndex = object.fieldByName.get('isdeleted')!.index;
  for (const row of rows) {
    const values = row.id === null ? undefined : loaded.get(row.id);
    if (row.id === null) fail(row, rowErrors.idMissing());
    else if (values === undefined) fail(row, rowErrors.invalidCrossReference());
    else if (values[deletedIndex] !== true) fail(row, rowErrors.notInRecycleBin());
    else row.values = nullFilled(object, values);
  }
  checkSelfReference(services, 'undelete', alive());
  validateUnique(services.database, object, alive());
  if (stops()) return;
  const restored = alive();
  services.database.setDeleted(
    object,
    restored.map((row) => row.id!),
    false,
    services.now(),
    services.transaction.user.id,
  );
  for (const row of restored) {
    row.values[deletedIndex] = false;
    restoreCompanions(services, row.id!);
  }
  services.transaction.hasUncommittedWork = true;
  if (options.firesTriggers && hasTriggers(services, object, 'after', 'undelete')) {
    const newRecords = restored.map((row) => {
      const values = [...row.values];
      services.computeFormulas(object, values);
      return freeze(services.newRecord(object, values));
    });
    runTriggers(services, {
      object,
      timing: 'after',
      operation: 'undelete',
      rows: restored,
      newRecords,
      oldRecords: null,
    });
  }
  if (stops()) return;
  updateRollups(
    services,
    object,
    alive().map((row) => ({ old: undefined, new: row.values })),
  );
}
