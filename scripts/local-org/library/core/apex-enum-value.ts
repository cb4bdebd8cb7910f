/** One constant of an enum: the same object whenever it is named, so `===` compares it. */
import { stringHash } from './hash.ts';
import type { RuntimeType } from './runtime-type.ts';

export class ApexEnumValue {
  readonly $name: string;
  readonly $ordinal: number;
  readonly $type: RuntimeType;

  constructor(type: RuntimeType, name: string, ordinal: number) {
    this.$type = type;
    this.$name = name;
    this.$ordinal = ordinal;
    Object.freeze(this);
  }

  name(): string {
    return this.$name;
  }

  ordinal(): number {
    return this.$ordinal;
  }

  equals(other: unknown): boolean {
    return this === other;
  }

  hashCode(): number {
    return stringHash(this.$name);
  }

  toString(): string {
    return this.$name;
  }
}
