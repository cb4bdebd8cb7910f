/** Record ids: 18 characters inside, 15 accepted; the last three say which of the others are capitals. */
import { StringException } from './exceptions.ts';

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const VALID = /^[A-Za-z0-9]+$/;

/** The 18 characters of an id of 15. */
export function longId(id: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const code = id.charCodeAt(block + at);
      if (code >= 65 && code <= 90) bits |= 1 << at;
    }
    suffix += SUFFIX[bits];
  }
  return id.slice(0, 15) + suffix;
}

export function isIdText(text: string): boolean {
  return (text.length === 15 || text.length === 18) && VALID.test(text);
}

/** Turns a String into an Id, with Salesforce's error for what is none. */
export function toId(text: string | null): string | null {
  if (text === null) return null;
  if (!isIdText(text)) throw new StringException(`Invalid id: ${text}`);
  return text.length === 18 ? text : longId(text);
}
