/** Operators: what they take, the type they work in and the type they give. */
import type { BinaryExpression, BinaryOperator, Expression, PostfixExpression, UnaryExpression } from '../ast.ts';
import { isNull, isPrimitive, isText, isVoid, numericRank, primitive, sameType } from '../symbols/primitives.ts';
import type { Type } from '../symbols/types.ts';
import { typeName } from '../symbols/types.ts';
import { isAssignable } from './assignability.ts';
import type { Context } from './context.ts';
import { report } from './context.ts';
import { coerce } from './conversion.ts';
import { placeOf } from './location.ts';
import { checkExpression, checkStore, commonType } from './expressions.ts';

export function checkBinary(context: Context, node: BinaryExpression): Type | undefined {
  const left = checkExpression(context, node.left);
  const right = checkExpression(context, node.right);
  switch (node.operator) {
    case '&&':
    case '||':
      return checkLogical(context, node, left, right);
    case '==':
    case '!=':
    case '<>':
    case '===':
    case '!==':
      return checkEquality(context, node, left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return checkInequality(context, node, left, right);
    case '??':
      return checkCoalescing(context, node, left, right);
    default:
      return checkArithmetic(context, node, left, right);
  }
}

function checkLogical(context: Context, node: BinaryExpression, left: Type | undefined, right: Type | undefined): Type {
  const isWrong = (type: Type | undefined): boolean =>
    type !== undefined && !isPrimitive(type, 'Boolean') && !isNull(type);
  if (isWrong(left) || isWrong(right))
    report(context, placeOf(node), 'Logical operator can only be applied to Boolean');
  node.operandType = primitive.Boolean;
  return primitive.Boolean;
}

function incomparable(context: Context, node: BinaryExpression, left: Type, right: Type): Type {
  report(
    context,
    placeOf(node),
    `Comparison arguments must be compatible types: ${typeName(left)}, ${typeName(right)}`,
  );
  return primitive.Boolean;
}

function checkEquality(
  context: Context,
  node: BinaryExpression,
  left: Type | undefined,
  right: Type | undefined,
): Type {
  if (left === undefined || right === undefined) return primitive.Boolean;
  const isExact = node.operator === '===' || node.operator === '!==';
  if (isExact && left.kind === 'primitive' && !isPrimitive(left, 'Object', 'null')) {
    report(context, placeOf(node), `Exact equality operator only allowed for reference types: ${typeName(left)}`);
    return primitive.Boolean;
  }
  const operand = comparisonType(context, left, right);
  if (operand === undefined) return incomparable(context, node, left, right);
  setOperands(context, node, operand);
  return primitive.Boolean;
}

/** The type two values are compared in; undefined when they cannot be. */
function comparisonType(context: Context, left: Type, right: Type): Type | undefined {
  if (isVoid(left) || isVoid(right)) return isNull(left) || isNull(right) ? primitive.Object : undefined;
  if (isPrimitive(left, 'Date', 'Datetime') && isPrimitive(right, 'Date', 'Datetime'))
    return sameType(left, right) ? left : primitive.Datetime;
  if (isText(left) && isText(right))
    return isPrimitive(left, 'Id') || isPrimitive(right, 'Id') ? primitive.Id : primitive.String;
  if (isPrimitive(left, 'Object') || isPrimitive(right, 'Object')) return primitive.Object;
  if (
    left.kind === 'class' &&
    right.kind === 'class' &&
    (left.symbol.kind === 'interface' || right.symbol.kind === 'interface')
  )
    return primitive.Object;
  return commonType(context, left, right);
}

function checkInequality(
  context: Context,
  node: BinaryExpression,
  left: Type | undefined,
  right: Type | undefined,
): Type {
  if (left === undefined || right === undefined) return primitive.Boolean;
  const operand = isNull(left) || isNull(right) ? undefined : comparisonType(context, left, right);
  if (operand === undefined) return incomparable(context, node, left, right);
  const isOrdered = numericRank(operand) > 0 || isPrimitive(operand, 'String', 'Id', 'Date', 'Datetime', 'Time');
  if (!isOrdered)
    report(
      context,
      placeOf(node),
      `Inequality operator not allowed for this type: ${typeName(isPrimitive(operand, 'Object') ? operand : left)}`,
    );
  else setOperands(context, node, operand);
  return primitive.Boolean;
}

function checkCoalescing(
  context: Context,
  node: BinaryExpression,
  left: Type | undefined,
  right: Type | undefined,
): Type | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  const element = context.queryTypes.get(left);
  const common =
    commonType(context, left, right) ??
    (element !== undefined && right.kind === 'sobject' ? commonType(context, element, right) : undefined);
  if (common === undefined) {
    return report(
      context,
      placeOf(node),
      `Incompatible types in null coalescing operator: ${typeName(left)}, ${typeName(right)}`,
    );
  }
  setOperands(context, node, common);
  return common;
}

function setOperands(context: Context, node: BinaryExpression, operand: Type): void {
  node.operandType = operand;
  if (node.operator !== '??' && isText(operand)) return;
  for (const side of [node.left, node.right]) {
    if (side.resultType !== undefined && !isNull(side.resultType) && isAssignable(context, side.resultType, operand))
      coerce(context, side, operand);
  }
}

function checkArithmetic(
  context: Context,
  node: BinaryExpression,
  left: Type | undefined,
  right: Type | undefined,
): Type | undefined {
  if (left === undefined || right === undefined) {
    const isText = [left, right].some((type) => type !== undefined && isPrimitive(type, 'String'));
    return node.operator === '+' && isText ? primitive.String : undefined;
  }
  const result = arithmeticType(context, node.operator, left, right, node);
  if (result === undefined) return undefined;
  node.operandType = result;
  const isShift = node.operator.startsWith('<<') || node.operator.startsWith('>>');
  if (numericRank(result) > 0 && !isShift) setOperands(context, node, result);
  return result;
}

/** The type of `left operator right`, also of `left operator= right` before it is stored. */
export function arithmeticType(
  context: Context,
  operator: BinaryOperator,
  left: Type,
  right: Type,
  at: Expression,
): Type | undefined {
  if (isVoid(left) || isVoid(right))
    return report(context, placeOf(at), 'Arithmetic expressions are not allowed on void types');
  if (operator === '&' || operator === '|' || operator === '^') return bitwiseType(context, operator, left, right, at);
  if (operator === '<<' || operator === '>>' || operator === '>>>')
    return shiftType(context, operator, left, right, at);
  if (operator === '+' && (isPrimitive(left, 'String') || isPrimitive(right, 'String'))) return primitive.String;
  const isSum = operator === '+' || operator === '-';
  if (isSum && isPrimitive(left, 'Date', 'Datetime', 'Time')) return momentType(context, left, right, at);
  const a = numericRank(left);
  const b = numericRank(right);
  if (a === 0 || b === 0) return report(context, placeOf(at), 'Arithmetic expressions must use numeric arguments');
  return a >= b ? left : right;
}

function momentType(context: Context, left: Type, right: Type, at: Expression): Type | undefined {
  if (isPrimitive(left, 'Datetime')) {
    if (isPrimitive(right, 'Integer', 'Double', 'Decimal')) return left;
    // Salesforce blames the second operand's place for dates with a time, the first's for the others.
    const place = at.kind === 'BinaryExpression' ? at.left : at;
    return report(context, placeOf(place), 'Date/time expressions must use Integer or Double or Decimal');
  }
  if (isPrimitive(right, 'Integer', 'Long')) return left;
  return report(
    context,
    placeOf(at),
    `${isPrimitive(left, 'Date') ? 'Date' : 'Time'} expressions must use Integer or Long`,
  );
}

function bitwiseType(context: Context, operator: string, left: Type, right: Type, at: Expression): Type | undefined {
  if (isPrimitive(left, 'Boolean') && isPrimitive(right, 'Boolean')) return left;
  if (isPrimitive(left, 'Integer', 'Long') && isPrimitive(right, 'Integer', 'Long'))
    return numericRank(left) >= numericRank(right) ? left : right;
  return report(
    context,
    placeOf(at),
    `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`,
  );
}

function shiftType(context: Context, operator: string, left: Type, right: Type, at: Expression): Type | undefined {
  if (isPrimitive(left, 'Integer', 'Long') && isPrimitive(right, 'Integer', 'Long')) return left;
  return report(context, placeOf(at), `${operator} operation can only be applied to Integer or Long types`);
}

export function checkUnary(context: Context, node: UnaryExpression): Type | undefined {
  const type = checkExpression(context, node.operand);
  if (type === undefined) return undefined;
  node.operandType = type;
  switch (node.operator) {
    case '!':
      return isPrimitive(type, 'Boolean')
        ? type
        : report(context, placeOf(node), '! operator can only be applied to boolean expressions');
    case '~':
      return isPrimitive(type, 'Integer', 'Long')
        ? type
        : report(context, placeOf(node), `Invalid type for bitwise negate: ${typeName(type)}`);
    case '+':
    case '-':
      return numericRank(type) > 0
        ? type
        : report(context, placeOf(node), 'Unary negation must use a numeric argument');
    default:
      return checkStep(context, node, type);
  }
}

function checkStep(context: Context, node: UnaryExpression, type: Type): Type | undefined {
  const word = node.operator === '++' ? 'increment' : 'decrement';
  if (numericRank(type) === 0) {
    return report(
      context,
      placeOf(node),
      `Unary prefix ${word} can only be applied to numeric expressions: ${typeName(type)}`,
    );
  }
  checkStore(context, node.operand);
  return type;
}

export function checkPostfix(context: Context, node: PostfixExpression): Type | undefined {
  const type = checkExpression(context, node.operand);
  if (type === undefined) return undefined;
  node.operandType = type;
  if (numericRank(type) === 0) {
    return report(
      context,
      placeOf(node),
      `Unary postfix increment/decrement can only be applied to numeric expressions: ${typeName(type)}`,
    );
  }
  checkStore(context, node.operand);
  return type;
}
