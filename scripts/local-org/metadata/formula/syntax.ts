/** The syntax tree of a formula, and the error of a text that is none. */

export type FormulaNode =
  | { readonly kind: 'literal'; readonly value: unknown }
  /** `Status`, `Account.Name`, `Owner:User.Email`. */
  | { readonly kind: 'path'; readonly path: string }
  /** `$User.Id` without its dollar sign. */
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '!'; readonly operand: FormulaNode }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  /** `name` is upper-case. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '&&' | '||';

export class FormulaSyntaxError extends Error {
  /** Offset in the formula's text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'FormulaSyntaxError';
    this.offset = offset;
  }
}

/** What the platform shows as `#Error!`: division by zero, VALUE of a text that is no number. */
export class FormulaDataError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormulaDataError';
  }
}
