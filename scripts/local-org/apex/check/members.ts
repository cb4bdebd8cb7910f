/** Finds the members of types, and says who may see them. */
import {
  classType,
  isSubclassOf,
  primitive,
  sameType,
  sobjectType,
  substitute,
  superclassChain,
  supertypes,
} from '../symbols/primitives.ts';
import { syntheticMethod } from '../symbols/enum-methods.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol, Type, Visibility } from '../symbols/types.ts';
import type { Context } from './context.ts';
import { outermost } from './context.ts';

export interface FoundField {
  readonly field: FieldSymbol;
  /** With the receiver's type arguments in place. */
  readonly type: Type;
}

/** A field or property of a class, own or inherited. */
export function findField(type: Type, name: string): FoundField | undefined {
  const key = name.toLowerCase();
  for (const each of superclassChain(type)) {
    const field = each.symbol.fields.get(key);
    if (field !== undefined) return { field, type: substitute(field.type, each.args) };
  }
  return undefined;
}

export interface FoundMethod {
  readonly method: MethodSymbol;
  /** The class or interface that declares it, as the receiver extends it: its arguments go into the signature. */
  readonly through: Type;
  readonly parameterTypes: readonly Type[];
  readonly returnType: Type;
}

/** All methods of that name that a value of the type answers to, nearest first, overridden ones left out. */
export function findMethods(context: Context, receiver: Type, name: string): FoundMethod[] {
  const key = name.toLowerCase();
  const symbol = context.library.classOf(receiver);
  if (symbol === undefined) return [];
  const root = receiver.kind === 'class' ? receiver : classType(symbol);
  const found: FoundMethod[] = [];
  for (const each of supertypes(root)) {
    for (const method of each.symbol.methods.get(key) ?? []) addMethod(found, bindMethod(method, each, receiver));
  }
  const object = context.library.find('System', 'Object');
  for (const method of object?.methods.get(key) ?? [])
    addMethod(found, bindMethod(method, classType(object!), receiver));
  const hasClone = found.some(
    ({ method, parameterTypes }) => method.owner.origin === 'library' || parameterTypes.length === 0,
  );
  if (key === 'clone' && !hasClone && receiver.kind === 'class') found.push(cloneMethod(receiver));
  return found;
}

function addMethod(found: FoundMethod[], next: FoundMethod): void {
  const isHidden = found.some((each) => sameTypes(each.parameterTypes, next.parameterTypes));
  if (!isHidden) found.push(next);
}

function sameTypes(a: readonly Type[], b: readonly Type[]): boolean {
  return a.length === b.length && a.every((type, index) => sameType(type, b[index]!));
}

export function bindMethod(method: MethodSymbol, through: Type, receiver?: Type): FoundMethod {
  const args = through.kind === 'class' ? through.args : [];
  let returnType = substitute(method.returnType, args);
  // `record.clone()` is declared for any record, yet gives one of the receiver's object.
  const isOwnClone = receiver?.kind === 'sobject' && method.name === 'clone' && sameType(returnType, sobjectType);
  if (isOwnClone) returnType = receiver;
  return { method, through, parameterTypes: method.parameters.map(({ type }) => substitute(type, args)), returnType };
}

/** Objects of a program's classes have `clone()` without declaring it. */
function cloneMethod(receiver: Type & { kind: 'class' }): FoundMethod {
  return bindMethod(syntheticMethod(receiver.symbol, 'clone', [], receiver), receiver);
}

/** The constructors of a class; every exception has four besides its own. */
export function findConstructors(
  context: Context,
  type: Type & { kind: 'class' },
  isExceptionClass: boolean,
): FoundMethod[] {
  const own = type.symbol.constructors.map((method) => bindMethod(method, type));
  if (!isExceptionClass || type.symbol.origin === 'library') return own;
  const exception = context.library.type('Exception');
  const message = { name: 'message', type: primitive.String };
  const cause = { name: 'cause', type: exception };
  for (const parameters of [[], [message], [cause], [message, cause]]) {
    addMethod(own, bindMethod(syntheticMethod(type.symbol, '<init>', parameters, primitive.void), type));
  }
  return own;
}

export interface Guarded {
  readonly owner: ClassSymbol;
  readonly visibility: Visibility;
  readonly isTestVisible: boolean;
}

export function isVisible(context: Context, member: Guarded): boolean {
  if (member.owner.origin === 'library' || member.visibility === 'public' || member.visibility === 'global')
    return true;
  if (outermost(member.owner) === outermost(context.owner)) return true;
  if (member.isTestVisible && context.owner.isTest) return true;
  if (member.visibility === 'private') return false;
  for (let each: ClassSymbol | undefined = context.owner; each !== undefined; each = each.outer) {
    if (isSubclassOf(each, member.owner)) return true;
  }
  return false;
}
