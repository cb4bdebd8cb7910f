/** Operators. Integer arithmetic is written out; the other numbers are objects or bigints and have functions. */
import type { BinaryExpression, Expression, UnaryExpression } from '../ast.ts';
import { isNeverNull } from '../lower/never-null.ts';
import type { Type } from '../symbols/types.ts';
import type { Emission } from './emission.ts';
import { emitCondition, emitExpression, emitOperand } from './expressions.ts';
import { isPrimitive } from './names.ts';

const COMPARISONS = new Set(['<', '>', '<=', '>=']);

export function emitBinary(emission: Emission, node: BinaryExpression): string {
  const { operator, left, right } = node;
  if (operator === '&&' || operator === '||')
    return `(${emitCondition(emission, left)} ${operator} ${emitCondition(emission, right)})`;
  if (operator === '??') return `(${emitExpression(emission, left)} ?? ${emitExpression(emission, right)})`;
  if (operator === '===' || operator === '!==') return emitIdentity(emission, node, operator === '!==');
  if (operator === '==') return emitEquality(emission, node, false);
  if (operator === '!=' || operator === '<>') return emitEquality(emission, node, true);
  if (COMPARISONS.has(operator)) return emitComparison(emission, node);
  if (operator === '+' && isPrimitive(node.operandType, 'String')) return emitConcatenation(emission, node);
  return arithmetic(
    node.operandType ?? node.resultType,
    operator,
    emitOperand(emission, left),
    emitOperand(emission, right),
  );
}

/** One arithmetic operation on two operands that are not null. */
export function arithmetic(type: Type | undefined, operator: string, left: string, right: string): string {
  const name = type?.kind === 'primitive' ? type.name : 'Object';
  switch (name) {
    case 'Integer':
      return integerArithmetic(operator, left, right);
    case 'Boolean':
      return `((${left} ${operator} ${right}) !== 0)`;
    case 'Long':
      return `$long('${operator}', ${left}, ${right})`;
    case 'Double':
      return `$doubleOp('${operator}', ${left}, ${right})`;
    case 'Decimal':
      return `${left}.${DECIMAL_METHODS[operator]!}(${right})`;
    case 'String':
      return `$cat(${left}, ${right})`;
    default:
      return `$dateOp('${operator}', ${left}, ${right})`;
  }
}

const DECIMAL_METHODS: Readonly<Record<string, string>> = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'dividedBy' };

function integerArithmetic(operator: string, left: string, right: string): string {
  if (operator === '*') return `Math.imul(${left}, ${right})`;
  if (operator === '/') return `$idiv(${left}, ${right})`;
  if (operator === '+' || operator === '-' || operator === '>>>') return `((${left} ${operator} ${right}) | 0)`;
  return `(${left} ${operator} ${right})`;
}

// ------------------------------------------------------------------------------------------------------ Comparison

function isNullLiteral(node: Expression): boolean {
  return node.kind === 'Literal' && node.type === 'Null';
}

function comparedName(node: BinaryExpression): string {
  const type = node.operandType ?? node.left.resultType;
  if (type?.kind === 'primitive') return type.name;
  return type?.kind === 'class' && type.symbol.kind === 'enum' ? 'enum' : 'Object';
}

function emitEquality(emission: Emission, node: BinaryExpression, isNegated: boolean): string {
  const left = emitExpression(emission, node.left);
  const right = emitExpression(emission, node.right);
  const not = isNegated ? '!' : '';
  if (isNullLiteral(node.left) || isNullLiteral(node.right)) return `(${left} ${isNegated ? '!==' : '==='} ${right})`;
  switch (comparedName(node)) {
    case 'Integer':
    case 'Boolean':
    case 'Long':
    case 'enum':
      return `(${left} ${isNegated ? '!==' : '==='} ${right})`;
    case 'String':
      return `${not}$eq(${left}, ${right})`;
    case 'Id':
      return `${not}$idEquals(${left}, ${right})`;
    default:
      return `${not}$equal(${left}, ${right})`;
  }
}

/** `===`: the same object, or equal where values are no objects. */
function emitIdentity(emission: Emission, node: BinaryExpression, isNegated: boolean): string {
  const left = emitExpression(emission, node.left);
  const right = emitExpression(emission, node.right);
  const isValue = node.left.resultType?.kind === 'primitive' && !isPrimitive(node.left.resultType, 'Object');
  if (isValue) return `${isNegated ? '!' : ''}$same(${left}, ${right})`;
  return `(${left} ${isNegated ? '!==' : '==='} ${right})`;
}

/** Numbers and dates: false where either is null. Texts: null comes first. */
function emitComparison(emission: Emission, node: BinaryExpression): string {
  const { operator } = node;
  const left = emitExpression(emission, node.left);
  const right = emitExpression(emission, node.right);
  const name = comparedName(node);
  if (name === 'String' || name === 'Id') return `($compareText(${left}, ${right}) ${operator} 0)`;
  if (name !== 'Integer' && name !== 'Long') return `($compare(${left}, ${right}) ${operator} 0)`;
  const isSafe = isNeverNull(node.left, emission.neverNull) && isNeverNull(node.right, emission.neverNull);
  return isSafe ? `(${left} ${operator} ${right})` : `${COMPARISON_FUNCTIONS[operator]!}(${left}, ${right})`;
}

const COMPARISON_FUNCTIONS: Readonly<Record<string, string>> = { '<': '$lt', '>': '$gt', '<=': '$le', '>=': '$ge' };

// --------------------------------------------------------------------------------------------------- Concatenation

/** Types whose JavaScript text is Apex's, null included. */
const PLAIN_TEXT = new Set(['String', 'Id', 'Integer', 'Long', 'Boolean', 'Decimal', 'Double', 'Date', 'Time', 'null']);

function emitConcatenation(emission: Emission, node: BinaryExpression): string {
  const parts = flatten(node);
  const texts = parts.map((part) => concatenated(emission, part));
  // JavaScript adds numbers until it meets a string, and null to null: one of the first two must be a text for sure.
  const isText = parts.slice(0, 2).some((part) => isCertainText(emission, part));
  return `(${isText ? '' : "'' + "}${texts.join(' + ')})`;
}

function flatten(node: Expression): Expression[] {
  const isConcatenation =
    node.kind === 'BinaryExpression' && node.operator === '+' && isPrimitive(node.operandType, 'String');
  return isConcatenation ? [...flatten(node.left), node.right] : [node];
}

function concatenated(emission: Emission, node: Expression): string {
  const text = emitExpression(emission, node);
  const type = node.convertTo ?? node.resultType;
  return type?.kind === 'primitive' && PLAIN_TEXT.has(type.name) ? text : `$text(${text})`;
}

function isCertainText(emission: Emission, node: Expression): boolean {
  const type = node.convertTo ?? node.resultType;
  if (type?.kind !== 'primitive' || !PLAIN_TEXT.has(type.name)) return true;
  return type.name === 'String' && isNeverNull(node, emission.neverNull);
}

/** `a += b` on a String variable. */
export function concatenation(emission: Emission, target: string, value: Expression): string {
  const text = concatenated(emission, value);
  return isCertainText(emission, value) ? `${target} + ${text}` : `'' + ${target} + ${text}`;
}

// ------------------------------------------------------------------------------------------------------------ Unary

export function emitUnary(emission: Emission, node: UnaryExpression): string {
  const type = node.operandType ?? node.operand.resultType;
  if (node.operator === '!') return `!${emitCondition(emission, node.operand)}`;
  const operand = emitOperand(emission, node.operand);
  if (node.operator === '+') return operand;
  if (node.operator === '~') return isPrimitive(type, 'Long') ? `$long('^', ${operand}, -1n)` : `(~${operand})`;
  if (!isPrimitive(type, 'Integer')) return `$negate(${operand})`;
  return node.operand.kind === 'Literal' ? `(${minus(operand)})` : `(-${operand} | 0)`;
}

function minus(literal: string): string {
  return literal === '0' || literal.startsWith('-') ? literal : `-${literal}`;
}
