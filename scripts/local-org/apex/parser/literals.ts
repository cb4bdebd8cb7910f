import type { Literal, LiteralType } from '../ast.ts';
import { Kind } from '../tokens.ts';
import type { Cursor } from './cursor.ts';

/** Reads the literal at the cursor; its kind has been looked at. */
export function parseLiteral(cursor: Cursor): Literal {
  const index = cursor.at;
  const start = cursor.starts[index]!;
  const end = cursor.ends[index]!;
  const kind = cursor.kinds[index]!;
  if (kind === Kind.String) return literal(cursor, 'String', stringValue(cursor, start + 1, end - 1));
  switch (kind) {
    case Kind.Integer:
      return literal(cursor, 'Integer', checkedInteger(cursor, start, end));
    case Kind.Long:
      return literal(cursor, 'Long', checkedLong(cursor, start, end - 1));
    case Kind.Double:
      return literal(cursor, 'Double', cursor.text.slice(start, end - 1));
    case Kind.Decimal:
      return literal(cursor, 'Decimal', cursor.text.slice(start, end));
    case Kind.True:
      return literal(cursor, 'Boolean', 'true');
    case Kind.False:
      return literal(cursor, 'Boolean', 'false');
    case Kind.Null:
      return literal(cursor, 'Null', 'null');
    default:
      return multiline(cursor, start, end);
  }
}

function literal(cursor: Cursor, type: LiteralType, value: string): Literal {
  const index = cursor.at++;
  return { kind: 'Literal', start: cursor.starts[index]!, end: cursor.ends[index]!, type, value, multiline: false };
}

/** The text begins on the line after the opening marks. */
function multiline(cursor: Cursor, start: number, end: number): Literal {
  const isCrLf = cursor.text.charCodeAt(start + 3) === 13 && cursor.text.charCodeAt(start + 4) === 10;
  const value = unescape(cursor, start + (isCrLf ? 5 : 4), end - 3);
  cursor.at++;
  return { kind: 'Literal', start, end, type: 'String', value, multiline: true };
}

function checkedInteger(cursor: Cursor, start: number, end: number): string {
  const value = cursor.text.slice(start, end);
  if (value.length > 9 && Number(value) > 2147483647) cursor.fail('Illegal integer');
  return value;
}

function checkedLong(cursor: Cursor, start: number, end: number): string {
  const value = cursor.text.slice(start, end);
  if (value.length > 18 && BigInt(value) > 9223372036854775807n) cursor.fail('Illegal long');
  return value;
}

function stringValue(cursor: Cursor, start: number, end: number): string {
  const value = cursor.text.slice(start, end);
  return value.indexOf('\\') < 0 ? value : unescape(cursor, start, end);
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** `more` answers for escapes that only SOQL knows. */
export function unescape(
  cursor: Cursor,
  start: number,
  end: number,
  more?: (letter: string) => string | undefined,
): string {
  const raw = cursor.text.slice(start, end);
  let value = '';
  let from = 0;
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', from)) {
    value += raw.slice(from, at);
    const letter = raw.charAt(at + 1);
    const plain = more?.(letter) ?? ESCAPES[letter];
    from = at + 2;
    if (plain !== undefined) value += plain;
    else if (letter === 'u' || letter === 'U') {
      value += String.fromCharCode(unicode(cursor, raw, at));
      from = at + 6;
    } else refuseEscape(cursor, raw, letter);
  }
  return value + raw.slice(from);
}

function unicode(cursor: Cursor, raw: string, at: number): number {
  const digits = raw.slice(at + 2, at + 6);
  if (digits.length === 4 && [...digits].every((digit) => '0123456789abcdefABCDEF'.includes(digit))) {
    return parseInt(digits, 16);
  }
  const tooFew = digits.length < 4 ? 'Less than four hex digits \\' : '';
  cursor.fail(
    `Illegal string literal: Invalid string literal '${raw}'. Illegal unicode sequence. ${tooFew}${raw}' in string literal.`,
  );
}

function refuseEscape(cursor: Cursor, raw: string, letter: string): never {
  cursor.fail(
    `Illegal string literal: Invalid string literal '${raw}'. Illegal character sequence \\${letter}' in string literal.`,
  );
}
