/** Schema.SObjectField: a field of an object, one token a field and schema. */
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { stringHash } from '../core/hash.ts';
import type { FieldToken } from '../core/schema-tokens.ts';
import { host } from '../host.ts';
import { DescribedField } from './DescribeFieldResult.ts';

export class Schema_SObjectField implements FieldToken {
  readonly $object: ObjectDescribe;
  readonly $field: FieldDescribe;

  constructor(object: ObjectDescribe, field: FieldDescribe) {
    this.$object = object;
    this.$field = field;
  }

  getDescribe(_options?: unknown): DescribedField {
    return new DescribedField(this.$object, this.$field);
  }

  equals(other: unknown): boolean {
    return other instanceof Schema_SObjectField && other.collectionKey() === this.collectionKey();
  }

  hashCode(): number {
    return stringHash(this.collectionKey());
  }

  collectionKey(): string {
    return `\0field ${this.$object.name}.${this.$field.name}`.toLowerCase();
  }

  toString(): string {
    return this.$field.name;
  }
}

const tokens = new WeakMap<FieldDescribe, Schema_SObjectField>();

export function fieldToken(object: ObjectDescribe, field: FieldDescribe): Schema_SObjectField {
  let token = tokens.get(field);
  if (token === undefined || token.$object !== object)
    tokens.set(field, (token = new Schema_SObjectField(object, field)));
  return token;
}

export function fieldTokenByName(objectName: string, fieldName: string): Schema_SObjectField | null {
  const object = host().schema.object(objectName);
  const field = object?.fieldByName.get(fieldName.toLowerCase());
  return object === undefined || field === undefined ? null : fieldToken(object, field);
}
