/** Reads and writes the SOAP envelopes of the CLI. The prefix `soapenv:` is literal: the CLI looks for it. */
import { XMLParser } from 'fast-xml-parser';
import { ApiError } from '../org/local-org.ts';
import { xml, type DoorRequest, type DoorResponse } from './http.ts';

export interface SoapCall {
  readonly operation: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly sessionId: string;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: true,
});

export function parseCall(request: DoorRequest): SoapCall {
  const root = parser.parse(Buffer.from(request.body).toString('utf8')) as {
    Envelope?: { Header?: Header; Body?: Record<string, unknown> };
  };
  const body = root.Envelope?.Body;
  const operation = Object.keys(body ?? {})[0];
  if (body === undefined || operation === undefined)
    throw new ApiError(500, 'UNKNOWN_EXCEPTION', 'The request is not a SOAP call.');
  const value = body[operation];
  return {
    operation,
    arguments: typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {},
    sessionId: root.Envelope?.Header?.SessionHeader?.sessionId ?? '',
  };
}

interface Header {
  readonly SessionHeader?: { readonly sessionId?: string };
}

/** Answers `<operationResponse>…</operationResponse>` in an envelope of the given default namespace. */
export function reply(namespace: string, operation: string, content: string, header = ''): DoorResponse {
  return xml(200, envelope(namespace, `<${operation}Response>${content}</${operation}Response>`, header));
}

export function fault(namespace: string, code: string, message: string): DoorResponse {
  const text = `<soapenv:Fault><faultcode>sf:${escapeXml(code)}</faultcode><faultstring>${escapeXml(`${code}: ${message}`)}</faultstring></soapenv:Fault>`;
  return xml(500, envelope(namespace, text, ''));
}

function envelope(namespace: string, body: string, header: string): string {
  const head = header === '' ? '' : `<soapenv:Header>${header}</soapenv:Header>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    `xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${head}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
  );
}

/** A value as XML elements: lists repeat the element, null is `xsi:nil`, undefined is left out; keys are sorted as the platform does. */
export function element(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  if (typeof value === 'object') return `<${name}>${elements(value as Record<string, unknown>)}</${name}>`;
  return `<${name}>${escapeXml(String(value))}</${name}>`;
}

export function elements(value: Readonly<Record<string, unknown>>): string {
  return Object.keys(value)
    .sort()
    .map((name) => element(name, value[name]))
    .join('');
}

export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}
