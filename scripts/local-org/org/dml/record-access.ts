/** What a save does to records as Apex sees them: ids, errors, and the marks of a trigger's records. */
import type { RecordError, SObjectRecord } from '../../library/core/sobject-record.ts';

/** Records that are Trigger.new or Trigger.old somewhere: DML on them is refused. */
const triggerRecords = new WeakSet<SObjectRecord>();

export function markTriggerRecords(records: readonly SObjectRecord[] | null): void {
  for (const record of records ?? []) triggerRecords.add(record);
}

export function isTriggerRecord(record: SObjectRecord): boolean {
  return triggerRecords.has(record);
}

export function releaseTriggerRecords(records: readonly SObjectRecord[] | null): void {
  for (const record of records ?? []) triggerRecords.delete(record);
}

export function freeze(record: SObjectRecord): SObjectRecord {
  record.isReadOnly = true;
  return record;
}

export function takeErrors(record: SObjectRecord): RecordError[] {
  const errors = record.errors ?? [];
  record.errors = undefined;
  return errors;
}

export function setRecordId(record: SObjectRecord, id: string): void {
  record.id = id;
}
