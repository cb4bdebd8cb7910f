/**
 * Says what names stand for. `a.b.c` may be a variable and its fields, a class and its static, a namespace and its
 * class, or one of the platform's own words (Trigger, Label, Page, Schema.SObjectType).
 */
import type { Expression, FieldAccess, Name } from '../ast.ts';
import { brokenType, classType, primitive } from '../symbols/primitives.ts';
import { findInner, findQualified, findSimpleType } from '../symbols/resolve-type.ts';
import { hasUnknownAncestor, isScript } from '../symbols/declare.ts';
import type { ClassSymbol, FieldSymbol, LocalSymbol, Type } from '../symbols/types.ts';
import { className, typeName } from '../symbols/types.ts';
import type { Context } from './context.ts';
import { report, useType } from './context.ts';
import { checkExpression } from './expressions.ts';
import type { FoundField } from './members.ts';
import { findField, isVisible } from './members.ts';
import { isTriggerVariable, triggerVariableType } from './trigger-variables.ts';
import { findObjectMember } from './object-tokens.ts';
import { findSObjectMember } from './sobjects.ts';

export type Qualifier =
  | { readonly kind: 'value'; readonly type: Type }
  /** `namespace`: the same word also names a namespace (System, Database, Schema …). */
  | { readonly kind: 'type'; readonly type: Type; readonly namespace?: string }
  | { readonly kind: 'namespace'; readonly name: string }
  | { readonly kind: 'trigger' | 'label' | 'page' }
  /** Nothing of that name; nothing reported yet. */
  | { readonly kind: 'missing' }
  /** An error was reported already. */
  | { readonly kind: 'broken' };

const BROKEN: Qualifier = { kind: 'broken' };
const MISSING: Qualifier = { kind: 'missing' };

/** What stands before a dot. */
export function qualify(context: Context, expression: Expression): Qualifier {
  if (expression.kind === 'Name') return qualifyName(context, expression);
  if (expression.kind === 'FieldAccess') return qualifyAccess(context, expression, false);
  const type = checkExpression(context, expression);
  return type === undefined ? BROKEN : { kind: 'value', type };
}

/** A name that stands alone, as a value. */
export function checkName(context: Context, node: Name): Type | undefined {
  const value = findVariable(context, node);
  if (value !== undefined) return value.kind === 'value' ? value.type : undefined;
  return report(context, node, `Variable does not exist: ${node.name}`);
}

/** `a.b` as a value. */
export function checkFieldAccess(context: Context, node: FieldAccess): Type | undefined {
  const found = qualifyAccess(context, node, true);
  if (found.kind === 'value') return found.type;
  if (found.kind === 'broken') return undefined;
  if (found.kind === 'missing') return reportMissing(context, node.target);
  return report(context, node.name, `Variable does not exist: ${node.name.name}`);
}

/** Names the whole path that leads nowhere, as Salesforce does. */
export function reportMissing(context: Context, target: Expression): undefined {
  return report(context, target, `Variable does not exist: ${dotted(target)}`);
}

function dotted(node: Expression): string {
  if (node.kind === 'Name') return node.name;
  return node.kind === 'FieldAccess' ? `${dotted(node.target)}.${node.name.name}` : '';
}

function qualifyName(context: Context, node: Name): Qualifier {
  const value = findVariable(context, node);
  if (value !== undefined) return value;
  const special = qualifySpecial(context, node, node.name);
  if (special !== undefined) return special;
  const namespace = context.library.namespace(node.name);
  const type = findSimpleType(node.name, context.typeScope);
  if (type !== undefined) {
    node.binding = { kind: 'type', type };
    useType(context, type, node.start);
    return {
      kind: 'type',
      type,
      namespace: type.kind === 'class' && type.symbol.origin === 'program' ? undefined : namespace,
    };
  }
  if (namespace === undefined) return MISSING;
  node.binding = { kind: 'namespace', name: namespace };
  return { kind: 'namespace', name: namespace };
}

function qualifySpecial(context: Context, node: Name | FieldAccess, name: string): Qualifier | undefined {
  const lower = name.toLowerCase();
  if (lower !== 'trigger' && lower !== 'label' && lower !== 'page') return undefined;
  if (context.classes.has(lower)) return undefined;
  node.binding = { kind: 'namespace', name };
  return { kind: lower };
}

/**
 * A local, a field of this class or what it extends, or a static of the classes around it. What is inherited is not in
 * reach of static code, nor of inner classes: there `Test` is System.Test though a superclass has a static of that name.
 */
function findVariable(context: Context, node: Name): Qualifier | undefined {
  const local = context.member.scope.find(node.name);
  if (local !== undefined) return bindLocal(node, local);
  for (let owner: ClassSymbol | undefined = context.owner; owner !== undefined; owner = owner.outer) {
    const found = findField(classType(owner), node.name);
    if (found === undefined) continue;
    const isInstanceCode = owner === context.owner && !context.member.isStatic;
    const isReachable = isInstanceCode || isScript(owner) || (found.field.isStatic && found.field.owner === owner);
    if (isReachable) return bindOwnField(context, node, found);
  }
  return undefined;
}

function bindLocal(node: Name, local: LocalSymbol): Qualifier {
  if (local.type === brokenType) return BROKEN;
  node.binding = { kind: 'local', local };
  node.resultType = local.type;
  return { kind: 'value', type: local.type };
}

function bindOwnField(context: Context, node: Name, { field, type }: FoundField): Qualifier {
  if (!isVisible(context, field)) {
    report(context, node, `Variable is not visible: ${className(field.owner)}.${field.name}`);
    return BROKEN;
  }
  if (context.member.inConstructorCall && !field.isStatic) {
    report(context, node, `Cannot reference instance variables in a constructor invocation: ${node.name}`);
    return BROKEN;
  }
  if (isForwardReference(context, field)) {
    report(context, node, `Illegal forward reference: ${node.name}`);
    return BROKEN;
  }
  if (type === brokenType) return BROKEN;
  node.binding = { kind: field.isStatic ? 'static-field' : 'field', field };
  node.resultType = type;
  return { kind: 'value', type };
}

function isForwardReference(context: Context, field: FieldSymbol): boolean {
  const before = context.member.fieldsDeclaredBefore;
  const declaration = field.declaration;
  if (before === undefined || field.owner !== context.owner || declaration?.kind !== 'FieldDeclaration') return false;
  return field.isStatic === context.member.isStatic && declaration.start > before;
}

function qualifyAccess(context: Context, node: FieldAccess, isValue: boolean): Qualifier {
  const target = qualify(context, node.target);
  switch (target.kind) {
    case 'missing':
    case 'broken':
      return target;
    case 'value':
      return accessValue(context, node, target.type);
    case 'type':
      return accessType(context, node, target, isValue);
    case 'namespace':
      return accessNamespace(context, node, target.name) ?? missingMember(context, node, isValue);
    default:
      return accessSpecial(context, node, target.kind);
  }
}

function mayHaveMore(target: Expression): boolean {
  const binding = (target as Name).binding;
  const type = binding?.kind === 'type' ? binding.type : target.resultType;
  return type?.kind === 'class' && hasUnknownAncestor(type.symbol);
}

/** At the end of a path the last name is blamed; in the middle, the path up to there. */
function missingMember(context: Context, node: FieldAccess, isValue: boolean): Qualifier {
  if (mayHaveMore(node.target)) return BROKEN;
  if (!isValue) return MISSING;
  report(context, node.name, `Variable does not exist: ${node.name.name}`);
  return BROKEN;
}

// ------------------------------------------------------------------------------------------------ Fields of values

function accessValue(context: Context, node: FieldAccess, type: Type): Qualifier {
  if (type.kind === 'sobject') return accessRecord(context, node, type.name);
  const element = context.queryTypes.get(type);
  if (element?.kind === 'sobject') {
    useQueryAsRecord(node.target, element);
    return accessRecord(context, node, element.name);
  }
  const described = findObjectMember(context, node, type);
  if (described !== undefined) return described;
  const found = findField(type, node.name.name);
  const constant =
    type.kind === 'class'
      ? type.symbol.enumConstants.find((each) => each.toLowerCase() === node.name.name.toLowerCase())
      : undefined;
  const staticName = constant ?? (found?.field.isStatic === true ? found.field.name : undefined);
  if (staticName !== undefined) {
    report(
      context,
      node.name,
      `Static field cannot be referenced from a non static context: ${staticName} from the type ${typeName(type)}`,
    );
    return BROKEN;
  }
  if (found === undefined) return notAField(context, node);
  return bindAccess(context, node, found, 'field');
}

function notAField(context: Context, node: FieldAccess): Qualifier {
  if (mayHaveMore(node.target)) return BROKEN;
  const { binding } = node.target as { binding?: { kind: string; isRelationship?: boolean; field?: unknown } };
  const isScalar = binding?.kind === 'sobject-field' && binding.isRelationship === false;
  if (isScalar)
    report(
      context,
      (node.target as FieldAccess).name,
      `A non foreign key field cannot be referenced in a path expression: ${binding.field}`,
    );
  else report(context, node.name, `Variable does not exist: ${node.name.name}`);
  return BROKEN;
}

/** `[SELECT …].Name` */
function useQueryAsRecord(target: Expression, element: Type): void {
  let current = target;
  while (current.kind === 'ParenthesizedExpression') {
    current.resultType = element;
    current = current.expression;
  }
  if (current.kind === 'SoqlExpression') current.use = 'single';
  else current.convertTo = element;
  if (current.kind === 'SoqlExpression') current.resultType = element;
}

function accessRecord(context: Context, node: FieldAccess, object: string): Qualifier {
  const member = findSObjectMember(context, object, node.name.name);
  if (member === undefined) return notAField(context, node);
  node.binding = { kind: 'sobject-field', object, field: member.name, isRelationship: member.kind !== 'field' };
  node.resultType = member.type;
  return { kind: 'value', type: member.type };
}

function bindAccess(context: Context, node: FieldAccess, found: FoundField, kind: 'field' | 'static-field'): Qualifier {
  const { field } = found;
  const isStore = context.member.storeTarget === node;
  if (
    !isVisible(
      context,
      isStore ? { owner: field.owner, visibility: field.setVisibility, isTestVisible: field.isTestVisible } : field,
    )
  ) {
    report(context, node.name, `Variable is not visible: ${className(found.field.owner)}.${found.field.name}`);
    return BROKEN;
  }
  if (found.type === brokenType) return BROKEN;
  node.binding = { kind, field: found.field };
  node.resultType = found.type;
  return { kind: 'value', type: found.type };
}

// ------------------------------------------------------------------------------------------------ Members of types

function accessType(
  context: Context,
  node: FieldAccess,
  target: Qualifier & { kind: 'type' },
  isValue: boolean,
): Qualifier {
  const { type } = target;
  const name = node.name.name;
  const member =
    type.kind === 'sobject'
      ? findObjectMember(context, node, type)
      : type.kind === 'class'
        ? accessClass(context, node, type)
        : undefined;
  if (member !== undefined) return member;
  if (target.namespace !== undefined) {
    const inNamespace = accessNamespace(context, node, target.namespace);
    if (inNamespace !== undefined) return inNamespace;
  }
  if (type.kind === 'class' && findField(type, name) !== undefined) return missingMember(context, node, true);
  return missingMember(context, node, isValue);
}

function accessClass(context: Context, node: FieldAccess, type: Type & { kind: 'class' }): Qualifier | undefined {
  const { symbol } = type;
  const key = node.name.name.toLowerCase();
  const constant = symbol.enumConstants.find((each) => each.toLowerCase() === key);
  if (constant !== undefined) {
    node.binding = { kind: 'enum-constant', owner: symbol, name: constant };
    node.resultType = type;
    return { kind: 'value', type };
  }
  const found = findField(type, key);
  if (found?.field.isStatic === true) return bindAccess(context, node, found, 'static-field');
  const described = findObjectMember(context, node, type);
  if (described !== undefined) return described;
  const inner = findInner(symbol, key);
  if (inner === undefined) return undefined;
  const innerType = classType(inner);
  node.binding = { kind: 'type', type: innerType };
  useType(context, innerType, node.start);
  return { kind: 'type', type: innerType };
}

function accessNamespace(context: Context, node: FieldAccess, namespace: string): Qualifier | undefined {
  const name = node.name.name;
  const lower = namespace.toLowerCase();
  const special = lower === 'system' ? qualifySpecial(context, node, name) : undefined;
  if (special !== undefined) return special;
  const type = findQualified(namespace, name, context.typeScope);
  if (type === undefined) return undefined;
  node.binding = { kind: 'type', type };
  return { kind: 'type', type };
}

function accessSpecial(context: Context, node: FieldAccess, kind: 'trigger' | 'label' | 'page'): Qualifier {
  const { name } = node.name;
  if (kind === 'trigger') {
    if (!isTriggerVariable(name)) return missingMember(context, node, true);
    node.binding = { kind: 'trigger-variable', name: name.toLowerCase() };
    node.resultType = triggerVariableType(context, name);
    return { kind: 'value', type: node.resultType };
  }
  const exists = kind === 'label' ? context.schema.hasLabel(name) : context.schema.hasPage(name);
  if (!exists) {
    report(context, node.name, `${kind === 'label' ? 'External string' : 'Page'} does not exist: ${name}`);
    return BROKEN;
  }
  node.binding = { kind, name };
  node.resultType = kind === 'label' ? primitive.String : context.library.type('PageReference');
  return { kind: 'value', type: node.resultType };
}
