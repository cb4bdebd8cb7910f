/**
 * Work that waits or runs: one row per queueable, future call, batch chunk, finalizer and scheduled run. The row is
 * written in the transaction that asks for the work, so it exists exactly if that transaction commits.
 */
import type { Connection, SqlRow } from '../connection.ts';

export type JobKind =
  | 'queueable'
  | 'future'
  | 'batch-start'
  | 'batch-chunk'
  | 'batch-finish'
  | 'finalizer'
  | 'schedulable'
  | 'schedule-batch';

export interface StoredJob {
  /** Order of enqueueing. */
  readonly sequence: number;
  readonly kind: JobKind;
  /** The AsyncApexJob it belongs to. */
  readonly jobId: string;
  readonly className: string;
  readonly methodName: string | null;
  /** Serialised object or arguments (org/jobs/job-state.ts). */
  readonly state: string;
  readonly userId: string;
  readonly dueAt: number;
  readonly isRunning: boolean;
  readonly signature: string | null;
  readonly stackDepth: number;
  readonly maximumStackDepth: number | null;
  /** How often a finalizer has enqueued the job again after failures in a row. */
  readonly retries: number;
  /** The finalizer that the running job has attached, kept so that it runs even if the process is killed. */
  readonly finalizer: string | null;
}

export type NewJob = Omit<StoredJob, 'sequence' | 'isRunning' | 'finalizer'>;

const COLUMNS =
  'sequence, kind, job_id, class_name, method_name, state, user_id, due_at, is_running, signature, stack_depth, maximum_stack_depth, retries, finalizer';

export class JobStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  static create(connection: Connection): void {
    connection.execute(`CREATE TABLE IF NOT EXISTS _job (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, job_id TEXT NOT NULL, class_name TEXT NOT NULL, method_name TEXT,
      state TEXT NOT NULL, user_id TEXT NOT NULL, due_at INTEGER NOT NULL, is_running INTEGER NOT NULL DEFAULT 0,
      signature TEXT, stack_depth INTEGER NOT NULL DEFAULT 1, maximum_stack_depth INTEGER, retries INTEGER NOT NULL DEFAULT 0, finalizer TEXT);
      CREATE INDEX IF NOT EXISTS _job_due ON _job (is_running, due_at);
      CREATE INDEX IF NOT EXISTS _job_id ON _job (job_id);`);
  }

  add(job: NewJob): number {
    this.connection.run(
      'INSERT INTO _job (kind, job_id, class_name, method_name, state, user_id, due_at, signature, stack_depth, maximum_stack_depth, retries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      job.kind,
      job.jobId,
      job.className,
      job.methodName,
      job.state,
      job.userId,
      job.dueAt,
      job.signature,
      job.stackDepth,
      job.maximumStackDepth,
      job.retries,
    );
    return Number(this.connection.get('SELECT last_insert_rowid()')![0]);
  }

  /** Waiting jobs that are due at `now`, in the order in which they became due. */
  due(now: number, maximum: number): StoredJob[] {
    // The parts of one batch job run one after the other.
    const first =
      'NOT EXISTS (SELECT 1 FROM _job other WHERE other.job_id = job.job_id AND other.sequence < job.sequence)';
    return this.connection
      .all(
        `SELECT ${COLUMNS} FROM _job job WHERE is_running = 0 AND due_at <= ? AND ${first} ORDER BY due_at, sequence LIMIT ?`,
        now,
        maximum,
      )
      .map(jobOf);
  }

  nextDueAt(): number | undefined {
    const row = this.connection.get('SELECT min(due_at) FROM _job WHERE is_running = 0');
    return row?.[0] == null ? undefined : Number(row[0]);
  }

  running(): StoredJob[] {
    return this.connection.all(`SELECT ${COLUMNS} FROM _job WHERE is_running = 1 ORDER BY sequence`).map(jobOf);
  }

  find(sequence: number): StoredJob | undefined {
    const row = this.connection.get(`SELECT ${COLUMNS} FROM _job WHERE sequence = ?`, sequence);
    return row === undefined ? undefined : jobOf(row);
  }

  /** Claims a waiting job; false if somebody else did or it was aborted. Its signature is free from now on. */
  claim(sequence: number): boolean {
    return (
      this.connection.run(
        'UPDATE _job SET is_running = 1, signature = NULL WHERE sequence = ? AND is_running = 0',
        sequence,
      ) === 1
    );
  }

  keepFinalizer(sequence: number, finalizer: string): void {
    this.connection.run('UPDATE _job SET finalizer = ? WHERE sequence = ?', finalizer, sequence);
  }

  /** The waiting part of a batch carries the job object's state on to the next. */
  setState(sequence: number, state: string): void {
    this.connection.run('UPDATE _job SET state = ? WHERE sequence = ?', state, sequence);
  }

  waiting(jobId: string): StoredJob[] {
    return this.connection
      .all(`SELECT ${COLUMNS} FROM _job WHERE job_id = ? AND is_running = 0 ORDER BY sequence`, jobId)
      .map(jobOf);
  }

  remove(sequence: number): void {
    this.connection.run('DELETE FROM _job WHERE sequence = ?', sequence);
  }

  /** Takes out what still waits of an AsyncApexJob. */
  removeWaiting(jobId: string): number {
    return this.connection.run('DELETE FROM _job WHERE job_id = ? AND is_running = 0', jobId);
  }

  hasSignature(signature: string): boolean {
    return this.connection.get('SELECT 1 FROM _job WHERE signature = ? AND is_running = 0', signature) !== undefined;
  }

  /** Names of classes that have jobs waiting or running: they cannot be deployed over. */
  busyClasses(): string[] {
    return this.connection.all('SELECT DISTINCT class_name FROM _job').map((row) => String(row[0]));
  }

  count(): number {
    return Number(this.connection.get('SELECT count(*) FROM _job')![0]);
  }
}

function jobOf(row: SqlRow): StoredJob {
  const [
    sequence,
    kind,
    jobId,
    className,
    methodName,
    state,
    userId,
    dueAt,
    isRunning,
    signature,
    stackDepth,
    maximumStackDepth,
    retries,
    finalizer,
  ] = row;
  return {
    sequence: Number(sequence),
    kind: kind as JobKind,
    jobId: String(jobId),
    className: String(className),
    methodName: methodName as string | null,
    state: String(state),
    userId: String(userId),
    dueAt: Number(dueAt),
    isRunning: Number(isRunning) === 1,
    signature: signature as string | null,
    stackDepth: Number(stackDepth),
    maximumStackDepth: maximumStackDepth === null ? null : Number(maximumStackDepth),
    retries: Number(retries),
    finalizer: finalizer as string | null,
  };
}
