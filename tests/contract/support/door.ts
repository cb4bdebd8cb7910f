/** Requests to our door as any client would send them. Every answer of ours is held to the contract on the way. */
import { randomUUID } from 'node:crypto';
import { expectContract } from './contract.ts';
import { target } from './target.ts';
import type { Json } from '../../support/json.ts';

export interface Answer<T = Json> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface RequestOptions {
  /** The token; null: none. By default one with every scope. */
  readonly token?: string | null;
  /** Go through the OAuth door with this session. */
  readonly bearer?: string;
  readonly body?: unknown;
  /** The body as it goes over the wire. */
  readonly rawBody?: string | Uint8Array;
  /** The idempotency key; null: none. By default a new one with each POST. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function request<T = Json>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const answer = await rawRequest<T>(method, path, options);
  // Answers without our header are Salesforce's own: tests that expect one look at it themselves.
  expectContract(method, path, answer);
  return answer;
}

/** The same, without holding the answer to the contract. */
export async function rawRequest<T = Json>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const body = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const response = await fetch(doorOf(options) + path, {
    method,
    headers: { ...headersOf(method, options, body !== undefined), ...options.headers },
    ...(body === undefined ? {} : { body: body as string }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) as T };
}

export function event(
  subject: string,
  set: Readonly<Record<string, unknown>>,
  more: EventOptions = {},
): Record<string, unknown> {
  const { clear, baseRev, ...envelope } = more;
  return {
    specversion: '1.0',
    id: `evt-${randomUUID()}`,
    source: 'urn:leadbridge:Lead_Platform',
    type: 'lead.changed',
    subject,
    time: new Date().toISOString(),
    ...envelope,
    data: { set, ...(clear === undefined ? {} : { clear }), ...(baseRev === undefined ? {} : { baseRev }) },
  };
}

export interface EventOptions {
  readonly id?: string;
  readonly source?: string;
  readonly type?: string;
  readonly sequence?: string;
  readonly specversion?: string;
  readonly clear?: readonly string[];
  readonly baseRev?: number;
}

export function postEvents(events: readonly unknown[], options: RequestOptions = {}): Promise<Answer> {
  return request('POST', '/events', { body: events, ...options });
}

export function slugOf({ body }: Answer): string | undefined {
  return /^urn:leadbridge:problem:(.*)$/.exec((body as { type?: string }).type ?? '')?.[1];
}

/** Status and slug together: what a sender acts on. */
export function outcomeOf(answer: Answer): string {
  return `${answer.status} ${slugOf(answer) ?? ''}`.trim();
}

/** Where there is no Site, the token goes through the OAuth door with an administrator's session. */
function doorOf({ bearer }: RequestOptions): string {
  const { siteUrl, instanceUrl } = target();
  return bearer !== undefined || siteUrl === undefined
    ? `${instanceUrl}/services/apexrest/leadbridge/v1`
    : `${siteUrl}/leadbridge/services/apexrest/leadbridge/v1`;
}

function headersOf(method: string, options: RequestOptions, hasBody: boolean): Record<string, string> {
  const { siteUrl, accessToken, tokens } = target();
  const token = options.token === undefined && options.bearer === undefined ? tokens.full : options.token;
  const bearer = options.bearer ?? (siteUrl === undefined ? accessToken : undefined);
  const key = options.key === undefined && method === 'POST' ? randomUUID() : options.key;
  return {
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(token === null || token === undefined ? {} : { 'x-leadbridge-token': token }),
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    ...(key === null || key === undefined ? {} : { 'idempotency-key': `"${key}"` }),
  };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
