/** Puts a value where a type is asked for: checks it, and notes the change of representation that the emitter must make. */
import type { Expression } from '../ast.ts';
import { isCollection, isPrimitive, numericRank, sameType } from '../symbols/primitives.ts';
import type { Type } from '../symbols/types.ts';
import { typeName } from '../symbols/types.ts';
import { isAssignable } from './assignability.ts';
import type { Context } from './context.ts';
import { report } from './context.ts';

/** Reports at `at` when the value does not fit; otherwise converts it. */
export function assignTo(
  context: Context,
  value: Expression,
  to: Type | undefined,
  at: number,
  word: 'assignment' | 'conversion' = 'assignment',
): void {
  const from = value.resultType;
  if (from === undefined || to === undefined) return;
  if (!isAssignable(context, from, to))
    report(context, at, `Illegal ${word} from ${typeName(from)} to ${typeName(to)}`);
  else coerce(context, value, to);
}

/** Notes the conversion of an assignable value. */
export function coerce(context: Context, value: Expression, to: Type): void {
  const from = value.resultType;
  if (from === undefined || sameType(from, to)) return;
  if (context.queryTypes.has(from) && to.kind === 'sobject') useAsRecord(context, value, to);
  else if (needsConversion(from, to)) value.convertTo = to;
}

function needsConversion(from: Type, to: Type): boolean {
  if (numericRank(from) > 0 && numericRank(to) > 0) return true;
  if (isPrimitive(from, 'Date') && isPrimitive(to, 'Datetime')) return true;
  return isPrimitive(from, 'String') && isPrimitive(to, 'Id');
}

/** A query's list where one record is wanted: the query itself gives the record. */
export function useAsRecord(context: Context, value: Expression, to: Type): void {
  const from = value.resultType;
  if (from === undefined || !context.queryTypes.has(from)) return;
  const element = context.queryTypes.get(from)!;
  switch (value.kind) {
    case 'SoqlExpression':
      value.use = 'single';
      value.resultType = element;
      return;
    case 'ParenthesizedExpression':
      useAsRecord(context, value.expression, to);
      break;
    case 'TernaryExpression':
      useAsRecord(context, value.consequent, to);
      useAsRecord(context, value.alternate, to);
      break;
    case 'BinaryExpression':
      useAsRecord(context, value.left, to);
      useAsRecord(context, value.right, to);
      break;
    default:
      value.convertTo = isSObjectOnly(element) ? to : element;
      return;
  }
  value.resultType = isSObjectOnly(element) ? to : element;
}

function isSObjectOnly(type: Type): boolean {
  return type.kind === 'sobject' && type.name === 'SObject';
}

/** Whether `(to) value` may succeed. */
export function isCastable(context: Context, from: Type, to: Type): boolean {
  if (isAssignable(context, from, to) || isAssignable(context, to, from)) return true;
  if (isPrimitive(from, 'Object') || isPrimitive(to, 'Object')) return !isPrimitive(from, 'void');
  if (numericRank(from) > 0 && numericRank(to) > 0) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return from.name === 'Name' || to.name === 'Name';
  if (isCollection(from, 'List') && isCollection(to, 'List')) return isCastable(context, from.args[0]!, to.args[0]!);
  if (from.kind !== 'class' || to.kind !== 'class') return false;
  return from.symbol.kind === 'interface' || to.symbol.kind === 'interface';
}
