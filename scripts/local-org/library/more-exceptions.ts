/** Exceptions that signature files declare and core does not know: made from their names, they have nothing of their own. */
import { ApexException } from './core/apex-exception.ts';
import { EXCEPTION_TYPE, exceptionClass } from './core/exceptions.ts';
import { declareType } from './core/runtime-type.ts';
import { librarySignatures } from './signatures.ts';

type ExceptionConstructor = new (
  messageOrCause?: string | ApexException | null,
  cause?: ApexException | null,
) => ApexException;

const made = new Map<string, ExceptionConstructor>();

/** The class of an exception by full name (`Cache.Org.OrgCacheException`), core's where it has one. */
export function libraryException(fullName: string): ExceptionConstructor {
  const known = exceptionClass(fullName) ?? made.get(fullName);
  if (known !== undefined) return known;
  const jsClass: ExceptionConstructor = class extends ApexException {};
  const dot = fullName.indexOf('.');
  const type = declareType({
    name: fullName.slice(dot + 1),
    namespace: fullName.slice(0, dot),
    kind: 'exception',
    superclass: EXCEPTION_TYPE,
    jsClass: () => jsClass,
    create: () => new jsClass(),
  });
  Object.defineProperty(jsClass.prototype, '$type', { value: type });
  made.set(fullName, jsClass);
  return jsClass;
}

/** All exceptions that are declared at the top of a signature file, except the root. */
export function declaredExceptions(): Array<readonly [string, ExceptionConstructor]> {
  return librarySignatures()
    .filter(({ text }) => /^global (?:virtual )?class \w+ extends Exception\b/m.test(text))
    .map(({ namespace, name }) => [`${namespace}.${name}`, libraryException(`${namespace}.${name}`)] as const);
}
