/**
 * The text after FIND: words with `*` and `?`, phrases in quotes, AND, OR, AND NOT, brackets (SOSL Reference, "FIND").
 * Words beside each other must all be there. A word matches a whole word of a field, without case; a word with
 * punctuation inside (an email address) is a phrase of its parts.
 */
import { QueryError } from '../soql/query-error.ts';

export type SearchTerm =
  /** Words that follow each other in one field. */
  | { readonly kind: 'phrase'; readonly words: readonly RegExp[] }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly SearchTerm[] }
  | { readonly kind: 'not'; readonly operand: SearchTerm };

const TOKEN = /"([^"]*)"?|([()])|((?:[^\s()"])+)/g;
const WORD = /[\p{L}\p{N}_]+/gu;
const PATTERN = /[\p{L}\p{N}_*?]+/gu;

/** The words of a field's text, lower-case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

export function parseTerm(text: string): SearchTerm {
  // An escaped character has no meaning for the search, and is no part of a word.
  const plain = text.replace(/\\[^]/g, ' ');
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < 2)
    throw new QueryError('MALFORMED_SEARCH', `search term must be longer than one character: ${text}`);
  return new TermParser(plain).parse();
}

/** Do the fields, each a list of words, hold what the term asks for? */
export function matchesTerm(term: SearchTerm, fields: ReadonlyArray<readonly string[]>): boolean {
  switch (term.kind) {
    case 'phrase':
      return fields.some((words) => holdsPhrase(words, term.words));
    case 'and':
      return term.operands.every((operand) => matchesTerm(operand, fields));
    case 'or':
      return term.operands.some((operand) => matchesTerm(operand, fields));
    case 'not':
      return !matchesTerm(term.operand, fields);
  }
}

function holdsPhrase(words: readonly string[], phrase: readonly RegExp[]): boolean {
  for (let start = 0; start + phrase.length <= words.length; start++) {
    if (phrase.every((pattern, at) => pattern.test(words[start + at]!))) return true;
  }
  return false;
}

interface TermToken {
  readonly kind: 'phrase' | 'bracket' | 'word';
  readonly text: string;
}

class TermParser {
  private readonly tokens: TermToken[];
  private at = 0;

  constructor(text: string) {
    this.tokens = [...text.matchAll(TOKEN)].map(([, phrase, bracket, word]) => {
      if (phrase !== undefined) return { kind: 'phrase', text: phrase };
      return bracket !== undefined ? { kind: 'bracket', text: bracket } : { kind: 'word', text: word! };
    });
  }

  parse(): SearchTerm {
    const term = this.anyOf();
    if (this.at < this.tokens.length) this.refuse();
    return term;
  }

  private refuse(): never {
    throw new QueryError('MALFORMED_SEARCH', `unexpected ${this.tokens[this.at]?.text ?? 'end'} in the search term`);
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' || token.text.toUpperCase() !== word) return false;
    this.at++;
    return true;
  }

  private takeBracket(bracket: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'bracket' || token.text !== bracket) return false;
    this.at++;
    return true;
  }

  private anyOf(): SearchTerm {
    const operands = [this.allOf()];
    while (this.takeWord('OR')) operands.push(this.allOf());
    return operands.length === 1 ? operands[0]! : { kind: 'or', operands };
  }

  private allOf(): SearchTerm {
    const operands = [this.one()];
    for (;;) {
      if (this.takeWord('AND')) operands.push(this.one());
      else if (this.endsHere()) break;
      else operands.push(this.one());
    }
    return operands.length === 1 ? operands[0]! : { kind: 'and', operands };
  }

  private endsHere(): boolean {
    const token = this.tokens[this.at];
    if (token === undefined || (token.kind === 'bracket' && token.text === ')')) return true;
    return token.kind === 'word' && token.text.toUpperCase() === 'OR';
  }

  private one(): SearchTerm {
    if (this.takeWord('NOT')) return { kind: 'not', operand: this.one() };
    if (this.takeBracket('(')) {
      const inner = this.anyOf();
      if (!this.takeBracket(')')) this.refuse();
      return inner;
    }
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'bracket') this.refuse();
    this.at++;
    return { kind: 'phrase', words: patternsOf(token.text) };
  }
}

function patternsOf(text: string): RegExp[] {
  const parts = text.toLowerCase().match(PATTERN) ?? [];
  return parts.map((part) => new RegExp(`^${part.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su'));
}
