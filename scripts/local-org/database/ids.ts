/**
 * Record ids as the platform makes them: key prefix, two characters for the instance, a zero, nine digits in base 62,
 * and three characters that repeat which of the fifteen are upper case, so that the id survives case-blind tools.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const INSTANCE = 'Lo0';
const ID_PATTERN = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

/** Appends the three check characters to an id of fifteen characters. */
export function withChecksum(fifteen: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const code = fifteen.charCodeAt(chunk + at);
      if (code >= 65 && code <= 90) bits |= 1 << at;
    }
    suffix += CHECK_CHARACTERS[bits];
  }
  return fifteen + suffix;
}

/**
 * Brings an id of fifteen or eighteen characters to the canonical eighteen; undefined where it is no id. Eighteen
 * characters in the wrong case are repaired from their checksum, as the platform does.
 */
export function canonicalId(text: string): string | undefined {
  if (!ID_PATTERN.test(text)) return undefined;
  if (text.length === 15) return withChecksum(text);
  const direct = withChecksum(text.slice(0, 15));
  if (direct === text) return text;
  return repairCase(text);
}

function repairCase(text: string): string | undefined {
  const suffix = text.slice(15).toUpperCase();
  let repaired = '';
  for (let at = 0; at < 15; at++) {
    const bits = CHECK_CHARACTERS.indexOf(suffix[Math.floor(at / 5)]!);
    if (bits < 0) return undefined;
    const character = text[at]!;
    repaired += (bits >> (at % 5)) & 1 ? character.toUpperCase() : character.toLowerCase();
  }
  return withChecksum(repaired) === repaired + suffix ? repaired + suffix : undefined;
}

/** Builds the id of the n-th record of a key prefix. */
export function makeId(keyPrefix: string, number: number): string {
  let digits = '';
  let rest = number;
  for (let place = 0; place < 9; place++) {
    digits = DIGITS[rest % 62]! + digits;
    rest = Math.floor(rest / 62);
  }
  return withChecksum(keyPrefix + INSTANCE + digits);
}

/** The key prefix of the n-th custom object of an org: a00, a01 … a0Z, a0a …; events use e, metadata types m. */
export function customKeyPrefix(letter: string, number: number): string {
  return letter + DIGITS[Math.floor(number / 62) % 62]! + DIGITS[number % 62]!;
}
