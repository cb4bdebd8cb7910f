/**
 * Sends an Apex callout over the network, on the main thread. What can go wrong becomes the words of Apex's
 * CalloutException, which are Java's.
 */
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { CalloutResponse } from '../../library/host.ts';

export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly body: Uint8Array;
  readonly timeoutMilliseconds: number;
}

export type CalloutOutcome = { readonly response: CalloutResponse } | { readonly failure: string };

export interface TransportOptions {
  /** Hosts beyond loopback that may be called; `*` allows all. */
  readonly allowedHosts: readonly string[];
}

/** Salesforce's limit for a response (asynchronous transactions; the heap limit is stricter in others). */
const MAXIMUM_RESPONSE_BYTES = 12_000_000;

const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };

export function sendRequest(request: OutgoingRequest, options: TransportOptions): Promise<CalloutOutcome> {
  const url = new URL(request.url);
  if (!mayReach(url.hostname, options.allowedHosts)) {
    return Promise.resolve({
      failure: `The local org calls loopback only; ${url.hostname} is not allowed. See docs/local-org/SUPPORT.md.`,
    });
  }
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    const outgoing = (secure ? https : http).request(url, {
      method: request.method,
      headers: headersOf(request),
      agent: secure ? agents.https : agents.http,
    });
    const timer = setTimeout(() => outgoing.destroy(new Error('Read timed out')), request.timeoutMilliseconds);
    const finish = (outcome: CalloutOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    outgoing.on('response', (incoming) => receive(incoming, finish));
    outgoing.on('error', (error) => finish({ failure: failureText(error, url) }));
    outgoing.end(request.body.length > 0 ? request.body : undefined);
  });
}

export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return (isIP(host) === 4 && host.startsWith('127.')) || host === '::1';
}

function mayReach(hostname: string, allowed: readonly string[]): boolean {
  return isLoopback(hostname) || allowed.includes('*') || allowed.includes(hostname.toLowerCase());
}

function headersOf(request: OutgoingRequest): Record<string, string> {
  const headers: Record<string, string> = { 'User-Agent': 'SFDC-Callout/67.0', Accept: '*/*' };
  for (const [name, value] of request.headers) {
    const existing = Object.keys(headers).find((key) => key.toLowerCase() === name.toLowerCase());
    if (existing !== undefined) delete headers[existing];
    headers[name] = value;
  }
  const sendsLength = request.body.length > 0 || ['POST', 'PUT', 'PATCH'].includes(request.method);
  if (sendsLength) headers['Content-Length'] = String(request.body.length);
  return headers;
}

function receive(incoming: http.IncomingMessage, finish: (outcome: CalloutOutcome) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAXIMUM_RESPONSE_BYTES)
      incoming.destroy(new Error(`Exceeded max size limit of ${MAXIMUM_RESPONSE_BYTES} with response size ${size}`));
    else chunks.push(chunk);
  });
  incoming.on('error', (error) =>
    finish({ failure: error.message === 'aborted' ? 'Unexpected end of file from server' : error.message }),
  );
  incoming.on('end', () =>
    finish({
      response: {
        statusCode: incoming.statusCode ?? 0,
        status: incoming.statusMessage ?? '',
        headers: headerPairs(incoming.rawHeaders),
        body: Buffer.concat(chunks),
      },
    }),
  );
}

function headerPairs(raw: readonly string[]): Array<readonly [string, string]> {
  const pairs: Array<readonly [string, string]> = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i]!, raw[i + 1]!]);
  return pairs;
}

function failureText(error: NodeJS.ErrnoException, url: URL): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'Connection refused';
    case 'ECONNRESET':
    case 'EPIPE':
      return error.message === 'socket hang up' ? 'Unexpected end of file from server' : 'Connection reset';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Unknown host: ${url.hostname}`;
    case 'ETIMEDOUT':
      return 'Connection timed out';
    default:
      return error.message;
  }
}
