import type { SoqlBind, SoqlLiteral, SoqlLiteralType } from '../ast.ts';
import { Kind } from '../tokens.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expressions.ts';
import { unescape } from './literals.ts';

/** Reads `:expression`. */
export function parseBind(cursor: Cursor): SoqlBind {
  const start = cursor.start;
  cursor.at++;
  const expression = parseExpression(cursor);
  return { kind: 'SoqlBind', start, end: expression.end, expression };
}

/** Reads a value as SOQL writes it. In a pattern of LIKE the escapes of `%`, `_` and `\` stay, for the pattern to be read later. */
export function parseSoqlLiteral(cursor: Cursor, isPattern: boolean): SoqlLiteral {
  switch (cursor.kind) {
    case Kind.String:
      return parseString(cursor, isPattern, 1, 1);
    case Kind.MultilineString:
      return parseString(cursor, isPattern, cursor.text.charCodeAt(cursor.start + 3) === 13 ? 5 : 4, 3);
    case Kind.True:
    case Kind.False:
      return word(cursor, 'Boolean');
    case Kind.Null:
      return word(cursor, 'Null');
    case Kind.Integer:
      return parseDate(cursor) ?? parseNumberLiteral(cursor);
    case Kind.Decimal:
    case Kind.Plus:
    case Kind.Minus:
      return parseNumberLiteral(cursor);
  }
  return parseCurrency(cursor) ?? parseDateFormula(cursor) ?? cursor.unexpected();
}

function literal(cursor: Cursor, type: SoqlLiteralType, start: number, value: string, n?: number): SoqlLiteral {
  return { kind: 'SoqlLiteral', start, end: cursor.lastEnd, type, value, n };
}

function word(cursor: Cursor, type: SoqlLiteralType): SoqlLiteral {
  const { start, name } = cursor.takeIdentifier();
  return literal(cursor, type, start, name.toLowerCase());
}

function parseString(cursor: Cursor, isPattern: boolean, opening: number, closing: number): SoqlLiteral {
  const start = cursor.start;
  const value = unescape(
    cursor,
    start + opening,
    cursor.ends[cursor.at]! - closing,
    isPattern ? patternEscape : valueEscape,
  );
  cursor.at++;
  return literal(cursor, 'String', start, value);
}

function patternEscape(letter: string): string | undefined {
  return letter === '%' || letter === '_' || letter === '\\' ? `\\${letter}` : undefined;
}

function valueEscape(letter: string): string | undefined {
  return letter === '%' || letter === '_' ? letter : undefined;
}

export function parseNumberLiteral(cursor: Cursor): SoqlLiteral {
  const start = cursor.start;
  const isNegative = cursor.kind === Kind.Minus;
  if (isNegative || cursor.kind === Kind.Plus) cursor.at++;
  if (cursor.kind !== Kind.Integer && cursor.kind !== Kind.Decimal) cursor.unexpected();
  const digits = cursor.tokenText();
  if (cursor.kind === Kind.Integer && Number(digits) > 2147483647) cursor.fail('Illegal integer');
  cursor.at++;
  return literal(cursor, 'Number', start, isNegative ? `-${digits}` : digits);
}

const DAY = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?';
const ZONE = '(?:Z|[+-]\\d{2}:?\\d{2})';
const DATE = new RegExp(`${DAY}(T${CLOCK}${ZONE})?(?!\\w)`, 'iy');
const TIME = new RegExp(`${CLOCK}${ZONE}(?!\\w)`, 'iy');

/** A date is many tokens to the lexer, so it is read from the text, and the tokens in it are passed over. */
function parseDate(cursor: Cursor): SoqlLiteral | undefined {
  const next = cursor.peek(1);
  if (next !== Kind.Minus && next !== Kind.Colon) return undefined;
  const start = cursor.start;
  if (cursor.starts[cursor.at + 1] !== cursor.ends[cursor.at]) return undefined;
  const pattern = next === Kind.Minus ? DATE : TIME;
  pattern.lastIndex = start;
  const match = pattern.exec(cursor.text);
  if (match === null) return refuseDate(cursor);
  const end = start + match[0].length;
  while (cursor.start < end && cursor.kind !== Kind.EndOfFile) cursor.at++;
  const type = next === Kind.Colon ? 'Time' : match[1] === undefined ? 'Date' : 'DateTime';
  return { kind: 'SoqlLiteral', start, end, type, value: match[0], n: undefined };
}

const DAY_RULE = 'YYYY must be a year (AD) 0001-9999. mm must be a month 01-12. DD must be a day 01-31.';
const CLOCK_RULE =
  'HH must be 00-23, MM must be 00-59, and SS must be 00-59. .NNN is optional and is the milliseconds within the second ' +
  '000-999. OFFSET is the timezone offset and has an optional + or - followed by HHMM or HH:MM.';

/** Undefined where it is not meant as a date at all: `20-1`. */
function refuseDate(cursor: Cursor): undefined {
  const pattern = /\d+(?:-\d+){0,2}(T?[\d:.]*)/iy;
  pattern.lastIndex = cursor.start;
  const match = pattern.exec(cursor.text);
  if (match === null || /^\d+-/.test(match[0]) !== /^\d{4}-/.test(match[0])) return undefined;
  const shown = match[0];
  if (!shown.includes('-')) {
    cursor.fail(`Invalid Time '${shown}'. Apex times must be of the form HH:MM:SS.NNNzOFFSET. ${CLOCK_RULE}`);
  }
  if (/T/i.test(shown)) {
    const form = 'YYYY-mm-DDtHH:MM:SS.NNNzOFFSET';
    cursor.fail(`Invalid DateTime '${shown}'. Apex DateTimes must be of the form ${form}. ${DAY_RULE} ${CLOCK_RULE}`);
  }
  // Salesforce's lexer stops at the digit that no month or day can have.
  const valid = /\d{4}-(?:0[1-9]|1[0-2])-\d+|\d{4}-\d/y;
  valid.lastIndex = cursor.start;
  const part = valid.exec(cursor.text)?.[0] ?? shown;
  const hint = "If you are trying to do subtraction adding spaces around the '-' sign(s) will help.";
  return cursor.fail(`Invalid Date '${part}'. ${hint} Apex dates must be of the form YYYY-mm-DD. ${DAY_RULE}`);
}

/** `USD5000` or `USD500.25`. */
function parseCurrency(cursor: Cursor): SoqlLiteral | undefined {
  if (cursor.kind !== Kind.Identifier) return undefined;
  const text = cursor.tokenText();
  if (!/^[a-z]{3}\d+$/i.test(text)) return undefined;
  const start = cursor.start;
  const hasFraction = cursor.peek(1) === Kind.Decimal && cursor.starts[cursor.at + 1] === cursor.ends[cursor.at];
  cursor.at += hasFraction ? 2 : 1;
  return literal(cursor, 'Currency', start, cursor.text.slice(start, cursor.lastEnd));
}

const PLAIN_FORMULAS: ReadonlySet<string> = new Set(
  (
    'YESTERDAY TODAY TOMORROW LAST_WEEK THIS_WEEK NEXT_WEEK LAST_MONTH THIS_MONTH NEXT_MONTH LAST_90_DAYS NEXT_90_DAYS ' +
    'THIS_QUARTER LAST_QUARTER NEXT_QUARTER THIS_YEAR LAST_YEAR NEXT_YEAR THIS_FISCAL_QUARTER LAST_FISCAL_QUARTER ' +
    'NEXT_FISCAL_QUARTER THIS_FISCAL_YEAR LAST_FISCAL_YEAR NEXT_FISCAL_YEAR'
  ).split(' '),
);
const UNITS = ['DAYS', 'WEEKS', 'MONTHS', 'QUARTERS', 'YEARS', 'FISCAL_QUARTERS', 'FISCAL_YEARS'];
const COUNTED_FORMULAS: ReadonlySet<string> = new Set(
  UNITS.flatMap((unit) => [`LAST_N_${unit}`, `NEXT_N_${unit}`, `N_${unit}_AGO`]),
);

function parseDateFormula(cursor: Cursor): SoqlLiteral | undefined {
  if (cursor.kind !== Kind.Identifier) return undefined;
  const start = cursor.start;
  const name = cursor.tokenText().toUpperCase();
  if (PLAIN_FORMULAS.has(name)) {
    cursor.at++;
    return literal(cursor, 'DateFormula', start, name);
  }
  if (!COUNTED_FORMULAS.has(name)) return undefined;
  cursor.at++;
  if (!cursor.take(Kind.Colon)) cursor.fail(`Expecting ':' but was: '${cursor.tokenText()}'`);
  if (cursor.peek(0) !== Kind.Integer) cursor.fail(`Missing 'INTEGER_LITERAL' at '${cursor.tokenText()}'`);
  const n = Number(cursor.tokenText());
  cursor.at++;
  return literal(cursor, 'DateFormula', start, name, n);
}
