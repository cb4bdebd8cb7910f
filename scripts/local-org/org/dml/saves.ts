/**
 * Saves of lists of records: limits, access, chunks of 200, partial success with its attempts, and the results. What
 * happens to one chunk is save-chunk.ts and delete-chunk.ts.
 */
import { accessModeOf, enforcesSharing } from '../access/permissions.ts';
import type { CallSite, DmlRequest, DmlRowResult } from '../../library/host.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { LockTimeoutError } from '../engine/data-session.ts';
import { deleteChunk } from './delete-chunk.ts';
import { checkModeAccess } from './mode-access.ts';
import { setRecordId } from './record-access.ts';
import { prepareRows } from './prepare-rows.ts';
import { rowErrors } from './row-error.ts';
import { insertChunk, updateChunk, type ChunkOptions } from './save-chunk.ts';
import { fail, isAlive, type SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';
import { undeleteChunk } from './undelete-chunk.ts';

const CHUNK_SIZE = 200;
/** Partial success runs at most three times over a chunk (Apex Developer Guide, "Bulk DML Exception Handling"). */
const MAXIMUM_ATTEMPTS = 3;

/** What differs between an ordinary save and one of the platform's own. */
export interface SaveVariant {
  readonly isPlatform?: boolean;
  readonly firesTriggers?: boolean;
  readonly countsLimits?: boolean;
  /** Over the APIs what the user may not do is an error of the row, never an exception. */
  readonly answersRows?: boolean;
}

interface Group {
  readonly object: ObjectDescribe;
  readonly rows: SaveRow[];
}

export function save(
  services: SaveServices,
  request: DmlRequest,
  site: CallSite,
  variant: SaveVariant = {},
): DmlRowResult[] {
  if (request.records.length === 0) return [];
  if (variant.countsLimits !== false) {
    services.transaction.limits.add('DmlStatements');
    services.transaction.limits.add('DmlRows', request.records.length);
  }
  const mode = accessModeOf(site, request.accessMode);
  const options: ChunkOptions = {
    allOrNone: request.allOrNone,
    mode,
    enforcesSharing: enforcesSharing(site, mode),
    allowFieldTruncation: request.options?.allowFieldTruncation === true,
    isPlatform: variant.isPlatform === true,
    firesTriggers: variant.firesTriggers !== false,
  };
  const rows = prepareRows(services, request);
  if (mode === 'user' && !options.isPlatform)
    checkModeAccess(services, request.operation, rows, {
      allOrNone: request.allOrNone,
      throws: variant.answersRows !== true,
    });
  if (!takesLock(services, rows)) return rows.map((row) => resultOf(request, row, request.allOrNone));
  const savepoint = services.data.savepoint();
  try {
    for (const group of groupsOf(rows)) {
      saveGroup(services, request, group, options);
      if (request.allOrNone && rows.some((row) => !isAlive(row))) break;
    }
  } catch (error) {
    undo(services, savepoint);
    throw error;
  }
  const failed = rows.some((row) => !isAlive(row));
  if (request.allOrNone && failed) undo(services, savepoint);
  else services.data.release(savepoint);
  return rows.map((row) => resultOf(request, row, request.allOrNone && failed));
}

/** Somebody else has written for ten seconds: the rows fail as the platform's do. */
function takesLock(services: SaveServices, rows: readonly SaveRow[]): boolean {
  try {
    services.data.ensureWriting();
    return true;
  } catch (error) {
    if (!(error instanceof LockTimeoutError)) throw error;
    for (const row of rows) fail(row, rowErrors.lockRow());
    return false;
  }
}

function undo(services: SaveServices, savepoint: string): void {
  if (!services.data.isWriting) return;
  services.data.rollbackTo(savepoint);
  services.data.release(savepoint);
  services.setupChanged();
}

/** Runs of one object, in order: the platform saves them one after the other. */
function groupsOf(rows: readonly SaveRow[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const object = row.record.object;
    const last = groups.at(-1);
    if (last?.object === object) last.rows.push(row);
    else groups.push({ object, rows: [row] });
  }
  return groups;
}

function saveGroup(services: SaveServices, request: DmlRequest, group: Group, options: ChunkOptions): void {
  noteMixedDml(services, request, group);
  for (let at = 0; at < group.rows.length; at += CHUNK_SIZE) {
    const chunk = group.rows.slice(at, at + CHUNK_SIZE).filter(isAlive);
    if (options.allOrNone) runChunk(services, request, group.object, chunk, options);
    else runAttempts(services, request, group.object, chunk, options);
    if (options.allOrNone && chunk.some((row) => !isAlive(row))) return;
  }
}

/**
 * The attempts of partial success: a run in which rows fail is undone whole, and what was good runs again, triggers
 * included. Limits go back to where they were before the first attempt; statics do not.
 */
function runAttempts(
  services: SaveServices,
  request: DmlRequest,
  object: ObjectDescribe,
  chunk: readonly SaveRow[],
  options: ChunkOptions,
): void {
  const limits = services.transaction.limits.snapshot();
  let rows = chunk;
  for (let attempt = 1; rows.length > 0; attempt++) {
    const savepoint = services.data.savepoint();
    runChunk(services, request, object, rows, options);
    const survivors = rows.filter(isAlive);
    if (survivors.length === rows.length) {
      services.data.release(savepoint);
      return;
    }
    undo(services, savepoint);
    if (attempt === MAXIMUM_ATTEMPTS) {
      for (const row of survivors) fail(row, rowErrors.batchRetries());
      return;
    }
    services.transaction.limits.restore(limits);
    for (const row of survivors) reset(request, row);
    rows = survivors;
  }
}

/** The next attempt begins from the caller's record again: an insert has no id yet. */
function reset(request: DmlRequest, row: SaveRow): void {
  if (row.old === undefined && (request.operation === 'insert' || row.isCreated === true)) row.id = null;
  row.old = undefined;
  row.values = [];
}

function runChunk(
  services: SaveServices,
  request: DmlRequest,
  object: ObjectDescribe,
  rows: readonly SaveRow[],
  options: ChunkOptions,
): void {
  if (rows.length === 0) return;
  switch (request.operation) {
    case 'insert':
      return insertChunk(services, object, rows, options);
    case 'update':
      return updateChunk(services, object, rows, options);
    case 'upsert': {
      const created = rows.filter((row) => row.isCreated === true);
      if (created.length > 0) insertChunk(services, object, created, options);
      if (options.allOrNone && created.some((row) => !isAlive(row))) return;
      const updated = rows.filter((row) => row.isCreated !== true);
      if (updated.length > 0) updateChunk(services, object, updated, options);
      return;
    }
    case 'delete':
      return deleteChunk(services, object, rows, options);
    case 'undelete':
      return undeleteChunk(services, object, rows, options);
  }
}

/** Set-up objects do not mix with others in one transaction (Apex Developer Guide, "sObjects That Cannot Be Used Together"). */
function noteMixedDml(services: SaveServices, request: DmlRequest, group: Group): void {
  const { transaction } = services;
  const { object } = group;
  if (object.kind === 'event' || object.kind === 'setting' || object.kind === 'hierarchy-setting') return;
  const isSetup = isMixSensitive(request, group);
  if (isSetup === undefined) return;
  const other = isSetup ? transaction.dataObject : transaction.setupObject;
  if (other !== undefined) for (const row of group.rows) fail(row, rowErrors.mixedDml(object.name, other));
  else if (isSetup) transaction.setupObject ??= object.name;
  else transaction.dataObject ??= object.name;
}

const SETUP_OBJECTS = new Set([
  'FieldPermissions',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'QueueSobject',
  'SetupEntityAccess',
  'UserRole',
  'PermissionSetGroup',
  'PermissionSetLicenseAssign',
]);
/** Changes of a user that count as set-up; a new one does only with a role. */
const USER_SETUP_FIELDS = ['UserRoleId', 'IsActive', 'Username', 'ProfileId', 'ForecastEnabled', 'IsPortalEnabled'];

/** True: set-up; false: data; undefined: goes with either. */
function isMixSensitive(request: DmlRequest, { object, rows }: Group): boolean | undefined {
  if (SETUP_OBJECTS.has(object.name)) return true;
  if (object.name === 'Group' || object.name === 'GroupMember') {
    return request.operation === 'insert' || request.operation === 'update' ? undefined : true;
  }
  if (object.name !== 'User') return object.isSetup ? undefined : false;
  const names = request.operation === 'insert' ? ['UserRoleId'] : USER_SETUP_FIELDS;
  const indexes = names.map((name) => object.fieldByName.get(name.toLowerCase())?.index ?? -1);
  const isSet = rows.some((row) => indexes.some((index) => (row.record.slots[index] ?? null) !== null));
  return isSet ? true : undefined;
}

function resultOf(request: DmlRequest, row: SaveRow, isUndone: boolean): DmlRowResult {
  const isSuccess = isAlive(row) && !isUndone;
  if (isSuccess && (request.operation === 'insert' || row.isCreated === true)) setRecordId(row.record, row.id!);
  if (isSuccess && request.operation === 'upsert' && row.isCreated !== true) setRecordId(row.record, row.id!);
  const isNew = request.operation === 'insert' || row.isCreated === true;
  const id = isSuccess || !isNew ? row.id : null;
  return {
    id,
    isSuccess,
    isCreated: request.operation === 'upsert' ? isSuccess && row.isCreated === true : undefined,
    errors: row.errors,
  };
}
