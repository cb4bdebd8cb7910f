/** Checks Standard Webhooks signatures (spec 1.0.0: HMAC-SHA256 over `id.timestamp.body`, several signatures allowed). */
import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 300;

export interface SignedCall {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Uint8Array;
}

/** @returns why the call is refused; undefined when it is good. */
export function whyRefused(call: SignedCall, secrets: readonly string[], nowMilliseconds: number): string | undefined {
  if (call.id === undefined || call.timestamp === undefined || call.signature === undefined)
    return 'a webhook header is missing';
  if (Math.abs(nowMilliseconds / 1000 - Number(call.timestamp)) > TOLERANCE_SECONDS)
    return 'the timestamp is more than five minutes off';
  const presented = call.signature
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'));
  const expected = secrets.map((secret) => sign(call.id!, call.timestamp!, call.body, secret));
  const matches = presented.some((one) =>
    expected.some((other) => one.length === other.length && timingSafeEqual(one, other)),
  );
  return matches ? undefined : 'the signature does not match';
}

function sign(id: string, timestamp: string, body: Uint8Array, secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}
