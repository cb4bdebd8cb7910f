/** The types that no declaration makes, and questions about types that need no program. */
import type { ClassSymbol, PrimitiveName, Type } from './types.ts';

const NAMES: readonly PrimitiveName[] = [
  'Boolean',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Id',
  'Date',
  'Datetime',
  'Time',
  'Blob',
  'Object',
  'void',
  'null',
];

/** By declared name: each primitive type is one object, so they compare by identity. */
export const primitive = Object.fromEntries(NAMES.map((name) => [name, { kind: 'primitive', name }])) as unknown as {
  readonly [name in PrimitiveName]: Type & { readonly kind: 'primitive'; readonly name: name };
};

const byLowerName = new Map<string, Type>(
  NAMES.filter((name) => name !== 'null').map((name) => [name.toLowerCase(), primitive[name]]),
);

/** Finds the primitive type that Apex code calls so, whatever the case. */
export function primitiveByName(name: string): Type | undefined {
  return byLowerName.get(name.toLowerCase());
}

/**
 * Stands where a written type could not be found. That was reported, so whatever has this type is silently accepted;
 * it compares by identity.
 */
export const brokenType: Type = { kind: 'primitive', name: 'null' };

export const sobjectType: Type = { kind: 'sobject', name: 'SObject' };

const NUMERIC_RANK: Partial<Record<PrimitiveName, number>> = { Integer: 1, Long: 2, Double: 3, Decimal: 4 };

/** 1 to 4 for Integer, Long, Double, Decimal; 0 for anything else. */
export function numericRank(type: Type): number {
  return type.kind === 'primitive' ? (NUMERIC_RANK[type.name] ?? 0) : 0;
}

export function isPrimitive(type: Type, ...names: PrimitiveName[]): boolean {
  return type.kind === 'primitive' && names.includes(type.name);
}

export function isNull(type: Type): boolean {
  return isPrimitive(type, 'null');
}

export function isVoid(type: Type): boolean {
  return isPrimitive(type, 'void');
}

/** String or Id. */
export function isText(type: Type): boolean {
  return isPrimitive(type, 'String', 'Id');
}

export function isSObject(type: Type): boolean {
  return type.kind === 'sobject';
}

/** A library collection of that name: `List`, `Set` or `Map`. */
export function isCollection(type: Type, name: 'List' | 'Set' | 'Map'): type is Type & { kind: 'class' } {
  return (
    type.kind === 'class' &&
    type.symbol.origin === 'library' &&
    type.symbol.namespace === 'System' &&
    type.symbol.name === name
  );
}

/** The element of a List or a Set. */
export function elementType(type: Type): Type | undefined {
  return isCollection(type, 'List') || isCollection(type, 'Set') ? type.args[0] : undefined;
}

export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind === 'class' && b.kind === 'class') {
    return (
      a.symbol === b.symbol &&
      a.args.length === b.args.length &&
      a.args.every((arg, index) => sameType(arg, b.args[index]!))
    );
  }
  if (a.kind === 'parameter' && b.kind === 'parameter') return a.index === b.index;
  return a.kind === b.kind && a.kind !== 'class' && b.kind !== 'class' && a.name === b.name;
}

/** Puts the arguments of a generic class in the place of its parameters. */
export function substitute(type: Type, args: readonly Type[]): Type {
  if (args.length === 0) return type;
  if (type.kind === 'parameter') return args[type.index] ?? type;
  if (type.kind !== 'class' || type.args.length === 0) return type;
  return { kind: 'class', symbol: type.symbol, args: type.args.map((arg) => substitute(arg, args)) };
}

export function classType(symbol: ClassSymbol, args: readonly Type[] = []): Type {
  return { kind: 'class', symbol, args };
}

/** The class and what it extends, nearest first, each with its type arguments. A circle ends where it closes. */
export function* superclassChain(type: Type): Generator<Type & { kind: 'class' }> {
  const seen = new Set<ClassSymbol>();
  let current: Type | undefined = type;
  while (current?.kind === 'class' && !seen.has(current.symbol)) {
    seen.add(current.symbol);
    yield current;
    const { superclass } = current.symbol as ClassSymbol;
    current = superclass === undefined ? undefined : substitute(superclass, current.args);
  }
}

/** Every class and interface that a value of the type is an instance of, itself included. */
export function* supertypes(type: Type): Generator<Type & { kind: 'class' }> {
  const seen = new Set<ClassSymbol>();
  const queue: Type[] = [type];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.kind !== 'class' || seen.has(next.symbol)) continue;
    seen.add(next.symbol);
    yield next;
    const { args, symbol } = next;
    if (symbol.superclass !== undefined) queue.push(substitute(symbol.superclass, args));
    for (const each of symbol.interfaces) queue.push(substitute(each, args));
  }
}

export function isSubclassOf(symbol: ClassSymbol, ancestor: ClassSymbol): boolean {
  for (const each of supertypes(classType(symbol))) if (each.symbol === ancestor) return true;
  return false;
}

/** Whether the class is System.Exception or extends it. */
export function isException(symbol: ClassSymbol): boolean {
  for (const { symbol: each } of superclassChain(classType(symbol))) {
    if (each.origin === 'library' && each.name === 'Exception' && each.namespace === 'System') return true;
  }
  return false;
}
