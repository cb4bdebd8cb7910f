/** Published platform events in the order of their commit, and how far each subscribing trigger has read. */
import type { Connection, SqlRow } from '../connection.ts';

export interface StoredEvent {
  readonly replayId: number;
  readonly object: string;
  readonly uuid: string;
  /** The record, serialised (org/jobs/job-state.ts). */
  readonly state: string;
  readonly createdAt: number;
  readonly createdById: string;
}

export interface StoredSubscription {
  readonly trigger: string;
  readonly object: string;
  /** Replay id of the last event that was taken off. */
  readonly position: number;
  readonly retries: number;
  readonly lastError: string | null;
  readonly status: 'Running' | 'Error';
  readonly isBusy: boolean;
  /** Not before this moment: the pause before a retry. */
  readonly notBefore: number;
}

/** Salesforce keeps high-volume events for three days. */
const KEPT_MILLISECONDS = 72 * 3_600_000;

const EVENT_COLUMNS = 'replay_id, object, uuid, state, created_at, created_by_id';
const SUBSCRIPTION_COLUMNS = 'trigger_name, object, position, retries, last_error, status, is_busy, not_before';

export class EventStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  static create(connection: Connection): void {
    connection.execute(`CREATE TABLE IF NOT EXISTS _event (
      replay_id INTEGER PRIMARY KEY AUTOINCREMENT, object TEXT NOT NULL, uuid TEXT NOT NULL, state TEXT NOT NULL,
      created_at INTEGER NOT NULL, created_by_id TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS _event_object ON _event (object, replay_id);
      CREATE TABLE IF NOT EXISTS _subscription (
      trigger_name TEXT PRIMARY KEY NOT NULL, object TEXT NOT NULL, position INTEGER NOT NULL, retries INTEGER NOT NULL DEFAULT 0,
      last_error TEXT, status TEXT NOT NULL DEFAULT 'Running', is_busy INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;`);
  }

  add(event: Omit<StoredEvent, 'replayId'>): number {
    this.connection.run(
      'INSERT INTO _event (object, uuid, state, created_at, created_by_id) VALUES (?, ?, ?, ?, ?)',
      event.object,
      event.uuid,
      event.state,
      event.createdAt,
      event.createdById,
    );
    return Number(this.connection.get('SELECT last_insert_rowid()')![0]);
  }

  after(object: string, position: number, maximum: number): StoredEvent[] {
    return this.connection
      .all(
        `SELECT ${EVENT_COLUMNS} FROM _event WHERE object = ? AND replay_id > ? ORDER BY replay_id LIMIT ?`,
        object,
        position,
        maximum,
      )
      .map(eventOf);
  }

  lastReplayId(): number {
    const row = this.connection.get(`SELECT seq FROM sqlite_sequence WHERE name = '_event'`);
    return row === undefined ? 0 : Number(row[0]);
  }

  forgetOld(now: number): void {
    this.connection.run(
      'DELETE FROM _event WHERE created_at < ? AND replay_id <= (SELECT coalesce(min(position), 0) FROM _subscription)',
      now - KEPT_MILLISECONDS,
    );
  }

  subscriptions(): StoredSubscription[] {
    return this.connection
      .all(`SELECT ${SUBSCRIPTION_COLUMNS} FROM _subscription ORDER BY trigger_name`)
      .map(subscriptionOf);
  }

  subscription(trigger: string): StoredSubscription | undefined {
    const row = this.connection.get(
      `SELECT ${SUBSCRIPTION_COLUMNS} FROM _subscription WHERE trigger_name = ?`,
      trigger,
    );
    return row === undefined ? undefined : subscriptionOf(row);
  }

  /** Subscriptions with events to read, not in error, not at work, and not pausing at `now`. */
  ready(now: number): StoredSubscription[] {
    return this.connection
      .all(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM _subscription s WHERE status = 'Running' AND is_busy = 0 AND not_before <= ?
         AND EXISTS (SELECT 1 FROM _event e WHERE e.object = s.object AND e.replay_id > s.position) ORDER BY trigger_name`,
        now,
      )
      .map(subscriptionOf);
  }

  /** When the next pausing subscription with events may go on. */
  nextReadyAt(): number | undefined {
    const row = this.connection.get(
      `SELECT min(not_before) FROM _subscription s WHERE status = 'Running' AND is_busy = 0
       AND EXISTS (SELECT 1 FROM _event e WHERE e.object = s.object AND e.replay_id > s.position)`,
    );
    return row?.[0] == null ? undefined : Number(row[0]);
  }

  subscribe(trigger: string, object: string, position: number): void {
    this.connection.run(
      'INSERT INTO _subscription (trigger_name, object, position) VALUES (?, ?, ?) ON CONFLICT (trigger_name) DO UPDATE SET object = excluded.object',
      trigger,
      object,
      position,
    );
  }

  unsubscribe(trigger: string): void {
    this.connection.run('DELETE FROM _subscription WHERE trigger_name = ?', trigger);
  }

  claim(trigger: string): boolean {
    return (
      this.connection.run(
        `UPDATE _subscription SET is_busy = 1 WHERE trigger_name = ? AND is_busy = 0 AND status = 'Running'`,
        trigger,
      ) === 1
    );
  }

  settle(
    trigger: string,
    outcome: Pick<StoredSubscription, 'position' | 'retries' | 'lastError' | 'status' | 'notBefore'>,
  ): void {
    this.connection.run(
      'UPDATE _subscription SET is_busy = 0, position = ?, retries = ?, last_error = ?, status = ?, not_before = ? WHERE trigger_name = ?',
      outcome.position,
      outcome.retries,
      outcome.lastError,
      outcome.status,
      outcome.notBefore,
      trigger,
    );
  }

  /** After a crash nobody is at work: what was being delivered is delivered again. */
  releaseAll(): void {
    this.connection.run('UPDATE _subscription SET is_busy = 0');
  }
}

function eventOf(row: SqlRow): StoredEvent {
  const [replayId, object, uuid, state, createdAt, createdById] = row;
  return {
    replayId: Number(replayId),
    object: String(object),
    uuid: String(uuid),
    state: String(state),
    createdAt: Number(createdAt),
    createdById: String(createdById),
  };
}

function subscriptionOf(row: SqlRow): StoredSubscription {
  const [trigger, object, position, retries, lastError, status, isBusy, notBefore] = row;
  return {
    trigger: String(trigger),
    object: String(object),
    position: Number(position),
    retries: Number(retries),
    lastError: lastError as string | null,
    status: status as StoredSubscription['status'],
    isBusy: Number(isBusy) === 1,
    notBefore: Number(notBefore),
  };
}
