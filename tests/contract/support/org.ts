/** Looks behind the door, as an administrator over the org's own REST API, and at what the platforms hold. */
import { target } from './target.ts';
import type { RecordedCall, Script } from './recorder.ts';
import type { Json } from '../../support/json.ts';

const API = '/services/data/v67.0';
const POLL_MILLISECONDS = 50;
const SETTLE_MILLISECONDS = 8000;

export async function rest<T = Json>(method: string, path: string, body?: unknown): Promise<T> {
  const { instanceUrl, accessToken } = target();
  const response = await fetch(`${instanceUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${text.slice(0, 500)}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export async function query<T = Json>(soql: string): Promise<T[]> {
  return (await rest<{ records: T[] }>('GET', `${API}/query?q=${encodeURIComponent(soql)}`)).records;
}

export async function leadOf(key: string, fields = 'Id'): Promise<Json> {
  return (await query(`SELECT ${fields} FROM Lead WHERE ContactKey__c = '${key}'`))[0];
}

export function createRecord(object: string, values: object): Promise<{ id: string }> {
  return rest('POST', `${API}/sobjects/${object}`, values);
}

export function updateRecord(object: string, id: string, values: object): Promise<void> {
  return rest('PATCH', `${API}/sobjects/${object}/${id}`, values);
}

export function deleteRecord(object: string, id: string): Promise<void> {
  return rest('DELETE', `${API}/sobjects/${object}/${id}`);
}

/** Polls until the check answers something. */
export async function until<T>(what: string, check: () => Promise<T | undefined>, milliseconds = 30_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await check();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${milliseconds / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

/** Waits until everything that was set in motion has come to rest; where the target cannot tell, for a while. */
export async function settle(): Promise<void> {
  if (!target().capabilities.includes('clock'))
    return void (await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS)));
  const { idle } = await rest<{ idle: boolean }>('POST', '/local-org/idle', { timeoutMilliseconds: 30_000 });
  if (!idle) throw new Error('The org did not come to rest.');
}

/** Moves the org's clock, and the one by which the platform checks signatures. */
export async function moveClock(milliseconds: number): Promise<void> {
  const { now } = await rest<{ now: string }>('POST', '/local-org/clock', { offsetMilliseconds: milliseconds });
  await control('PUT', 'clock', { offsetMilliseconds: Date.parse(now) - Date.now() });
}

export async function orgNow(): Promise<number> {
  return Date.parse((await rest<{ now: string }>('GET', '/local-org/status')).now);
}

/** The simulated platform's own door. */
export async function control<T = Json>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${target().platformUrl}/control/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

export interface ReceivedItem {
  readonly call: number;
  readonly id: string;
  readonly type: string;
  readonly rev: number;
  readonly set: Readonly<Record<string, unknown>>;
  readonly clear: readonly string[];
}

/** What the simulated platform received about a record. */
export function receivedBy(key: string): Promise<ReceivedItem[]> {
  return control('GET', `items?key=${encodeURIComponent(key)}`);
}

export async function recorded(after = 0): Promise<RecordedCall[]> {
  return (await (await fetch(`${target().recorderUrl}/recorded?after=${after}`)).json()) as RecordedCall[];
}

export async function script(wanted: Script): Promise<void> {
  await fetch(`${target().recorderUrl}/script`, { method: 'PUT', body: JSON.stringify(wanted) });
}

export interface OutboundEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  readonly data: {
    readonly rev: number;
    readonly set?: Record<string, unknown>;
    readonly clear?: string[];
    readonly appliedSequence?: string;
  };
}

/** Every event about a record that the recorder was sent, oldest first. */
export async function eventsTo(key: string): Promise<OutboundEvent[]> {
  const calls = (await recorded()).filter(({ method }) => method === 'POST');
  return calls.flatMap(({ body }) => JSON.parse(body) as OutboundEvent[]).filter(({ subject }) => subject === key);
}
