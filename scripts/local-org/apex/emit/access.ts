/**
 * Chains: names, fields, array elements and calls. A `?.` in a chain gives null for all that follows it, so a chain is
 * emitted as a whole: each `?.` leaves a guard, and the chain's root wraps the piece in its guards.
 */
import type { ArrayAccess, Expression, FieldAccess, MethodCall, Name } from '../ast.ts';
import { unsupported } from '../../unsupported.ts';
import type { Binding, FieldSymbol } from '../symbols/types.ts';
import { emitCall } from './calls.ts';
import type { Emission } from './emission.ts';
import { emitExpression, stringLiteral } from './expressions.ts';
import { classVariable, fieldKey, getterName, isAccessor, isPrimitive, isScript, staticVariable } from './names.ts';

export type ChainNode = Name | FieldAccess | MethodCall | ArrayAccess;

export function emitChain(emission: Emission, node: ChainNode): string {
  const outer = emission.guards;
  emission.guards = [];
  let text = emitLink(emission, node);
  for (const { temporary, value } of emission.guards.reverse())
    text = `((${temporary} = ${value}) === null ? null : ${text})`;
  emission.guards = outer;
  return text;
}

function isChain(node: Expression): node is ChainNode {
  return (
    node.kind === 'Name' || node.kind === 'FieldAccess' || node.kind === 'MethodCall' || node.kind === 'ArrayAccess'
  );
}

/** What stands before a dot, still within the chain. */
export function emitTarget(emission: Emission, target: Expression, isSafe: boolean): string {
  const text =
    isChain(target) && target.convertTo === undefined ? emitLink(emission, target) : emitExpression(emission, target);
  if (!isSafe) return text;
  const temporary = emission.temporary();
  emission.guards.push({ temporary, value: text });
  return temporary;
}

function emitLink(emission: Emission, node: ChainNode): string {
  switch (node.kind) {
    case 'Name':
      return emitBinding(emission, node, node.binding!, undefined);
    case 'FieldAccess':
      return emitBinding(emission, node, node.binding!, node);
    case 'MethodCall':
      return emitCall(emission, node);
    case 'ArrayAccess':
      return `$lget(${emitTarget(emission, node.target, false)}, ${emitExpression(emission, node.index)})`;
  }
}

function emitBinding(
  emission: Emission,
  node: Name | FieldAccess,
  binding: Binding,
  access: FieldAccess | undefined,
): string {
  switch (binding.kind) {
    case 'local':
      return binding.local.jsName;
    case 'field':
      return readField(emission, binding.field, fieldTarget(emission, access));
    case 'static-field':
      return readStatic(emission, binding.field);
    case 'enum-constant':
      return emission.afterInitializing(binding.owner, `${emission.classReference(binding.owner)}.${binding.name}`);
    case 'sobject-field':
      return readRecordField(emission, binding, access!);
    case 'trigger-variable':
      return `$trigger(${JSON.stringify(binding.name.toLowerCase())})`;
    case 'label':
      return `$label(${stringLiteral(binding.name)})`;
    case 'row-cause':
      return stringLiteral(binding.name);
    case 'page':
      return `$page(${stringLiteral(binding.name)})`;
    case 'type':
    case 'namespace':
      return unsupported(`the value of the type ${node.kind === 'Name' ? node.name : node.name.name}`);
    default:
      return emitToken(binding);
  }
}

function emitToken(binding: Binding): string {
  const field = (object: string, name: string): string =>
    `$fieldToken(${stringLiteral(object)}, ${stringLiteral(name)})`;
  switch (binding.kind) {
    case 'field-token':
      return field(binding.object, binding.field);
    case 'object-token':
      return `$objectToken(${stringLiteral(binding.object)})`;
    case 'object-describe':
      return `$objectToken(${stringLiteral(binding.object)}).getDescribe()`;
    case 'field-describe':
      return `${field(binding.object, binding.field)}.getDescribe()`;
    case 'field-set':
      return `$fieldSet(${stringLiteral(binding.object)}, ${stringLiteral(binding.name)})`;
    default:
      return unsupported(`the binding ${binding.kind}`);
  }
}

/** The object whose field is meant: `this` where none is written. */
export function fieldTarget(emission: Emission, access: FieldAccess | undefined): string {
  return access === undefined ? 'this' : emitTarget(emission, access.target, access.safe);
}

export function readField(emission: Emission, field: FieldSymbol, target: string): string {
  if (isScript(field.owner)) return readStatic(emission, field);
  if (field.owner.origin === 'library') return `${target}.${field.name}`;
  return callsAccessor(emission, field) ? `${target}.${getterName(field)}()` : `${target}.${fieldKey(field)}`;
}

/** Within its own accessors a property's name means the stored value. */
export function callsAccessor(emission: Emission, field: FieldSymbol): boolean {
  return isAccessor(field) && emission.accessor !== field;
}

export function readStatic(emission: Emission, field: FieldSymbol): string {
  if (field.owner.origin === 'library') return `${emission.library(field.owner)}.${field.name}`;
  const value = callsAccessor(emission, field)
    ? `${classVariable(field.owner)}.${getterName(field)}()`
    : staticVariable(field);
  return emission.afterInitializing(field.owner, value);
}

/** A field read over a relationship gives null where there is no parent: no NullPointerException there. */
function readRecordField(
  emission: Emission,
  binding: Binding & { kind: 'sobject-field' },
  access: FieldAccess,
): string {
  const target = emitTarget(emission, access.target, access.safe);
  const isOverParent = isRelationship(access.target) && !access.safe;
  if (binding.isRelationship) {
    return `${isOverParent ? '$relatedOf' : '$related'}(${target}, ${stringLiteral(binding.field)})`;
  }
  const value = `${recordReader(binding, isOverParent)}(${target}, ${recordIndex(emission, binding)})`;
  // A checkbox that was set to null reads as false (Apex Developer Guide, "Primitive Data Types", Boolean).
  return isPrimitive(access.resultType, 'Boolean') ? `(${value} ?? false)` : value;
}

function recordReader(binding: Binding & { kind: 'sobject-field' }, isOverParent: boolean): string {
  const name = isGeneral(binding) ? '$snamed' : '$sget';
  return isOverParent ? `${name}Of` : name;
}

export function isGeneral(binding: Binding & { kind: 'sobject-field' }): boolean {
  return GENERAL_OBJECTS.has(binding.object);
}

/** Objects that stand for records of any kind, or of several: where a field's slot is differs from one to the next. */
const GENERAL_OBJECTS = new Set(['SObject', 'Name']);

/** The slot of a field, known when the program is linked; for such objects its name, by which the record finds it. */
export function recordIndex(emission: Emission, binding: Binding & { kind: 'sobject-field' }): string {
  if (!isGeneral(binding)) return emission.field(binding.object, binding.field);
  return stringLiteral(binding.field);
}

function isRelationship(node: Expression): boolean {
  return node.kind === 'FieldAccess' && node.binding?.kind === 'sobject-field' && node.binding.isRelationship;
}
