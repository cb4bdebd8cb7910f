/** What a save needs of the org around it. The engine implements it; nothing in org/dml imports the engine. */
import type { OrgDatabase } from '../../database/index.ts';
import type { RecycleStore } from '../../database/stores/recycle-store.ts';
import type { ApexException } from '../../library/core/apex-exception.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from '../../metadata/schema.ts';
import type { Permissions } from '../access/permissions.ts';
import type { Sharing } from '../access/sharing.ts';
import type { DataSession } from '../engine/data-session.ts';
import type { Rows } from '../engine/rows.ts';
import type { Transaction } from '../engine/transaction.ts';
import type { SaveRow } from './save-row.ts';

export type TriggerTiming = 'before' | 'after';
export type TriggerOperation = 'insert' | 'update' | 'delete' | 'undelete';

export interface TriggerRun {
  readonly name: string;
  readonly object: ObjectDescribe;
  readonly timing: TriggerTiming;
  readonly operation: TriggerOperation;
  readonly newRecords: readonly SObjectRecord[] | null;
  readonly oldRecords: readonly SObjectRecord[] | null;
}

export interface SaveServices {
  readonly database: OrgDatabase;
  readonly schema: Schema;
  readonly data: DataSession;
  readonly transaction: Transaction;
  readonly permissions: Permissions;
  readonly sharing: Sharing;
  readonly rows: Rows;
  readonly recycleBin: RecycleStore;
  readonly organizationId: string;
  now(): number;
  triggersFor(object: ObjectDescribe, timing: TriggerTiming, operation: TriggerOperation): readonly string[];
  runTrigger(run: TriggerRun): void;
  /** The value of a field's default, literal or formula; undefined when it has none. */
  defaultValue(object: ObjectDescribe, field: FieldDescribe): unknown;
  /** Fills the formula fields of a row (before and after triggers see them). */
  computeFormulas(object: ObjectDescribe, values: unknown[]): void;
  /** Whether a validation rule's error condition holds. */
  ruleFails(
    object: ObjectDescribe,
    formula: string,
    values: readonly unknown[],
    old: readonly unknown[] | undefined,
  ): boolean;
  exception(typeName: string, message: string): ApexException;
  /** The DmlException of a row that failed in a save of the platform's own. */
  dmlException(operation: string, row: SaveRow): ApexException;
  /** Text and stack of an exception, as Salesforce prints it in "caused by". */
  describeException(error: ApexException): string;
  /** Default owner for what a guest creates without one; undefined: the guest may not. */
  guestOwnerId(): string | undefined;
  newRecord(object: ObjectDescribe, values: unknown[]): SObjectRecord;
  /** Set-up rows changed: permissions and users are read again. */
  setupChanged(): void;
  conversionFiresTriggers(): boolean;
}
