import type { Source } from './source.ts';
import { ApexSyntaxError } from './syntax-error.ts';
import { Kind, KEYWORDS } from './tokens.ts';

/**
 * Turns source text into three parallel arrays: kind, start and end of each token. The whole file is done at once, without a
 * regular expression or an object per token, so that the parser can look ahead as far as it likes for nothing.
 * Comments leave no token; doc comments are kept aside, by the index of the token that they precede.
 */
export interface Tokens {
  source: Source;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
  /** Token index → start and end of the doc comment before it. */
  docs: Map<number, { start: number; end: number }>;
}

const OTHER = 0;
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;

const CLASSES = new Uint8Array(128);
for (const code of [9, 10, 11, 12, 13, 32]) CLASSES[code] = SPACE;
for (let code = 65; code <= 90; code++) CLASSES[code] = CLASSES[code + 32] = LETTER;
CLASSES[95] = CLASSES[36] = LETTER;
for (let code = 48; code <= 57; code++) CLASSES[code] = DIGIT;

// Keywords by a hash of their lower-cased letters, in an open-addressed table.
const TABLE_SIZE = 512;
const WORDS: (string | undefined)[] = new Array<string | undefined>(TABLE_SIZE).fill(undefined);
const WORD_KINDS = new Uint8Array(TABLE_SIZE);
const LONGEST_WORD = 10;
for (const [word, kind] of KEYWORDS) {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  let slot = hash & (TABLE_SIZE - 1);
  while (WORDS[slot] !== undefined) slot = (slot + 1) & (TABLE_SIZE - 1);
  WORDS[slot] = word;
  WORD_KINDS[slot] = kind;
}

const PUNCTUATION = new Uint8Array(128);
for (const [text, kind] of [
  ['(', Kind.LeftParenthesis],
  [')', Kind.RightParenthesis],
  ['{', Kind.LeftBrace],
  ['}', Kind.RightBrace],
  ['[', Kind.LeftBracket],
  [']', Kind.RightBracket],
  [';', Kind.Semicolon],
  [',', Kind.Comma],
  ['@', Kind.At],
  [':', Kind.Colon],
  ['~', Kind.Tilde],
  ['>', Kind.Greater],
] as const) {
  PUNCTUATION[text.charCodeAt(0)] = kind;
}

export function tokenize(source: Source): Tokens {
  return new Lexer(source).run();
}

class Lexer {
  private readonly source: Source;
  private readonly text: string;
  private kinds: Uint8Array;
  private starts: Int32Array;
  private ends: Int32Array;
  private count = 0;
  private readonly docs = new Map<number, { start: number; end: number }>();

  constructor(source: Source) {
    this.source = source;
    this.text = source.text;
    const capacity = (source.text.length >> 2) + 16;
    this.kinds = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
  }

  run(): Tokens {
    const text = this.text;
    const length = text.length;
    let at = 0;
    while (at < length) {
      const code = text.charCodeAt(at);
      const cls = code < 128 ? CLASSES[code]! : OTHER;
      if (cls === SPACE) at++;
      else if (cls === LETTER) at = this.word(at);
      else if (cls === DIGIT) at = this.number(at);
      else if (code === 39) at = this.string(at);
      else if (code === 47) at = this.slash(at);
      else if (code === 46) at = this.dot(at);
      else at = this.punctuation(at, code);
    }
    this.push(Kind.EndOfFile, length, length);
    const { source, kinds, starts, ends, count, docs } = this;
    return { source, kinds, starts, ends, count, docs };
  }

  private push(kind: number, start: number, end: number): number {
    const index = this.count++;
    // One spare slot stays zero behind the last token: the parser looks one past the end of file.
    if (index + 2 > this.kinds.length) this.grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    return end;
  }

  private grow(): void {
    const capacity = this.kinds.length * 2;
    const kinds = new Uint8Array(capacity);
    const starts = new Int32Array(capacity);
    const ends = new Int32Array(capacity);
    kinds.set(this.kinds);
    starts.set(this.starts);
    ends.set(this.ends);
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }

  private word(start: number): number {
    const text = this.text;
    const length = text.length;
    let at = start;
    let hash = 0;
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 128) this.refuseIdentifier(start);
      if (CLASSES[code]! < LETTER) break;
      hash = (Math.imul(hash, 31) + (code | 32)) | 0;
    }
    const size = at - start;
    const kind = size >= 2 && size <= LONGEST_WORD ? keywordKind(text, start, size, hash) : Kind.Identifier;
    return this.push(kind, start, at);
  }

  private number(start: number): number {
    const text = this.text;
    let at = this.digits(start);
    const code = text.charCodeAt(at);
    if (code === 46 && isDigit(text.charCodeAt(at + 1))) return this.fraction(start, at + 1);
    if (code === 46 && text.charCodeAt(at + 1) !== 46) {
      // `5.foo()` is no call: Salesforce wants a digit after the point, and says so of what it finds instead.
      this.fail(
        at + 1,
        `Unrecognized symbol '${text.charAt(at + 1) || '<EOF>'}', which is not a valid Apex identifier.`,
      );
    }
    if ((code | 32) === 108 && !isWordCode(text.charCodeAt(at + 1))) return this.push(Kind.Long, start, ++at);
    return this.push(Kind.Integer, start, at);
  }

  private fraction(start: number, from: number): number {
    const at = this.digits(from);
    const code = this.text.charCodeAt(at);
    if ((code | 32) === 100 && !isWordCode(this.text.charCodeAt(at + 1))) return this.push(Kind.Double, start, at + 1);
    return this.push(Kind.Decimal, start, at);
  }

  private digits(from: number): number {
    let at = from;
    while (isDigit(this.text.charCodeAt(at))) at++;
    return at;
  }

  private string(start: number): number {
    const text = this.text;
    if (text.charCodeAt(start + 1) === 39 && text.charCodeAt(start + 2) === 39) {
      const code = text.charCodeAt(start + 3);
      if (code === 10 || code === 13) return this.multilineString(start);
    }
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 39) return this.push(Kind.String, start, at + 1);
      if (code === 10 || code === 13) this.refuseLineBreak(start, at);
      if (code === 92 && text.charCodeAt(at + 1) !== 10 && text.charCodeAt(at + 1) !== 13) at++;
    }
    return this.fail(start, "Missing closing quote character ' on string.");
  }

  private multilineString(start: number): number {
    const text = this.text;
    for (let at = start + 3; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 92) at++;
      else if (code === 39 && text.charCodeAt(at + 1) === 39 && text.charCodeAt(at + 2) === 39) {
        return this.push(Kind.MultilineString, start, at + 3);
      }
    }
    return this.fail(start, "Missing closing quote character ' on string.");
  }

  /** A string that is closed further down has a line break in it; one that never is closed has no end. */
  private refuseLineBreak(start: number, lineBreak: number): never {
    for (let at = lineBreak; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 92) at++;
      else if (code === 39) {
        return this.fail(start, 'Illegal string literal: Line breaks are not allowed in string literals');
      }
    }
    return this.fail(start, "Missing closing quote character ' on string.");
  }

  private slash(start: number): number {
    const text = this.text;
    const next = text.charCodeAt(start + 1);
    if (next === 47) {
      let at = start + 2;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 || code === 13) break;
      }
      return at;
    }
    if (next === 42) {
      const close = text.indexOf('*/', start + 2);
      if (close < 0) this.fail(start, 'Missing closing mark */ on multi-line comment.');
      if (text.charCodeAt(start + 2) === 42 && close > start + 2) {
        this.docs.set(this.count, { start, end: close + 2 });
      }
      return close + 2;
    }
    if (next === 61) return this.push(Kind.DivideAssign, start, start + 2);
    return this.push(Kind.Divide, start, start + 1);
  }

  private dot(start: number): number {
    if (isDigit(this.text.charCodeAt(start + 1))) return this.fraction(start, start + 1);
    return this.push(Kind.Dot, start, start + 1);
  }

  private punctuation(start: number, code: number): number {
    const single = code < 128 ? PUNCTUATION[code]! : 0;
    if (single !== 0) return this.push(single, start, start + 1);
    const next = this.text.charCodeAt(start + 1);
    switch (code) {
      case 61: // =
        if (next === 61) return this.oneMore(start, 61, Kind.Equal, Kind.Identical);
        if (next === 62) return this.push(Kind.Arrow, start, start + 2);
        return this.push(Kind.Assign, start, start + 1);
      case 33: // !
        if (next === 61) return this.oneMore(start, 61, Kind.NotEqual, Kind.NotIdentical);
        return this.push(Kind.Not_, start, start + 1);
      case 60: // <
        if (next === 60) return this.oneMore(start, 61, Kind.ShiftLeft, Kind.ShiftLeftAssign);
        if (next === 62) return this.push(Kind.LessGreater, start, start + 2);
        return this.orAssign(start, next, Kind.Less, Kind.LessEqual);
      case 43: // +
        if (next === 43) return this.push(Kind.Increment, start, start + 2);
        return this.orAssign(start, next, Kind.Plus, Kind.PlusAssign);
      case 45: // -
        if (next === 45) return this.push(Kind.Decrement, start, start + 2);
        return this.orAssign(start, next, Kind.Minus, Kind.MinusAssign);
      case 42: // *
        return this.orAssign(start, next, Kind.Times, Kind.TimesAssign);
      case 38: // &
        if (next === 38) return this.push(Kind.LogicalAnd, start, start + 2);
        return this.orAssign(start, next, Kind.BitAnd, Kind.AndAssign);
      case 124: // |
        if (next === 124) return this.push(Kind.LogicalOr, start, start + 2);
        return this.orAssign(start, next, Kind.BitOr, Kind.OrAssign);
      case 94: // ^
        return this.orAssign(start, next, Kind.BitXor, Kind.XorAssign);
      case 63: // ?
        if (next === 63) return this.push(Kind.Coalesce, start, start + 2);
        if (next === 46 && !isDigit(this.text.charCodeAt(start + 2))) return this.push(Kind.SafeDot, start, start + 2);
        return this.push(Kind.Question, start, start + 1);
    }
    return this.strange(start, code);
  }

  private orAssign(start: number, next: number, plain: number, assign: number): number {
    return next === 61 ? this.push(assign, start, start + 2) : this.push(plain, start, start + 1);
  }

  private oneMore(start: number, third: number, plain: number, longer: number): number {
    const isLonger = this.text.charCodeAt(start + 2) === third;
    return isLonger ? this.push(longer, start, start + 3) : this.push(plain, start, start + 2);
  }

  /** A byte order mark and exotic spaces are skipped; anything else outside the alphabet is refused. */
  private strange(start: number, code: number): number {
    if (code === 0xfeff || code === 0xa0) return start + 1;
    const symbol = this.text.charAt(start);
    if (code >= 128) this.refuseIdentifier(start);
    if (code === 34 || code === 92) {
      this.fail(start, `Unrecognized symbol '${symbol}', which is not a valid Apex identifier.`);
    }
    return this.fail(start, `Found punctuation symbol or operator '${symbol}' that isn't valid in Apex.`);
  }

  private refuseIdentifier(start: number): never {
    let end = start;
    while (end < this.text.length && (this.text.charCodeAt(end) >= 128 || isWordCode(this.text.charCodeAt(end)))) end++;
    return this.fail(
      start,
      `Invalid identifier '${this.text.slice(start, end)}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) ` +
        "followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '$', '_'.",
    );
  }

  private fail(offset: number, message: string): never {
    throw new ApexSyntaxError(this.source, offset, offset + 1, message);
  }
}

function keywordKind(text: string, start: number, size: number, hash: number): number {
  let slot = hash & (TABLE_SIZE - 1);
  for (;;) {
    const word = WORDS[slot];
    if (word === undefined) return Kind.Identifier;
    if (word.length === size && sameLetters(text, start, word)) return WORD_KINDS[slot]!;
    slot = (slot + 1) & (TABLE_SIZE - 1);
  }
}

/** Compares without case; `word` has letters only. */
function sameLetters(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    if ((text.charCodeAt(start + at) | 32) !== word.charCodeAt(at)) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isWordCode(code: number): boolean {
  return code < 128 && CLASSES[code]! >= LETTER;
}
