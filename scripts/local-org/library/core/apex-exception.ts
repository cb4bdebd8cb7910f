/**
 * The root of all exceptions of Apex. It extends Error so that V8 records where it was made; what Apex shows of that
 * (`Class.Foo.bar: line 12, column 1`) is read by the program that the code belongs to.
 */
import { identityHash } from './hash.ts';
import type { RuntimeType } from './runtime-type.ts';

export interface ApexStackTrace {
  readonly text: string;
  readonly line: number;
}

type StackTraceReader = (error: Error) => ApexStackTrace;
let readStackTrace: StackTraceReader = () => ({ text: '', line: 0 });

/** Set by org/program: turns V8's stack of an error into Apex's. */
export function setStackTraceReader(reader: StackTraceReader): void {
  readStackTrace = reader;
}

export class ApexException extends Error {
  /** On each exception class's prototype. */
  declare readonly $type: RuntimeType;
  private apexMessage: string | null;
  private apexCause: ApexException | null;

  /** As Apex's four constructors: (), (message), (cause), (message, cause). */
  constructor(messageOrCause?: string | ApexException | null, cause?: ApexException | null) {
    const message = messageOrCause instanceof ApexException ? null : (messageOrCause ?? null);
    super(message ?? undefined);
    this.apexMessage = message;
    this.apexCause = messageOrCause instanceof ApexException ? messageOrCause : (cause ?? null);
  }

  /** The constructor without parameters, in which every chain of constructors ends. */
  $c$(): this {
    return this;
  }

  /** What an emitted constructor calls for `super(message, cause)`: the same four forms as the constructor. */
  $c$x(messageOrCause?: string | ApexException | null, cause?: ApexException | null): this {
    if (messageOrCause instanceof ApexException) this.apexCause = messageOrCause;
    else if (messageOrCause !== undefined) this.setMessage(messageOrCause);
    if (cause !== undefined) this.apexCause = cause;
    return this;
  }

  getMessage(): string {
    return this.apexMessage ?? 'Script-thrown exception';
  }

  setMessage(message: string | null): void {
    this.apexMessage = message;
    this.message = message ?? '';
  }

  getCause(): ApexException | null {
    return this.apexCause;
  }

  initCause(cause: ApexException | null): ApexException {
    if (this.apexCause !== null) throw new IllegalStateOfCause();
    this.apexCause = cause;
    return this;
  }

  getTypeName(): string {
    const type = this.$type;
    return type.namespace === '' ? type.name : `${type.namespace}.${type.name}`;
  }

  getLineNumber(): number {
    return readStackTrace(this).line;
  }

  getStackTraceString(): string {
    return readStackTrace(this).text;
  }

  equals(other: unknown): boolean {
    return this === other;
  }

  hashCode(): number {
    return identityHash(this);
  }

  override toString(): string {
    return `${this.getTypeName()}: ${this.getMessage()}`;
  }

  /** What V8 prints in front of the stack, and what JavaScript tests see. */
  override get name(): string {
    return this.$type === undefined ? 'ApexException' : this.getTypeName();
  }
}

/** Java's words, which Apex lets through. */
class IllegalStateOfCause extends Error {
  constructor() {
    super("Can't overwrite cause");
  }
}
