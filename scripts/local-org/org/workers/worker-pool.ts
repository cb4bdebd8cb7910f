/**
 * The workers of an org: tasks go to an idle one, or wait. A worker that sleeps in a callout does not count as busy, so a
 * slow platform outside never stops the org; one that runs away is ended.
 */
import { MessageChannel, Worker } from 'node:worker_threads';
import { sendRequest, type OutgoingRequest, type TransportOptions } from '../callouts/http-transport.ts';
import { ApiError } from '../local-org.ts';
import { UnsupportedError } from '../../unsupported.ts';
import { serveBlockingCalls } from './callout-bridge.ts';
import type { ErrorText, FromWorker, Task, TaskResults, ToWorker, WorkerData } from './messages.ts';
import type { WriterLock } from '../engine/writer-lock.ts';

export interface PoolOptions {
  readonly path: string;
  readonly clock: SharedArrayBuffer;
  readonly lock: WriterLock;
  readonly baseUrls: { instanceUrl: string; siteUrl: string };
  readonly transport: TransportOptions;
  /** Workers that may compute at once; more are made only while some sleep in callouts. */
  readonly computing: number;
  readonly workAdded: () => void;
}

const MAXIMUM_WORKERS = 32;
/** Longer than any limit of Apex: a worker that computes for so long is lost. */
const RUNAWAY_MILLISECONDS = 180_000;
const WATCH_MILLISECONDS = 5_000;
const OLD_SPACE_MEGABYTES = 1024;
const STACK_MEGABYTES = 16;

interface Waiting {
  readonly id: number;
  readonly task: Task;
  readonly isUrgent: boolean;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
  readonly progress?: (done: number, total: number) => void;
}

interface PooledWorker {
  readonly worker: Worker;
  readonly threadNumber: number;
  isReady: boolean;
  running: Waiting | undefined;
  /** Since when it computes, not counting callouts. */
  since: number;
  isInCallout: boolean;
}

export class WorkerPool {
  private readonly options: PoolOptions;
  private readonly workers = new Set<PooledWorker>();
  private readonly queue: Waiting[] = [];
  private readonly watch: NodeJS.Timeout;
  private nextId = 1;
  private nextThread = 2;
  private isStopped = false;

  constructor(options: PoolOptions) {
    this.options = options;
    this.watch = setInterval(() => this.endRunaways(), WATCH_MILLISECONDS);
    this.watch.unref();
  }

  /** Requests of people go before jobs. */
  run<Kind extends Task['kind']>(
    task: Task & { readonly kind: Kind },
    more: { readonly isUrgent?: boolean; readonly progress?: (done: number, total: number) => void } = {},
  ): Promise<TaskResults[Kind]> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        id: this.nextId++,
        task,
        isUrgent: more.isUrgent === true,
        resolve,
        reject,
        progress: more.progress,
      };
      const at = waiting.isUrgent ? this.queue.findIndex((other) => !other.isUrgent) : -1;
      if (at >= 0) this.queue.splice(at, 0, waiting);
      else this.queue.push(waiting);
      this.assign();
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.watch);
    for (const waiting of this.queue.splice(0))
      waiting.reject(new ApiError(503, 'SERVER_UNAVAILABLE', 'The local org is stopping.'));
    await Promise.all([...this.workers].map(({ worker }) => worker.terminate()));
  }

  private get computingCount(): number {
    return [...this.workers].filter((each) => each.running !== undefined && !each.isInCallout).length;
  }

  private assign(): void {
    while (this.queue.length > 0 && !this.isStopped) {
      const idle = [...this.workers].find((each) => each.isReady && each.running === undefined);
      if (idle !== undefined && this.computingCount < this.options.computing) this.give(idle, this.queue.shift()!);
      else {
        this.growIfNeeded();
        return;
      }
    }
  }

  private growIfNeeded(): void {
    const usable = [...this.workers].filter((each) => !each.isInCallout).length;
    if (usable < this.options.computing && this.workers.size < MAXIMUM_WORKERS) this.spawn();
  }

  private give(pooled: PooledWorker, waiting: Waiting): void {
    pooled.running = waiting;
    pooled.since = performance.now();
    pooled.worker.postMessage({
      id: waiting.id,
      task: waiting.task,
      baseUrls: { ...this.options.baseUrls },
    } satisfies ToWorker);
  }

  private spawn(): void {
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    const threadNumber = this.nextThread++;
    const workerData: WorkerData = {
      path: this.options.path,
      threadNumber,
      clock: this.options.clock,
      lock: this.options.lock.shared,
      calloutPort: port2,
      calloutSignal: signal,
    };
    const file = import.meta.url.endsWith('.ts') ? './worker-main.ts' : './worker-main.js';
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData,
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: OLD_SPACE_MEGABYTES, stackSizeMb: STACK_MEGABYTES },
    });
    const pooled: PooledWorker = {
      worker,
      threadNumber,
      isReady: false,
      running: undefined,
      since: 0,
      isInCallout: false,
    };
    this.workers.add(pooled);
    serveBlockingCalls({ port: port1, signal }, (request) => this.callOut(pooled, request as OutgoingRequest));
    worker.on('message', (message: FromWorker) => this.receive(pooled, message));
    worker.on('error', (error: unknown) => this.lose(pooled, error as Error));
    worker.on('exit', () => this.lose(pooled, new Error('A worker of the local org has ended.')));
  }

  private async callOut(pooled: PooledWorker, request: OutgoingRequest): Promise<unknown> {
    pooled.isInCallout = true;
    this.assign();
    const outcome = await sendRequest(request, this.options.transport).catch((error: Error) => ({
      failure: error.message,
    }));
    pooled.isInCallout = false;
    pooled.since = performance.now();
    return outcome;
  }

  private receive(pooled: PooledWorker, message: FromWorker): void {
    if (message.kind === 'work-added') return this.options.workAdded();
    if (message.kind === 'ready') {
      pooled.isReady = true;
      return this.assign();
    }
    const waiting = pooled.running;
    if (waiting === undefined || waiting.id !== message.id) return;
    if (message.kind === 'progress') return waiting.progress?.(message.done, message.total);
    pooled.running = undefined;
    if (message.kind === 'done') waiting.resolve(message.result as never);
    else waiting.reject(errorOf(message.error));
    this.assign();
  }

  private lose(pooled: PooledWorker, error: Error): void {
    if (!this.workers.delete(pooled)) return;
    this.options.lock.releaseFor(pooled.threadNumber);
    pooled.running?.reject(error);
    if (!pooled.isReady && !this.isStopped) for (const waiting of this.queue.splice(0)) waiting.reject(error);
    this.assign();
  }

  private endRunaways(): void {
    for (const pooled of this.workers) {
      const isLong =
        pooled.running !== undefined && pooled.running.task.kind !== 'tests' && pooled.running.task.kind !== 'deploy';
      if (isLong && !pooled.isInCallout && performance.now() - pooled.since > RUNAWAY_MILLISECONDS)
        void pooled.worker.terminate();
    }
  }
}

function errorOf(text: ErrorText): Error {
  if (text.name === 'ApiError')
    return new ApiError(text.status ?? 500, text.errorCode ?? 'UNKNOWN_EXCEPTION', text.message, text.fields);
  if (text.feature !== undefined) return new UnsupportedError(text.feature);
  const error = new Error(text.message);
  error.name = text.name;
  if (text.stack !== undefined) error.stack = text.stack;
  return error;
}
