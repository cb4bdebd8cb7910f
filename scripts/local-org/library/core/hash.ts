/** Java's hash of a string, which Apex shows through String.hashCode() and System.hashCode(). */
export function stringHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

export function longHash(value: bigint): number {
  return Number(BigInt.asIntN(32, value ^ (BigInt.asUintN(64, value) >> 32n)));
}

const identities = new WeakMap<object, number>();
let next = 0x2f1c;

/** A number that stays with an object for its life. */
export function identityHash(value: object): number {
  let hash = identities.get(value);
  if (hash === undefined) {
    next = (Math.imul(next, 1103515245) + 12345) & 0x7fffffff;
    identities.set(value, (hash = next));
  }
  return hash;
}
