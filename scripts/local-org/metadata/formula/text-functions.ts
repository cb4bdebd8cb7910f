/** The text functions of formulas. */
import { Decimal } from '../../library/core/decimal.ts';
import { isIdText, longId } from '../../library/core/id.ts';
import { compileJavaPattern } from '../../library/text/java-regex.ts';
import { escapeXml } from '../../library/text/escapes.ts';
import type { FormulaFunction } from './functions.ts';
import { FormulaDataError } from './syntax.ts';
import { isBlank, numberOf, shownText, textOf } from './values.ts';

/** A count of characters; blanks and negative numbers are none. */
function countOf(value: unknown): number {
  return Math.max(0, numberOf(value)?.rescaled(0, 'DOWN').toNumber() ?? 0);
}

function padding(text: string, length: number, filler: string): string {
  const missing = length - text.length;
  return missing <= 0 || filler === '' ? '' : filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing);
}

/** A length shorter than the text cuts it; without a third argument blanks are added. */
function padded(args: readonly unknown[], isLeft: boolean): string {
  const text = textOf(args[0]);
  const length = countOf(args[1]);
  const cut = text.slice(0, length);
  const fill = padding(text, length, args.length < 3 ? ' ' : textOf(args[2]));
  return isLeft ? fill + cut : cut + fill;
}

function numberFromText(value: unknown): Decimal | null {
  if (isBlank(value)) return null;
  const parsed = Decimal.parse(textOf(value));
  if (parsed === undefined) throw new FormulaDataError(`VALUE of a text that is no number: ${textOf(value)}`);
  return parsed;
}

function matches(text: string, pattern: string): boolean {
  const { whole } = compileJavaPattern(pattern);
  whole.lastIndex = 0;
  return whole.test(text);
}

function find(args: readonly unknown[]): Decimal {
  const start = args.length < 3 ? 1 : countOf(args[2]);
  const sought = textOf(args[0]);
  if (start < 1 || sought === '') return Decimal.ZERO;
  return Decimal.ofInteger(textOf(args[1]).indexOf(sought, start - 1) + 1);
}

function middle(text: string, start: number, count: number): string {
  const from = Math.max(start, 1) - 1;
  return text.slice(from, from + count);
}

function link(args: readonly unknown[]): string {
  const target = args.length < 3 ? '_blank' : textOf(args[2]);
  return `<a href="${escapeXml(textOf(args[0]))}" target="${escapeXml(target)}">${escapeXml(shownText(args[1]))}</a>`;
}

function image(args: readonly unknown[]): string {
  const size = (name: string, at: number) => (isBlank(args[at] ?? null) ? '' : `${name}:${shownText(args[at])}px; `);
  const style = args.length < 3 ? '' : ` style="${size('height', 2)}${size('width', 3)}"`;
  return `<img src="${escapeXml(textOf(args[0]))}" alt="${escapeXml(textOf(args[1]))}"${style} border="0"/>`;
}

function capitalized(text: string): string {
  return text.toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => word[0]!.toUpperCase() + word.slice(1));
}

function isNumber(value: unknown): boolean {
  return !isBlank(value) && Decimal.parse(textOf(value)) !== undefined;
}

/** A multi-select picklist is one text with semicolons. */
function includes(values: string, sought: string): boolean {
  return values.split(';').includes(sought);
}

export const textFunctions: Readonly<Record<string, FormulaFunction>> = {
  ASCII: ([text]) => (isBlank(text) ? null : Decimal.ofInteger(textOf(text).codePointAt(0)!)),
  BEGINS: ([text, start]) => textOf(text).startsWith(textOf(start)),
  BR: () => '<br>',
  CASESAFEID: ([id]) => (typeof id === 'string' && id.length === 15 && isIdText(id) ? longId(id) : textOf(id)),
  CHR: ([code]) => String.fromCodePoint(countOf(code)),
  CONTAINS: ([text, part]) => textOf(text).includes(textOf(part)),
  FIND: find,
  HYPERLINK: link,
  IMAGE: image,
  INCLUDES: ([values, value]) => includes(textOf(values), textOf(value)),
  INITCAP: ([text]) => capitalized(textOf(text)),
  ISNUMBER: ([text]) => isNumber(text),
  ISPICKVAL: ([field, value]) => textOf(field) === textOf(value),
  LEFT: ([text, count]) => textOf(text).slice(0, countOf(count)),
  LEN: ([text]) => Decimal.ofInteger(textOf(text).length),
  LOWER: ([text]) => textOf(text).toLowerCase(),
  LPAD: (args) => padded(args, true),
  MID: ([text, start, count]) => middle(textOf(text), countOf(start), countOf(count)),
  REGEX: ([text, pattern]) => matches(textOf(text), textOf(pattern)),
  REVERSE: ([text]) => [...textOf(text)].reverse().join(''),
  RIGHT: ([text, count]) => (countOf(count) === 0 ? '' : textOf(text).slice(-countOf(count))),
  RPAD: (args) => padded(args, false),
  SUBSTITUTE: ([text, old, next]) =>
    isBlank(old) ? textOf(text) : textOf(text).replaceAll(textOf(old), () => textOf(next)),
  TEXT: ([value]) => shownText(value),
  TRIM: ([text]) => textOf(text).replace(/^\s+|\s+$/g, ''),
  UPPER: ([text]) => textOf(text).toUpperCase(),
  VALUE: ([text]) => numberFromText(text),
};
