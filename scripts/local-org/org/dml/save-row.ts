/** One row on its way through a save. */
import type { DmlError } from '../../library/host.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';

export interface SaveRow {
  /** Place in the caller's list. */
  readonly index: number;
  /** The caller's record: gets its id when all is done. */
  readonly record: SObjectRecord;
  /** Values as they will be saved, by field index: given values over loaded ones, then defaults, then what triggers set. */
  values: unknown[];
  /** Values as loaded; undefined for an insert. */
  old: readonly unknown[] | undefined;
  /** Indexes of the fields that the caller gave. */
  given: ReadonlySet<number>;
  id: string | null;
  /** Upsert: there was no such record, so this row is an insert. */
  isCreated?: boolean;
  readonly errors: DmlError[];
  /** Values that only the platform writes (roll-ups, conversion), by field index. */
  readonly platformValues?: ReadonlyMap<number, unknown>;
}

export function isAlive(row: SaveRow): boolean {
  return row.errors.length === 0;
}

export function fail(row: SaveRow, error: DmlError): void {
  row.errors.push(error);
}
