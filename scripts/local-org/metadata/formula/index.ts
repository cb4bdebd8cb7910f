/** The formula language of formula fields, validation rules and default values. */
import { evaluateNode, type FormulaContext } from './evaluate.ts';
import { parseFormula } from './parser.ts';
import { FormulaDataError, type FormulaNode } from './syntax.ts';

export type { FormulaContext } from './evaluate.ts';
export { FormulaDataError, FormulaSyntaxError } from './syntax.ts';

export interface CompiledFormula {
  readonly text: string;
  readonly tree: FormulaNode;
  /** The field paths it reads, as written, each once; `$User.Id` and its like are not among them. */
  readonly paths: readonly string[];
}

const MAXIMUM_COMPILED = 1000;
const compiled = new Map<string, CompiledFormula>();

/** Compiles a formula, or throws a FormulaSyntaxError. */
export function compileFormula(text: string): CompiledFormula {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const tree = parseFormula(text);
  const paths = new Set<string>();
  collectPaths(tree, paths);
  const formula: CompiledFormula = { text, tree, paths: [...paths] };
  if (compiled.size >= MAXIMUM_COMPILED) compiled.clear();
  compiled.set(text, formula);
  return formula;
}

/**
 * The value of a formula: null, text, boolean, Decimal, ApexDate, ApexDatetime or ApexTime; empty text is null, as in a
 * field. What the platform shows as #Error! (a division by zero) is null too, which is what queries read there.
 */
export function evaluateFormula(formula: CompiledFormula, context: FormulaContext): unknown {
  try {
    const value = evaluateNode(formula.tree, context);
    return value === '' ? null : value;
  } catch (error) {
    if (error instanceof FormulaDataError) return null;
    throw error;
  }
}

function collectPaths(node: FormulaNode, paths: Set<string>): void {
  switch (node.kind) {
    case 'path':
      paths.add(node.path);
      return;
    case 'unary':
      collectPaths(node.operand, paths);
      return;
    case 'binary':
      collectPaths(node.left, paths);
      collectPaths(node.right, paths);
      return;
    case 'call':
      for (const arg of node.args) collectPaths(arg, paths);
  }
}
