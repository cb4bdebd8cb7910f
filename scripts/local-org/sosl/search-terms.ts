/**
 * The text of FIND: words, "phrases", AND, OR, NOT, brackets, `*` and `?` (SOQL and SOSL Reference, "FIND {SearchQuery}").
 * A word matches a whole word of a field, whatever its case; words in a row must all match.
 */
export type SearchTerm =
  | { readonly kind: 'words'; readonly pattern: RegExp }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly SearchTerm[] }
  | { readonly kind: 'not'; readonly term: SearchTerm };

interface Tokens {
  readonly words: readonly string[];
  at: number;
}

/** Undefined where there is nothing to look for. */
export function parseSearchText(text: string): SearchTerm | undefined {
  const tokens: Tokens = { words: text.match(/"[^"]*"|\(|\)|[^\s()"]+/g) ?? [], at: 0 };
  return tokens.words.length === 0 ? undefined : readOr(tokens);
}

export function matches(term: SearchTerm, text: string): boolean {
  switch (term.kind) {
    case 'words':
      return term.pattern.test(text);
    case 'and':
      return term.terms.every((each) => matches(each, text));
    case 'or':
      return term.terms.some((each) => matches(each, text));
    case 'not':
      return !matches(term.term, text);
  }
}

function isWord(tokens: Tokens, word: string): boolean {
  return tokens.words[tokens.at]?.toUpperCase() === word;
}

function readOr(tokens: Tokens): SearchTerm | undefined {
  const terms = [readAnd(tokens)];
  while (isWord(tokens, 'OR')) {
    tokens.at++;
    terms.push(readAnd(tokens));
  }
  return joined('or', terms);
}

function readAnd(tokens: Tokens): SearchTerm | undefined {
  const terms: Array<SearchTerm | undefined> = [];
  while (tokens.at < tokens.words.length && !isWord(tokens, 'OR') && !isWord(tokens, ')')) {
    if (isWord(tokens, 'AND')) tokens.at++;
    else terms.push(readOne(tokens));
  }
  return joined('and', terms);
}

function readOne(tokens: Tokens): SearchTerm | undefined {
  const word = tokens.words[tokens.at++]!;
  if (word.toUpperCase() === 'NOT') {
    const term = tokens.at < tokens.words.length ? readOne(tokens) : undefined;
    return term === undefined ? undefined : { kind: 'not', term };
  }
  if (word === '(') {
    const inner = readOr(tokens);
    if (isWord(tokens, ')')) tokens.at++;
    return inner;
  }
  const plain = word.replaceAll('"', '').replace(/\\(.)/g, '$1').trim();
  return plain === '' ? undefined : { kind: 'words', pattern: wordPattern(plain) };
}

function joined(kind: 'and' | 'or', terms: ReadonlyArray<SearchTerm | undefined>): SearchTerm | undefined {
  const given = terms.filter((term) => term !== undefined);
  return given.length < 2 ? given[0] : { kind, terms: given };
}

/** `*` stands for any letters, `?` for one; anything that is no letter or digit ends a word. */
function wordPattern(text: string): RegExp {
  const source = text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[\\p{L}\\p{N}]*')
    .replaceAll('?', '[\\p{L}\\p{N}]')
    .replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'iu');
}
