/** Finds what a written type stands for. */
import type { Identifier, TypeReference } from '../ast.ts';
import type { ErrorList } from './compile-error.ts';
import type { Library } from './library.ts';
import { classType, primitiveByName, sobjectType, superclassChain } from './primitives.ts';
import type { SchemaProvider } from './schema-provider.ts';
import type { ClassSymbol, Type } from './types.ts';
import { className } from './types.ts';

/** Where a type is named from. */
export interface TypeScope {
  readonly library: Library;
  /** The program's top-level classes by lower-case name. */
  readonly classes: ReadonlyMap<string, ClassSymbol>;
  readonly schema?: SchemaProvider;
  /** The class that the reference stands in. */
  readonly within?: ClassSymbol;
  /** The library's own namespace, whose classes need no qualifier inside it. */
  readonly namespace?: string;
}

const COLLECTION_ARITY = new Map([
  ['list', 1],
  ['set', 1],
  ['map', 2],
]);

/** Resolves a reference, reporting at `at` (by default where it stands); undefined after an error. */
export function resolveType(
  reference: TypeReference,
  scope: TypeScope,
  errors: ErrorList,
  at = reference.start,
): Type | undefined {
  const args = reference.typeArguments.map((argument) => resolveType(argument, scope, errors, at));
  let type = findNamed(reference.names, scope);
  const written = reference.names.map(({ name }) => name).join('.');
  if (type === undefined) {
    errors.report(at, `Invalid type: ${written}`);
    return undefined;
  }
  if (type.kind === 'class') {
    const expected = type.symbol.typeParameters.length;
    if (expected !== args.length && !isRawUse(type.symbol, args.length)) {
      errors.report(at, arityMessage(type.symbol, expected, args.length));
      return undefined;
    }
    if (args.includes(undefined)) return undefined;
    if (expected > 0) type = classType(type.symbol, args.length === 0 ? rawArguments(expected) : (args as Type[]));
  } else if (args.length > 0) {
    errors.report(at, `Type arguments provided for a non-parameterized type: ${written}`);
    return undefined;
  }
  for (let depth = 0; depth < reference.arrayDepth; depth++) type = scope.library.list(type);
  reference.resolved = type;
  return type;
}

// `Comparator` and `Iterator` may not be raw, yet `Database.Batchable` is often written so in old code.
function isRawUse(symbol: ClassSymbol, count: number): boolean {
  return count === 0 && !COLLECTION_ARITY.has(symbol.name.toLowerCase()) && symbol.namespace !== 'System';
}

function rawArguments(count: number): Type[] {
  return Array.from({ length: count }, () => sobjectType);
}

function arityMessage(symbol: ClassSymbol, expected: number, found: number): string {
  if (expected === 0) return `Type arguments provided for a non-parameterized type: ${className(symbol)}`;
  if (found === 0 && !COLLECTION_ARITY.has(symbol.name.toLowerCase()))
    return `No type arguments provided for a parameterized type: ${className(symbol)}`;
  return `Invalid type argument count for ${className(symbol)}: expected ${expected} but found ${found}`;
}

function findNamed(names: readonly Identifier[], scope: TypeScope): Type | undefined {
  const first = names[0]!.name;
  if (names.length === 1) return findSimpleType(first, scope);
  const second = names[1]!.name;
  const head = findClass(first, scope);
  if (head !== undefined) {
    const inner = findInnerPath(head, names.slice(1));
    if (inner !== undefined) return classType(inner);
  }
  const inNamespace = findQualified(first, second, scope);
  if (inNamespace === undefined || names.length === 2) return inNamespace;
  const inner = inNamespace.kind === 'class' ? findInnerPath(inNamespace.symbol, names.slice(2)) : undefined;
  return inner === undefined ? undefined : classType(inner);
}

function findInnerPath(head: ClassSymbol, names: readonly Identifier[]): ClassSymbol | undefined {
  let current: ClassSymbol | undefined = head;
  for (const { name } of names) current = current === undefined ? undefined : findInner(current, name);
  return current;
}

/** A class's inner type, own or inherited. */
export function findInner(symbol: ClassSymbol, name: string): ClassSymbol | undefined {
  const key = name.toLowerCase();
  for (const { symbol: each } of superclassChain(classType(symbol))) {
    const found = each.inner.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A class that may be named so without a qualifier: inner types, then the program's, then the library's. */
export function findClass(name: string, scope: TypeScope): ClassSymbol | undefined {
  const key = name.toLowerCase();
  for (let within = scope.within; within !== undefined; within = within.outer) {
    const inner = findInner(within, name);
    if (inner !== undefined) return inner;
    if (within.origin === 'program' && within.name.toLowerCase() === key) return within;
  }
  const own = scope.classes.get(key);
  if (own !== undefined) return own;
  if (scope.namespace !== undefined) {
    const sibling = scope.library.find(scope.namespace, name);
    if (sibling !== undefined) return sibling;
  }
  return scope.library.findUnqualified(name);
}

/** A type named by one word. A class of the program hides a primitive or an object of that name. */
export function findSimpleType(name: string, scope: TypeScope): Type | undefined {
  const parameter = typeParameter(name, scope.within);
  if (parameter !== undefined) return parameter;
  const primitiveType = primitiveByName(name);
  const symbol = findClass(name, scope);
  if (primitiveType !== undefined && (symbol === undefined || symbol.origin === 'library')) return primitiveType;
  if (symbol?.origin === 'program') return classType(symbol);
  const record = findObject(name, scope);
  const isRecord = symbol === undefined || symbol.name === 'SObject' || !hasInstances(symbol);
  if (record !== undefined && isRecord) return record;
  return symbol === undefined ? record : classType(symbol);
}

/** Whether anything can be of the class: System.BusinessHours only has static methods, so the object's records bear the name. */
function hasInstances(symbol: ClassSymbol): boolean {
  if (symbol.kind !== 'class' || symbol.constructors.length > 0) return true;
  const methods = [...symbol.methods.values()].flat();
  return [...methods, ...symbol.fields.values()].some(({ isStatic }) => !isStatic);
}

function typeParameter(name: string, within: ClassSymbol | undefined): Type | undefined {
  if (within === undefined) return undefined;
  const index = within.typeParameters.findIndex((parameter) => parameter.toLowerCase() === name.toLowerCase());
  return index < 0 ? undefined : { kind: 'parameter', name: within.typeParameters[index]!, index };
}

/** `Namespace.Name`: a class of the library, or `Schema.Account`, `System.String`. */
export function findQualified(namespace: string, name: string, scope: TypeScope): Type | undefined {
  const symbol = scope.library.find(namespace, name);
  const lower = namespace.toLowerCase();
  if (lower === 'system' || lower === 'schema') {
    const simple = primitiveByName(name);
    if (simple !== undefined) return simple;
    if (name.toLowerCase() === 'sobject') return sobjectType;
    if (lower === 'schema' && symbol === undefined) return findObject(name, scope);
  }
  return symbol === undefined ? undefined : classType(symbol);
}

/** A record's type by the object's name. */
export function findObject(name: string, scope: TypeScope): Type | undefined {
  const lower = name.toLowerCase();
  if (lower === 'sobject') return sobjectType;
  if (lower === 'aggregateresult') return { kind: 'sobject', name: 'AggregateResult' };
  const shape = scope.schema?.object(name);
  return shape === undefined ? undefined : { kind: 'sobject', name: shape.name };
}
