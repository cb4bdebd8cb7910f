/** Test.createStub: an object of a program's class whose methods all ask a System.StubProvider. */
import { ApexObject } from './core/apex-object.ts';
import { ApexList } from './core/apex-list.ts';
import { ANY_TYPE, STRING_TYPE, declareType } from './core/runtime-type.ts';
import type { RuntimeType } from './core/runtime-type.ts';
import { unsupported } from '../unsupported.ts';
import { argument } from './arguments.ts';
import { host } from './host.ts';
import type { ClassMethod } from './host.ts';
import { libraryType } from './types.ts';

interface StubProvider {
  handleMethodCall(
    stub: unknown,
    name: string,
    returnType: RuntimeType | null,
    parameterTypes: ApexList,
    parameterNames: ApexList,
    values: ApexList,
  ): unknown;
}

export function createStub(type: RuntimeType | null, provider: StubProvider | null): unknown {
  const given = argument(type, 1);
  const answers = argument(provider, 2);
  const prototype = given.shape?.jsClass?.().prototype as object | undefined;
  const stub = Object.create(prototype ?? ApexObject.prototype) as Record<string, unknown>;
  Object.defineProperty(stub, '$type', { value: stubType(given) });
  for (const method of methodsOf(given)) {
    const answer = (...values: unknown[]): unknown => call(answers, stub, method, values);
    Object.defineProperty(stub, method.jsName, { value: answer, configurable: true });
  }
  return stub;
}

/** A stub's class has a name of its own on the platform, which frameworks print: `Foo__sfdc_ApexStub`. */
function stubType(given: RuntimeType): RuntimeType {
  const isInterface = given.kind === 'interface';
  return declareType({
    name: `${given.name}__sfdc_ApexStub`,
    namespace: '',
    kind: 'class',
    superclass: isInterface ? undefined : given,
    interfaces: () => (isInterface ? [given] : []),
  });
}

/** Instance methods of a class and of those of the program that it extends, the class's own last. */
function methodsOf(type: RuntimeType): ClassMethod[] {
  const own = host().classMethods?.(type.name);
  if (own === undefined) unsupported(`Test.createStub of ${type.getName()}: its methods are not known at run time`);
  const above = [type.superclass, ...(type.kind === 'interface' ? (type.shape?.interfaces?.() ?? []) : [])];
  const inherited = above.flatMap((parent) => (parent?.namespace === '' ? methodsOf(parent) : []));
  return [...inherited, ...own.filter((method) => !method.isStatic && method.name !== '<init>')];
}

const typeNamed = (name: string): RuntimeType | null =>
  name === 'void' ? null : ((host().classByName(name) ?? null) as RuntimeType | null);

function call(provider: StubProvider, stub: unknown, method: ClassMethod, values: unknown[]): unknown {
  return provider.handleMethodCall(
    stub,
    method.name,
    typeNamed(method.returnType),
    new ApexList(libraryType('System.Type'), method.parameters.map(typeNamed)),
    new ApexList(STRING_TYPE, [...method.parameterNames]),
    new ApexList(ANY_TYPE, values),
  );
}
