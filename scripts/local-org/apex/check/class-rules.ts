/** Inheritance: overriding, abstract methods, interfaces. */
import type { ClassDeclaration, MethodDeclaration, TypeDeclaration } from '../ast.ts';
import { hasUnknownAncestor } from '../symbols/declare.ts';
import { modifierNames } from '../symbols/modifiers.ts';
import { methodText } from '../symbols/method-text.ts';
import {
  brokenType,
  classType,
  isPrimitive,
  sameType,
  superclassChain,
  supertypes,
  substitute,
} from '../symbols/primitives.ts';
import type { ClassSymbol, MethodSymbol, Type, Visibility } from '../symbols/types.ts';
import { className, jsMethodName, typeName } from '../symbols/types.ts';
import { isAssignable } from './assignability.ts';
import type { Context } from './context.ts';
import { outermost, report } from './context.ts';
import { isCastable } from './conversion.ts';
import type { FoundMethod } from './members.ts';
import { bindMethod } from './members.ts';

const OPENNESS: Readonly<Record<Visibility, number>> = { private: 0, protected: 1, public: 2, global: 3 };

export function checkClassRules(context: Context, declaration: TypeDeclaration): void {
  const symbol = declaration.symbol;
  if (symbol === undefined || declaration.kind === 'EnumDeclaration' || hasUnknownAncestor(symbol)) return;
  for (const member of declaration.members) {
    if (member.kind === 'ClassDeclaration' || member.kind === 'InterfaceDeclaration') checkClassRules(context, member);
    else if (member.kind === 'MethodDeclaration' && declaration.kind === 'ClassDeclaration')
      checkOverriding(context, symbol, member);
  }
  if (declaration.kind !== 'ClassDeclaration') return;
  checkExceptionName(context, declaration, symbol);
  if (symbol.isAbstract) return;
  checkAbstractMethods(context, declaration, symbol);
  checkInterfaces(context, declaration, symbol);
}

function checkExceptionName(context: Context, declaration: ClassDeclaration, symbol: ClassSymbol): void {
  const endsSo = /exception$/i.test(symbol.name);
  const extendsException = [...superclassChain(classType(symbol))].some(
    ({ symbol: each }) => each.origin === 'library' && each.name === 'Exception',
  );
  if (extendsException && !endsSo) {
    report(
      context,
      declaration.name,
      `Classes extending Exception must have a name ending in Exception: ${className(symbol)}`,
    );
  } else if (endsSo && symbol.superclass === undefined && declaration.superclass === undefined) {
    report(context, declaration.name, `Exception class must extend another Exception class: ${className(symbol)}`);
  }
}

function checkOverriding(context: Context, symbol: ClassSymbol, node: MethodDeclaration): void {
  const method = node.symbol;
  if (method === undefined || method.isStatic) return;
  const base = findOverridden(symbol, method);
  if (base === undefined) {
    if (method.isOverride && !isInherited(context, symbol, method)) {
      report(context, node.name, `@Override specified for non-overriding method: ${methodText(method)}`);
    }
    return;
  }
  const problem = overridingProblem(method, base);
  if (problem !== undefined) report(context, node.name, problem);
}

/** The nearest method of the classes above with these parameters. Private ones cannot be overridden: they are not seen. */
function findOverridden(symbol: ClassSymbol, method: MethodSymbol): FoundMethod | undefined {
  if (symbol.superclass === undefined) return undefined;
  for (const each of superclassChain(symbol.superclass)) {
    if (each.symbol.origin === 'library') return undefined;
    for (const candidate of each.symbol.methods.get(method.name.toLowerCase()) ?? []) {
      // A private abstract method of another file is implemented, not overridden: no keyword is asked for.
      const isNear = outermost(candidate.owner) === outermost(symbol) && (candidate.isVirtual || method.isOverride);
      const isShown = candidate.isTestVisible && symbol.isTest;
      const isUnseen = candidate.visibility === 'private' && !isNear && !isShown;
      if (candidate.isStatic || isUnseen) continue;
      const bound = bindMethod(candidate, each);
      if (sameParameterTypes(method, bound)) return bound;
    }
  }
  return undefined;
}

function sameParameterTypes(method: MethodSymbol, base: FoundMethod): boolean {
  const types = method.parameters.map(({ type }) => type);
  return (
    types.length === base.parameterTypes.length &&
    types.every((type, index) => sameType(type, base.parameterTypes[index]!))
  );
}

function overridingProblem(method: MethodSymbol, base: FoundMethod): string | undefined {
  const own = methodText(method);
  if (!base.method.isVirtual) return `Non-virtual, non-abstract methods cannot be overridden: ${own}`;
  if (method.returnType !== brokenType && !sameType(method.returnType, base.returnType)) {
    return `Method return types clash: ${typeName(method.returnType)} vs ${typeName(base.returnType)} from the type ${className(method.owner)}`;
  }
  if (!method.isOverride) return `Method must use the override keyword: ${own}`;
  return OPENNESS[method.visibility] < Math.min(OPENNESS[base.method.visibility], OPENNESS.public)
    ? `Cannot reduce the visibility of method: ${own}`
    : undefined;
}

/** Whether anything above has a method of the name: an interface, Object, or a class of the library. */
function isInherited(context: Context, symbol: ClassSymbol, method: MethodSymbol): boolean {
  const key = method.name.toLowerCase();
  const above = [...supertypes(classType(symbol))].filter(
    (each) => each.symbol !== symbol && (each.symbol.kind === 'interface' || each.symbol.origin === 'library'),
  );
  const object = context.library.find('System', 'Object');
  const candidates = [
    ...above.flatMap((each) => each.symbol.methods.get(key) ?? []),
    ...(object?.methods.get(key) ?? []),
  ];
  return candidates.some(({ parameters }) => parameters.length === method.parameters.length);
}

function checkAbstractMethods(context: Context, declaration: ClassDeclaration, symbol: ClassSymbol): void {
  const done: MethodSymbol[] = [];
  for (const each of superclassChain(classType(symbol))) {
    for (const method of [...each.symbol.methods.values()].flat()) {
      const isDone = done.some((other) => isSameMethod(other, bindMethod(method, each)));
      if (method.isAbstract && !isDone && each.symbol !== symbol && each.symbol.kind === 'class') {
        report(
          context,
          declaration.name,
          `Class ${className(symbol)} must implement the abstract method: ${methodText(method, each)}`,
        );
      }
      done.push(method);
    }
  }
}

function isSameMethod(method: MethodSymbol, base: FoundMethod): boolean {
  return method.name.toLowerCase() === base.method.name.toLowerCase() && sameParameterTypes(method, base);
}

function checkInterfaces(context: Context, declaration: ClassDeclaration, symbol: ClassSymbol): void {
  const self = classType(symbol);
  for (const each of supertypes(self)) {
    if (each.symbol.kind !== 'interface') continue;
    for (const method of [...each.symbol.methods.values()].flat())
      checkImplementation(context, declaration, symbol, bindMethod(method, each), each);
  }
}

function checkImplementation(
  context: Context,
  declaration: ClassDeclaration,
  symbol: ClassSymbol,
  wanted: FoundMethod,
  through: Type,
): void {
  const key = wanted.method.name.toLowerCase();
  const text = methodText(wanted.method, through);
  for (const each of superclassChain(classType(symbol))) {
    for (const method of each.symbol.methods.get(key) ?? []) {
      // Salesforce takes a static method for an implementation, too.
      if (!implementsIt(context, method, each, wanted)) continue;
      if (OPENNESS[method.visibility] < OPENNESS.public) {
        const rule = 'Overriding implementations of global or public interface methods must be global or public';
        report(context, declaration.name, `${className(symbol)}: ${rule}: ${text}`);
      }
      noteBridge(symbol, wanted.method, method);
      return;
    }
  }
  const object = context.library.find('System', 'Object');
  if (object?.methods.has(key) === true) return;
  // Its result may be one of two types, so its signature file says Object.
  const said = text.replace(/^Object (?=Database\.Batchable)/, 'System.Iterable<SObject> ');
  report(context, declaration.name, `Class ${className(symbol)} must implement the method: ${said}`);
}

/** The interface's method is called by its own parameter types, the class's is declared with others. */
function noteBridge(symbol: ClassSymbol, wanted: MethodSymbol, method: MethodSymbol): void {
  if (wanted.owner.origin !== 'program' || (jsMethodName(wanted) === jsMethodName(method) && !method.isStatic)) return;
  (symbol.bridges ??= []).push({ wanted, method });
}

/**
 * A method of an interface may be met by one that answers something narrower and takes something wider; lists of
 * records count as wider than any: `execute(List<Account>)` for `execute(List<SObject>)`.
 */
function implementsIt(
  context: Context,
  method: MethodSymbol,
  owner: Type & { kind: 'class' },
  wanted: FoundMethod,
): boolean {
  if (method.parameters.length !== wanted.parameterTypes.length) return false;
  const isLibrary = wanted.method.owner.origin === 'library';
  const returns = substitute(method.returnType, owner.args);
  const returnFits =
    sameType(returns, wanted.returnType) ||
    returns === brokenType ||
    (wanted.returnType.kind !== 'primitive' && isAssignable(context, returns, wanted.returnType)) ||
    (isLibrary && isPrimitive(wanted.returnType, 'Object') && !isPrimitive(returns, 'void'));
  if (!returnFits) return false;
  return method.parameters.every(({ type }, index) => {
    const own = substitute(type, owner.args);
    const other = wanted.parameterTypes[index]!;
    return (
      sameType(own, other) ||
      own === brokenType ||
      (own.kind === 'class' && own.args.length > 0 && isAssignable(context, other, own)) ||
      (isLibrary && isPrimitive(own, 'Object')) ||
      (isLibrary && own.kind === 'class' && own.args.length > 0 && isCastable(context, own, other))
    );
  });
}

/** Since API 65 whoever opens or replaces a method says who may call it. */
export function needsAccessModifier(apiVersion: number, node: MethodDeclaration): boolean {
  const names = modifierNames(node.modifiers);
  if (apiVersion < 65 || (!names.has('abstract') && !names.has('override'))) return false;
  return !['global', 'public', 'protected', 'private'].some((name) => names.has(name as 'public'));
}
