/**
 * Expressions: each kind of node to a piece of JavaScript. Pieces hold no newline, so a statement stays on its line.
 * Conversions that the checker asks for (`convertTo`) are applied around the piece.
 */
import type { Expression, Literal, TernaryExpression } from '../ast.ts';
import { isNeverNull } from '../lower/never-null.ts';
import type { Type } from '../symbols/types.ts';
import { emitChain } from './access.ts';
import { emitAssignment, emitIncrement } from './assignments.ts';
import { emitConstructorCall, emitNewObject } from './calls.ts';
import type { Emission } from './emission.ts';
import { isListType, isPrimitive } from './names.ts';
import { emitBinary, emitUnary } from './operators.ts';
import { emitSoql, emitSosl } from './soql.ts';

/** A value with its conversion. */
export function emitExpression(emission: Emission, node: Expression): string {
  return convert(emitPlain(emission, node), node);
}

/** A Boolean that decides: null is a NullPointerException. */
export function emitCondition(emission: Emission, node: Expression): string {
  const text = emitExpression(emission, node);
  return isNeverNull(node, emission.neverNull) ? text : `$n(${text})`;
}

/** An operand that must not be null. */
export function emitOperand(emission: Emission, node: Expression): string {
  const text = emitExpression(emission, node);
  return isNeverNull(node, emission.neverNull) ? text : `$n(${text})`;
}

const CONVERSIONS: Readonly<Record<string, string>> = {
  Integer: '$toInteger',
  Long: '$toLong',
  Double: '$toDouble',
  Decimal: '$toDecimal',
  Id: '$toId',
  Datetime: '$toDatetime',
};

function convert(text: string, node: Expression): string {
  const { convertTo, resultType } = node;
  if (convertTo === undefined || (resultType !== undefined && sameName(convertTo, resultType))) return text;
  if (resultType?.kind === 'primitive' && resultType.name === 'null') return text;
  if (isListType(resultType) && convertTo.kind === 'sobject') return `$single(${text})`;
  if (convertTo.kind !== 'primitive') return text;
  if (node.kind === 'Literal' && node.type === 'Integer' && convertTo.name === 'Long') return `${text}n`;
  const conversion = CONVERSIONS[convertTo.name];
  return conversion === undefined ? text : `${conversion}(${text})`;
}

function sameName(left: Type, right: Type): boolean {
  return left.kind === 'primitive' && right.kind === 'primitive' && left.name === right.name;
}

function emitPlain(emission: Emission, node: Expression): string {
  switch (node.kind) {
    case 'Literal':
      return emitLiteral(emission, node);
    case 'ThisExpression':
    case 'SuperExpression':
      return 'this';
    case 'Name':
    case 'FieldAccess':
    case 'MethodCall':
    case 'ArrayAccess':
      return emitChain(emission, node);
    case 'ConstructorCall':
      return emitConstructorCall(emission, node);
    case 'NewObject':
      return emitNewObject(emission, node);
    case 'NewArray':
      return `$newArray(${emission.type(elementType(node.type.resolved ?? node.resultType))}, ${emitExpression(emission, node.size)})`;
    case 'NewListInitializer':
      return emitCollection(emission, node.type.resolved ?? node.resultType, node.elements);
    case 'NewMapInitializer':
      return emitMap(emission, node.type.resolved ?? node.resultType, node.entries);
    case 'CastExpression':
      return emitCast(emission, node.operand, node.type.resolved!);
    case 'InstanceOfExpression':
      return emitInstanceOf(emission, node.operand, node.type.resolved!);
    case 'UnaryExpression':
      return node.operator === '++' || node.operator === '--'
        ? emitIncrement(emission, node, true)
        : emitUnary(emission, node);
    case 'PostfixExpression':
      return emitIncrement(emission, node, false);
    case 'BinaryExpression':
      return emitBinary(emission, node);
    case 'AssignmentExpression':
      return emitAssignment(emission, node);
    case 'TernaryExpression':
      return emitTernary(emission, node);
    case 'ParenthesizedExpression':
      return `(${emitExpression(emission, node.expression)})`;
    case 'ClassLiteral':
      return emission.type(node.type.resolved!);
    case 'SoqlExpression':
      return emitSoql(emission, node);
    case 'SoslExpression':
      return emitSosl(emission, node);
  }
}

function emitLiteral(emission: Emission, node: Literal): string {
  switch (node.type) {
    case 'Integer':
      return String(Number(node.value) | 0);
    case 'Long':
      return `${BigInt(node.value)}n`;
    case 'Double':
      return emission.constant(`$double(${Number(node.value)})`);
    case 'Decimal':
      return emission.constant(`$decimal(${JSON.stringify(node.value)})`);
    case 'String':
      return stringLiteral(node.value);
    case 'Boolean':
      return node.value.toLowerCase();
    case 'Null':
      return 'null';
  }
}

export function stringLiteral(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function emitTernary(emission: Emission, node: TernaryExpression): string {
  const condition = emitCondition(emission, node.condition);
  return `(${condition} ? ${emitExpression(emission, node.consequent)} : ${emitExpression(emission, node.alternate)})`;
}

export function elementType(type: Type | undefined, index = 0): Type {
  return type?.kind === 'class' && type.args.length > index ? type.args[index]! : { kind: 'primitive', name: 'Object' };
}

function emitCollection(emission: Emission, type: Type | undefined, elements: readonly Expression[]): string {
  const values = `[${elements.map((element) => emitExpression(emission, element)).join(', ')}]`;
  const constructor = isListType(type) ? '$List' : '$Set';
  return `new ${constructor}(${emission.type(elementType(type))}, ${values})`;
}

function emitMap(
  emission: Emission,
  type: Type | undefined,
  entries: ReadonlyArray<{ key: Expression; value: Expression }>,
): string {
  const pairs = entries.map(({ key, value }) => `${emitExpression(emission, key)}, ${emitExpression(emission, value)}`);
  return `$newMap(${emission.type(elementType(type))}, ${emission.type(elementType(type, 1))}, [${pairs.join(', ')}])`;
}

const NUMBERS = new Set(['Integer', 'Long', 'Double', 'Decimal']);

function emitCast(emission: Emission, operand: Expression, type: Type): string {
  const text = emitExpression(emission, operand);
  const from = operand.convertTo ?? operand.resultType;
  if (type.kind === 'primitive' && (type.name === 'Object' || isPrimitive(from, type.name))) return text;
  if (type.kind === 'primitive' && from?.kind === 'primitive') {
    if (from.name === 'null') return text;
    if (from.name === 'Id' && type.name === 'String') return text;
    if (NUMBERS.has(type.name) && NUMBERS.has(from.name)) return `${CONVERSIONS[type.name]}(${text})`;
  }
  if (type.kind === 'class' && type.symbol.origin === 'program' && type.symbol.kind === 'class') {
    return `$castTo(${text}, ${emission.classReference(type.symbol)}, ${emission.type(type)})`;
  }
  return `$cast(${text}, ${emission.type(type)})`;
}

function emitInstanceOf(emission: Emission, operand: Expression, type: Type): string {
  const text = emitExpression(emission, operand);
  if (type.kind === 'class' && type.symbol.origin === 'program' && type.symbol.kind === 'class') {
    return `(${text} instanceof ${emission.classReference(type.symbol)})`;
  }
  return `$isInstance(${text}, ${emission.type(type)})`;
}
