/** Java's regular expressions on top of JavaScript's: patterns, matching, splitting and replacing as java.util.regex. */
import { IllegalArgumentException, StringException } from '../core/exceptions.ts';
import { translate } from './java-regex-syntax.ts';

export interface JavaPattern {
  readonly source: string;
  /** Finds from lastIndex on; has indices. */
  readonly search: RegExp;
  /** Matches at lastIndex only. */
  readonly sticky: RegExp;
  /** Matches the whole rest of the text only. */
  readonly whole: RegExp;
  /** JavaScript's number of each group of the Java expression; 0 is the match. */
  readonly groups: readonly number[];
  readonly names: ReadonlyMap<string, number>;
}

const compiled = new Map<string, JavaPattern>();
const COMPILED_LIMIT = 500;

/** Compiles, or throws the StringException that Salesforce throws. */
export function compileJavaPattern(source: string): JavaPattern {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const pattern = compile(source);
  if (compiled.size >= COMPILED_LIMIT) compiled.clear();
  compiled.set(source, pattern);
  return pattern;
}

function compile(source: string): JavaPattern {
  try {
    const { javascript, groups, names } = translate(source);
    return {
      source,
      search: new RegExp(javascript, 'dgv'),
      sticky: new RegExp(javascript, 'dvy'),
      whole: new RegExp(`(?:${javascript})(?![^])`, 'dvy'),
      groups,
      names,
    };
  } catch (error) {
    throw new StringException(`Invalid regex at index 0: ${(error as Error).message}\n${source}`);
  }
}

/** Java's split: no limit drops empty texts at the end, a negative one keeps all, a positive one is the most parts. */
export function splitText(pattern: JavaPattern, text: string, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  pattern.search.lastIndex = 0;
  for (let match = pattern.search.exec(text); match !== null; match = pattern.search.exec(text)) {
    const end = match.index + match[0].length;
    if (match[0] === '') pattern.search.lastIndex += stepAt(text, match.index);
    if (limit > 0 && parts.length === limit - 1) break;
    // A match of no width at the very beginning makes no empty first part.
    if (end === 0 || (match[0] === '' && match.index >= text.length)) continue;
    parts.push(text.slice(start, match.index));
    start = end;
  }
  if (start === 0 && parts.length === 0) return [text];
  parts.push(text.slice(start));
  if (limit === 0) while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  return parts;
}

/** Replaces matches by a replacement with `$1`, `${name}` and `\$`. */
export function replaceMatches(pattern: JavaPattern, text: string, replacement: string, all: boolean): string {
  let result = '';
  let start = 0;
  pattern.search.lastIndex = 0;
  for (let match = pattern.search.exec(text); match !== null; match = pattern.search.exec(text)) {
    result += text.slice(start, match.index) + expand(pattern, match, replacement);
    start = match.index + match[0].length;
    if (match[0] === '') pattern.search.lastIndex += stepAt(text, match.index);
    if (!all) break;
  }
  return result + text.slice(start);
}

export function stepAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

function expand(pattern: JavaPattern, match: RegExpExecArray, replacement: string): string {
  let text = '';
  for (let at = 0; at < replacement.length; at++) {
    const character = replacement[at]!;
    if (character === '\\') {
      if (++at >= replacement.length) throw new IllegalArgumentException('character to be escaped is missing');
      text += replacement[at];
    } else if (character === '$') {
      const [group, next] = groupReference(pattern, replacement, at + 1);
      text += match[group] ?? '';
      at = next - 1;
    } else {
      text += character;
    }
  }
  return text;
}

/** JavaScript's number of the group that is named at a place, and where the name ends. */
function groupReference(pattern: JavaPattern, replacement: string, at: number): [number, number] {
  const name = /^\{(\w+)\}/.exec(replacement.slice(at));
  if (name !== null) {
    const group = pattern.names.get(name[1]!);
    if (group === undefined) throw new IllegalArgumentException(`No group with name {${name[1]}}`);
    return [group, at + name[0].length];
  }
  if (!/\d/.test(replacement[at] ?? '')) throw new IllegalArgumentException('Illegal group reference');
  let number = Number(replacement[at]);
  if (number >= pattern.groups.length) throw new StringException(`No group ${number}`);
  let end = at + 1;
  // Further digits belong to the number as long as there is such a group.
  for (; /\d/.test(replacement[end] ?? ''); end++) {
    const longer = number * 10 + Number(replacement[end]);
    if (longer >= pattern.groups.length) break;
    number = longer;
  }
  return [pattern.groups[number]!, end];
}
