/** What the platform knows: its records, and every call that reached it. */
import { DatabaseSync } from 'node:sqlite';

export type WireValue = string | number | boolean | readonly string[] | null;

export interface PlatformRecord {
  readonly resource: string;
  readonly key: string;
  readonly remoteKey: string;
  readonly rev: number;
  readonly isDeleted: boolean;
  readonly values: Readonly<Record<string, WireValue>>;
}

export interface ReceivedItem {
  readonly call: number;
  readonly at: number;
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly rev: number;
  readonly set: Readonly<Record<string, WireValue>>;
  readonly clear: readonly string[];
  readonly status: string;
  /** True when the item's id had been answered before: it took no effect again. */
  readonly isRepeat: boolean;
}

export interface ReceivedCall {
  readonly number: number;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly webhookId: string | null;
  readonly status: number;
  readonly items: number;
}

export class PlatformStore {
  readonly #database: DatabaseSync;

  constructor(file = ':memory:') {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      CREATE TABLE IF NOT EXISTS record (resource TEXT, key TEXT, number INTEGER, rev INTEGER, deleted INTEGER, PRIMARY KEY (resource, key));
      CREATE TABLE IF NOT EXISTS value (resource TEXT, key TEXT, name TEXT, value TEXT, sequence INTEGER, PRIMARY KEY (resource, key, name));
      CREATE TABLE IF NOT EXISTS answered (id TEXT PRIMARY KEY, answer TEXT);
      CREATE TABLE IF NOT EXISTS call (number INTEGER PRIMARY KEY, at INTEGER, method TEXT, path TEXT, webhook TEXT, status INTEGER, items INTEGER);
      CREATE TABLE IF NOT EXISTS item (call INTEGER, at INTEGER, id TEXT, type TEXT, key TEXT, rev INTEGER, body TEXT, status TEXT, repeat INTEGER);
      CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER);
    `);
  }

  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  nextNumber(name: string): number {
    const row = this.#database
      .prepare('INSERT INTO counter VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value')
      .get(name) as { value: number };
    return row.value;
  }

  record(resource: string, key: string): PlatformRecord | undefined {
    const row = this.#database.prepare('SELECT * FROM record WHERE resource = ? AND key = ?').get(resource, key);
    return row === undefined ? undefined : this.#toRecord(row as unknown as RecordRow);
  }

  records(resource: string): PlatformRecord[] {
    const rows = this.#database.prepare('SELECT * FROM record WHERE resource = ? ORDER BY key').all(resource);
    return (rows as unknown as RecordRow[]).map((row) => this.#toRecord(row));
  }

  /** Writes values; a blank takes the value away. `sequence` is the platform's own, set when the change was born here. */
  write(
    resource: string,
    key: string,
    values: Readonly<Record<string, WireValue>>,
    rev: number | undefined,
    sequence?: number,
  ): PlatformRecord {
    const known = this.record(resource, key);
    this.#database
      .prepare(
        'INSERT INTO record VALUES (?, ?, ?, ?, 0) ON CONFLICT (resource, key) DO UPDATE SET rev = excluded.rev, deleted = 0',
      )
      .run(
        resource,
        key,
        known === undefined ? this.nextNumber('record') : Number(known.remoteKey),
        rev ?? known?.rev ?? 0,
      );
    for (const [name, value] of Object.entries(values)) {
      if (isBlank(value)) {
        this.#database
          .prepare('DELETE FROM value WHERE resource = ? AND key = ? AND name = ?')
          .run(resource, key, name);
      } else {
        this.#database
          .prepare(
            'INSERT INTO value VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value, sequence = excluded.sequence',
          )
          .run(resource, key, name, JSON.stringify(value), sequence ?? null);
      }
    }
    return this.record(resource, key)!;
  }

  /** The platform's own sequence of the value it holds; 0 when it came from outside. */
  sequenceOf(resource: string, key: string, name: string): number {
    const row = this.#database
      .prepare('SELECT sequence FROM value WHERE resource = ? AND key = ? AND name = ?')
      .get(resource, key, name);
    return Number((row as { sequence: number | null } | undefined)?.sequence ?? 0);
  }

  markDeleted(resource: string, key: string, rev: number): void {
    this.#database
      .prepare('UPDATE record SET deleted = 1, rev = ? WHERE resource = ? AND key = ?')
      .run(rev, resource, key);
    this.#database.prepare('DELETE FROM value WHERE resource = ? AND key = ?').run(resource, key);
  }

  answerTo(id: string): Record<string, unknown> | undefined {
    const row = this.#database.prepare('SELECT answer FROM answered WHERE id = ?').get(id) as
      { answer: string } | undefined;
    return row === undefined ? undefined : (JSON.parse(row.answer) as Record<string, unknown>);
  }

  rememberAnswer(id: string, answer: Record<string, unknown>): void {
    this.#database.prepare('INSERT OR REPLACE INTO answered VALUES (?, ?)').run(id, JSON.stringify(answer));
  }

  logCall(call: Omit<ReceivedCall, 'number'>): number {
    const result = this.#database
      .prepare('INSERT INTO call (at, method, path, webhook, status, items) VALUES (?, ?, ?, ?, ?, ?)')
      .run(call.at, call.method, call.path, call.webhookId, call.status, call.items);
    return Number(result.lastInsertRowid);
  }

  logItem(item: ReceivedItem): void {
    this.#database
      .prepare('INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        item.call,
        item.at,
        item.id,
        item.type,
        item.key,
        item.rev,
        JSON.stringify({ set: item.set, clear: item.clear }),
        item.status,
        item.isRepeat ? 1 : 0,
      );
  }

  lastCall(): number {
    return Number((this.#database.prepare('SELECT max(number) AS n FROM call').get() as { n: number | null }).n ?? 0);
  }

  calls(after = 0): ReceivedCall[] {
    const rows = this.#database
      .prepare(
        'SELECT number, at, method, path, webhook AS webhookId, status, items FROM call WHERE number > ? ORDER BY number',
      )
      .all(after);
    return rows as unknown as ReceivedCall[];
  }

  items(afterCall = 0, key?: string): ReceivedItem[] {
    const rows = this.#database
      .prepare('SELECT * FROM item WHERE call > ? AND (? IS NULL OR key = ?) ORDER BY rowid')
      .all(afterCall, key ?? null, key ?? null) as unknown as ItemRow[];
    return rows.map(({ body, repeat, ...rest }) => ({
      ...rest,
      ...(JSON.parse(body) as Pick<ReceivedItem, 'set' | 'clear'>),
      isRepeat: repeat === 1,
    }));
  }

  close(): void {
    this.#database.close();
  }

  #toRecord(row: RecordRow): PlatformRecord {
    const values = this.#database
      .prepare('SELECT name, value FROM value WHERE resource = ? AND key = ? ORDER BY name')
      .all(row.resource, row.key);
    return {
      resource: row.resource,
      key: row.key,
      remoteKey: String(row.number),
      rev: row.rev,
      isDeleted: row.deleted === 1,
      values: Object.fromEntries(
        (values as unknown as ValueRow[]).map(({ name, value }) => [name, JSON.parse(value) as WireValue]),
      ),
    };
  }
}

interface RecordRow {
  readonly resource: string;
  readonly key: string;
  readonly number: number;
  readonly rev: number;
  readonly deleted: number;
}

interface ValueRow {
  readonly name: string;
  readonly value: string;
}

type ItemRow = Omit<ReceivedItem, 'set' | 'clear' | 'isRepeat'> & { readonly body: string; readonly repeat: number };

export function isBlank(value: WireValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
