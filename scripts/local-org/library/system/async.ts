/** System.AsyncOptions, QueueableDuplicateSignature, AsyncInfo. */
import { IllegalArgumentException } from '../core/exceptions.ts';
import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';

const MAXIMUM_SIZE = 1000;

export class System_QueueableDuplicateSignature {
  readonly $key: string;

  constructor(key: string) {
    this.$key = key;
  }

  toString(): string {
    return this.$key;
  }

  /** Written `QueueableDuplicateSignature.Builder()` in the documentation; `new` before it does as well. */
  static readonly Builder = function (): SignatureBuilder {
    return new SignatureBuilder();
  };
}

class SignatureBuilder {
  private key = '';

  private add(kind: string, value: unknown): SignatureBuilder {
    const next = `${this.key}${kind}:${String(argument(value, 1))}\n`;
    if (next.length > MAXIMUM_SIZE) throw new IllegalArgumentException('The signature is too long.');
    this.key = next;
    return this;
  }

  addId(value: string | null): SignatureBuilder {
    return this.add('id', value);
  }

  addInteger(value: number | null): SignatureBuilder {
    return this.add('integer', value);
  }

  addString(value: string | null): SignatureBuilder {
    return this.add('string', value);
  }

  build(): System_QueueableDuplicateSignature {
    return new System_QueueableDuplicateSignature(this.key);
  }

  getMaxSize(): number {
    return MAXIMUM_SIZE;
  }

  getSize(): number {
    return this.key.length;
  }

  getRemainingSize(): number {
    return MAXIMUM_SIZE - this.key.length;
  }
}

export class System_AsyncOptions {
  DuplicateSignature: System_QueueableDuplicateSignature | null = null;
  MaximumQueueableStackDepth: number | null = null;
  MinimumQueueableDelayInMinutes: number | null = null;
}

const noStack = (): never => unsupported('AsyncInfo: the stack of queueable jobs is not told to programs yet');

export const System_AsyncInfo = {
  getCurrentQueueableStackDepth: noStack,
  getMaximumQueueableStackDepth: noStack,
  getMinimumQueueableDelayInMinutes: noStack,
  hasMaxStackDepth: noStack,
};
