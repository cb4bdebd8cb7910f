/**
 * Starts what is due, on the main thread: waiting jobs in order, schedules by the org's clock, events for their triggers.
 * All of it is rows, so that nothing depends on this process living on.
 */
import type { Stores } from '../engine/stores.ts';
import type { Clock } from '../engine/clock.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Jobs that run side by side; the rest of the workers answer people. */
const PARALLEL_JOBS = 4;
const LONGEST_SLEEP_MILLISECONDS = 60_000;

export class Dispatcher {
  private readonly stores: Stores;
  private readonly clock: Clock;
  private readonly pool: WorkerPool;
  private readonly jobs = new Set<number>();
  private readonly batches = new Set<string>();
  private readonly schedules = new Set<string>();
  private readonly triggers = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private isPumping = false;
  private soon: NodeJS.Immediate | undefined;

  constructor(stores: Stores, clock: Clock, pool: WorkerPool) {
    this.stores = stores;
    this.clock = clock;
    this.pool = pool;
  }

  /** Call it whenever work was added or finished: what happens in one turn is looked at once. */
  pumpSoon(): void {
    if (this.isStopped || this.soon !== undefined) return;
    this.soon = setImmediate(() => {
      this.soon = undefined;
      this.pump();
    });
  }

  /** Starts what is due now. */
  pump(): void {
    if (this.isStopped || this.isPumping) return;
    this.isPumping = true;
    try {
      this.fireSchedules();
      this.deliverEvents();
      this.startJobs();
      this.sleep();
    } finally {
      this.isPumping = false;
    }
  }

  /** Whether nothing runs and nothing is due now. */
  isIdle(): boolean {
    const now = this.clock.now();
    const isRunning = this.jobs.size + this.schedules.size + this.triggers.size > 0;
    if (isRunning || this.stores.jobs.due(now, 1).length > 0) return false;
    const waits = this.stores.events.nextReadyAt();
    return waits === undefined && this.stores.schedules.due(now).length === 0;
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    clearImmediate(this.soon);
  }

  private fireSchedules(): void {
    for (const { cronTriggerId } of this.stores.schedules.due(this.clock.now())) {
      if (this.schedules.has(cronTriggerId)) continue;
      this.schedules.add(cronTriggerId);
      this.follow(this.pool.run({ kind: 'schedule', cronTriggerId }), () => this.schedules.delete(cronTriggerId));
    }
  }

  private deliverEvents(): void {
    for (const { trigger } of this.stores.events.ready(this.clock.now())) {
      if (this.triggers.has(trigger)) continue;
      this.triggers.add(trigger);
      this.follow(this.pool.run({ kind: 'events', trigger }), () => this.triggers.delete(trigger));
    }
  }

  private startJobs(): void {
    if (this.jobs.size >= PARALLEL_JOBS) return;
    for (const job of this.stores.jobs.due(this.clock.now(), PARALLEL_JOBS * 4)) {
      if (this.jobs.size >= PARALLEL_JOBS) return;
      if (this.jobs.has(job.sequence) || this.batches.has(job.jobId)) continue;
      this.jobs.add(job.sequence);
      this.batches.add(job.jobId);
      this.follow(this.pool.run({ kind: 'job', sequence: job.sequence }), () => {
        this.jobs.delete(job.sequence);
        this.batches.delete(job.jobId);
      });
    }
  }

  private follow(work: Promise<unknown>, done: () => void): void {
    work
      .catch((error: unknown) => {
        if (!this.isStopped) console.error('Work of the local org failed:', error);
      })
      .finally(() => {
        done();
        this.pumpSoon();
      });
  }

  /** Real time until the next thing is due by the org's clock. */
  private sleep(): void {
    clearTimeout(this.timer);
    const moments = [
      this.stores.jobs.nextDueAt(),
      this.stores.schedules.nextFireAt(),
      this.stores.events.nextReadyAt(),
    ].filter((at) => at !== undefined);
    if (moments.length === 0) return;
    const wait = Math.min(...moments) - this.clock.now();
    if (wait <= 0 && this.jobs.size + this.schedules.size + this.triggers.size > 0) return;
    this.timer = setTimeout(() => this.pump(), Math.min(Math.max(wait, 10), LONGEST_SLEEP_MILLISECONDS));
    this.timer.unref();
  }
}
