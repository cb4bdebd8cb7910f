/** Types expressions. Each gets its `resultType`; undefined after an error, so that one mistake is reported once. */
import type {
  ArrayAccess,
  AssignmentExpression,
  CastExpression,
  Expression,
  InstanceOfExpression,
  Literal,
  TernaryExpression,
  FieldAccess,
} from '../ast.ts';
import {
  brokenType,
  classType,
  isCollection,
  isNull,
  isPrimitive,
  numericRank,
  primitive,
  sameType,
  superclassChain,
  isSubclassOf,
} from '../symbols/primitives.ts';
import type { FieldSymbol, Type } from '../symbols/types.ts';
import { typeName } from '../symbols/types.ts';
import { isAssignable } from './assignability.ts';
import { checkMethodCall } from './calls.ts';
import {
  checkConstructorCall,
  checkListInitializer,
  checkMapInitializer,
  checkNewArray,
  checkNewObject,
} from './construct.ts';
import type { Context } from './context.ts';
import { report, typeOfReference } from './context.ts';
import { assignTo, coerce, isCastable, useAsRecord } from './conversion.ts';
import { checkFieldAccess, checkName } from './names.ts';
import { isVisible } from './members.ts';
import { placeOf } from './location.ts';
import { arithmeticType, checkBinary, checkPostfix, checkUnary } from './operators.ts';
import { findSObjectMember } from './sobjects.ts';
import { checkSoql, checkSosl } from './soql.ts';

export function checkExpression(context: Context, node: Expression): Type | undefined {
  const type = typeOf(context, node);
  if (type === undefined || type === brokenType) return undefined;
  node.resultType = type;
  return type;
}

function typeOf(context: Context, node: Expression): Type | undefined {
  switch (node.kind) {
    case 'Literal':
      return literalType(node);
    case 'ThisExpression':
      return checkThis(context, node);
    case 'SuperExpression':
      return checkSuper(context, node);
    case 'Name':
      return checkName(context, node);
    case 'FieldAccess':
      return checkFieldAccess(context, node);
    case 'MethodCall':
      return checkMethodCall(context, node);
    case 'ConstructorCall':
      return checkConstructorCall(context, node);
    case 'ArrayAccess':
      return checkArrayAccess(context, node);
    case 'NewObject':
      return checkNewObject(context, node);
    case 'NewArray':
      return checkNewArray(context, node);
    case 'NewListInitializer':
      return checkListInitializer(context, node);
    case 'NewMapInitializer':
      return checkMapInitializer(context, node);
    case 'CastExpression':
      return checkCast(context, node);
    case 'InstanceOfExpression':
      return checkInstanceOf(context, node);
    case 'UnaryExpression':
      return checkUnary(context, node);
    case 'PostfixExpression':
      return checkPostfix(context, node);
    case 'BinaryExpression':
      return checkBinary(context, node);
    case 'AssignmentExpression':
      return checkAssignment(context, node);
    case 'TernaryExpression':
      return checkTernary(context, node);
    case 'ParenthesizedExpression':
      return checkExpression(context, node.expression);
    case 'ClassLiteral':
      return typeOfReference(context, node.type) === undefined && !isVoidLiteral(node.type.names)
        ? undefined
        : context.library.type('Type');
    case 'SoqlExpression':
      return checkSoql(context, node);
    case 'SoslExpression':
      return checkSosl(context, node);
  }
}

function isVoidLiteral(names: readonly { name: string }[]): boolean {
  return names.length === 1 && names[0]!.name.toLowerCase() === 'void';
}

function literalType(node: Literal): Type {
  return node.type === 'Null' ? primitive.null : primitive[node.type];
}

function checkThis(context: Context, node: Expression): Type | undefined {
  if (context.member.isStatic) return report(context, node, 'This cannot be referenced in a static context');
  return classType(context.owner);
}

function checkSuper(context: Context, node: Expression): Type | undefined {
  if (context.member.isStatic) return report(context, node, 'Super cannot be referenced in a static context');
  const { superclass } = context.owner;
  return superclass ?? report(context, node, `No super type defined: ${typeName(classType(context.owner))}`);
}

function checkArrayAccess(context: Context, node: ArrayAccess): Type | undefined {
  const target = checkExpression(context, node.target);
  const index = checkExpression(context, node.index);
  if (target === undefined) return undefined;
  if (!isCollection(target, 'List'))
    return report(context, placeOf(node.target), `Expression must be a list type: ${typeName(target)}`);
  if (index !== undefined && !isAssignable(context, index, primitive.Integer)) {
    return report(context, placeOf(node), `List index must be of type Integer: ${typeName(index)}`);
  }
  return target.args[0];
}

/** A Boolean where a decision is made. */
export function checkCondition(context: Context, node: Expression): void {
  const type = checkExpression(context, node);
  if (type === undefined || isPrimitive(type, 'Boolean')) return;
  report(context, placeOf(node), `Condition expression must be of type Boolean: ${typeName(type)}`);
}

function checkTernary(context: Context, node: TernaryExpression): Type | undefined {
  checkCondition(context, node.condition);
  const left = checkExpression(context, node.consequent);
  const right = checkExpression(context, node.alternate);
  if (left === undefined || right === undefined) return left ?? right;
  const common = commonType(context, left, right);
  if (common === undefined)
    return report(
      context,
      placeOf(node),
      `Incompatible types in ternary operator: ${typeName(right)}, ${typeName(left)}`,
    );
  coerce(context, node.consequent, common);
  coerce(context, node.alternate, common);
  return common;
}

/** The type that both fit: the wider of the two. A query keeps the right to be one record. */
export function commonType(context: Context, a: Type, b: Type): Type | undefined {
  if (isPrimitive(a, 'void') || isPrimitive(b, 'void')) return undefined;
  if (isNull(a)) return b;
  if (isNull(b) || sameType(a, b)) return context.queryTypes.has(a) && !context.queryTypes.has(b) && !isNull(b) ? b : a;
  if (numericRank(a) > 0 && numericRank(b) > 0) return numericRank(a) >= numericRank(b) ? a : b;
  if (isPrimitive(a, 'String', 'Id') && isPrimitive(b, 'String', 'Id')) return primitive.String;
  if (isAssignable(context, a, b)) return b;
  return isAssignable(context, b, a) ? a : undefined;
}

function checkCast(context: Context, node: CastExpression): Type | undefined {
  const to = typeOfReference(context, node.type);
  const from = checkExpression(context, node.operand);
  if (to === undefined || from === undefined) return to;
  if (!isCastable(context, from, to)) {
    report(
      context,
      node,
      `Incompatible types since an instance of ${typeName(from)} is never an instance of ${typeName(to)}`,
    );
    return to;
  }
  if (context.queryTypes.has(from) && to.kind === 'sobject') useAsRecord(context, node.operand, to);
  return to;
}

function checkInstanceOf(context: Context, node: InstanceOfExpression): Type | undefined {
  const from = checkExpression(context, node.operand);
  const to = typeOfReference(context, node.type);
  if (from === undefined || to === undefined) return primitive.Boolean;
  const isRepresentedAlike = numericRank(from) > 0 || numericRank(to) > 0 || isCollection(from, 'List');
  if (isNull(from) || isSurelyInstance(context, from, to)) {
    report(
      context,
      placeOf(node),
      `Operation instanceof is always true since an instance of ${typeName(from)} is always an instance of ${typeName(to)}`,
    );
  } else if (!isCastable(context, from, to) && !isRepresentedAlike) {
    report(
      context,
      placeOf(node),
      `Operation instanceof is always false since an instance of ${typeName(from)} is never an instance of ${typeName(to)}`,
    );
  } else if (from.kind === 'primitive' && isPrimitive(from, 'String') && numericRank(to) > 0) {
    report(
      context,
      placeOf(node),
      `Operation instanceof is always false since an instance of ${typeName(from)} is never an instance of ${typeName(to)}`,
    );
  }
  return primitive.Boolean;
}

function isSurelyInstance(context: Context, from: Type, to: Type): boolean {
  if (sameType(from, to)) return true;
  if (isPrimitive(from, 'Id') && isPrimitive(to, 'String')) return true;
  if (from.kind === 'sobject') return to.kind === 'sobject' && to.name === 'SObject';
  // Interfaces are left alone: Salesforce accepts the question for them.
  if (from.kind !== 'class' || to.kind !== 'class' || to.symbol.kind === 'interface' || from.args.length > 0)
    return false;
  return [...superclassChain(from)].some(({ symbol }) => symbol === to.symbol) && isAssignable(context, from, to);
}

function checkAssignment(context: Context, node: AssignmentExpression): Type | undefined {
  if (node.operator === '=') context.member.storeTarget = node.target;
  const target = checkExpression(context, node.target);
  context.member.storeTarget = undefined;
  const value = checkExpression(context, node.value);
  if (!isAssignableExpression(node.target)) return report(context, placeOf(node), 'Expression cannot be assigned');
  checkStore(context, node.target);
  if (target === undefined || value === undefined) return target;
  if (node.operator === '=') assignTo(context, node.value, target, placeOf(node));
  else checkCompound(context, node, target, value);
  return target;
}

function isAssignableExpression(node: Expression): boolean {
  if (node.kind === 'ArrayAccess') return true;
  if (node.kind === 'ParenthesizedExpression') return isAssignableExpression(node.expression);
  if (node.kind !== 'Name' && node.kind !== 'FieldAccess') return false;
  const { binding } = node;
  return binding === undefined || ['local', 'field', 'static-field', 'sobject-field'].includes(binding.kind);
}

function checkCompound(context: Context, node: AssignmentExpression, target: Type, value: Type): void {
  const operator = node.operator.slice(0, -1) as '+';
  const result = arithmeticType(context, operator, target, value, node);
  if (result === undefined) return;
  node.operandType = result;
  if (!isAssignable(context, result, target))
    report(context, placeOf(node), `Illegal assignment from ${typeName(result)} to ${typeName(target)}`);
  else if (numericRank(result) > 0 && numericRank(value) > 0) coerce(context, node.value, result);
}

/** Whether the variable may be written here: final, get-only, or a record's computed field. */
export function checkStore(context: Context, target: Expression): void {
  if (target.kind !== 'Name' && target.kind !== 'FieldAccess') return;
  const { binding } = target;
  const at = target.kind === 'Name' ? target : target.name;
  if (binding?.kind === 'sobject-field') checkRecordStore(context, binding, target as FieldAccess);
  if (binding?.kind !== 'field' && binding?.kind !== 'static-field') return;
  checkFieldStore(context, binding.field, at);
}

function checkFieldStore(context: Context, field: FieldSymbol, at: { start: number; end: number }): void {
  if (field.owner.origin === 'library') {
    if (!field.canWrite)
      report(
        context,
        at.start,
        `A value cannot be stored to ${field.name} in type ${typeName(classType(field.owner))}`,
      );
    return;
  }
  const isInAccessor = field.isProperty && (context.member.kind === 'getter' || context.member.kind === 'setter');
  const mayInitialize = (context.member.isInitializing || isInAccessor) && isSubclassOf(context.owner, field.owner);
  if (field.isFinal && !mayInitialize) {
    report(
      context,
      at.start,
      `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`,
    );
  }
  checkSetter(context, field, at.start);
}

function checkSetter(context: Context, field: FieldSymbol, at: number): void {
  if (!field.isProperty) return;
  const setter = { owner: field.owner, visibility: field.setVisibility, isTestVisible: field.isTestVisible };
  if (field.canWrite ? !isVisible(context, setter) : !context.member.isInitializing) {
    report(context, at, `Variable is not visible: ${typeName(classType(field.owner))}.${field.name}`);
  }
}

function checkRecordStore(context: Context, binding: { object: string; field: string }, target: FieldAccess): void {
  const member = findSObjectMember(context, binding.object, binding.field);
  if (member?.kind === 'field' && member.shape?.isWritable === false && member.name !== 'Id') {
    report(context, target.name, `Field is not writeable: ${binding.object}.${binding.field}`);
  }
}
