/** Sends lead activity to Salesforce, as the contract asks of a sender: one key for each message, `baseRev`, a sequence. */
import { randomUUID } from 'node:crypto';
import type { PlatformStore, WireValue } from './store.ts';

export interface Salesforce {
  /** Base address of a door, up to and without `/events`. */
  readonly baseUrl: string;
  /** `X-LeadBridge-Token` on the Site, `Authorization` through the OAuth door. */
  readonly header: readonly [string, string];
}

export interface Activity {
  readonly resource: 'Lead' | 'Member';
  readonly key: string;
  readonly set?: Readonly<Record<string, WireValue>>;
  readonly clear?: readonly string[];
}

export interface SentMessage {
  readonly idempotencyKey: string;
  readonly body: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: unknown;
}

/** Applies the activities to the store, then tells Salesforce about all of them in one call. */
export async function sendActivities(
  store: PlatformStore,
  system: string,
  salesforce: Salesforce,
  activities: readonly Activity[],
  now: Date,
): Promise<SentMessage> {
  const events = activities.map((activity) => {
    const sequence = store.nextNumber('sequence');
    const known = store.record(activity.resource, activity.key);
    const cleared = Object.fromEntries((activity.clear ?? []).map((name) => [name, null]));
    store.write(activity.resource, activity.key, { ...activity.set, ...cleared }, undefined, sequence);
    return {
      specversion: '1.0',
      id: `lp-evt-${String(sequence).padStart(6, '0')}`,
      source: `urn:leadbridge:${system}`,
      type: `${activity.resource.toLowerCase()}.changed`,
      subject: activity.key,
      time: now.toISOString(),
      sequence: String(sequence),
      data: {
        ...(known === undefined ? {} : { baseRev: known.rev }),
        set: activity.set ?? {},
        clear: activity.clear ?? [],
      },
    };
  });
  return post(salesforce, JSON.stringify(events), randomUUID());
}

/** Sends one message as it is: also the repetition of an earlier one. */
export async function post(salesforce: Salesforce, body: string, idempotencyKey: string): Promise<SentMessage> {
  const [name, value] = salesforce.header;
  const response = await fetch(`${salesforce.baseUrl}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `"${idempotencyKey}"`, [name]: value },
    body,
  });
  const text = await response.text();
  return {
    idempotencyKey,
    body,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    answer: parse(text),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
