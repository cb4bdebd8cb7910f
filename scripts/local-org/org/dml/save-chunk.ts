/**
 * One chunk of up to 200 rows of one object through insert or update, in the documented order (Apex Developer Guide,
 * "Triggers and Order of Execution"; reference/platform.md §8): load, defaults, before triggers, system validation, custom
 * validation rules, save, after triggers, roll-ups. Not modelled: flows, duplicate rules, assignment, auto-response,
 * workflow and escalation rules, entitlements, criteria sharing.
 */
import type { AccessMode } from '../../library/host.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { makeDocuments } from './content-files.ts';
import { freeze } from './record-access.ts';
import { normaliseAll, openInserts, openUpdates } from './open-rows.ts';
import { rowErrors } from './row-error.ts';
import { updateRollups } from './rollups.ts';
import { fail, isAlive, type SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';
import { checkSelfReference, checkSharing } from './row-access.ts';
import { standardRules } from './standard-behaviour.ts';
import { giveIdentity, stampInsert, stampUpdate } from './system-fields.ts';
import { hasTriggers, runTriggers } from './trigger-phase.ts';
import { validateFields } from './validate-fields.ts';
import { validatePairs } from './validate-pairs.ts';
import { validateReferences } from './validate-references.ts';
import { validateRules } from './validate-rules.ts';
import { validateUnique } from './validate-unique.ts';

export interface ChunkOptions {
  readonly allOrNone: boolean;
  readonly mode: AccessMode;
  readonly enforcesSharing: boolean;
  readonly allowFieldTruncation: boolean;
  /** Lead conversion and roll-ups write what callers may not. */
  readonly isPlatform: boolean;
  readonly firesTriggers: boolean;
}

export function insertChunk(
  services: SaveServices,
  object: ObjectDescribe,
  rows: readonly SaveRow[],
  options: ChunkOptions,
): void {
  openInserts(services, object, rows);
  const alive = (): SaveRow[] => rows.filter(isAlive);
  if (stops(rows, options)) return;
  runBefore(services, object, 'insert', alive(), options);
  if (stops(rows, options)) return;
  validate(services, object, alive(), { ...options, isInsert: true });
  if (stops(rows, options)) return;
  const stamp = { now: services.now(), userId: services.transaction.user.id };
  for (const row of alive()) {
    stampInsert(object, row, stamp);
    giveIdentity(services.database, object, row);
  }
  validateUnique(services.database, object, alive());
  validatePairs(services.database, object, alive());
  if (stops(rows, options)) return;
  services.database.insert(
    object,
    alive().map((row) => row.values),
  );
  finish(services, object, 'insert', rows, options);
}

export function updateChunk(
  services: SaveServices,
  object: ObjectDescribe,
  rows: readonly SaveRow[],
  options: ChunkOptions,
): void {
  const alive = (): SaveRow[] => rows.filter(isAlive);
  openUpdates(services, object, rows);
  checkSelfReference(services, 'update', alive());
  if (!options.isPlatform) checkConverted(object, alive());
  if (options.enforcesSharing) checkSharing(services, object, alive(), 'edit');
  if (stops(rows, options)) return;
  runBefore(services, object, 'update', alive(), options);
  if (stops(rows, options)) return;
  validate(services, object, alive(), { ...options, isInsert: false });
  validateUnique(services.database, object, alive());
  if (stops(rows, options)) return;
  const stamp = { now: services.now(), userId: services.transaction.user.id };
  for (const row of alive()) stampUpdate(object, row, stamp);
  services.database.update(
    object,
    alive().map((row) => changedValues(object, row)),
  );
  finish(services, object, 'update', rows, options);
}

/** With allOrNone the first phase that finds errors is the last. */
function stops(rows: readonly SaveRow[], options: ChunkOptions): boolean {
  return rows.every((row) => !isAlive(row)) || (options.allOrNone && rows.some((row) => !isAlive(row)));
}

function runBefore(
  services: SaveServices,
  object: ObjectDescribe,
  operation: 'insert' | 'update',
  rows: readonly SaveRow[],
  options: ChunkOptions,
): void {
  if (options.firesTriggers && hasTriggers(services, object, 'before', operation)) {
    for (const row of rows) services.computeFormulas(object, row.values);
    // The trigger's records share the rows' values: what it sets is what is saved.
    const newRecords = rows.map((row) => services.newRecord(object, row.values));
    const oldRecords =
      operation === 'insert'
        ? null
        : rows.map((row) => freeze(services.newRecord(object, withFormulas(services, object, row.old!))));
    runTriggers(services, { object, timing: 'before', operation, rows, newRecords, oldRecords });
    for (const row of rows) normaliseAll(object, row);
  }
  for (const row of rows) standardRules(services, object, row);
}

function withFormulas(services: SaveServices, object: ObjectDescribe, values: readonly unknown[]): unknown[] {
  const copy = [...values];
  services.computeFormulas(object, copy);
  return copy;
}

function validate(
  services: SaveServices,
  object: ObjectDescribe,
  rows: readonly SaveRow[],
  options: ChunkOptions & { readonly isInsert: boolean },
): void {
  const owner = object.fieldByName.get('ownerid');
  for (const row of rows) {
    if (
      owner !== undefined &&
      services.transaction.user.isGuest &&
      options.isInsert &&
      row.values[owner.index] === null
    )
      fail(row, rowErrors.guestOwner());
    else validateFields(object, row, options);
  }
  validateReferences(services.database, services.schema, object, rows.filter(isAlive));
  validateRules(services, object, rows.filter(isAlive));
}

function checkConverted(object: ObjectDescribe, rows: readonly SaveRow[]): void {
  if (object.name !== 'Lead') return;
  const index = object.fieldByName.get('isconverted')?.index;
  if (index === undefined) return;
  for (const row of rows) if (row.old![index] === true) fail(row, rowErrors.converted());
}

/** Only what differs from the loaded row is written. */
function changedValues(object: ObjectDescribe, row: SaveRow): unknown[] {
  const changed = new Array<unknown>(object.fields.length);
  for (const field of object.fields) {
    const value = row.values[field.index];
    if (field.name === 'Id' || value !== row.old![field.index]) changed[field.index] = value;
  }
  return changed;
}

/** After triggers, set-up side effects and roll-ups, for the rows that were saved. */
function finish(
  services: SaveServices,
  object: ObjectDescribe,
  operation: 'insert' | 'update',
  rows: readonly SaveRow[],
  options: ChunkOptions,
): void {
  const saved = rows.filter(isAlive);
  services.transaction.hasUncommittedWork = true;
  if (operation === 'insert') makeDocuments(services, object, saved);
  if (object.isSetup) services.setupChanged();
  if (options.firesTriggers && hasTriggers(services, object, 'after', operation)) {
    const newRecords = saved.map((row) =>
      freeze(services.newRecord(object, withFormulas(services, object, row.values))),
    );
    const oldRecords =
      operation === 'insert'
        ? null
        : saved.map((row) => freeze(services.newRecord(object, withFormulas(services, object, row.old!))));
    runTriggers(services, { object, timing: 'after', operation, rows: saved, newRecords, oldRecords });
  }
  if (stops(rows, options)) return;
  updateRollups(
    services,
    object,
    saved.filter(isAlive).map((row) => ({ old: row.old, new: row.values })),
  );
}
