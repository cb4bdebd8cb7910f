/**
 * The org's rows as the engine above sees them: saves by record, reads by id, lookups by key, transactions and ids.
 * Rows are `RowValues`: Apex values by `FieldDescribe.index`, `undefined` where a field is not given or not read.
 */
import type { FieldDescribe, ObjectDescribe, Schema } from '../metadata/schema.ts';
import { ComponentStore } from './component-store.ts';
import { Connection, jsonArray, quote, type SqlRow, type SqlValue } from './connection.ts';
import { makeId } from './ids.ts';
import { isSetupData } from './setup-data.ts';
import { applySchema, hasTable, isComputedName, isStored, schemaShape } from './tables.ts';
import { columnExpression, decodeValue, encodeValue } from './value-codec.ts';

export type RowValues = readonly unknown[];

export interface ReadOptions {
  /** The fields to read; default: all that are stored. */
  readonly fields?: readonly FieldDescribe[];
  /** Also rows in the recycle bin. */
  readonly includeDeleted?: boolean;
}

export interface KeyMatch {
  readonly id: string;
  /** As it lies in the database, comparable with `keyOf`. */
  readonly key: SqlValue;
}

const SET_UP = `
CREATE TABLE IF NOT EXISTS "_meta" (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "_sequence" (name TEXT PRIMARY KEY, next INTEGER) WITHOUT ROWID;
`;

const NEXT_REVISION =
  'INSERT INTO "_sequence" VALUES (\'setup revision\', 1) ON CONFLICT (name) DO UPDATE SET next = next + 1';
const STORED_REVISION = 'SELECT next FROM "_sequence" WHERE name = \'setup revision\'';

export class OrgDatabase {
  readonly connection: Connection;
  readonly components: ComponentStore;
  /** Next numbers known to this connection; a rolled back transaction does not hand out its ids again. */
  private readonly sequences = new Map<string, number>();
  private readonly dirtySequences = new Set<string>();
  private dataVersion = -1;
  private revision = 0;
  /** The revision that other connections had stored when this one last looked. */
  private seenRevision = -1;
  private hasChangedSetup = false;

  /** Opens (and creates) the database. `path`: a file in WAL mode, or ':memory:'. */
  constructor(path: string) {
    this.connection = new Connection(path);
    this.connection.sqlite.exec(SET_UP);
    this.components = new ComponentStore(this.connection);
  }

  // ------------------------------------------------------------------------------------------------ Transactions

  get transaction(): 'none' | 'read' | 'write' {
    return this.connection.transaction;
  }

  /** `write` is BEGIN IMMEDIATE: the caller holds the org's writer lock by then. */
  begin(mode: 'read' | 'write'): void {
    this.connection.begin(mode);
    if (mode === 'write') this.noticeOtherWriters();
  }

  commit(): void {
    for (const name of this.dirtySequences)
      this.connection.run('INSERT OR REPLACE INTO "_sequence" VALUES (?, ?)', name, this.sequences.get(name)!);
    this.dirtySequences.clear();
    if (this.hasChangedSetup) this.connection.run(NEXT_REVISION);
    this.connection.commit();
    this.hasChangedSetup = false;
  }

  rollback(): void {
    if (this.hasChangedSetup) this.revision += 1;
    this.hasChangedSetup = false;
    this.connection.rollback();
  }

  savepoint(name: string): void {
    this.connection.savepoint(name);
  }

  /** Undoes what happened since the savepoint, which stays. */
  rollbackTo(name: string): void {
    if (this.hasChangedSetup) this.revision += 1;
    this.connection.rollbackTo(name);
  }

  release(name: string): void {
    this.connection.release(name);
  }

  /** Runs `work` in a write transaction of its own, or in the one that is open. */
  write<T>(work: () => T): T {
    if (this.transaction === 'write') return work();
    this.begin('write');
    try {
      const result = work();
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  // ------------------------------------------------------------------------------------------------ Set-up data

  /** Moves with every change of set-up rows, undone ones too: what is derived from them holds as long as it stays. */
  get setupRevision(): number {
    return this.revision;
  }

  /** Notices what other connections have committed. Call it when a transaction begins. */
  followSetup(): void {
    const stored = Number(this.connection.get(STORED_REVISION)?.[0] ?? 0);
    if (stored === this.seenRevision) return;
    this.seenRevision = stored;
    this.revision += 1;
  }

  private noteChange(object: ObjectDescribe): void {
    if (!isSetupData(object)) return;
    this.revision += 1;
    if (this.transaction === 'write') this.hasChangedSetup = true;
    else this.connection.run(NEXT_REVISION);
  }

  // ------------------------------------------------------------------------------------------------ Ids and numbers

  /** The next id of an object. Only inside a write transaction, so that two workers never hand out the same. */
  newId(object: ObjectDescribe): string {
    return makeId(object.keyPrefix, this.nextNumber(object.keyPrefix));
  }

  /** The next value of an auto-number field. Numbers of a rolled back save are burnt, as on the platform. */
  nextAutoNumber(object: ObjectDescribe, field: FieldDescribe): number {
    return this.nextNumber(`${object.name}.${field.name}`.toLowerCase());
  }

  /** Counts up under a name of the caller's (deploy ids, request ids, …); starts at 1. */
  nextNumber(name: string): number {
    const next = this.sequences.get(name) ?? this.refreshSequence(name, 1);
    this.sequences.set(name, next + 1);
    this.dirtySequences.add(name);
    if (this.transaction !== 'write') {
      this.connection.run('INSERT OR REPLACE INTO "_sequence" VALUES (?, ?)', name, next + 1);
    }
    return next;
  }

  /** SQLite's data_version moves only when another connection has committed. */
  private noticeOtherWriters(): void {
    const version = Number(this.connection.get('PRAGMA data_version')![0]);
    if (version === this.dataVersion) return;
    this.dataVersion = version;
    this.sequences.forEach((next, name) => this.refreshSequence(name, next));
  }

  private refreshSequence(name: string, atLeast: number): number {
    const row = this.connection.get('SELECT next FROM "_sequence" WHERE name = ?', name);
    const next = Math.max(atLeast, row === undefined ? 1 : Number(row[0]));
    this.sequences.set(name, next);
    return next;
  }

  // ------------------------------------------------------------------------------------------------ Schema

  /** Makes tables fit the schema and stamps a new schema version. Inside a write transaction. */
  applySchema(schema: Schema): void {
    applySchema(this.connection, schema);
    this.setMeta('schemaShape', schemaShape(schema));
    this.setMeta('schemaVersion', String(this.schemaVersion() + 1));
  }

  /** Whether the tables fit the schema already. */
  fitsSchema(schema: Schema): boolean {
    return this.meta('schemaShape') === schemaShape(schema);
  }

  /** Changes with each deploy: a worker that loaded another version reloads schema and program. */
  schemaVersion(): number {
    return Number(this.meta('schemaVersion') ?? 0);
  }

  meta(name: string): string | undefined {
    const row = this.connection.get('SELECT value FROM "_meta" WHERE name = ?', name);
    return row === undefined ? undefined : String(row[0]);
  }

  setMeta(name: string, value: string): void {
    this.connection.run('INSERT OR REPLACE INTO "_meta" VALUES (?, ?)', name, value);
  }

  // ------------------------------------------------------------------------------------------------ Rows

  /** Inserts rows; each carries its Id (see newId). A field that is undefined becomes null, a Boolean false. */
  insert(object: ObjectDescribe, rows: readonly RowValues[]): void {
    const { columns: fields, insertSql: sql } = textsOf(object);
    this.noteChange(object);
    for (const row of rows)
      this.connection.run(sql, ...fields.map((field) => encodeOrDefault(field, row[field.index])));
  }

  /** Writes the given fields of rows found by their Id (`undefined` values are left as they are). Returns rows found. */
  update(object: ObjectDescribe, rows: readonly RowValues[]): number {
    const fields = textsOf(object).columns.filter((field) => field.name !== 'Id');
    this.noteChange(object);
    const idIndex = object.fieldByName.get('id')!.index;
    let found = 0;
    for (const row of rows) {
      const given = fields.filter((field) => row[field.index] !== undefined);
      if (given.length === 0) continue;
      const sql = `UPDATE ${quote(object.name)} SET ${given.map((f) => `${quote(f.name)} = ?`).join(', ')} WHERE "Id" = ?`;
      found += this.connection.run(
        sql,
        ...given.map((field) => encodeOrDefault(field, row[field.index])),
        row[idIndex] as string,
      );
    }
    return found;
  }

  /** Moves rows to the recycle bin or back. `stamp`: milliseconds, becomes SystemModstamp and LastModifiedDate. */
  setDeleted(
    object: ObjectDescribe,
    ids: readonly string[],
    isDeleted: boolean,
    stamp: number,
    userId?: string,
  ): number {
    this.noteChange(object);
    const sets = ['"IsDeleted" = ?'];
    const values: SqlValue[] = [isDeleted ? 1 : 0];
    for (const [name, value] of [
      ['SystemModstamp', stamp],
      ['LastModifiedDate', stamp],
      ['LastModifiedById', userId],
    ] as const) {
      if (value === undefined || !object.fieldByName.has(name.toLowerCase())) continue;
      sets.push(`${quote(name)} = ?`);
      values.push(value);
    }
    return this.connection.run(
      `UPDATE ${quote(object.name)} SET ${sets.join(', ')} WHERE "Id" IN (SELECT value FROM json_each(?))`,
      ...values,
      JSON.stringify(ids),
    );
  }

  /** Removes rows for good: emptied recycle bin, objects without one. */
  purge(object: ObjectDescribe, ids: readonly string[]): number {
    this.noteChange(object);
    return this.connection.run(
      `DELETE FROM ${quote(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    );
  }

  /** Reads rows by id: a map of those found (formula fields are not computed: ask a query for them). */
  read(object: ObjectDescribe, ids: readonly string[], options: ReadOptions = {}): Map<string, unknown[]> {
    const includesDeleted = options.includeDeleted === true || !object.fieldByName.has('isdeleted');
    const { fields, sql } =
      options.fields === undefined
        ? textsOf(object)[includesDeleted ? 'readAll' : 'readAlive']
        : readText(object, options.fields, includesDeleted);
    const width = object.fields.length;
    const found = new Map<string, unknown[]>();
    for (const row of this.connection.all(sql, JSON.stringify(ids)))
      found.set(String(row[0]), decodeRow(fields, row, width));
    return found;
  }

  /** Ids of all rows that are not in the recycle bin, in order. */
  allIds(object: ObjectDescribe): string[] {
    const alive = object.fieldByName.has('isdeleted') ? ' WHERE "IsDeleted" = 0' : '';
    return this.connection
      .all(`SELECT "Id" FROM ${quote(object.name)}${alive} ORDER BY "Id"`)
      .map((row) => String(row[0]));
  }

  /** Finds rows whose field has one of the values (Apex values), the field's own case rule applied: unique keys, external ids, children of parents. */
  findByField(
    object: ObjectDescribe,
    field: FieldDescribe,
    values: readonly unknown[],
    options: { readonly includeDeleted?: boolean } = {},
  ): KeyMatch[] {
    const keys = values.map((value) => encodeValue(field, value)).filter((key) => key !== null);
    if (keys.length === 0) return [];
    const alive = options.includeDeleted || !object.fieldByName.has('isdeleted') ? '' : ' AND "IsDeleted" = 0';
    // The IN of a column against a subquery compares with the column's collation.
    const sql = `SELECT "Id", ${quote(field.name)} FROM ${quote(object.name)} WHERE ${quote(field.name)} IN (SELECT value FROM json_each(?))${alive} ORDER BY "Id"`;
    return this.connection.all(sql, jsonArray(keys)).map((row) => ({ id: String(row[0]), key: row[1]! }));
  }

  /** The value by which findByField matches, with case folded where the field ignores it. */
  keyOf(field: FieldDescribe, value: unknown): SqlValue {
    const key = encodeValue(field, value);
    return typeof key === 'string' && !field.isCaseSensitive && field.type !== 'REFERENCE' && field.type !== 'ID'
      ? key.toLowerCase()
      : key;
  }

  close(): void {
    this.connection.close();
  }
}

export function writableColumns(object: ObjectDescribe): FieldDescribe[] {
  if (!hasTable(object)) throw new Error(`${object.name} has no rows.`);
  return object.fields.filter((field) => isStored(field) && !isComputedName(object, field));
}

interface ReadText {
  readonly fields: readonly FieldDescribe[];
  readonly sql: string;
}

/** The statements that every save and read of an object repeats. A describe never changes: a deploy makes others. */
interface ObjectTexts {
  readonly columns: readonly FieldDescribe[];
  readonly insertSql: string;
  readonly readAlive: ReadText;
  readonly readAll: ReadText;
}

const texts = new WeakMap<ObjectDescribe, ObjectTexts>();

function textsOf(object: ObjectDescribe): ObjectTexts {
  let known = texts.get(object);
  if (known === undefined) {
    const columns = writableColumns(object);
    const names = columns.map((field) => quote(field.name)).join(', ');
    known = {
      columns,
      insertSql: `INSERT INTO ${quote(object.name)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      readAlive: readText(object, object.fields, false),
      readAll: readText(object, object.fields, true),
    };
    texts.set(object, known);
  }
  return known;
}

function readText(object: ObjectDescribe, wanted: readonly FieldDescribe[], includesDeleted: boolean): ReadText {
  const fields = wanted.filter((field) => isStored(field));
  const columns = ['"Id"', ...fields.map((field) => columnExpression(field, quote(field.name)))];
  const alive = includesDeleted ? '' : ' AND "IsDeleted" = 0';
  const sql = `SELECT ${columns.join(', ')} FROM ${quote(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?))${alive}`;
  return { fields, sql };
}

function encodeOrDefault(field: FieldDescribe, value: unknown): SqlValue {
  if (value === undefined || value === null) return field.type === 'BOOLEAN' ? 0 : null;
  return encodeValue(field, value);
}

/** `row` starts with the Id. */
function decodeRow(fields: readonly FieldDescribe[], row: SqlRow, width: number): unknown[] {
  const values = new Array<unknown>(width);
  fields.forEach((field, at) => (values[field.index] = decodeValue(field, row[at + 1]!)));
  return values;
}
