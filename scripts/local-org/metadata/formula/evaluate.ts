/** Walks a formula's tree over the values of one row. */
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { isIdText } from '../../library/core/id.ts';
import { unsupported } from '../../unsupported.ts';
import type { FieldDescribe } from '../schema.ts';
import { functions } from './functions.ts';
import { FormulaDataError, type FormulaNode } from './syntax.ts';
import { areEqual, binary, formulaValue, isBlank, isTrue, numberOf } from './values.ts';

/** The row, the user and the moment. */
export interface FormulaContext {
  /** Value of a field path, spelled as in `CompiledFormula.paths`. */
  readonly value: (path: string) => unknown;
  /** Value before the save, for ISCHANGED and PRIORVALUE; absent: nothing has changed. */
  readonly priorValue?: (path: string) => unknown;
  /** For ISNEW. */
  readonly isNew?: boolean;
  /** Describe of a path's field, where it is known: it tells ids and texts apart. */
  readonly field?: (path: string) => FieldDescribe | undefined;
  /** Value of `User.Id`, `Permission.Name` … (no dollar sign); undefined: not known. */
  readonly global?: (name: string) => unknown;
  /** formulaTreatBlanksAs = BlankAsZero. */
  readonly blanksAsZero?: boolean;
  /** Milliseconds. */
  readonly now: number;
  readonly timeZone: string;
}

/** `$System.OriginDateTime` is the beginning of time: 1900-01-01. */
const ORIGIN = new ApexDatetime(Date.UTC(1900, 0, 1));
const TEXT_TYPES: ReadonlySet<string> = new Set([
  'STRING',
  'TEXTAREA',
  'EMAIL',
  'PHONE',
  'URL',
  'ENCRYPTEDSTRING',
  'COMBOBOX',
]);

export function evaluateNode(node: FormulaNode, context: FormulaContext): unknown {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'path':
      return shortId(formulaValue(context.value(node.path)), node.path, context);
    case 'global':
      return globalOf(node.name, context);
    case 'unary':
      return unary(node.operator, evaluateNode(node.operand, context));
    case 'binary':
      return operate(node, context);
    case 'call':
      return call(node, context);
  }
}

/** Ids have 15 characters inside formulas. */
function shortId(value: unknown, path: string, context: FormulaContext): unknown {
  if (typeof value !== 'string' || value.length !== 18 || !isIdText(value)) return value;
  const type = context.field?.(path)?.type;
  const isId = type === undefined ? /(?:^|\.)(?:\w*[a-z])?Id$/.test(path) : type === 'ID' || type === 'REFERENCE';
  return isId ? value.slice(0, 15) : value;
}

function globalOf(name: string, context: FormulaContext): unknown {
  if (name.toLowerCase() === 'system.origindatetime') return ORIGIN;
  const value = context.global?.(name);
  if (value === undefined) unsupported(`the formula global $${name}`);
  return shortId(formulaValue(value), name, { ...context, field: undefined });
}

function unary(operator: '-' | '+' | '!', value: unknown): unknown {
  if (operator === '!') return !isTrue(value);
  const number = numberOf(value);
  return operator === '-' && number !== null ? number.negated() : number;
}

function operate(node: FormulaNode & { kind: 'binary' }, context: FormulaContext): unknown {
  const left = evaluateNode(node.left, context);
  if (node.operator === '&&') return isTrue(left) && isTrue(evaluateNode(node.right, context));
  if (node.operator === '||') return isTrue(left) || isTrue(evaluateNode(node.right, context));
  return binary(node.operator, left, evaluateNode(node.right, context), context.blanksAsZero === true);
}

function call(node: FormulaNode & { kind: 'call' }, context: FormulaContext): unknown {
  const special = SPECIAL[node.name];
  if (special !== undefined) return special(node.args, context);
  const plain = functions.get(node.name);
  if (plain === undefined) unsupported(`the formula function ${node.name}`);
  return plain(
    node.args.map((arg) => evaluateNode(arg, context)),
    context,
  );
}

type Special = (args: readonly FormulaNode[], context: FormulaContext) => unknown;

/** These evaluate only what they need, or ask about a field rather than for its value. */
const SPECIAL: Readonly<Record<string, Special>> = {
  AND: (args, context) => args.every((arg) => isTrue(evaluateNode(arg, context))),
  BLANKVALUE: ([value, instead], context) => {
    const result = evaluateNode(value!, context);
    return isBlank(result) ? evaluateNode(instead!, context) : result;
  },
  CASE: chosen,
  IF: ([condition, yes, no], context) => evaluateNode(isTrue(evaluateNode(condition!, context)) ? yes! : no!, context),
  ISBLANK: ([value], context) => isBlank(evaluateNode(value!, context)),
  ISCHANGED: ([field], context) => isChanged(pathOf(field!, 'ISCHANGED'), context),
  ISCLONE: () => false,
  ISNEW: (_, context) => context.isNew === true,
  ISNULL: ([value], context) => isNull(value!, context),
  NOT: ([value], context) => !isTrue(evaluateNode(value!, context)),
  NULLVALUE: ([value, instead], context) =>
    isNull(value!, context) ? evaluateNode(instead!, context) : evaluateNode(value!, context),
  OR: (args, context) => args.some((arg) => isTrue(evaluateNode(arg, context))),
  PRIORVALUE: ([field], context) => priorValue(pathOf(field!, 'PRIORVALUE'), context),
};

/** `CASE(value, match, result, …, otherwise)` */
function chosen(args: readonly FormulaNode[], context: FormulaContext): unknown {
  const value = evaluateNode(args[0]!, context);
  let at = 1;
  for (; at + 1 < args.length; at += 2) {
    if (areEqual(value, evaluateNode(args[at]!, context))) return evaluateNode(args[at + 1]!, context);
  }
  return at < args.length ? evaluateNode(args[at]!, context) : null;
}

/** A text is never null (it is empty), so ISNULL is false for text fields. */
function isNull(node: FormulaNode, context: FormulaContext): boolean {
  if (node.kind === 'path' && TEXT_TYPES.has(context.field?.(node.path)?.type ?? '')) return false;
  return evaluateNode(node, context) === null;
}

function pathOf(node: FormulaNode, name: string): string {
  if (node.kind === 'path') return node.path;
  throw new FormulaDataError(`${name} takes a field`);
}

/** A new record has changed nothing, and what it has is what it had. */
function priorValue(path: string, context: FormulaContext): unknown {
  const value =
    context.isNew === true || context.priorValue === undefined ? context.value(path) : context.priorValue(path);
  return shortId(formulaValue(value), path, context);
}

function isChanged(path: string, context: FormulaContext): boolean {
  if (context.isNew === true || context.priorValue === undefined) return false;
  return !areEqual(formulaValue(context.value(path)), formulaValue(context.priorValue(path)));
}
