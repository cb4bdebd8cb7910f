/** DML statements, and the DmlException that a failed save of all or nothing ends in (Database methods use it too). */
import { host } from '../host.ts';
import type { AccessMode, CallSite, DmlOperation, DmlRowResult } from '../host.ts';
import { ApexList } from './apex-list.ts';
import { DmlException, nullPointer } from './exceptions.ts';
import type { SObjectRecord } from './sobject-record.ts';

export function dmlStatement(
  site: CallSite,
  operation: DmlOperation,
  target: unknown,
  accessMode: AccessMode | undefined,
  externalIdField: string | undefined,
): void {
  if (target === null) nullPointer();
  const records = target instanceof ApexList ? (target.items as SObjectRecord[]) : [target as SObjectRecord];
  if (records.length === 0) return;
  const results = host().dml({ operation, records, allOrNone: true, accessMode, externalIdField }, site);
  throwDmlFailures(operation, results);
}

export function mergeStatement(
  site: CallSite,
  master: unknown,
  duplicates: unknown,
  accessMode: AccessMode | undefined,
): void {
  if (master === null || duplicates === null) nullPointer();
  const each = duplicates instanceof ApexList ? duplicates.items : [duplicates];
  const ids = each.map((item) => (typeof item === 'string' ? item : (item as SObjectRecord).id) ?? nullPointer());
  throwDmlFailures('merge', host().merge(master as SObjectRecord, ids, true, site, accessMode));
}

/** Throws what the first failed row says; does nothing where all rows were saved. */
export function throwDmlFailures(operation: DmlOperation | 'merge', results: readonly DmlRowResult[]): void {
  const failures = results.flatMap(({ isSuccess, id, errors }, index) =>
    isSuccess ? [] : errors.slice(0, 1).map((error) => ({ index, id, ...error })),
  );
  const first = failures[0];
  if (first === undefined) return;
  const verb = operation.charAt(0).toUpperCase() + operation.slice(1);
  const row = `First exception on row ${first.index}${first.id === null ? '' : ` with id ${first.id}`}`;
  const error = `first error: ${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`;
  const exception = new DmlException(`${verb} failed. ${row}; ${error}`);
  exception.failures = failures;
  throw exception;
}
