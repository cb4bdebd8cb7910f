/** Cuts a formula into tokens; blanks and comments fall away. */
import { FormulaSyntaxError } from './syntax.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
  /** Without quotes and escapes; operators in one spelling (`==` is `=`, `!=` is `<>`). */
  readonly text: string;
  readonly start: number;
}

const BLANK = /(?:\s|\/\*[^]*?\*\/)+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME =
  /\$?[\p{L}_][\p{L}\p{N}_]*(?::[\p{L}_][\p{L}\p{N}_]*)*(?:\.[\p{L}_][\p{L}\p{N}_]*(?::[\p{L}_][\p{L}\p{N}_]*)*)*/uy;
const SYMBOL = /&&|\|\||==|!=|<>|<=|>=|[-+*/^&=<>!(),]/y;
const TEXT = /"((?:\\[^]|[^"\\])*)"|'((?:\\[^]|[^'\\])*)'/y;

const SPELLINGS: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  for (match(BLANK); at < text.length; match(BLANK)) {
    const start = at;
    const add = (kind: Token['kind'], value: string) => tokens.push({ kind, text: value, start });
    let found: RegExpExecArray | null;
    if ((found = match(NUMBER)) !== null) add('number', found[0]);
    else if ((found = match(NAME)) !== null) add('name', found[0]);
    else if ((found = match(TEXT)) !== null) add('text', unescaped(found[1] ?? found[2]!));
    else if ((found = match(SYMBOL)) !== null) add('symbol', SPELLINGS[found[0]] ?? found[0]);
    else throw new FormulaSyntaxError(`Syntax error. ${problemAt(text, at)}`, at);
  }
  tokens.push({ kind: 'end', text: '', start: text.length });
  return tokens;
}

function unescaped(text: string): string {
  return text.replace(/\\([^])/g, (_, character: string) => ESCAPES[character] ?? character);
}

function problemAt(text: string, at: number): string {
  if (text.startsWith('/*', at)) return "Missing '*/'";
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return character === '"' || character === "'" ? `Missing ${character}` : `Found '${character}'`;
}
