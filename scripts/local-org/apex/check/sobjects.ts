/** The fields of records, as types. */
import { primitiveByName, primitive, sobjectType } from '../symbols/primitives.ts';
import type { FieldShape } from '../symbols/schema-provider.ts';
import type { Type } from '../symbols/types.ts';
import type { Context } from './context.ts';

/** What a polymorphic parent (an owner that may be a queue) counts as. */
export const POLYMORPHIC = 'Name';

export interface SObjectMember {
  /** Declared spelling. */
  readonly name: string;
  readonly type: Type;
  readonly kind: 'field' | 'parent' | 'children';
  readonly shape?: FieldShape;
}

/** Finds a field, a parent record or a child list of an object. */
export function findSObjectMember(context: Context, object: string, name: string): SObjectMember | undefined {
  const lower = name.toLowerCase();
  if (lower === 'id')
    return { name: 'Id', type: primitive.Id, kind: 'field', shape: context.schema.object(object)?.field('Id') };
  if (object === 'SObject') return undefined;
  const shape = context.schema.object(object);
  if (shape === undefined) return object === POLYMORPHIC ? findInAnyOwner(context, name) : undefined;
  const field = shape.field(name);
  if (field !== undefined) return { name: field.name, type: fieldType(context, field), kind: 'field', shape: field };
  const parent = shape.parent(name);
  if (parent !== undefined) {
    return { name: parent.relationshipName ?? name, type: parentType(context, parent), kind: 'parent', shape: parent };
  }
  const child = shape.child(name);
  if (child === undefined) return undefined;
  return {
    name: child.name,
    type: context.library.list({ kind: 'sobject', name: context.schema.object(child.object)?.name ?? child.object }),
    kind: 'children',
  };
}

const OWNERS = ['User', 'Group', 'Contact', 'Lead', 'Account', 'Opportunity', 'Case'];

function findInAnyOwner(context: Context, name: string): SObjectMember | undefined {
  for (const object of OWNERS) {
    if (context.schema.object(object) === undefined) continue;
    const found = findSObjectMember(context, object, name);
    if (found !== undefined && found.kind !== 'children') return found;
  }
  return undefined;
}

export function fieldType(context: Context, field: FieldShape): Type {
  const simple = primitiveByName(field.apexType);
  if (simple !== undefined) return simple;
  const symbol = context.library.findUnqualified(field.apexType);
  return symbol === undefined ? primitive.Object : { kind: 'class', symbol, args: [] };
}

export function parentType(context: Context, field: FieldShape): Type {
  const [only, ...others] = field.referenceTo;
  if (only === undefined) return sobjectType;
  if (others.length > 0) return { kind: 'sobject', name: POLYMORPHIC };
  return { kind: 'sobject', name: context.schema.object(only)?.name ?? only };
}

/** Whether a value of the type is a record or a list of records: what DML takes. */
export function recordTypeOf(type: Type): (Type & { kind: 'sobject' }) | undefined {
  if (type.kind === 'sobject') return type;
  if (type.kind !== 'class' || type.symbol.name !== 'List' || type.symbol.origin !== 'library') return undefined;
  const [element] = type.args;
  return element?.kind === 'sobject' ? element : undefined;
}
