/** Runs an object's triggers for one chunk, and turns what they say (addError, exceptions) into errors of the rows. */
import { ApexException } from '../../library/core/apex-exception.ts';
import { isUncatchable } from '../../library/core/exceptions.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { markTriggerRecords, releaseTriggerRecords, takeErrors } from './record-access.ts';
import { rowErrors } from './row-error.ts';
import { fail, type SaveRow } from './save-row.ts';
import type { SaveServices, TriggerOperation, TriggerTiming } from './save-services.ts';

/** The deepest that saves may start saves through triggers (Apex Developer Guide, "Trigger and Bulk Request Best Practices"). */
const MAXIMUM_TRIGGER_DEPTH = 16;

export interface TriggerPhase {
  readonly object: ObjectDescribe;
  readonly timing: TriggerTiming;
  readonly operation: TriggerOperation;
  readonly rows: readonly SaveRow[];
  readonly newRecords: readonly SObjectRecord[] | null;
  readonly oldRecords: readonly SObjectRecord[] | null;
}

export function hasTriggers(
  services: SaveServices,
  object: ObjectDescribe,
  timing: TriggerTiming,
  operation: TriggerOperation,
): boolean {
  return services.triggersFor(object, timing, operation).length > 0;
}

export function runTriggers(services: SaveServices, phase: TriggerPhase): void {
  const { timing, operation, rows } = phase;
  if (rows.length === 0) return;
  const event = eventName(timing, operation);
  markTriggerRecords(phase.newRecords);
  markTriggerRecords(phase.oldRecords);
  try {
    runEach(services, phase, event);
  } finally {
    releaseTriggerRecords(phase.newRecords);
    releaseTriggerRecords(phase.oldRecords);
  }
  collectErrors(rows, phase.newRecords);
  collectErrors(rows, phase.oldRecords);
}

function runEach(services: SaveServices, phase: TriggerPhase, event: string): void {
  const { object, timing, operation, rows } = phase;
  for (const name of services.triggersFor(object, timing, operation)) {
    const { transaction } = services;
    if (transaction.triggerDepth >= MAXIMUM_TRIGGER_DEPTH) {
      const text = `${name}: maximum trigger depth exceeded\n${transaction.savesInFlight.map((save) => `${save.object} trigger event ${save.event}`).join('\n')}`;
      for (const row of rows) fail(row, rowErrors.triggerFailed(text));
      return;
    }
    const ids = new Set(rows.map((row) => row.id).filter((id) => id !== null));
    transaction.savesInFlight.push({ object: object.name, operation, timing, event, trigger: name, ids });
    transaction.triggerDepth++;
    try {
      services.runTrigger({
        name,
        object,
        timing,
        operation,
        newRecords: phase.newRecords,
        oldRecords: phase.oldRecords,
      });
    } catch (error) {
      if (!(error instanceof ApexException) || isUncatchable(error)) throw error;
      const text = `${name}: execution of ${event}\n\ncaused by: ${services.describeException(error)}`;
      for (const row of rows) fail(row, rowErrors.triggerFailed(text));
      return;
    } finally {
      transaction.triggerDepth--;
      transaction.savesInFlight.pop();
    }
  }
}

function collectErrors(rows: readonly SaveRow[], records: readonly SObjectRecord[] | null): void {
  records?.forEach((record, at) => {
    for (const error of takeErrors(record)) fail(rows[at]!, rowErrors.validationRule(error.message, error.field));
  });
}

/** `BeforeInsert`: as error texts name it. */
export function eventName(timing: TriggerTiming, operation: TriggerOperation): string {
  const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
  return capital(timing) + capital(operation);
}
