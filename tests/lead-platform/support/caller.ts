/** Plays Salesforce for the tests of the simulator: signs and sends as docs/contract §9 says, with code of its own. */
import { createHmac, randomUUID } from 'node:crypto';
import type { LeadPlatform, WireValue } from '../../../scripts/lead-platform/index.ts';
import type { Json } from '../../support/json.ts';

export const SECRET = `whsec_${Buffer.from('a-secret-of-thirty-two-bytes-len').toString('base64')}`;

export interface Answer<T = Json> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Signing {
  readonly id?: string;
  readonly timestamp?: string;
  readonly secret?: string;
  /** Sent instead of a signature made here. */
  readonly signature?: string;
}

let sequence = 1000;

export function change(
  subject: string,
  rev: number,
  set: Readonly<Record<string, WireValue>>,
  more: { id?: string; clear?: readonly string[]; appliedSequence?: string; type?: string } = {},
): Record<string, unknown> {
  const { id = `${subject}-${rev}-${randomUUID()}`, type = 'lead.changed', ...data } = more;
  sequence += 1;
  return {
    specversion: '1.0',
    id,
    source: 'urn:leadbridge:Salesforce',
    type,
    subject,
    time: '2026-11-25T09:30:00.000Z',
    datacontenttype: 'application/json',
    sequence: String(sequence),
    data: { rev, set, ...data },
  };
}

export async function deliver(
  platform: LeadPlatform,
  events: readonly unknown[],
  signing: Signing = {},
): Promise<Answer> {
  const body = JSON.stringify(events);
  return call(platform, 'POST', '/events', body, signing);
}

export async function call(
  platform: LeadPlatform,
  method: string,
  path: string,
  body = '',
  signing: Signing = {},
): Promise<Answer> {
  const id = signing.id ?? `msg_${randomUUID()}`;
  const timestamp = signing.timestamp ?? String(Math.floor(Date.now() / 1000));
  const response = await fetch(`${platform.url}${path}`, {
    method,
    headers: {
      'content-type': 'application/cloudevents-batch+json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signing.signature ?? `v1,${sign(id, timestamp, body, signing.secret ?? SECRET)}`,
    },
    ...(body === '' ? {} : { body }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export function sign(id: string, timestamp: string, body: string, secret: string): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}
