/** The RuntimeTypes of library classes, one for each name while the process lives: programs come and go, these stay. */
import { exceptionTypes } from './exceptions.ts';
import { declareType } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';

const types = new Map<string, RuntimeType>();

function key(fullName: string): string {
  return fullName.toLowerCase();
}

/** The type of `System.HttpRequest`; what the library does not implement (interfaces) has one too. */
export function libraryType(fullName: string): RuntimeType {
  if (types.size === 0) for (const type of exceptionTypes()) types.set(key(`${type.namespace}.${type.name}`), type);
  let type = types.get(key(fullName));
  if (type === undefined) types.set(key(fullName), (type = undeclared(fullName, undefined)));
  return type;
}

function undeclared(fullName: string, jsClass: Function | undefined): RuntimeType {
  const dot = fullName.indexOf('.');
  return declareType({
    name: fullName.slice(dot + 1),
    namespace: fullName.slice(0, dot),
    kind: jsClass === undefined ? 'interface' : 'class',
    jsClass: jsClass === undefined ? undefined : () => jsClass,
    create: jsClass === undefined ? undefined : () => new (jsClass as new () => unknown)(),
  });
}

/** Gives each class of the library its type, where it has none of its own. */
export function registerLibraryTypes(classes: Readonly<Record<string, unknown>>): void {
  for (const [fullName, implementation] of Object.entries(classes)) {
    const own = (implementation as { $type?: RuntimeType } | undefined)?.$type;
    if (own !== undefined) types.set(key(fullName), own);
    else if (typeof implementation === 'function') registerClass(fullName, implementation);
  }
}

function registerClass(fullName: string, implementation: Function): void {
  const prototype = implementation.prototype as { $type?: RuntimeType } | undefined;
  if (prototype === undefined) return;
  const hasType = Object.hasOwn(prototype, '$type');
  if (!hasType)
    Object.defineProperty(prototype, '$type', {
      value: types.get(key(fullName)) ?? undeclared(fullName, implementation),
    });
  types.set(key(fullName), prototype.$type!);
}
