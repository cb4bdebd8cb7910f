/**
 * The JavaScript names of what a program declares. Every one holds a `$` or begins with `_`, and no identifier of Apex
 * can: so no name of a program ever becomes a free JavaScript identifier or meets one of the runtime.
 */
import type { ClassSymbol, FieldSymbol, MethodSymbol, Type } from '../symbols/types.ts';
import { jsMethodName } from '../symbols/types.ts';

const key = (symbol: ClassSymbol): string => symbol.name.toLowerCase().replaceAll('.', '$');

export const isScript = (symbol: ClassSymbol): boolean =>
  symbol.declaration?.kind === 'TriggerDeclaration' || symbol.declaration?.kind === 'AnonymousBlock';

/** Triggers and anonymous blocks are units of their own, whatever classes are called. */
function prefixed(letter: string, symbol: ClassSymbol): string {
  return `${letter}$${isScript(outermost(symbol)) ? '$' : ''}${key(symbol)}`;
}

export const classVariable = (symbol: ClassSymbol): string => prefixed('C', symbol);
/** A function that makes the class: classes may extend ones that are written further down. */
export const makerVariable = (symbol: ClassSymbol): string => prefixed('D', symbol);
export const typeVariable = (symbol: ClassSymbol): string => prefixed('T', symbol);
/** True once the static initializers of a top-level class have begun in this transaction. */
export const readyVariable = (symbol: ClassSymbol): string => prefixed('I', symbol);
export const readyFunction = (symbol: ClassSymbol): string => prefixed('N', symbol);
export const coverageVariable = (symbol: ClassSymbol): string => prefixed('V', symbol);
export const unitPrefix = (symbol: ClassSymbol): string => `${prefixed('u', symbol)}$`;

export function staticVariable(field: FieldSymbol): string {
  return `${prefixed('S', field.owner)}$${field.name.toLowerCase()}`;
}

export function outermost(symbol: ClassSymbol): ClassSymbol {
  let current = symbol;
  while (current.outer !== undefined) current = current.outer;
  return current;
}

/** The property that holds an instance field: a field that hides an inherited one gets a place of its own. */
export function fieldKey(field: FieldSymbol): string {
  const name = field.name.toLowerCase();
  const hides = ancestors(field.owner).some((ancestor) => ancestor.fields.get(name)?.isStatic === false);
  return hides && !isAccessor(field) ? `_${name}$${key(field.owner)}` : `_${name}`;
}

export function ancestors(symbol: ClassSymbol): ClassSymbol[] {
  const found: ClassSymbol[] = [];
  for (let type = symbol.superclass; type?.kind === 'class'; type = type.symbol.superclass) found.push(type.symbol);
  return found;
}

/** Whether reading or writing a field calls code: accessors with bodies, or ones that subclasses may replace. */
export function isAccessor(field: FieldSymbol): boolean {
  const { declaration } = field;
  if (declaration?.kind !== 'PropertyDeclaration' || field.owner.origin === 'library') return false;
  if (declaration.getter?.body !== undefined || declaration.setter?.body !== undefined) return true;
  return declaration.modifiers.some(({ name }) => name === 'virtual' || name === 'abstract' || name === 'override');
}

export const getterName = (field: FieldSymbol): string => `get$${field.name.toLowerCase()}`;
export const setterName = (field: FieldSymbol): string => `set$${field.name.toLowerCase()}`;

/** A script has no instance: what it declares is as good as static. */
export const isStaticField = (field: FieldSymbol): boolean => field.isStatic || isScript(field.owner);

/** Constructors are methods, told apart by their parameters: JavaScript has one constructor only. */
export function constructorName(method: MethodSymbol | undefined): string {
  if (method === undefined) return '$c$';
  // Exceptions have four constructors that nobody declares.
  if (method.owner.origin === 'library' || method.declaration === undefined) return '$c$x';
  if (method.parameters.length === 0) return '$c$';
  const signature = jsMethodName(method);
  return `$c$${signature.slice(signature.indexOf('$') + 1)}`;
}

/**
 * The JavaScript name of a method. A private method that nothing may override carries its class too: another of the
 * same signature in a subclass is a method of its own.
 */
export function methodName(method: MethodSymbol): string {
  // Methods that nobody declares (an enum's, clone) belong to the runtime's classes.
  if (method.declaration === undefined) return method.name;
  const name = jsMethodName(method);
  const isAlone =
    method.owner.origin === 'program' && method.visibility === 'private' && !method.isStatic && !method.isVirtual;
  return isAlone && !isInherited(method) ? `${name}$$${key(method.owner)}` : name;
}

/** Whether a class above declares it too, or an interface asks for it. */
function isInherited(method: MethodSymbol): boolean {
  return method.isAbstract || method.isOverride || method.owner.kind === 'interface' || fillsAbstract(method);
}

/** `abstract Object f();` is private where nothing else is written, and is met by a method without keywords. */
function fillsAbstract(method: MethodSymbol): boolean {
  const name = jsMethodName(method);
  return ancestors(method.owner).some(
    (ancestor) =>
      ancestor.origin === 'program' &&
      (ancestor.methods.get(method.name.toLowerCase()) ?? []).some(
        (each) => each.isAbstract && jsMethodName(each) === name,
      ),
  );
}

/** A library class as Apex knows it: `System.String`. */
export const libraryName = (symbol: ClassSymbol): string => `${symbol.namespace}.${symbol.name}`;

export function isLibraryClass(symbol: ClassSymbol, name: string): boolean {
  return symbol.origin === 'library' && symbol.namespace === 'System' && symbol.name === name;
}

export function isPrimitive(type: Type | undefined, name: string): boolean {
  return type?.kind === 'primitive' && type.name === name;
}

export function isListType(type: Type | undefined): type is Type & { kind: 'class' } {
  return type?.kind === 'class' && isLibraryClass(type.symbol, 'List');
}
