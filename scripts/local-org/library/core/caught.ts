/**
 * What a catch clause of Apex gets to see of a JavaScript error. A TypeError from a null becomes the
 * NullPointerException it stands for, a full stack the limit that Salesforce reports; our own bugs go through untouched.
 */
import { UnsupportedError } from '../../unsupported.ts';
import { ApexException } from './apex-exception.ts';
import { LimitException, NULL_POINTER_TEXT, NullPointerException, isUncatchable } from './exceptions.ts';

const NULL_DEREFERENCE =
  /^Cannot (?:read|set) properties of null|^null is not|is null$|of null$|object null is not|Cannot destructure/;

/** Errors may come from another realm, so their names tell them. */
function isNamed(error: unknown, name: string): error is Error {
  return typeof error === 'object' && error !== null && (error as Error).name === name;
}

/** The exception of Apex that an error is; any other error as it is. */
export function asApexError(error: unknown): unknown {
  if (error instanceof ApexException || error instanceof UnsupportedError) return error;
  if (isNamed(error, 'TypeError') && NULL_DEREFERENCE.test(error.message))
    return withStack(new NullPointerException(NULL_POINTER_TEXT), error);
  if (isNamed(error, 'RangeError') && error.message.startsWith('Maximum call stack')) {
    return withStack(new LimitException('Maximum stack depth reached: 1001'), error);
  }
  return error;
}

function withStack(exception: ApexException, error: Error): ApexException {
  Object.defineProperty(exception, 'stack', { value: error.stack, configurable: true, writable: true });
  return exception;
}

/** Called first in an emitted catch clause: rethrows at once what Apex cannot catch. */
export function caught(error: unknown): ApexException {
  const exception = asApexError(error);
  if (!(exception instanceof ApexException) || isUncatchable(exception)) throw exception;
  return exception;
}

/** Whether finally blocks are skipped: nothing of a program runs after a limit. */
export function endsTransaction(error: unknown): boolean {
  const exception = asApexError(error);
  return exception instanceof LimitException || !(exception instanceof ApexException);
}
