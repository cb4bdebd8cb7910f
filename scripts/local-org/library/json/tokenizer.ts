/** Reads JSON token by token with Jackson's error texts, which is what Salesforce shows. */
import { JSONException } from '../core/exceptions.ts';

export type TokenKind =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

export interface Token {
  readonly kind: TokenKind;
  /** The field's name, the string's content, or the number as written. */
  readonly text: string;
}

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const WORDS: ReadonlyArray<readonly [string, TokenKind]> = [
  ['true', 'VALUE_TRUE'],
  ['false', 'VALUE_FALSE'],
  ['null', 'VALUE_NULL'],
];

interface Level {
  readonly isObject: boolean;
  count: number;
}

export class JsonTokenizer {
  private readonly text: string;
  private at = 0;
  private readonly levels: Level[] = [];
  private isAfterName = false;

  constructor(text: string) {
    this.text = text;
  }

  /** undefined at the end of the content. */
  next(): Token | undefined {
    this.skipSpace();
    const level = this.levels.at(-1);
    if (this.at >= this.text.length) {
      if (level !== undefined) this.failAtEnd(`expected close marker for ${level.isObject ? 'OBJECT' : 'ARRAY'}`);
      return undefined;
    }
    if (level === undefined) return this.value();
    if (this.isAfterName) {
      this.isAfterName = false;
      return this.value();
    }
    return this.member(level);
  }

  /** The next member of an array or object, or its end. */
  private member(level: Level): Token {
    const close = level.isObject ? '}' : ']';
    if (this.text[this.at] === close) {
      this.at++;
      this.levels.pop();
      return { kind: level.isObject ? 'END_OBJECT' : 'END_ARRAY', text: close };
    }
    if (level.count++ > 0) {
      this.expect(',', `was expecting comma to separate ${level.isObject ? 'OBJECT' : 'ARRAY'} entries`);
      this.skipSpace();
    }
    return level.isObject ? this.fieldName() : this.value();
  }

  private fieldName(): Token {
    if (this.text[this.at] !== '"') this.fail('was expecting double-quote to start field name');
    const text = this.string();
    this.skipSpace();
    this.expect(':', 'was expecting a colon to separate field name and value');
    this.isAfterName = true;
    return { kind: 'FIELD_NAME', text };
  }

  private value(): Token {
    this.skipSpace();
    const character = this.text[this.at];
    switch (character) {
      case undefined:
        return this.failAtEnd('expected a value');
      case '{':
      case '[':
        this.at++;
        this.levels.push({ isObject: character === '{', count: 0 });
        return { kind: character === '{' ? 'START_OBJECT' : 'START_ARRAY', text: character };
      case '"':
        return { kind: 'VALUE_STRING', text: this.string() };
      default:
        return this.numberOrWord();
    }
  }

  private numberOrWord(): Token {
    for (const [word, kind] of WORDS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return { kind, text: word };
    }
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (match === null) this.fail("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    this.at += match[0].length;
    const isFloat = match[1] !== undefined || match[2] !== undefined;
    return { kind: isFloat ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', text: match[0] };
  }

  private string(): string {
    const start = ++this.at;
    while (this.at < this.text.length) {
      const code = this.text.charCodeAt(this.at);
      if (code === 34) return this.text.slice(start, this.at++);
      if (code === 92) return this.escapedString(start);
      if (code < 32) this.fail('has to be escaped using backslash to be included in string value');
      this.at++;
    }
    return this.failAtEnd('was expecting closing quote for a string value');
  }

  private escapedString(start: number): string {
    let text = this.text.slice(start, this.at);
    while (this.at < this.text.length) {
      const character = this.text[this.at++]!;
      if (character === '"') return text;
      if (character !== '\\') {
        text += character;
        continue;
      }
      const letter = this.text[this.at++] ?? '';
      const unicode = letter === 'u' ? /^[0-9A-Fa-f]{4}/.exec(this.text.slice(this.at, this.at + 4)) : null;
      if (unicode !== null) this.at += 4;
      const meaning = unicode === null ? ESCAPES[letter] : String.fromCharCode(parseInt(unicode[0], 16));
      if (meaning === undefined) throw this.error(`Unrecognized character escape ${named(letter)}`);
      text += meaning;
    }
    return this.failAtEnd('was expecting closing quote for a string value');
  }

  private skipSpace(): void {
    while (this.at < this.text.length && ' \t\r\n'.includes(this.text[this.at]!)) this.at++;
  }

  private expect(character: string, otherwise: string): void {
    if (this.text[this.at] !== character) this.fail(otherwise);
    this.at++;
  }

  private fail(expected: string): never {
    const character = this.text[this.at];
    if (character === undefined) return this.failAtEnd(expected);
    this.at++;
    throw this.error(`Unexpected character (${named(character)}): ${expected}`);
  }

  private failAtEnd(expected: string): never {
    throw this.error(`Unexpected end-of-input: ${expected}`);
  }

  error(message: string): InstanceType<typeof JSONException> {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    return new JSONException(`${message} at [line:${line}, column:${this.at - before.lastIndexOf('\n')}]`);
  }
}

const named = (character: string): string => `'${character}' (code ${character.codePointAt(0) ?? 0})`;
