/**
 * Merge: up to two duplicates go into a master. Their children move to it without triggers; the duplicates fire delete
 * triggers with MasterRecordId set, the master fires update triggers.
 */
import type { CallSite, DmlRowResult, AccessMode } from '../../library/host.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { save } from './saves.ts';
import { rowErrors } from './row-error.ts';
import type { SaveServices } from './save-services.ts';

export interface MergeCall {
  readonly master: SObjectRecord;
  readonly duplicateIds: readonly string[];
  readonly allOrNone: boolean;
  readonly site: CallSite;
  readonly accessMode?: AccessMode;
}

export function merge(services: SaveServices, call: MergeCall): DmlRowResult[] {
  const object = call.master.object;
  if (!object.isMergeable)
    throw services.exception('System.TypeException', `DML operation MERGE not allowed on ${object.name}`);
  services.transaction.limits.add('DmlStatements');
  services.transaction.limits.add('DmlRows', 1 + call.duplicateIds.length);
  const masterId = call.master.slots[object.fieldByName.get('id')!.index] as string | null;
  const known = services.database.read(object, [...call.duplicateIds, ...(masterId === null ? [] : [masterId])]);
  const missing =
    masterId === null || !known.has(masterId) || call.duplicateIds.some((id) => !known.has(id) || id === masterId);
  if (missing)
    return call.duplicateIds.map((id) => ({ id, isSuccess: false, errors: [rowErrors.invalidCrossReference()] }));
  services.data.ensureWriting();
  const savepoint = services.data.savepoint();
  try {
    for (const id of call.duplicateIds) reparent(services, object, id, masterId);
    stampMaster(services, object, call.duplicateIds, masterId);
    const results = saveBoth(services, call, object);
    if (results.some((result) => !result.isSuccess)) services.data.rollbackTo(savepoint);
    services.data.release(savepoint);
    return results;
  } catch (error) {
    if (services.data.isWriting) services.data.rollbackTo(savepoint);
    throw error;
  }
}

function saveBoth(services: SaveServices, call: MergeCall, object: ObjectDescribe): DmlRowResult[] {
  const { site, accessMode, allOrNone } = call;
  const duplicates = call.duplicateIds.map((id) => recordOf(services, object, id));
  const deleted = save(services, { operation: 'delete', records: duplicates, allOrNone, accessMode }, site, {
    countsLimits: false,
  });
  if (deleted.some((result) => !result.isSuccess)) return deleted;
  const [updated] = save(services, { operation: 'update', records: [call.master], allOrNone, accessMode }, site, {
    countsLimits: false,
  });
  return updated!.isSuccess ? deleted : [updated!];
}

function recordOf(services: SaveServices, object: ObjectDescribe, id: string): SObjectRecord {
  const slots = new Array<unknown>(object.fields.length);
  slots[object.fieldByName.get('id')!.index] = id;
  return services.newRecord(object, slots);
}

/** Every standard lookup to the duplicate follows to the master. */
function reparent(services: SaveServices, object: ObjectDescribe, from: string, to: string): void {
  for (const relationship of object.childRelationships) {
    const child = services.schema.object(relationship.childObject);
    const field = child?.fieldByName.get(relationship.field.toLowerCase());
    if (child === undefined || field === undefined || field.type !== 'REFERENCE') continue;
    const rows = services.database.findByField(child, field, [from]).map(({ id }) => {
      const row = new Array<unknown>(child.fields.length);
      row[child.fieldByName.get('id')!.index] = id;
      row[field.index] = to;
      return row;
    });
    if (rows.length > 0) services.database.update(child, rows);
  }
}

/** Delete triggers of the duplicates see where they go. */
function stampMaster(
  services: SaveServices,
  object: ObjectDescribe,
  duplicateIds: readonly string[],
  masterId: string,
): void {
  const field = object.fieldByName.get('masterrecordid');
  if (field === undefined) return;
  const rows = duplicateIds.map((id) => {
    const row = new Array<unknown>(object.fields.length);
    row[object.fieldByName.get('id')!.index] = id;
    row[field.index] = masterId;
    return row;
  });
  services.database.update(object, rows);
}
