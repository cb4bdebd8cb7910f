/** The requests and answers of all doors, as plain values: a door is a function from one to the other. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Session } from '../org/local-org.ts';
import { ApiError, type LocalOrg } from '../org/local-org.ts';

/** Salesforce refuses REST bodies over 50 MB (Limits for REST API); more is cut off while reading. */
const MAXIMUM_BODY_BYTES = 60 * 1024 * 1024;

export interface DoorRequest {
  readonly method: string;
  /** Decoded segments are in `parameters` of the match; this is the raw path, repeated slashes collapsed. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: ReadonlyMap<string, string>;
  /** As sent: order and case kept, for Apex REST. */
  readonly rawHeaders: ReadonlyArray<readonly [string, string]>;
  readonly body: Uint8Array;
  readonly remoteAddress: string;
}

export interface DoorResponse {
  readonly status: number;
  readonly headers?: ReadonlyArray<readonly [string, string]>;
  readonly body?: string | Uint8Array;
}

export interface DoorUrls {
  readonly instanceUrl: string;
  readonly siteUrl: string;
}

/** What a door's operation gets: the org, who asks, and what was asked. */
export interface DoorContext {
  readonly org: LocalOrg;
  readonly session: Session;
  readonly request: DoorRequest;
  /** Named parts of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly urls: DoorUrls;
}

export function json(
  status: number,
  value: unknown,
  headers: ReadonlyArray<readonly [string, string]> = [],
): DoorResponse {
  return {
    status,
    headers: [['content-type', 'application/json;charset=UTF-8'], ...headers],
    body: JSON.stringify(value),
  };
}

export function xml(status: number, body: string): DoorResponse {
  return { status, headers: [['content-type', 'text/xml;charset=UTF-8']], body };
}

export function noContent(): DoorResponse {
  return { status: 204 };
}

/** REST errors are always arrays (reference: recorded `sf data create record`, refused). */
export function errorAnswer(error: ApiError): DoorResponse {
  const fields = error.fields === undefined ? {} : { fields: error.fields };
  return json(error.status, [{ message: error.message, errorCode: error.errorCode, ...fields }]);
}

/** Parses a JSON body, or answers as the platform does to one that is not JSON. */
export function jsonBody(request: DoorRequest): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(request.body).toString('utf8'));
  } catch (error) {
    throw new ApiError(
      400,
      'JSON_PARSER_ERROR',
      `The HTTP entity body is required to be JSON: ${(error as Error).message}`,
    );
  }
  if (typeof value !== 'object' || value === null) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The HTTP entity body must be a JSON object or array.');
  }
  return value as Record<string, unknown>;
}

export async function readRequest(message: IncomingMessage): Promise<DoorRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAXIMUM_BODY_BYTES) throw new ApiError(413, 'REQUEST_LIMIT_EXCEEDED', 'The request body is too large.');
    chunks.push(chunk);
  }
  const [path = '/', queryText = ''] = splitOnce(message.url ?? '/', '?');
  const rawHeaders: Array<[string, string]> = [];
  for (let i = 0; i < message.rawHeaders.length; i += 2)
    rawHeaders.push([message.rawHeaders[i]!, message.rawHeaders[i + 1]!]);
  return {
    method: message.method ?? 'GET',
    // The CLI stores the instance URL with a trailing slash and then sends `//services/…`.
    path: path.replace(/\/{2,}/g, '/'),
    query: new URLSearchParams(queryText),
    headers: new Map(rawHeaders.map(([name, value]) => [name.toLowerCase(), value])),
    rawHeaders,
    body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks),
    remoteAddress: message.socket.remoteAddress ?? '',
  };
}

export function writeResponse(response: ServerResponse, answer: DoorResponse): void {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body;
  for (const [name, value] of answer.headers ?? []) response.setHeader(name, value);
  response.setHeader('content-length', String(body?.length ?? 0));
  response.writeHead(answer.status);
  response.end(body);
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
