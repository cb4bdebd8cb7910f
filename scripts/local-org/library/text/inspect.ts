/** Comparisons and divisions of texts, after Apache Commons' StringUtils, whose words Apex's String follows. */

export function indexOfDifference(left: string, right: string): number {
  if (left === right) return -1;
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at++;
  return at;
}

/** What is left of the second text from where it differs. */
export function difference(left: string, right: string): string {
  const at = indexOfDifference(left, right);
  return at < 0 ? '' : right.slice(at);
}

/** The number of changes from one text to the other; -1 when it is above the threshold. */
export function levenshtein(left: string, right: string, threshold?: number): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let at = 1; at <= left.length; at++) {
    const next = [at];
    for (let to = 1; to <= right.length; to++) {
      const change = row[to - 1]! + (left[at - 1] === right[to - 1] ? 0 : 1);
      next.push(Math.min(change, row[to]! + 1, next[to - 1]! + 1));
    }
    row = next;
  }
  const distance = row[right.length]!;
  return threshold !== undefined && distance > threshold ? -1 : distance;
}

/** An expression that finds one of the characters, or one that is none of them. */
export function classOf(characters: string, isNegated: boolean): RegExp {
  if (characters === '') return isNegated ? /[^]/ : /(?!)/;
  return new RegExp(`[${isNegated ? '^' : ''}${characters.replace(/[\\\]^-]/g, '\\$&')}]`);
}

const KINDS: ReadonlyArray<readonly [string, RegExp]> = [
  ['upper', /\p{Lu}/u],
  ['lower', /\p{Ll}/u],
  ['letter', /\p{L}/u],
  ['digit', /\p{Nd}/u],
  ['number', /\p{N}/u],
  ['space', /\s/],
  ['mark', /\p{M}/u],
  ['dash', /\p{Pd}/u],
  ['open', /\p{Ps}/u],
  ['close', /\p{Pe}/u],
  ['connector', /\p{Pc}/u],
  ['punctuation', /\p{P}/u],
  ['mathematical', /\p{Sm}/u],
  ['currency', /\p{Sc}/u],
];

const kindOf = (character: string): string => KINDS.find(([, pattern]) => pattern.test(character))?.[0] ?? 'other';

/** Groups of characters of one kind; in camel case the last capital belongs to the small letters after it. */
export function splitByType(text: string, isCamelCase: boolean): string[] {
  const parts: string[] = [];
  let kind = '';
  for (const character of text) {
    const next = kindOf(character);
    const last = parts.at(-1);
    if (next === kind && last !== undefined) {
      parts[parts.length - 1] = last + character;
    } else if (isCamelCase && kind === 'upper' && next === 'lower' && last !== undefined) {
      if (last.length > 1) {
        parts[parts.length - 1] = last.slice(0, -1);
        parts.push(last.slice(-1) + character);
      } else {
        parts[parts.length - 1] = last + character;
      }
    } else {
      parts.push(character);
    }
    kind = next;
  }
  return parts;
}
