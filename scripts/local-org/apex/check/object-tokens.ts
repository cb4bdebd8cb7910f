/** Tokens and describes: `Lead.Phone`, `Lead.SObjectType`, `Schema.SObjectType.Lead.fields.Phone`, `….fieldSets.Name`. */
import type { FieldAccess } from '../ast.ts';
import { primitive } from '../symbols/primitives.ts';
import type { Binding, Type } from '../symbols/types.ts';
import type { Context } from './context.ts';
import { report } from './context.ts';
import type { Qualifier } from './names.ts';
import { findSObjectMember } from './sobjects.ts';

/** Undefined: the access is none of these. */
export function findObjectMember(context: Context, node: FieldAccess, target: Type): Qualifier | undefined {
  if (target.kind === 'sobject') return objectMember(context, node, target.name);
  if (target.kind !== 'class' || target.symbol.namespace !== 'Schema') return undefined;
  const binding = bindingOf(node.target);
  switch (target.symbol.name) {
    case 'SObjectType':
      if (binding?.kind === 'object-token') return tokenMember(node, binding.object);
      return binding?.kind === 'type' ? describeObject(context, node) : undefined;
    case 'SObjectField':
      return binding?.kind === 'field-token'
        ? (rowCause(context, node, binding) ?? parentToken(context, node))
        : undefined;
    case 'SObjectTypeFields':
    case 'SObjectTypeFieldSets':
      return describeMember(context, node, target.symbol.name === 'SObjectTypeFields');
    default:
      return undefined;
  }
}

function bindingOf(node: unknown): Binding | undefined {
  return (node as { binding?: Binding }).binding;
}

function value(context: Context, node: FieldAccess, binding: Binding, typeName: string): Qualifier {
  node.binding = binding;
  node.resultType = context.library.schemaType(typeName);
  return { kind: 'value', type: node.resultType };
}

/** `Lead.SObjectType`, `Lead.Phone`, `Lead.fields.Phone`. */
function objectMember(context: Context, node: FieldAccess, object: string): Qualifier | undefined {
  const name = node.name.name;
  const lower = name.toLowerCase();
  if (lower === 'sobjecttype') return value(context, node, { kind: 'object-token', object }, 'SObjectType');
  if (lower === 'fields' && findSObjectMember(context, object, name) === undefined) {
    node.binding = { kind: 'type', type: { kind: 'sobject', name: object } };
    return { kind: 'type', type: { kind: 'sobject', name: object } };
  }
  const member = findSObjectMember(context, object, name);
  if (member === undefined || member.kind === 'children') return undefined;
  return value(
    context,
    node,
    { kind: 'field-token', object, field: member.shape?.name ?? member.name },
    'SObjectField',
  );
}

/** `Lead.SObjectType.fields.Phone` is written, too, and means the field's token. */
function tokenMember(node: FieldAccess, object: string): Qualifier | undefined {
  if (node.name.name.toLowerCase() !== 'fields') return undefined;
  node.binding = { kind: 'type', type: { kind: 'sobject', name: object } };
  return { kind: 'type', type: { kind: 'sobject', name: object } };
}

/** `Job__Share.RowCause.Recruiter__c`: the reason's name. */
function rowCause(
  context: Context,
  node: FieldAccess,
  token: { object: string; field: string },
): Qualifier | undefined {
  const causes = context.schema.object(token.object)?.field(token.field)?.rowCauses;
  const name = causes?.find((cause) => cause.toLowerCase() === node.name.name.toLowerCase());
  if (name === undefined) return undefined;
  node.binding = { kind: 'row-cause', name };
  node.resultType = primitive.String;
  return { kind: 'value', type: primitive.String };
}

/** `Contact.Account.Name`: the token of the parent's field. */
function parentToken(context: Context, node: FieldAccess): Qualifier | undefined {
  const written = node.target as FieldAccess;
  const binding = bindingOf(written);
  if (binding?.kind !== 'field-token') return undefined;
  const parent = findSObjectMember(context, binding.object, written.name.name);
  if (parent?.kind !== 'parent' || parent.type.kind !== 'sobject') return undefined;
  return objectMember(context, node, parent.type.name);
}

/** `Schema.SObjectType.Lead` */
function describeObject(context: Context, node: FieldAccess): Qualifier | undefined {
  const shape = context.schema.object(node.name.name);
  return shape === undefined
    ? undefined
    : value(context, node, { kind: 'object-describe', object: shape.name }, 'DescribeSObjectResult');
}

/** What follows `.fields` or `.fieldSets` of a known object's describe. */
function describeMember(context: Context, node: FieldAccess, isField: boolean): Qualifier | undefined {
  const owner = describedObject(node.target);
  if (owner === undefined) return undefined;
  const name = node.name.name;
  if (isField) {
    const member = findSObjectMember(context, owner, name);
    if (member?.kind === 'field')
      return value(context, node, { kind: 'field-describe', object: owner, field: member.name }, 'DescribeFieldResult');
  } else if (context.schema.object(owner)?.hasFieldSet(name) === true) {
    return value(context, node, { kind: 'field-set', object: owner, name }, 'FieldSet');
  }
  report(context, node.name, `Variable does not exist: ${name}`);
  return { kind: 'broken' };
}

function describedObject(node: unknown): string | undefined {
  const own = bindingOf(node);
  if (own?.kind === 'object-describe') return own.object;
  const inner = bindingOf((node as Partial<FieldAccess>).target);
  return inner?.kind === 'object-describe' ? inner.object : undefined;
}
