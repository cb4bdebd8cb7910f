/**
 * The exceptions of the System namespace (and the few of others) as a table: name, and what is special about it.
 * It is longer than other files because it is a table.
 */
import { ApexException } from './apex-exception.ts';
import { declareType } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import type { ApexList } from './apex-list.ts';
import type { ApexEnumValue } from './apex-enum-value.ts';

type ExceptionConstructor = new (
  messageOrCause?: string | ApexException | null,
  cause?: ApexException | null,
) => ApexException;

const types = new Map<string, RuntimeType>();
const classes = new Map<string, ExceptionConstructor>();

/** The type of System.Exception itself. */
export const EXCEPTION_TYPE = declareType({
  name: 'Exception',
  namespace: 'System',
  kind: 'exception',
  isAbstract: true,
  jsClass: () => ApexException,
});
Object.defineProperty(ApexException.prototype, '$type', { value: EXCEPTION_TYPE, configurable: true });
types.set('system.exception', EXCEPTION_TYPE);

function register<T extends ExceptionConstructor>(fullName: string, exceptionClass: T): T {
  const [namespace, name] = fullName.split('.') as [string, string];
  const type = declareType({
    name,
    namespace,
    kind: 'exception',
    superclass: EXCEPTION_TYPE,
    jsClass: () => exceptionClass,
    create: () => new exceptionClass(),
  });
  Object.defineProperty(exceptionClass.prototype, '$type', { value: type });
  types.set(fullName.toLowerCase(), type);
  classes.set(fullName.toLowerCase(), exceptionClass);
  return exceptionClass;
}

function simple(fullName: string): ExceptionConstructor {
  return register(fullName, class extends ApexException {});
}

export const AsyncException = simple('System.AsyncException');
export const BigObjectException = simple('System.BigObjectException');
export const CalloutException = simple('System.CalloutException');
export const DataWeaveScriptException = simple('System.DataWeaveScriptException');
export const DuplicateMessageException = simple('System.DuplicateMessageException');
export const EmailException = simple('System.EmailException');
export const EmptyStackException = simple('System.EmptyStackException');
export const ExternalObjectException = simple('System.ExternalObjectException');
export const FinalException = simple('System.FinalException');
export const FlowException = simple('System.FlowException');
export const HandledException = simple('System.HandledException');
export const IllegalArgumentException = simple('System.IllegalArgumentException');
export const InvalidHeaderException = simple('System.InvalidHeaderException');
export const InvalidReadOnlyUserDmlException = simple('System.InvalidReadOnlyUserDmlException');
export const JSONException = simple('System.JSONException');
export const ListException = simple('System.ListException');
export const MathException = simple('System.MathException');
export const NoAccessException = simple('System.NoAccessException');
export const NoDataFoundException = simple('System.NoDataFoundException');
export const NoSuchElementException = simple('System.NoSuchElementException');
export const NullPointerException = simple('System.NullPointerException');
export const ProcedureException = simple('System.ProcedureException');
export const RequiredFeatureMissingException = simple('System.RequiredFeatureMissingException');
export const SearchException = simple('System.SearchException');
export const SecurityException = simple('System.SecurityException');
export const SerializationException = simple('System.SerializationException');
export const SObjectException = simple('System.SObjectException');
export const StringException = simple('System.StringException');
export const TouchHandledException = simple('System.TouchHandledException');
export const TypeException = simple('System.TypeException');
export const UnexpectedException = simple('System.UnexpectedException');
export const UnsupportedOperationException = simple('System.UnsupportedOperationException');
export const VisualforceException = simple('System.VisualforceException');
export const WaveTemplateException = simple('System.WaveTemplateException');
export const XmlException = simple('System.XmlException');
export const RetryableException = simple('EventBus.RetryableException');
export const InvalidPublishAccessTokenException = simple('EventBus.InvalidPublishAccessTokenException');
export const CacheException = simple('Cache.CacheException');

export const BadSignatureException = simple('System.BadSignatureException');
export const CanvasException = simple('System.CanvasException');
export const FatalCursorException = simple('System.FatalCursorException');
export const LicenseException = simple('System.LicenseException');
export const PlatformCacheException = simple('System.PlatformCacheException');
export const TransientCursorException = simple('System.TransientCursorException');
export const InvalidCacheBuilderException = simple('Cache.InvalidCacheBuilderException');
export const InvalidParamException = simple('Cache.InvalidParamException');
export const ItemSizeLimitExceededException = simple('Cache.ItemSizeLimitExceededException');
export const PlatformCacheInvalidOperationException = simple('Cache.PlatformCacheInvalidOperationException');
/** Its message goes to the component; Apex code sees it only when setMessage was called. */
export const AuraHandledException = register(
  'System.AuraHandledException',
  class extends ApexException {
    /** What a component is told. */
    readonly handledMessage: string | null;
    constructor(messageOrCause?: string | ApexException | null, cause?: ApexException | null) {
      super(messageOrCause instanceof ApexException ? messageOrCause : undefined, cause);
      this.handledMessage = typeof messageOrCause === 'string' ? messageOrCause : null;
    }
  },
);
export const LimitException = simple('System.LimitException');
export const AssertException = simple('System.AssertException');
export const TypeIncompatibilityException = simple('System.TypeIncompatibilityException');
export const InvalidParameterValueException = register(
  'System.InvalidParameterValueException',
  class extends ApexException {},
);

export const QueryException = register(
  'System.QueryException',
  class extends ApexException {
    /** Fields that the user may not see, by object: `WITH USER_MODE` fills it. */
    inaccessibleFields: unknown = null;
    getInaccessibleFields(): unknown {
      return this.inaccessibleFields;
    }
  },
);

/** One failed row of a save, as DmlException and EmailException tell of it. */
export interface DmlFailure {
  readonly index: number;
  readonly id: string | null;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What an exception needs of the library to answer with lists and tokens: set by it, since core comes first. */
export interface DmlAnswers {
  fieldNames(names: readonly string[]): ApexList;
  fields(failure: DmlFailure): ApexList;
  statusCode(name: string): ApexEnumValue;
}
let answers: DmlAnswers | undefined;

export function setDmlAnswers(next: DmlAnswers): void {
  answers = next;
}

class DmlExceptionClass extends ApexException {
  failures: readonly DmlFailure[] = [];
  inaccessibleFields: unknown = null;

  getNumDml(): number {
    return this.failures.length;
  }

  getDmlFieldNames(index: number): ApexList {
    return needAnswers().fieldNames(this.failure(index).fields);
  }

  getDmlFields(index: number): ApexList {
    return needAnswers().fields(this.failure(index));
  }

  getDmlId(index: number): string | null {
    return this.failure(index).id;
  }

  getDmlIndex(index: number): number {
    return this.failure(index).index;
  }

  getDmlMessage(index: number): string {
    return this.failure(index).message;
  }

  getDmlStatusCode(index: number): string {
    return this.failure(index).statusCode;
  }

  getDmlType(index: number): ApexEnumValue {
    return needAnswers().statusCode(this.failure(index).statusCode);
  }

  getInaccessibleFields(): unknown {
    return this.inaccessibleFields;
  }

  private failure(index: number): DmlFailure {
    const failure = this.failures[index];
    if (failure === undefined) throw new ListException(`List index out of bounds: ${index}`);
    return failure;
  }
}

function needAnswers(): DmlAnswers {
  if (answers === undefined) throw new Error('The library has not been loaded.');
  return answers;
}

export type DmlException = DmlExceptionClass;
export const DmlException = register('System.DmlException', DmlExceptionClass);

/** The class of an exception by `Namespace.Name` (or a name of System alone), whatever its case. */
export function exceptionClass(name: string): ExceptionConstructor | undefined {
  const key = name.toLowerCase();
  return classes.get(key) ?? classes.get(`system.${key}`);
}

/** All of them by `Namespace.Name` in declared spelling. */
export function exceptionTypes(): readonly RuntimeType[] {
  return [...types.values()];
}

export const NULL_POINTER_TEXT = 'Attempt to de-reference a null object';

export function nullPointer(): never {
  throw new NullPointerException(NULL_POINTER_TEXT);
}

/** Exceptions that no catch clause of Apex ever sees. */
export function isUncatchable(error: unknown): boolean {
  return error instanceof LimitException || error instanceof AssertException;
}
