/** A worker thread: its own engine on the org's database, one task after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { OrgMetadata } from '../../metadata/org-metadata.ts';
import { Clock } from '../engine/clock.ts';
import { OrgImage } from '../engine/image.ts';
import { OrgEngine } from '../engine/org-engine.ts';
import { WriterLock } from '../engine/writer-lock.ts';
import type { CalloutOutcome } from '../callouts/http-transport.ts';
import { CodeCache } from '../program/index.ts';
import { ApiError } from '../local-org.ts';
import { UnsupportedError } from '../../unsupported.ts';
import { joinOrg } from '../setup/open-org.ts';
import { BlockingCaller } from './callout-bridge.ts';
import type { ErrorText, FromWorker, ToWorker, WorkerData } from './messages.ts';
import { runTask } from './run-task.ts';

const data = workerData as WorkerData;
const port = parentPort!;
const send = (message: FromWorker): void => port.postMessage(message);

const opened = joinOrg(data.path);
const codeCache = new CodeCache(`${data.path}.cache`);
const caller = new BlockingCaller({ port: data.calloutPort, signal: data.calloutSignal });
const baseUrls = { instanceUrl: '', siteUrl: '' };
let loadedVersion = opened.database.schemaVersion();
const engine = new OrgEngine({
  database: opened.database,
  stores: opened.stores,
  birth: opened.birth,
  image: new OrgImage(opened.metadata, { cache: codeCache }),
  codeCache,
  clock: new Clock(data.clock),
  lock: new WriterLock(data.threadNumber, data.lock),
  administratorsSeeAllFields: false,
  baseUrls,
  transport: (request) => caller.call<CalloutOutcome>(request),
  workAdded: () => send({ kind: 'work-added' }),
});

/** Another worker has deployed: what this one loaded is old. Requests that run finish on the old image. */
function followDeploys(): void {
  const version = opened.database.schemaVersion();
  if (version === loadedVersion) return;
  engine.image = new OrgImage(OrgMetadata.load(opened.database), { cache: codeCache });
  loadedVersion = version;
}

function errorText(error: unknown): ErrorText {
  if (error instanceof ApiError)
    return {
      name: 'ApiError',
      message: error.message,
      status: error.status,
      errorCode: error.errorCode,
      fields: error.fields,
    };
  if (error instanceof UnsupportedError) return { name: error.name, message: error.message, feature: error.feature };
  const known = error instanceof Error ? error : new Error(String(error));
  return { name: known.name, message: known.message, stack: known.stack };
}

port.on('message', ({ id, task, baseUrls: urls }: ToWorker) => {
  Object.assign(baseUrls, urls);
  try {
    followDeploys();
    // What other workers changed in permissions, users and settings is read anew.
    opened.database.followSetup();
    const result = runTask(engine, task, (done, total) => send({ kind: 'progress', id, done, total }));
    if (task.kind === 'deploy') loadedVersion = opened.database.schemaVersion();
    send({ kind: 'done', id, result });
  } catch (error) {
    send({ kind: 'failed', id, error: errorText(error) });
  }
});

/** By then the functions that requests use have run, and V8's code for them is worth keeping. */
const CACHE_AFTER_MILLISECONDS = 5_000;
setTimeout(() => codeCache.save(), CACHE_AFTER_MILLISECONDS).unref();

send({ kind: 'ready' });
