/** System.String: statics by name; an instance method takes its text first. A table of functions, hence long. */
import type { ApexDatetime } from '../core/apex-datetime.ts';
import { ApexList } from '../core/apex-list.ts';
import { compareText } from '../core/equality.ts';
import { StringException, IllegalArgumentException } from '../core/exceptions.ts';
import { stringHash } from '../core/hash.ts';
import { INTEGER_TYPE, STRING_TYPE } from '../core/runtime-type.ts';
import { stringValueOf } from '../core/text.ts';
import { unsupported } from '../../unsupported.ts';
import { argument, valuesOf } from '../arguments.ts';
import { compileJavaPattern, replaceMatches, splitText } from '../text/java-regex.ts';
import { messageFormat } from '../text/message-format.ts';
import * as escapes from '../text/escapes.ts';
import * as inspect from '../text/inspect.ts';

type Text = string;
type Optional = string | null;

const strings = (items: string[]): ApexList => new ApexList(STRING_TYPE, items);
const isWhite = (character: string): boolean => /\s/.test(character);

/** Refuses a position outside of 0…limit. */
function position(index: number | null, limit: number, what: string): number {
  const value = argument(index, 1);
  if (value < 0 || value > limit) throw new StringException(`${what} out of bounds: ${value}`);
  return value;
}

function characterIndex(value: Text, index: number | null): number {
  return position(index, value.length - 1, 'Index');
}

function padding(size: number, value: Text, pad: Optional): string {
  const text = pad === null || pad === '' ? ' ' : pad;
  const missing = Math.max(0, size - value.length);
  return text.repeat(Math.ceil(missing / text.length)).slice(0, missing);
}

function indexOfIgnoreCase(value: Text, part: Optional, start: number): number {
  return part === null ? -1 : value.toLowerCase().indexOf(part.toLowerCase(), Math.max(0, start));
}

/** As StringUtils.abbreviate. */
function abbreviate(value: Text, width: number | null, offset = 0): string {
  const maximum = argument(width, 1);
  if (maximum < 4) throw new IllegalArgumentException('Minimum abbreviation width is 4');
  if (value.length <= maximum) return value;
  let start = Math.min(offset, value.length);
  if (value.length - start < maximum - 3) start = value.length - (maximum - 3);
  if (start <= 4) return `${value.slice(0, maximum - 3)}...`;
  if (maximum < 7) throw new IllegalArgumentException('Minimum abbreviation width with offset is 7');
  if (start + maximum - 3 < value.length) return `...${abbreviate(value.slice(start), maximum - 3)}`;
  return `...${value.slice(value.length - (maximum - 3))}`;
}

function commonPrefix(texts: readonly string[]): string {
  if (texts.length === 0) return '';
  let length = 0;
  while (texts.every((text) => length < text.length && text[length] === texts[0]![length])) length++;
  return texts[0]!.slice(0, length);
}

function valueOf(value: unknown): string | null {
  return value === null || value === undefined ? null : stringValueOf(value);
}

export const System_String = {
  // Statics
  escapeSingleQuotes: (text: Optional) => argument(text, 1).replace(/\\/g, '\\\\').replace(/'/g, "\\'"),
  format: (pattern: Optional, values: ApexList | null) =>
    messageFormat(argument(pattern, 1), argument(values, 2).items),
  fromCharArray: (codes: ApexList | null) => String.fromCodePoint(...(argument(codes, 1).items as number[])),
  getCommonPrefix: (texts: ApexList | null) => commonPrefix(argument(texts, 1).items as string[]),
  isBlank: (text: Optional) => text === null || text.trim() === '',
  isEmpty: (text: Optional) => text === null || text === '',
  isNotBlank: (text: Optional) => text !== null && text.trim() !== '',
  isNotEmpty: (text: Optional) => text !== null && text !== '',
  /** assumed: a null element leaves nothing, as in StringUtils.join. */
  join: (parts: unknown, separator: Optional) =>
    [...valuesOf(parts)].map((part) => (part === null ? '' : stringValueOf(part))).join(argument(separator, 2)),
  valueOf,
  valueOfGmt: (value: ApexDatetime | null) => argument(value, 1).toString(),

  // Instance methods
  abbreviate,
  addError: (): never => unsupported('addError on what is not a field of a record'),
  capitalize: (value: Text) => value.charAt(0).toUpperCase() + value.slice(1),
  center(value: Text, size: number | null, pad: Optional = ' ') {
    const width = argument(size, 1);
    const left = Math.floor(Math.max(0, width - value.length) / 2);
    const started = padding(value.length + left, value, pad) + value;
    return started + padding(width, started, pad);
  },
  charAt: (value: Text, index: number | null) => value.charCodeAt(characterIndex(value, index)),
  codePointAt: (value: Text, index: number | null) => value.codePointAt(characterIndex(value, index))!,
  codePointBefore(value: Text, index: number | null) {
    const at = characterIndex(value, argument(index, 1) - 1);
    const isPair = /[\uDC00-\uDFFF]/.test(value[at]!) && /[\uD800-\uDBFF]/.test(value[at - 1] ?? '');
    return value.codePointAt(isPair ? at - 1 : at)!;
  },
  codePointCount: (value: Text, start: number | null, end: number | null) =>
    [...value.slice(position(start, value.length, 'Starting position'), position(end, value.length, 'Ending position'))]
      .length,
  compareTo(value: Text, other: Optional) {
    const right = argument(other, 1);
    const shorter = Math.min(value.length, right.length);
    for (let at = 0; at < shorter; at++) {
      if (value[at] !== right[at]) return value.charCodeAt(at) - right.charCodeAt(at);
    }
    return value.length - right.length;
  },
  contains: (value: Text, part: Optional) => value.includes(argument(part, 1)),
  containsAny: (value: Text, characters: Optional) => [...(characters ?? '')].some((c) => value.includes(c)),
  containsIgnoreCase: (value: Text, part: Optional) => indexOfIgnoreCase(value, part, 0) >= 0,
  containsNone: (value: Text, characters: Optional) => ![...(characters ?? '')].some((c) => value.includes(c)),
  containsOnly: (value: Text, characters: Optional) => [...value].every((c) => argument(characters, 1).includes(c)),
  containsWhitespace: (value: Text) => /\s/.test(value),
  countMatches: (value: Text, part: Optional) => (part ? value.split(part).length - 1 : 0),
  deleteWhitespace: (value: Text) => value.replace(/\s+/g, ''),
  difference: (value: Text, other: Optional) => inspect.difference(value, other ?? ''),
  endsWith: (value: Text, suffix: Optional) => value.endsWith(argument(suffix, 1)),
  endsWithIgnoreCase: (value: Text, suffix: Optional) =>
    suffix !== null && value.toLowerCase().endsWith(suffix.toLowerCase()),
  equals: (value: Text, other: unknown) => value.length >= 0 && value === other,
  equalsIgnoreCase: (value: Text, other: Optional) =>
    other !== null && value.length === other.length && compareText(value, other) === 0,
  escapeCsv: escapes.escapeCsv,
  escapeEcmaScript: escapes.escapeEcmaScript,
  escapeHtml3: escapes.escapeHtml3,
  escapeHtml4: escapes.escapeHtml4,
  escapeJava: escapes.escapeJava,
  escapeUnicode: escapes.escapeUnicode,
  escapeXml: escapes.escapeXml,
  getChars: (value: Text) =>
    new ApexList(
      INTEGER_TYPE,
      Array.from({ length: value.length }, (_, at) => value.charCodeAt(at)),
    ),
  getLevenshteinDistance: (value: Text, other: Optional, threshold?: number | null) =>
    inspect.levenshtein(value, argument(other, 1), threshold ?? undefined),
  hashCode: (value: Text) => (value.length, stringHash(value)),
  indexOf: (value: Text, part: Optional, start: number | null = 0) =>
    value.indexOf(argument(part, 1), argument(start, 2)),
  indexOfAny: (value: Text, characters: Optional) =>
    [...value].join('').search(inspect.classOf(characters ?? '', false)),
  indexOfAnyBut: (value: Text, characters: Optional) => value.search(inspect.classOf(characters ?? '', true)),
  indexOfChar: (value: Text, code: number | null, start: number | null = 0) =>
    value.indexOf(String.fromCodePoint(argument(code, 1)), argument(start, 2)),
  indexOfDifference: (value: Text, other: Optional) => inspect.indexOfDifference(value, other ?? ''),
  indexOfIgnoreCase: (value: Text, part: Optional, start: number | null = 0) =>
    indexOfIgnoreCase(value, part, argument(start, 2)),
  isAllLowerCase: (value: Text) => /^\p{Ll}+$/u.test(valueOrThrow(value)),
  isAllUpperCase: (value: Text) => /^\p{Lu}+$/u.test(valueOrThrow(value)),
  isAlpha: (value: Text) => /^\p{L}+$/u.test(valueOrThrow(value)),
  isAlphaSpace: (value: Text) => /^[\p{L} ]*$/u.test(valueOrThrow(value)),
  isAlphanumeric: (value: Text) => /^[\p{L}\p{Nd}]+$/u.test(valueOrThrow(value)),
  isAlphanumericSpace: (value: Text) => /^[\p{L}\p{Nd} ]*$/u.test(valueOrThrow(value)),
  isAsciiPrintable: (value: Text) => /^[\x20-\x7e]*$/.test(valueOrThrow(value)),
  isNumeric: (value: Text) => /^\p{Nd}+$/u.test(valueOrThrow(value)),
  isNumericSpace: (value: Text) => /^[\p{Nd} ]*$/u.test(valueOrThrow(value)),
  isWhitespace: (value: Text) => /^\s*$/.test(valueOrThrow(value)),
  lastIndexOf: (value: Text, part: Optional, end?: number | null) =>
    value.lastIndexOf(argument(part, 1), end ?? Infinity),
  lastIndexOfChar: (value: Text, code: number | null, end?: number | null) =>
    value.lastIndexOf(String.fromCodePoint(argument(code, 1)), end ?? Infinity),
  lastIndexOfIgnoreCase: (value: Text, part: Optional, end?: number | null) =>
    part === null ? -1 : value.toLowerCase().lastIndexOf(part.toLowerCase(), end ?? Infinity),
  left: (value: Text, count: number | null) => value.slice(0, Math.max(0, argument(count, 1))),
  leftPad: (value: Text, size: number | null, pad: Optional = ' ') => padding(argument(size, 1), value, pad) + value,
  length: (value: Text) => value.length,
  mid(value: Text, start: number | null, count: number | null) {
    const from = argument(start, 1);
    const length = argument(count, 2);
    return length < 0 || from > value.length ? '' : value.slice(Math.max(0, from), Math.max(0, from) + length);
  },
  normalizeSpace: (value: Text) => value.trim().replace(/\s+/g, ' '),
  offsetByCodePoints(value: Text, index: number | null, offset: number | null) {
    const before = [...value.slice(0, position(index, value.length, 'Index'))].length + argument(offset, 2);
    const characters = [...value];
    if (before < 0 || before > characters.length) throw new StringException(`Index out of bounds: ${before}`);
    return characters.slice(0, before).join('').length;
  },
  overlay(value: Text, overlay: Optional, start: number | null, end: number | null) {
    const limit = (index: number): number => Math.min(Math.max(0, index), value.length);
    const [from, to] = [limit(argument(start, 2)), limit(argument(end, 3))].sort((a, b) => a - b) as [number, number];
    return value.slice(0, from) + (overlay ?? '') + value.slice(to);
  },
  remove: (value: Text, part: Optional) => (part ? value.replaceAll(part, () => '') : valueOrThrow(value)),
  removeEnd: (value: Text, suffix: Optional) =>
    suffix && value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : valueOrThrow(value),
  removeEndIgnoreCase: (value: Text, suffix: Optional) =>
    suffix && value.toLowerCase().endsWith(suffix.toLowerCase())
      ? value.slice(0, value.length - suffix.length)
      : valueOrThrow(value),
  removeStart: (value: Text, prefix: Optional) =>
    prefix && value.startsWith(prefix) ? value.slice(prefix.length) : valueOrThrow(value),
  removeStartIgnoreCase: (value: Text, prefix: Optional) =>
    prefix && value.toLowerCase().startsWith(prefix.toLowerCase()) ? value.slice(prefix.length) : valueOrThrow(value),
  repeat(value: Text, separatorOrCount: string | number | null, count?: number | null) {
    if (count === undefined) return value.repeat(Math.max(0, argument(separatorOrCount, 1) as number));
    return Array.from({ length: Math.max(0, argument(count, 2)) }, () => valueOrThrow(value)).join(
      (separatorOrCount as Optional) ?? '',
    );
  },
  replace: (value: Text, target: Optional, replacement: Optional) => {
    const text = argument(replacement, 2);
    return value.replaceAll(argument(target, 1), () => text);
  },
  replaceAll: (value: Text, expression: Optional, replacement: Optional) =>
    replaceMatches(compileJavaPattern(argument(expression, 1)), valueOrThrow(value), argument(replacement, 2), true),
  replaceFirst: (value: Text, expression: Optional, replacement: Optional) =>
    replaceMatches(compileJavaPattern(argument(expression, 1)), valueOrThrow(value), argument(replacement, 2), false),
  reverse: (value: Text) => [...value].reverse().join(''),
  right: (value: Text, count: number | null) => {
    const wanted = argument(count, 1);
    return wanted <= 0 ? valueOrThrow(value).slice(0, 0) : value.slice(-wanted);
  },
  rightPad: (value: Text, size: number | null, pad: Optional = ' ') => value + padding(argument(size, 1), value, pad),
  split: (value: Text, expression: Optional, limit: number | null = 0) =>
    strings(splitText(compileJavaPattern(argument(expression, 1)), valueOrThrow(value), argument(limit, 2))),
  splitByCharacterType: (value: Text) => strings(inspect.splitByType(value, false)),
  splitByCharacterTypeCamelCase: (value: Text) => strings(inspect.splitByType(value, true)),
  startsWith: (value: Text, prefix: Optional) => value.startsWith(argument(prefix, 1)),
  startsWithIgnoreCase: (value: Text, prefix: Optional) =>
    prefix !== null && value.toLowerCase().startsWith(prefix.toLowerCase()),
  stripHtmlTags: escapes.stripHtmlTags,
  substring(value: Text, start: number | null, end?: number | null) {
    const from = position(start, value.length, 'Starting position');
    if (end === undefined) return value.slice(from);
    const to = position(end, value.length, 'Ending position');
    if (to < from) throw new StringException(`Ending position out of bounds: ${to}`);
    return value.slice(from, to);
  },
  substringAfter(value: Text, separator: Optional) {
    if (separator === null) return valueOrThrow(value).slice(0, 0);
    const at = value.indexOf(separator);
    return at < 0 ? '' : value.slice(at + separator.length);
  },
  substringAfterLast(value: Text, separator: Optional) {
    const at = separator ? value.lastIndexOf(separator) : -1;
    return at < 0 ? valueOrThrow(value).slice(0, 0) : value.slice(at + separator!.length);
  },
  substringBefore(value: Text, separator: Optional) {
    const at = separator === null ? -1 : value.indexOf(separator);
    return at < 0 ? valueOrThrow(value) : value.slice(0, at);
  },
  substringBeforeLast(value: Text, separator: Optional) {
    const at = separator ? value.lastIndexOf(separator) : -1;
    return at < 0 ? valueOrThrow(value) : value.slice(0, at);
  },
  substringBetween(value: Text, open: Optional, close: Optional = open) {
    if (open === null || close === null) return null;
    const start = value.indexOf(open);
    const end = start < 0 ? -1 : value.indexOf(close, start + open.length);
    return end < 0 ? null : value.slice(start + open.length, end);
  },
  swapCase: (value: Text) =>
    value.replace(/\p{L}/gu, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())),
  toLowerCase: (value: Text, locale?: Optional) =>
    locale ? value.toLocaleLowerCase(locale.replace('_', '-')) : value.toLowerCase(),
  toString: (value: Text) => valueOrThrow(value),
  toUpperCase: (value: Text, locale?: Optional) =>
    locale ? value.toLocaleUpperCase(locale.replace('_', '-')) : value.toUpperCase(),
  /** As Java: everything up to the space goes. */
  trim(value: Text) {
    let start = 0;
    let end = value.length;
    while (start < end && (value.charCodeAt(start) <= 32 || isWhite(value[start]!))) start++;
    while (end > start && (value.charCodeAt(end - 1) <= 32 || isWhite(value[end - 1]!))) end--;
    return value.slice(start, end);
  },
  uncapitalize: (value: Text) => value.charAt(0).toLowerCase() + value.slice(1),
  unescapeCsv: escapes.unescapeCsv,
  unescapeEcmaScript: escapes.unescapeJava,
  unescapeHtml3: escapes.unescapeHtml3,
  unescapeHtml4: escapes.unescapeHtml4,
  unescapeJava: escapes.unescapeJava,
  unescapeUnicode: escapes.unescapeUnicode,
  unescapeXml: escapes.unescapeXml,
};

/** For methods that would answer something even of null. */
function valueOrThrow(value: Text): string {
  return value.toString();
}
