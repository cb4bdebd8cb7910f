/** What the org asks about a class without running it: its tests, its REST methods, its annotations. */
import type { Source } from '../source.ts';
import type { ClassSymbol, MethodSymbol } from '../symbols/types.ts';
import { typeName } from '../symbols/types.ts';
import type { ClassInfo, MethodInfo } from './emitted-unit.ts';
import { constructorName, methodName } from './names.ts';

export function classInfo(symbol: ClassSymbol, source: Source): ClassInfo {
  const methods = [...[...symbol.methods.values()].flat(), ...symbol.constructors];
  return {
    name: symbol.name,
    kind: symbol.kind,
    isTest: symbol.isTest,
    isAbstract: symbol.isAbstract,
    visibility: symbol.visibility,
    annotations: plain(symbol.annotations),
    methods: methods.filter((method) => method.declaration !== undefined).map((method) => methodInfo(method, source)),
  };
}

function methodInfo(method: MethodSymbol, source: Source): MethodInfo {
  return {
    name: method.isConstructor ? '<init>' : method.name,
    jsName: method.isConstructor ? constructorName(method) : methodName(method),
    isStatic: method.isStatic,
    visibility: method.visibility,
    parameters: method.parameters.map(({ type }) => typeName(type)),
    parameterNames: method.parameters.map(({ name }) => name),
    returnType: typeName(method.returnType),
    annotations: plain(method.annotations),
    line: source.line(method.declaration!.start),
  };
}

function plain(annotations: ReadonlyMap<string, ReadonlyMap<string, string>>): Record<string, Record<string, string>> {
  return Object.fromEntries([...annotations].map(([name, parameters]) => [name, Object.fromEntries(parameters)]));
}
