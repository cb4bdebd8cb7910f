/**
 * One connection to the org's SQLite file (or memory), with its prepared statements kept by their text and its
 * transaction state. SQL itself is written by the neighbours in this folder and by soql/.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type SqlValue = null | number | bigint | string | Uint8Array;
export type SqlRow = SqlValue[];

/** More texts than any program's hot set; DDL empties the cache anyway. */
const CACHED_STATEMENTS = 1000;

export class Connection {
  readonly path: string;
  readonly sqlite: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private depth: 'none' | 'read' | 'write' = 'none';

  /** `path`: a file, or ':memory:'. */
  constructor(path: string) {
    this.path = path;
    this.sqlite = new DatabaseSync(path);
    this.sqlite.exec('PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF; PRAGMA temp_store = MEMORY;');
    if (path !== ':memory:') {
      // WAL with NORMAL loses nothing when the process is killed; only a power cut can lose the last commits.
      // The org's own lock makes writers wait before SQLite would; the time-out covers checkpoints and foreign tools.
      this.sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;');
      // A checkpoint makes its commit wait for the disk: rather seldom and large than often.
      this.sqlite.exec('PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -16000;');
    }
  }

  get transaction(): 'none' | 'read' | 'write' {
    return this.depth;
  }

  prepare(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const made = this.sqlite.prepare(sql);
    made.setReturnArrays(true);
    if (this.statements.size >= CACHED_STATEMENTS) this.statements.delete(this.statements.keys().next().value!);
    this.statements.set(sql, made);
    return made;
  }

  all(sql: string, ...values: SqlValue[]): SqlRow[] {
    return this.prepare(sql).all(...(values as SQLInputValue[])) as unknown as SqlRow[];
  }

  get(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.prepare(sql).get(...(values as SQLInputValue[])) as unknown as SqlRow | undefined;
  }

  run(sql: string, ...values: SqlValue[]): number {
    return Number(this.prepare(sql).run(...(values as SQLInputValue[])).changes);
  }

  /** Runs DDL or a pragma; forgets prepared statements, whose columns may be gone. */
  execute(sql: string): void {
    this.statements.clear();
    this.sqlite.exec(sql);
  }

  begin(mode: 'read' | 'write'): void {
    if (this.depth !== 'none') throw new Error('A transaction is already open on this connection.');
    this.sqlite.exec(mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    this.depth = mode;
  }

  commit(): void {
    this.sqlite.exec('COMMIT');
    this.depth = 'none';
  }

  rollback(): void {
    if (this.depth === 'none') return;
    this.sqlite.exec('ROLLBACK');
    this.depth = 'none';
  }

  savepoint(name: string): void {
    this.sqlite.exec(`SAVEPOINT ${quote(name)}`);
  }

  rollbackTo(name: string): void {
    this.sqlite.exec(`ROLLBACK TO ${quote(name)}`);
  }

  release(name: string): void {
    this.sqlite.exec(`RELEASE ${quote(name)}`);
  }

  close(): void {
    this.statements.clear();
    this.sqlite.close();
  }
}

/** An identifier of SQL. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A list as one bind value, for `IN (SELECT value FROM json_each(?))`: the statement's text stays the same whatever its length. */
export function jsonArray(values: readonly SqlValue[]): string {
  return `[${values.map((value) => (typeof value === 'bigint' ? value.toString() : JSON.stringify(value))).join(',')}]`;
}
