import type { Identifier } from '../ast.ts';
import { tokenize } from '../lexer.ts';
import type { Source } from '../source.ts';
import { ApexSyntaxError } from '../syntax-error.ts';
import { Kind, KIND_TEXT } from '../tokens.ts';

/** Whether a token of this kind may come next; decides between the wordings of an error. */
export type Follow = (kind: number) => boolean;

export const followedByNothing: Follow = () => false;

/**
 * The parser's place in the tokens of one source. The parse functions of this folder share it and hold no state of their own.
 *
 * Errors are worded as Salesforce's compiler (an ANTLR 3 parser) words them: a token that is wanted and comes right after the
 * present one makes the present one "Extra"; if the present one could stand after the wanted one, that is "Missing"; else it
 * was "Expecting". Where several things could stand, the token is "Unexpected".
 */
export class Cursor {
  readonly source: Source;
  readonly text: string;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly docs: Map<number, { start: number; end: number }>;
  /** Library signatures: reserved words may name methods. */
  readonly signatures: boolean;
  /** Index of the present token. */
  at = 0;

  constructor(source: Source, signatures = false) {
    const tokens = tokenize(source);
    this.source = source;
    this.text = source.text;
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.docs = tokens.docs;
    this.signatures = signatures;
  }

  get kind(): number {
    return this.kinds[this.at]!;
  }

  get start(): number {
    return this.starts[this.at]!;
  }

  /** Where the token before the present one ends: the end of the node just read. */
  get lastEnd(): number {
    return this.ends[this.at - 1]!;
  }

  peek(distance: number): number {
    return this.kinds[this.at + distance]!;
  }

  take(kind: number): boolean {
    if (this.kinds[this.at] !== kind) return false;
    this.at++;
    return true;
  }

  expect(kind: number, follow: Follow): void {
    if (this.kinds[this.at] === kind) this.at++;
    else this.mismatch(kind, follow);
  }

  /** The present token is compared without case. */
  isWord(word: string, distance = 0): boolean {
    const index = this.at + distance;
    const kind = this.kinds[index]!;
    if (kind === Kind.EndOfFile || kind > Kind.LastReserved) return false;
    const start = this.starts[index]!;
    if (this.ends[index]! - start !== word.length) return false;
    for (let at = 0; at < word.length; at++) {
      const code = this.text.charCodeAt(start + at);
      const wanted = word.charCodeAt(at);
      if (code !== wanted && (wanted < 97 || (code | 32) !== wanted)) return false;
    }
    return true;
  }

  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.at++;
    return true;
  }

  /** `shown` is the word as errors print it. */
  expectWord(word: string, follow: Follow = followedByNothing): void {
    if (this.takeWord(word)) return;
    this.fail(this.mismatchText(word.toUpperCase(), this.isWord(word, 1), follow));
  }

  /** A name that is not a reserved word. */
  identifier(): Identifier {
    const kind = this.kinds[this.at]!;
    if (kind === Kind.EndOfFile || kind > Kind.LastIdentifier) this.unexpected();
    return this.takeIdentifier();
  }

  /** The name of a class or trigger, which has no dots. */
  undottedName(): Identifier {
    if (this.dottedEnd(this.at) > this.at + 1) this.fail("Unexpected token '.'.");
    return this.identifier();
  }

  /** Any word: after a dot nothing is reserved. */
  anyWord(): Identifier {
    const kind = this.kinds[this.at]!;
    if (kind === Kind.EndOfFile || kind > Kind.LastReserved) this.unexpected();
    return this.takeIdentifier();
  }

  takeIdentifier(): Identifier {
    const index = this.at++;
    const start = this.starts[index]!;
    const end = this.ends[index]!;
    return { kind: 'Identifier', start, end, name: this.text.slice(start, end) };
  }

  tokenText(index = this.at): string {
    const kind = this.kinds[index]!;
    if (kind === Kind.EndOfFile) return '<EOF>';
    const text = this.text.slice(this.starts[index]!, this.ends[index]!);
    // Salesforce names a string by what is in it.
    return kind === Kind.String ? text.slice(1, -1) : text;
  }

  /** What errors call a token: to Salesforce's lexer a name with dots in it is a single one. */
  private shownText(index: number): string {
    const last = this.dottedEnd(index) - 1;
    return last <= index ? this.tokenText(index) : this.text.slice(this.starts[index]!, this.ends[last]!);
  }

  /** The index after a name and the dots and words that follow it without a blank. */
  dottedEnd(index: number): number {
    const kind = this.kinds[index]!;
    if (kind === Kind.EndOfFile || kind > Kind.LastReserved) return index + 1;
    let end = index + 1;
    while (this.kinds[end] === Kind.Dot && this.isAdjacent(end) && this.isAdjacent(end + 1)) {
      if (this.kinds[end + 1]! > Kind.LastReserved || this.kinds[end + 1] === Kind.EndOfFile) break;
      end += 2;
    }
    return end;
  }

  private isAdjacent(index: number): boolean {
    return this.starts[index] === this.ends[index - 1];
  }

  unexpected(index = this.at): never {
    this.fail(`Unexpected token '${this.shownText(index)}'.`, index);
  }

  mismatch(kind: number, follow: Follow): never {
    const next = this.dottedEnd(this.at);
    this.fail(this.mismatchText(KIND_TEXT[kind]!, this.kinds[next] === kind && this.kind !== Kind.EndOfFile, follow));
  }

  private mismatchText(wanted: string, isNext: boolean, follow: Follow): string {
    const found = this.shownText(this.at);
    if (isNext) return `Extra '${wanted}', at '${found}'.`;
    if (follow(this.kind)) return `Missing '${wanted}' at '${found}'`;
    return `Expecting '${wanted}' but was: '${found}'`;
  }

  fail(message: string, index = this.at): never {
    throw new ApexSyntaxError(this.source, this.starts[index]!, this.ends[index]!, message);
  }
}
