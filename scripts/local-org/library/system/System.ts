/** The class System.System: what concerns the running transaction. */
import type { ApexDate } from '../core/apex-date.ts';
import type { ApexDatetime } from '../core/apex-datetime.ts';
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { valueHash } from '../core/collection-keys.ts';
import { valuesEqual } from '../core/equality.ts';
import { AsyncException } from '../core/exceptions.ts';
import { stringValueOf } from '../core/text.ts';
import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';
import { assertEqual, assertNotEqual, assertTrue } from '../asserts.ts';
import { constantOf } from '../enums.ts';
import { host } from '../host.ts';
import type { EnqueueOptions } from '../host.ts';
import { currentPage } from './pages.ts';
import { quiddity } from './Request.ts';
import { System_Version } from './Version.ts';
import type { System_AsyncOptions } from './async.ts';

/** The line of emitted code that called: emitted code keeps the lines of Apex. */
function callerLine(): number {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, debug);
  Error.stackTraceLimit = limit;
  return Number(/:(\d+):\d+\)?$/.exec(trace.stack ?? '')?.[1] ?? 0);
}

/** debug(message) or debug(level, message) */
function debug(levelOrMessage: unknown, ...message: unknown[]): void {
  const hasLevel = message.length > 0;
  const level = hasLevel ? (argument(levelOrMessage, 1) as ApexEnumValue).$name : 'DEBUG';
  host().log(level, callerLine(), stringValueOf(hasLevel ? message[0] : levelOrMessage));
}

function enqueueOptions(options: number | System_AsyncOptions | null | undefined): EnqueueOptions {
  if (options === undefined || options === null) return {};
  if (typeof options === 'number') return { delayMinutes: checkedDelay(options) };
  const { DuplicateSignature, MaximumQueueableStackDepth, MinimumQueueableDelayInMinutes } = options;
  return {
    ...(MinimumQueueableDelayInMinutes === null ? {} : { delayMinutes: checkedDelay(MinimumQueueableDelayInMinutes) }),
    ...(MaximumQueueableStackDepth === null ? {} : { maximumStackDepth: MaximumQueueableStackDepth }),
    ...(DuplicateSignature === null ? {} : { duplicateSignature: DuplicateSignature.$key }),
  };
}

function checkedDelay(minutes: number): number {
  if (minutes < 0 || minutes > 10) throw new AsyncException(`The delay must be between 0 and 10 minutes: ${minutes}`);
  return minutes;
}

const runsAs = (names: readonly string[]) => (): boolean => names.includes(host().quiddity());

export const System_System = {
  abortJob: (id: string | null): void => host().abortJob(argument(id, 1)),
  assert: assertTrue,
  assertEquals: assertEqual,
  assertNotEquals: assertNotEqual,
  attachFinalizer: (finalizer: unknown): void => host().attachFinalizer(argument(finalizer, 1)),
  currentPageReference: currentPage,
  currentTimeMillis: (): bigint => BigInt(host().now().millis),
  debug,
  enqueueJob: (job: unknown, options?: number | System_AsyncOptions | null): string =>
    host().enqueue(argument(job, 1), enqueueOptions(options)),
  equals: (first: unknown, second: unknown): boolean => valuesEqual(first, second),
  getApplicationReadWriteMode: (): ApexEnumValue => constantOf('System.ApplicationReadWriteMode', 'DEFAULT'),
  getQuiddity: quiddity,
  hashCode: (value: unknown): number => valueHash(value),
  isBatch: runsAs(['BATCH_APEX', 'BATCH_ACS', 'BATCH_CHUNK_SERIAL', 'BATCH_CHUNK_PARALLEL']),
  isFuture: runsAs(['FUTURE']),
  isQueueable: runsAs(['QUEUEABLE']),
  isRunningElasticCompute: (): boolean => false,
  isScheduled: runsAs(['SCHEDULED']),
  movePassword: (): never => unsupported('System.movePassword'),
  now: (): ApexDatetime => host().now(),
  pauseJobById: (): never => unsupported('System.pauseJobById'),
  pauseJobByName: (): never => unsupported('System.pauseJobByName'),
  purgeOldAsyncJobs: (): never => unsupported('System.purgeOldAsyncJobs'),
  requestVersion: (): System_Version => new System_Version(1, 0),
  resumeJobById: (): never => unsupported('System.resumeJobById'),
  resumeJobByName: (): never => unsupported('System.resumeJobByName'),
  schedule: (name: string | null, cron: string | null, job: unknown): string =>
    host().schedule(argument(name, 1), argument(cron, 2), argument(job, 3)),
  scheduleBatch: (job: unknown, name: string | null, minutes: number | null, scopeSize: number | null = 200): string =>
    host().scheduleBatch(argument(job, 1), argument(name, 2), argument(minutes, 3), argument(scopeSize, 4)),
  setPassword: (): never => unsupported('System.setPassword'),
  today: (): ApexDate => host().now().date(),
};
