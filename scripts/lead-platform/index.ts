/** Starts a simulated lead platform: an HTTP server that behaves as docs/contract asks of one. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerControl } from './control.ts';
import { bucketRows, bucketSums } from './digests.ts';
import { Faults, type Fault } from './faults.ts';
import { receiveEvents, type IncomingEvent } from './receive.ts';
import { post, sendActivities, type Activity, type Salesforce, type SentMessage } from './send.ts';
import { whyRefused } from './signature.ts';
import { PlatformStore } from './store.ts';

export type { Activity, Salesforce, SentMessage } from './send.ts';
export type { PlatformRecord, ReceivedCall, ReceivedItem, WireValue } from './store.ts';

export interface LeadPlatformOptions {
  /** The system this platform is, as its token names it. */
  readonly system: string;
  readonly port?: number;
  readonly file?: string;
  /** `whsec_…`; absent: signatures are not asked for. */
  readonly signingSecrets?: readonly string[];
}

/** A running platform, for the process that started it; over HTTP the same is under `/control/`. */
export interface LeadPlatform {
  readonly url: string;
  readonly store: PlatformStore;
  readonly faults: Faults;
  /** Signatures are checked against this clock: real time plus this. */
  clockOffsetMilliseconds: number;
  signingSecrets: readonly string[];
  readonly refusedKeys: Set<string>;
  salesforce: Salesforce | undefined;
  send(activities: readonly Activity[]): Promise<SentMessage>;
  repeat(message: SentMessage, body?: string): Promise<SentMessage>;
  setFault(fault: Fault): void;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startLeadPlatform(options: LeadPlatformOptions): Promise<LeadPlatform> {
  const platform = new Platform(options);
  const server = createServer((request, response) => void serve(platform, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  platform.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  platform.closeServer = () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections()));
  return platform;
}

class Platform implements LeadPlatform {
  url = '';
  readonly system: string;
  readonly store: PlatformStore;
  readonly faults = new Faults();
  clockOffsetMilliseconds = 0;
  signingSecrets: readonly string[];
  readonly refusedKeys = new Set<string>();
  salesforce: Salesforce | undefined;
  closeServer: () => Promise<void> = async () => {};

  constructor(options: LeadPlatformOptions) {
    this.system = options.system;
    this.store = new PlatformStore(options.file);
    this.signingSecrets = options.signingSecrets ?? [];
  }

  send(activities: readonly Activity[]): Promise<SentMessage> {
    return sendActivities(this.store, this.system, this.#door(), activities, new Date(this.now()));
  }

  repeat(message: SentMessage, body = message.body): Promise<SentMessage> {
    return post(this.#door(), body, message.idempotencyKey);
  }

  setFault(fault: Fault): void {
    this.faults.set(fault);
  }

  now(): number {
    return Date.now() + this.clockOffsetMilliseconds;
  }

  async stop(): Promise<void> {
    await this.closeServer();
    this.store.close();
  }

  #door(): Salesforce {
    if (this.salesforce === undefined)
      throw new Error('The platform does not know Salesforce yet: set `salesforce` to a door and its token.');
    return this.salesforce;
  }
}

async function serve(platform: Platform, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const url = new URL(request.url ?? '/', platform.url);
  if (url.pathname.startsWith('/control/'))
    return write(response, await answerControl(platform, request.method ?? 'GET', url, body));
  const fault = platform.faults.take();
  if (fault.mode === 'down') return void request.socket.destroy();
  if (fault.mode === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delayMilliseconds ?? 1000));
  const answer =
    fault.mode === 'too-many-requests' || fault.mode === 'server-error'
      ? failing(fault)
      : answerCall(platform, request, url, body, fault);
  if (answer.status >= 400) log(platform, request, url, answer.status);
  if (fault.mode === 'drop-after-apply') return void request.socket.destroy();
  write(response, answer);
}

function failing(fault: Fault): Answer {
  if (fault.mode === 'server-error') return { status: 500, body: { error: 'out of order' } };
  return {
    status: 429,
    body: { error: 'too many requests' },
    headers: { 'retry-after': String(fault.retryAfterSeconds ?? 60) },
  };
}

function answerCall(platform: Platform, request: IncomingMessage, url: URL, body: Buffer, fault: Fault): Answer {
  const refusal = platform.signingSecrets.length === 0 ? undefined : checkSignature(platform, request, body);
  if (refusal !== undefined) return { status: 401, body: { error: refusal } };
  if (request.method === 'POST' && url.pathname === '/events') return receive(platform, request, url, body, fault);
  if (request.method === 'GET' && url.pathname === '/digests') return digests(platform, request, url);
  const single = /^\/(leads|members)\/([^/]+)$/.exec(url.pathname);
  if (request.method === 'GET' && single !== null) return oneRecord(platform, request, url, single);
  return { status: 404, body: { error: 'there is nothing here' } };
}

function checkSignature(platform: Platform, request: IncomingMessage, body: Buffer): string | undefined {
  const header = (name: string): string | undefined => request.headers[name] as string | undefined;
  return whyRefused(
    { id: header('webhook-id'), timestamp: header('webhook-timestamp'), signature: header('webhook-signature'), body },
    platform.signingSecrets,
    platform.now(),
  );
}

function receive(platform: Platform, request: IncomingMessage, url: URL, body: Buffer, fault: Fault): Answer {
  let events: IncomingEvent[];
  try {
    events = JSON.parse(body.toString('utf8')) as IncomingEvent[];
  } catch {
    return { status: 400, body: { error: 'the body is not JSON' } };
  }
  const call = log(platform, request, url, 200, events.length);
  const rules = { refusedKeys: platform.refusedKeys };
  if (fault.mode === 'reorder') events.reverse();
  const items = receiveEvents(platform.store, call, platform.now(), events, rules);
  if (fault.mode === 'duplicate') receiveEvents(platform.store, call, platform.now(), events, rules);
  return { status: 200, body: { items } };
}

function digests(platform: Platform, request: IncomingMessage, url: URL): Answer {
  log(platform, request, url, 200);
  const resource = url.searchParams.get('resource') ?? '';
  const bucket = url.searchParams.get('bucket');
  if (bucket === null) return { status: 200, body: { resource, buckets: bucketSums(platform.store, resource) } };
  return {
    status: 200,
    body: { resource, bucket: Number(bucket), rows: bucketRows(platform.store, resource, Number(bucket)) },
  };
}

function oneRecord(platform: Platform, request: IncomingMessage, url: URL, [, plural, key]: RegExpExecArray): Answer {
  log(platform, request, url, 200);
  const record = platform.store.record(plural === 'leads' ? 'Lead' : 'Member', decodeURIComponent(key!));
  if (record === undefined || record.isDeleted) return { status: 404, body: { error: 'no such record' } };
  return { status: 200, body: { key: record.key, values: record.values } };
}

function log(platform: Platform, request: IncomingMessage, url: URL, status: number, items = 0): number {
  return platform.store.logCall({
    at: platform.now(),
    method: request.method ?? '',
    path: url.pathname + url.search,
    webhookId: (request.headers['webhook-id'] as string | undefined) ?? null,
    status,
    items,
  });
}

function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(JSON.stringify(answer.body));
}
