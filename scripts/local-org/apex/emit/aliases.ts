/**
 * The library calls a program's objects by plain Apex names (`job.execute(context)`), yet a program's methods carry
 * their parameter types in their names. A class that declares a method which something of the library asks for gets
 * an alias, which calls back by the full name so that overrides meet.
 */
import { substitute } from '../symbols/primitives.ts';
import type { ClassSymbol, MethodSymbol, Type } from '../symbols/types.ts';
import { typeName } from '../symbols/types.ts';
import { classVariable, methodName } from './names.ts';

const EVERY_OBJECT: ReadonlyMap<string, number> = new Map([
  ['toString', 0],
  ['equals', 1],
  ['hashCode', 0],
]);

export function emitAliases(symbol: ClassSymbol): string {
  const wanted = new Map<string, { name: string; types: readonly string[] | undefined; count: number }>();
  for (const [name, count] of EVERY_OBJECT)
    wanted.set(`${name.toLowerCase()}/${count}`, { name, count, types: undefined });
  for (const type of librarySupertypes(symbol)) collectMethods(type, wanted);
  const aliases = new Map<string, string>();
  for (const { name, types, count } of wanted.values()) {
    const method = implementation(symbol, name, types, count);
    if (method !== undefined && !aliases.has(name)) aliases.set(name, methodName(method));
  }
  const receivers = new Map<string, string>();
  for (const { wanted: asked, method } of symbol.bridges ?? []) {
    aliases.set(methodName(asked), methodName(method));
    if (method.isStatic) receivers.set(methodName(asked), classVariable(method.owner));
  }
  return [...aliases]
    .map(([name, target]) => `${name}(...a) { return ${receivers.get(name) ?? 'this'}.${target}(...a); } `)
    .join('');
}

function collectMethods(
  type: Type & { kind: 'class' },
  wanted: Map<string, { name: string; types: readonly string[] | undefined; count: number }>,
): void {
  for (const methods of type.symbol.methods.values()) {
    for (const method of methods) {
      if (method.isStatic) continue;
      const types = method.parameters.map((parameter) => typeName(substitute(parameter.type, type.args)));
      wanted.set(`${method.name.toLowerCase()}/${types.join(',')}`, { name: method.name, types, count: types.length });
    }
  }
}

/** The class's own method: the one with the very parameter types, else one with as many. */
function implementation(
  symbol: ClassSymbol,
  name: string,
  types: readonly string[] | undefined,
  count: number,
): MethodSymbol | undefined {
  const candidates = (symbol.methods.get(name.toLowerCase()) ?? []).filter(
    (method) => !method.isStatic && method.parameters.length === count,
  );
  const exact = candidates.find((method) =>
    types?.every((type, index) => type === typeName(method.parameters[index]!.type)),
  );
  return exact ?? candidates[0];
}

/** Library classes and interfaces that a class comes from, through its own ancestors and interfaces too. */
function librarySupertypes(symbol: ClassSymbol): Array<Type & { kind: 'class' }> {
  const found: Array<Type & { kind: 'class' }> = [];
  const seen = new Set<ClassSymbol>();
  const visit = (each: ClassSymbol): void => {
    if (seen.has(each)) return;
    seen.add(each);
    for (const type of [each.superclass, ...each.interfaces]) {
      if (type?.kind !== 'class') continue;
      if (type.symbol.origin === 'library') found.push(type);
      visit(type.symbol);
    }
  };
  visit(symbol);
  return found;
}
