/** Every enum has the same methods; no declaration says so. */
import type { Library } from './library.ts';
import { classType, primitive } from './primitives.ts';
import type { ClassSymbol, MethodSymbol, ParameterSymbol, Type } from './types.ts';

/** Adds `values`, `valueOf`, `name`, `ordinal`, `equals`, `hashCode` and `toString`. */
export function addEnumMethods(symbol: ClassSymbol, library: Library): void {
  const self = classType(symbol);
  add(symbol, 'values', [], library.list(self), true);
  add(symbol, 'valueOf', [{ name: 'name', type: primitive.String }], self, true);
  add(symbol, 'name', [], primitive.String, false);
  add(symbol, 'ordinal', [], primitive.Integer, false);
  add(symbol, 'equals', [{ name: 'other', type: primitive.Object }], primitive.Boolean, false);
  add(symbol, 'hashCode', [], primitive.Integer, false);
  add(symbol, 'toString', [], primitive.String, false);
}

function add(
  owner: ClassSymbol,
  name: string,
  parameters: ParameterSymbol[],
  returnType: Type,
  isStatic: boolean,
): void {
  owner.methods.set(name.toLowerCase(), [syntheticMethod(owner, name, parameters, returnType, isStatic)]);
}

/** A method that the platform supplies: it has no declaration. */
export function syntheticMethod(
  owner: ClassSymbol,
  name: string,
  parameters: readonly ParameterSymbol[],
  returnType: Type,
  isStatic = false,
): MethodSymbol {
  return {
    name,
    owner,
    parameters,
    returnType,
    isConstructor: name === '<init>',
    isStatic,
    isAbstract: false,
    isVirtual: false,
    isOverride: false,
    visibility: 'global',
    isTestVisible: false,
    annotations: new Map(),
  };
}
