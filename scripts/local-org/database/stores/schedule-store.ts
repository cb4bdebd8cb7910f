/** Scheduled Apex: what each CronTrigger runs. The CronTrigger and CronJobDetail rows are the public side of it. */
import type { Connection, SqlRow } from '../connection.ts';

export interface StoredSchedule {
  readonly cronTriggerId: string;
  readonly name: string;
  readonly expression: string;
  readonly className: string;
  /** The Schedulable, or for a scheduled batch the Batchable, serialised. */
  readonly state: string;
  readonly userId: string;
  readonly timeZone: string;
  readonly nextFireAt: number | null;
  /** Set for System.scheduleBatch: runs once, as a batch of this scope. */
  readonly batchScope: number | null;
}

const COLUMNS = 'cron_trigger_id, name, expression, class_name, state, user_id, time_zone, next_fire_at, batch_scope';

export class ScheduleStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  static create(connection: Connection): void {
    connection.execute(`CREATE TABLE IF NOT EXISTS _schedule (
      cron_trigger_id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL UNIQUE, expression TEXT NOT NULL, class_name TEXT NOT NULL, state TEXT NOT NULL,
      user_id TEXT NOT NULL, time_zone TEXT NOT NULL, next_fire_at INTEGER, batch_scope INTEGER) WITHOUT ROWID;`);
  }

  add(schedule: StoredSchedule): void {
    this.connection.run(
      `INSERT INTO _schedule (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      schedule.cronTriggerId,
      schedule.name,
      schedule.expression,
      schedule.className,
      schedule.state,
      schedule.userId,
      schedule.timeZone,
      schedule.nextFireAt,
      schedule.batchScope,
    );
  }

  due(now: number): StoredSchedule[] {
    return this.connection
      .all(`SELECT ${COLUMNS} FROM _schedule WHERE next_fire_at <= ? ORDER BY next_fire_at, cron_trigger_id`, now)
      .map(scheduleOf);
  }

  all(): StoredSchedule[] {
    return this.connection.all(`SELECT ${COLUMNS} FROM _schedule ORDER BY cron_trigger_id`).map(scheduleOf);
  }

  find(cronTriggerId: string): StoredSchedule | undefined {
    const row = this.connection.get(`SELECT ${COLUMNS} FROM _schedule WHERE cron_trigger_id = ?`, cronTriggerId);
    return row === undefined ? undefined : scheduleOf(row);
  }

  findByName(name: string): StoredSchedule | undefined {
    const row = this.connection.get(`SELECT ${COLUMNS} FROM _schedule WHERE name = ?`, name);
    return row === undefined ? undefined : scheduleOf(row);
  }

  nextFireAt(): number | undefined {
    const row = this.connection.get('SELECT min(next_fire_at) FROM _schedule');
    return row?.[0] == null ? undefined : Number(row[0]);
  }

  setNextFireAt(cronTriggerId: string, at: number | null): void {
    this.connection.run('UPDATE _schedule SET next_fire_at = ? WHERE cron_trigger_id = ?', at, cronTriggerId);
  }

  remove(cronTriggerId: string): boolean {
    return this.connection.run('DELETE FROM _schedule WHERE cron_trigger_id = ?', cronTriggerId) === 1;
  }
}

function scheduleOf(row: SqlRow): StoredSchedule {
  const [cronTriggerId, name, expression, className, state, userId, timeZone, nextFireAt, batchScope] = row;
  return {
    cronTriggerId: String(cronTriggerId),
    name: String(name),
    expression: String(expression),
    className: String(className),
    state: String(state),
    userId: String(userId),
    timeZone: String(timeZone),
    nextFireAt: nextFireAt === null ? null : Number(nextFireAt),
    batchScope: batchScope === null ? null : Number(batchScope),
  };
}
