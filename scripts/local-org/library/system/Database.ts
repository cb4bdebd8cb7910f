/** The class System.Database. Every overload of an operation is one function: the arguments tell which it is. */
import { ApexList } from '../core/apex-list.ts';
import type { ApexMap } from '../core/apex-map.ts';
import { QueryException, SObjectException, TypeException } from '../core/exceptions.ts';
import { isFieldToken } from '../core/schema-tokens.ts';
import { SObjectRecord } from '../core/sobject-record.ts';
import { toId } from '../core/id.ts';
import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';
import { throwFailures } from '../database/dml-failure.ts';
import type { Database_LeadConvert } from '../database/options.ts';
import { Database_DMLOptions, hostOptions } from '../database/options.ts';
import { Database_Cursor, Database_QueryLocator } from '../database/query-locator.ts';
import * as results from '../database/results.ts';
import { host } from '../host.ts';
import type { AccessMode, CallSite, DmlOperation, DmlOptions, DmlRowResult } from '../host.ts';
import { libraryType } from '../types.ts';
import { System_AccessLevel } from './AccessLevel.ts';

interface Settings {
  readonly allOrNone: boolean;
  readonly mode: AccessMode | undefined;
  readonly options: DmlOptions | undefined;
  readonly externalIdField: string | undefined;
}

/** Reads what follows the records: allOrNone, options, an external id field, an access level. */
function settingsOf(rest: readonly unknown[]): Settings {
  const options = rest.find((value) => value instanceof Database_DMLOptions) as Database_DMLOptions | undefined;
  const flag = rest.find((value) => typeof value === 'boolean') as boolean | undefined;
  const token = rest.find(isFieldToken);
  return {
    allOrNone: flag ?? (options === undefined ? true : options.OptAllOrNone === true),
    mode: modeOf(rest.find((value) => value instanceof System_AccessLevel) as System_AccessLevel | undefined),
    options: options === undefined ? undefined : hostOptions(options),
    externalIdField: token?.$field.name,
  };
}

function modeOf(level: System_AccessLevel | null | undefined): AccessMode | undefined {
  return level?.$mode;
}

/** A record for each id, for the operations that take ids. */
function recordOf(value: unknown): SObjectRecord {
  const given = argument(value, 1);
  if (given instanceof SObjectRecord) return given;
  const id = toId(given as string)!;
  const object = host().schema.objectByPrefix(id.slice(0, 3));
  if (object === undefined) throw new TypeException(`Invalid id value for this SObject type: ${id}`);
  const record = new SObjectRecord(object);
  record.id = id;
  return record;
}

type ResultClass = new (row: DmlRowResult, givenId: string | null) => object;

/** One operation with all its overloads. */
function operation(verb: DmlOperation, resultName: string, resultClass: ResultClass) {
  return (site: CallSite, target: unknown, ...rest: unknown[]): unknown => {
    const isList = target instanceof ApexList;
    const records = (isList ? target.items : [target]).map(recordOf);
    const { allOrNone, mode, options, externalIdField } = settingsOf(rest);
    const givenIds = records.map((record) => record.id);
    const rows = host().dml(
      {
        operation: verb,
        records,
        allOrNone,
        ...(mode === undefined ? {} : { accessMode: mode }),
        ...(externalIdField === undefined ? {} : { externalIdField }),
        ...(options === undefined ? {} : { options }),
      },
      site,
    );
    if (allOrNone) throwFailures(verb, rows, givenIds);
    const answers = rows.map((row, index) => new resultClass(row, givenIds[index] ?? null));
    return isList ? new ApexList(libraryType(resultName), answers) : answers[0]!;
  };
}

function merge(site: CallSite, master: SObjectRecord | null, duplicates: unknown, ...rest: unknown[]): unknown {
  const isList = duplicates instanceof ApexList;
  const ids = (isList ? duplicates.items : [duplicates]).map((duplicate) => recordOf(duplicate).id!);
  const { allOrNone, mode } = settingsOf(rest);
  const rows = host().merge(argument(master, 1), ids, allOrNone, site, mode);
  if (allOrNone) throwFailures('merge', rows);
  const [first] = rows;
  if (!isList) return new results.Database_MergeResult(first!, ids);
  const answers = ids.map((id, index) => new results.Database_MergeResult(rows[index] ?? first!, [id]));
  return new ApexList(libraryType('Database.MergeResult'), answers);
}

function convertLead(site: CallSite, conversions: unknown, ...rest: unknown[]): unknown {
  const isList = conversions instanceof ApexList;
  const given = (isList ? conversions.items : [conversions]) as Database_LeadConvert[];
  const { allOrNone, mode } = settingsOf(rest);
  const rows = host().convertLeads(
    given.map((one) => argument(one, 1).$conversion()),
    allOrNone,
    site,
    mode,
  );
  if (allOrNone)
    throwFailures(
      'convertLead',
      rows,
      rows.map((row) => row.leadId),
    );
  const answers = rows.map((row) => new results.Database_LeadConvertResult(row));
  return isList ? new ApexList(libraryType('Database.LeadConvertResult'), answers) : answers[0]!;
}

function emptyRecycleBin(_site: CallSite, target: unknown): unknown {
  const isList = target instanceof ApexList;
  const ids = (isList ? target.items : [target]).map((value) => recordOf(value).id);
  if (ids.includes(null)) throw new SObjectException('emptyRecycleBin needs records with ids');
  const answers = host()
    .emptyRecycleBin(ids as string[])
    .map((row, index) => new results.Database_EmptyRecycleBinResult(row, ids[index]!));
  return isList ? new ApexList(libraryType('Database.EmptyRecycleBinResult'), answers) : answers[0]!;
}

type Binds = (name: string) => unknown;

/** The values of a map of binds, found whatever their case. */
function bindsOf(map: ApexMap | null): Binds {
  const values = new Map([...argument(map, 2)].map(([name, value]) => [String(name).toLowerCase(), value]));
  return (name) => {
    if (values.has(name.toLowerCase())) return values.get(name.toLowerCase());
    throw new QueryException(`Key '${name}' does not exist in the bindMap`);
  };
}

/** The variables of the caller, where emitted code hands them over with the site. */
function callerBinds(site: CallSite): Binds {
  return (
    site.binds ??
    ((name) => {
      throw new QueryException(`Variable does not exist: ${name}`);
    })
  );
}

function levelIn(rest: readonly unknown[]): AccessMode | undefined {
  return modeOf(rest.find((value) => value instanceof System_AccessLevel) as System_AccessLevel | undefined);
}

function queryLocator(site: CallSite, query: string | ApexList | null, ...rest: unknown[]): Database_QueryLocator {
  const given = argument(query, 1);
  if (typeof given !== 'string') return new Database_QueryLocator('', () => given);
  const [binds, mode] = [callerBinds(site), levelIn(rest)];
  return new Database_QueryLocator(given, () => host().queryText(given, binds, site, mode));
}

export const System_Database = {
  insert: operation('insert', 'Database.SaveResult', results.Database_SaveResult),
  update: operation('update', 'Database.SaveResult', results.Database_SaveResult),
  upsert: operation('upsert', 'Database.UpsertResult', results.Database_UpsertResult),
  delete: operation('delete', 'Database.DeleteResult', results.Database_DeleteResult),
  undelete: operation('undelete', 'Database.UndeleteResult', results.Database_UndeleteResult),
  insertImmediate: (): never => unsupported('Database.insertImmediate: the local org has no external objects'),
  updateImmediate: (): never => unsupported('Database.updateImmediate: the local org has no external objects'),
  deleteImmediate: (): never => unsupported('Database.deleteImmediate: the local org has no external objects'),
  merge,
  convertLead,
  emptyRecycleBin,

  query: (site: CallSite, query: string | null, ...rest: unknown[]): ApexList =>
    host().queryText(argument(query, 1), callerBinds(site), site, levelIn(rest)),
  queryWithBinds: (
    site: CallSite,
    query: string | null,
    binds: ApexMap | null,
    level: System_AccessLevel | null,
  ): ApexList => host().queryText(argument(query, 1), bindsOf(binds), site, argument(level, 3).$mode),
  countQuery: (site: CallSite, query: string | null, ...rest: unknown[]): number =>
    host().countQuery(argument(query, 1), callerBinds(site) as (key: never) => unknown, site, levelIn(rest)),
  countQueryWithBinds: (
    site: CallSite,
    query: string | null,
    binds: ApexMap | null,
    level: System_AccessLevel | null,
  ): number =>
    host().countQuery(argument(query, 1), bindsOf(binds) as (key: never) => unknown, site, argument(level, 3).$mode),
  getQueryLocator: queryLocator,
  getQueryLocatorWithBinds: (
    site: CallSite,
    query: string | null,
    binds: ApexMap | null,
    level: System_AccessLevel | null,
  ) => queryLocator(site, query, bindsOf(binds), argument(level, 3)),
  getCursor: (site: CallSite, query: string | null, ...rest: unknown[]): Database_Cursor =>
    new Database_Cursor(host().queryText(argument(query, 1), callerBinds(site), site, levelIn(rest))),
  getCursorWithBinds: (site: CallSite, query: string | null, binds: ApexMap | null, level: System_AccessLevel | null) =>
    new Database_Cursor(host().queryText(argument(query, 1), bindsOf(binds), site, argument(level, 3).$mode)),

  executeBatch: (job: unknown, scopeSize: number | null = 200): string =>
    host().executeBatch(argument(job, 1), argument(scopeSize, 2)),
  setSavepoint: (): System_Savepoint => new System_Savepoint(host().setSavepoint()),
  rollback: (savepoint: System_Savepoint | null): void => host().rollback(argument(savepoint, 1).$name),
  releaseSavepoint: (savepoint: System_Savepoint | null): void => host().releaseSavepoint(argument(savepoint, 1).$name),
};

export class System_Savepoint {
  readonly $name: string;

  constructor(name: string) {
    this.$name = name;
  }
}
