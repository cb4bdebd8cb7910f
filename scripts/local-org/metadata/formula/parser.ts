/** Parses a formula. From loose to tight: `||`, `&&`, equality, order, `+ - &`, `* /`, `^`, signs. */
import { Decimal } from '../../library/core/decimal.ts';
import { tokenize, type Token } from './lexer.ts';
import { argumentCounts } from './argument-counts.ts';
import { FormulaSyntaxError, type BinaryOperator, type FormulaNode } from './syntax.ts';

const LEVELS: ReadonlyArray<ReadonlySet<string>> = [
  new Set(['||']),
  new Set(['&&']),
  new Set(['=', '<>']),
  new Set(['<', '<=', '>', '>=']),
  new Set(['+', '-', '&']),
  new Set(['*', '/']),
  new Set(['^']),
];

const KEYWORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['TRUE', true],
  ['FALSE', false],
  ['NULL', null],
]);

export function parseFormula(text: string): FormulaNode {
  const parser = new Parser(tokenize(text));
  const node = parser.expression(0);
  parser.expectEnd();
  return node;
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  private get next(): Token {
    return this.tokens[this.at]!;
  }

  private isSymbol(text: string): boolean {
    return this.next.kind === 'symbol' && this.next.text === text;
  }

  private take(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.at++;
    return true;
  }

  private refuse(what: string): never {
    throw new FormulaSyntaxError(`Syntax error. ${what}`, this.next.start);
  }

  private unexpected(): never {
    if (this.next.kind === 'end') this.refuse('The formula ends too early');
    if (this.isSymbol(')')) this.refuse("Extra ')'");
    this.refuse(`Found '${this.next.text}'`);
  }

  expectEnd(): void {
    if (this.next.kind !== 'end') this.unexpected();
  }

  expression(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    let left = this.expression(level + 1);
    while (this.next.kind === 'symbol' && operators.has(this.next.text)) {
      const operator = this.next.text as BinaryOperator;
      this.at++;
      left = { kind: 'binary', operator, left, right: this.expression(level + 1) };
    }
    return left;
  }

  private unary(): FormulaNode {
    for (const operator of ['-', '+', '!'] as const) {
      if (this.take(operator)) return { kind: 'unary', operator, operand: this.unary() };
    }
    return this.primary();
  }

  private primary(): FormulaNode {
    const token = this.next;
    if (this.take('(')) {
      const inner = this.expression(0);
      if (!this.take(')')) this.closing();
      return inner;
    }
    if (token.kind === 'symbol' || token.kind === 'end') this.unexpected();
    this.at++;
    if (token.kind === 'number') return { kind: 'literal', value: Decimal.parse(token.text)! };
    if (token.kind === 'text') return { kind: 'literal', value: token.text };
    return this.named(token);
  }

  private named(token: Token): FormulaNode {
    if (this.isSymbol('(')) return this.call(token);
    const upper = token.text.toUpperCase();
    if (KEYWORDS.has(upper)) return { kind: 'literal', value: KEYWORDS.get(upper) };
    if (token.text.startsWith('$')) return { kind: 'global', name: token.text.slice(1) };
    return { kind: 'path', path: token.text };
  }

  private call(token: Token): FormulaNode {
    this.at++;
    const args: FormulaNode[] = [];
    if (!this.take(')')) {
      do args.push(this.expression(0));
      while (this.take(','));
      if (!this.take(')')) this.closing();
    }
    const name = token.text.toUpperCase();
    checkCount(name, args.length, token.start);
    return { kind: 'call', name, args };
  }

  private closing(): never {
    return this.next.kind === 'end'
      ? this.refuse("Missing ')'")
      : this.refuse(`Missing ')' before '${this.next.text}'`);
  }
}

function checkCount(name: string, received: number, offset: number): void {
  const counts = argumentCounts.get(name);
  if (counts === undefined) return;
  const [least, most] = counts;
  if (received >= least && received <= most) return;
  const expected = received < least ? least : most;
  throw new FormulaSyntaxError(
    `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${received}`,
    offset,
  );
}
