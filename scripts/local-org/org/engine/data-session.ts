/**
 * The database side of a transaction: reads run on their own until the first write or FOR UPDATE, which takes the
 * writer's lock and begins the SQLite transaction (reference/runtime.md §6). Savepoints nest inside it.
 */
import type { OrgDatabase } from '../../database/index.ts';
import type { WriterLock } from './writer-lock.ts';

/** Salesforce gives up waiting for a row after ten seconds. */
const LOCK_TIMEOUT_MILLISECONDS = 10_000;

export class LockTimeoutError extends Error {
  constructor() {
    super('unable to obtain exclusive access to this record');
  }
}

export class DataSession {
  readonly database: OrgDatabase;
  private readonly lock: WriterLock;
  private counter = 0;

  constructor(database: OrgDatabase, lock: WriterLock) {
    this.database = database;
    this.lock = lock;
  }

  get isWriting(): boolean {
    return this.database.transaction === 'write';
  }

  ensureWriting(): void {
    if (this.isWriting) return;
    if (!this.lock.acquire(LOCK_TIMEOUT_MILLISECONDS)) throw new LockTimeoutError();
    try {
      this.database.begin('write');
    } catch (error) {
      this.lock.release();
      throw error;
    }
  }

  commit(): void {
    if (!this.isWriting) return;
    try {
      this.database.commit();
    } finally {
      this.lock.release();
    }
  }

  rollback(): void {
    if (!this.isWriting) return;
    try {
      this.database.rollback();
    } finally {
      this.lock.release();
    }
  }

  /** Opens a savepoint and answers its name. */
  savepoint(): string {
    this.ensureWriting();
    const name = `sp${++this.counter}`;
    this.database.savepoint(name);
    return name;
  }

  rollbackTo(name: string): void {
    this.database.rollbackTo(name);
  }

  release(name: string): void {
    this.database.release(name);
  }

  /** Runs `body` inside a savepoint that is undone if it throws. */
  atomically<Result>(body: () => Result): Result {
    const name = this.savepoint();
    try {
      const result = body();
      this.release(name);
      return result;
    } catch (error) {
      if (this.isWriting) {
        this.rollbackTo(name);
        this.release(name);
      }
      throw error;
    }
  }

  /** A write of the org's own, in the open transaction or in one that is committed at once. */
  write<Result>(body: () => Result): Result {
    if (this.isWriting) return body();
    this.ensureWriting();
    try {
      const result = body();
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }
}
