/** Schema.SObjectType: an object of the org, one token an object and schema. */
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { ApexDatetime } from '../core/apex-datetime.ts';
import { stringHash } from '../core/hash.ts';
import { toId } from '../core/id.ts';
import type { ObjectToken } from '../core/schema-tokens.ts';
import { SObjectRecord } from '../core/sobject-record.ts';
import { host } from '../host.ts';
import { DescribedObject } from './DescribeSObjectResult.ts';
import { defaultOf } from './defaults.ts';

export class Schema_SObjectType implements ObjectToken {
  readonly $object: ObjectDescribe;

  constructor(object: ObjectDescribe) {
    this.$object = object;
  }

  getDescribe(_options?: unknown): DescribedObject {
    return new DescribedObject(this.$object);
  }

  /** newSObject(), newSObject(id), newSObject(recordTypeId, loadDefaults) */
  newSObject(id?: string | null, loadDefaults?: boolean | null): SObjectRecord {
    const record = new SObjectRecord(this.$object);
    if (loadDefaults === undefined) {
      if (id) record.id = toId(id);
      return record;
    }
    if (id) record.put('RecordTypeId', id);
    if (loadDefaults) this.loadDefaults(record);
    return record;
  }

  private loadDefaults(record: SObjectRecord): void {
    for (const field of this.$object.fields) {
      const value = field.isCreateable ? defaultOf(field) : undefined;
      if (value !== undefined && !(value instanceof ApexDatetime)) record.slots[field.index] = value;
    }
  }

  equals(other: unknown): boolean {
    return other instanceof Schema_SObjectType && other.$object.name === this.$object.name;
  }

  hashCode(): number {
    return stringHash(this.$object.name);
  }

  collectionKey(): string {
    return `\0object ${this.$object.name.toLowerCase()}`;
  }

  toString(): string {
    return this.$object.name;
  }
}

/** `Lead.getSObjectType()`: asked of the object itself, whose name goes first. */
export const System_SObject = {
  getSObjectType: (object: string): Schema_SObjectType | null => objectTypeByName(object),
};

const tokens = new WeakMap<ObjectDescribe, Schema_SObjectType>();

export function objectType(object: ObjectDescribe): Schema_SObjectType {
  let token = tokens.get(object);
  if (token === undefined) tokens.set(object, (token = new Schema_SObjectType(object)));
  return token;
}

/** null when the org has no such object. */
export function objectTypeByName(name: string): Schema_SObjectType | null {
  const object = host().schema.object(name);
  return object === undefined ? null : objectType(object);
}
