/**
 * A record: the values of its fields in slots by `FieldDescribe.index`. `undefined` means not set, or not queried;
 * `null` is a value. Emitted code reads and writes the slots itself and calls here only where that does not do.
 */
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { unsupported } from '../../unsupported.ts';
import { ApexList } from './apex-list.ts';
import { ApexMap } from './apex-map.ts';
import { keyText } from './collection-keys.ts';
import { valuesEqual } from './equality.ts';
import { FinalException, SObjectException, nullPointer } from './exceptions.ts';
import { fieldValue } from './field-value.ts';
import { stringHash } from './hash.ts';
import { ANY_TYPE, STRING_TYPE, sobjectType } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { isFieldToken, schemaTokens } from './schema-tokens.ts';
import { recordText } from './text.ts';

export interface RecordError {
  readonly message: string;
  /** API name of the field it stands at; undefined: the record. */
  readonly field: string | undefined;
  readonly statusCode: string;
}

const TIMESTAMPS = new Set(['createddate', 'createdbyid', 'lastmodifieddate', 'lastmodifiedbyid', 'systemmodstamp']);

export class SObjectRecord {
  readonly object: ObjectDescribe;
  slots: unknown[];
  /** Came from a query: what was not asked for may not be read. */
  isQueried: boolean;
  isReadOnly = false;
  /** Parents and child lists by lower-case relationship name. */
  parents: Map<string, SObjectRecord | null> | undefined;
  children: Map<string, ApexList> | undefined;
  errors: RecordError[] | undefined;
  /** Database.DMLOptions set on the record. */
  options: unknown = null;
  private isCopy = false;
  private copiedFrom: string | null = null;

  constructor(object: ObjectDescribe, isQueried = false) {
    this.object = object;
    this.slots = new Array<unknown>(object.fields.length).fill(undefined);
    this.isQueried = isQueried;
  }

  get $type(): RuntimeType {
    return sobjectType(this.object.name);
  }

  /** The record's id, or null. */
  get id(): string | null {
    const field = this.object.fieldByName.get('id');
    return field === undefined ? null : ((this.slots[field.index] ?? null) as string | null);
  }

  set id(id: string | null) {
    this.slots[this.fieldNamed('Id').index] = id;
  }

  /** Finds a field; the error is Salesforce's. */
  fieldNamed(name: string | null): FieldDescribe {
    if (name === null) nullPointer();
    const field = this.object.fieldByName.get(name.toLowerCase());
    if (field === undefined) throw new SObjectException(`Invalid field ${name} for ${this.object.name}`);
    return field;
  }

  private fieldOf(nameOrToken: unknown): FieldDescribe {
    if (!isFieldToken(nameOrToken)) return this.fieldNamed(nameOrToken as string | null);
    if (nameOrToken.$object.name === this.object.name) return this.fieldNamed(nameOrToken.$field.name);
    throw new SObjectException(
      `${nameOrToken.$object.name}.${nameOrToken.$field.name} does not belong to SObject type ${this.object.name}`,
    );
  }

  /** What an empty slot reads as: null, false for a checkbox, or an error where a query did not ask for the field. */
  emptySlot(index: number): unknown {
    const field = this.object.fields[index];
    if (field === undefined) return null;
    if (this.isQueried) throw new SObjectException(unqueried(this.object.name, field.name));
    return field.apexType === 'Boolean' && field.type === 'BOOLEAN' ? false : null;
  }

  /** Reads by index as emitted code does. */
  read(index: number): unknown {
    const value = this.slots[index];
    return value === undefined ? this.emptySlot(index) : value;
  }

  /** Writes by index: the value has the field's type already. */
  write(index: number, value: unknown): void {
    if (this.isReadOnly) throw new FinalException('Record is read-only');
    this.slots[index] = value;
  }

  parent(relationship: string): SObjectRecord | null {
    const key = relationship.toLowerCase();
    const parent = this.parents?.get(key);
    if (parent !== undefined) return parent;
    if (!this.isQueried) return null;
    throw new SObjectException(
      unqueried(this.object.name, this.object.parentByName.get(key)?.relationshipName ?? relationship),
    );
  }

  setParent(relationship: string, parent: SObjectRecord | null): void {
    if (this.isReadOnly) throw new FinalException('Record is read-only');
    (this.parents ??= new Map()).set(relationship.toLowerCase(), parent);
  }

  childList(relationship: string): ApexList {
    const list = this.children?.get(relationship.toLowerCase());
    if (list !== undefined) return list;
    const child = this.object.childRelationships.find((c) => c.name?.toLowerCase() === relationship.toLowerCase());
    if (child === undefined) throw new SObjectException(`Invalid relationship ${relationship} for ${this.object.name}`);
    // Children that the query did not ask for read as none.
    return new ApexList(sobjectType(child.childObject));
  }

  setChildList(relationship: string, list: ApexList): void {
    (this.children ??= new Map()).set(relationship.toLowerCase(), list);
  }

  // The methods of Apex's SObject, under their names there.

  get(nameOrToken: unknown): unknown {
    if (typeof nameOrToken === 'string' && !this.object.fieldByName.has(nameOrToken.toLowerCase())) {
      const relationship = this.object.parentByName.get(nameOrToken.toLowerCase());
      if (relationship !== undefined) return this.parent(nameOrToken);
    }
    return this.read(this.fieldOf(nameOrToken).index);
  }

  put(nameOrToken: unknown, value: unknown): unknown {
    const field = this.fieldOf(nameOrToken);
    const before = this.slots[field.index] ?? null;
    this.write(field.index, fieldValue(field, value));
    return before;
  }

  getSObject(nameOrToken: unknown): SObjectRecord | null {
    return this.parent(this.relationshipOf(nameOrToken));
  }

  putSObject(nameOrToken: unknown, parent: SObjectRecord | null): SObjectRecord | null {
    const relationship = this.relationshipOf(nameOrToken);
    const before = this.parents?.get(relationship.toLowerCase()) ?? null;
    this.setParent(relationship, parent);
    return before;
  }

  private relationshipOf(nameOrToken: unknown): string {
    if (nameOrToken === null) nullPointer();
    const name = isFieldToken(nameOrToken) ? nameOrToken.$field.relationshipName : (nameOrToken as string);
    if (name === undefined || !this.object.parentByName.has(name.toLowerCase())) {
      throw new SObjectException(`Invalid relationship ${name ?? 'null'} for ${this.object.name}`);
    }
    return name;
  }

  getSObjects(relationship: string | null): ApexList | null {
    if (relationship === null) nullPointer();
    const list = this.childList(relationship);
    return list.isEmpty() ? null : list;
  }

  getSObjectType(): unknown {
    return schemaTokens().objectByName(this.object.name);
  }

  isSet(nameOrToken: unknown): boolean {
    return this.slots[this.fieldOf(nameOrToken).index] !== undefined;
  }

  isClone(): boolean {
    return this.isCopy;
  }

  getCloneSourceId(): string | null {
    return this.copiedFrom;
  }

  getPopulatedFieldsAsMap(): ApexMap {
    const map = new ApexMap(STRING_TYPE, ANY_TYPE);
    for (const [name, value] of this.populated()) map.put(name, value);
    return map;
  }

  /** Names in declared spelling and values of what is set: fields, then parents, then child lists. */
  *populated(): Generator<[string, unknown]> {
    for (const field of this.object.fields) {
      const value = this.slots[field.index];
      if (value !== undefined) yield [field.name, value];
    }
    for (const [key, parent] of this.parents ?? []) {
      if (parent !== null) yield [this.object.parentByName.get(key)?.relationshipName ?? key, parent];
    }
    for (const [key, list] of this.children ?? []) {
      yield [this.object.childRelationships.find((child) => child.name?.toLowerCase() === key)?.name ?? key, list];
    }
  }

  clone(
    preserveId = false,
    isDeep = false,
    preserveReadonlyTimestamps = false,
    preserveAutonumber = false,
  ): SObjectRecord {
    const copy = new SObjectRecord(this.object, this.isQueried);
    copy.slots = this.slots.slice();
    for (const field of this.object.fields) {
      const name = field.name.toLowerCase();
      const isDropped =
        (name === 'id' && !preserveId) ||
        (TIMESTAMPS.has(name) && !preserveReadonlyTimestamps) ||
        (field.isAutoNumber && !preserveAutonumber);
      if (isDropped && copy.slots[field.index] !== undefined) copy.slots[field.index] = null;
      if (isDropped && !this.isQueried) copy.slots[field.index] = undefined;
    }
    copy.copyRelated(this, isDeep);
    copy.isCopy = true;
    copy.copiedFrom = this.id;
    return copy;
  }

  private copyRelated(from: SObjectRecord, isDeep: boolean): void {
    const copyParent = (parent: SObjectRecord | null): SObjectRecord | null =>
      isDeep && parent !== null ? parent.clone(true, true, true, true) : parent;
    if (from.parents) this.parents = new Map([...from.parents].map(([name, parent]) => [name, copyParent(parent)]));
    if (from.children) {
      this.children = new Map(
        [...from.children].map(([name, list]) => [name, isDeep ? list.deepClone(true, true, true) : list]),
      );
    }
  }

  /** addError(message), addError(message, escape), addError(field, message), addError(field, message, escape). */
  addError(...args: unknown[]): void {
    const hasField = isFieldToken(args[0]) || (args.length > 1 && typeof args[1] === 'string');
    const message = args[hasField ? 1 : 0];
    const field = hasField ? this.fieldOf(args[0]).name : undefined;
    const text =
      message instanceof Error ? (message as unknown as { getMessage(): string }).getMessage() : String(message);
    this.addErrorAt(field, text);
  }

  addErrorAt(field: string | undefined, message: string): void {
    (this.errors ??= []).push({ message, field, statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' });
  }

  hasErrors(): boolean {
    return (this.errors?.length ?? 0) > 0;
  }

  getErrors(): ApexList {
    return schemaTokens().errors(this.errors ?? []);
  }

  clear(): void {
    if (this.isReadOnly) throw new FinalException('Record is read-only');
    this.slots.fill(undefined);
    this.parents = undefined;
    this.children = undefined;
  }

  recalculateFormulas(): void {
    unsupported('SObject.recalculateFormulas');
  }

  getOptions(): unknown {
    return this.options;
  }

  setOptions(options: unknown): void {
    this.options = options;
  }

  getQuickActionName(): string | null {
    return null;
  }

  equals(other: unknown): boolean {
    if (other === this) return true;
    if (!(other instanceof SObjectRecord) || other.object.name !== this.object.name) return false;
    return this.slots.every((value, index) => valuesEqual(value ?? null, other.slots[index] ?? null));
  }

  hashCode(): number {
    return stringHash(this.collectionKey());
  }

  collectionKey(): string {
    let key = `\0${this.object.name}`;
    this.slots.forEach((value, index) => {
      if (value !== undefined && value !== null) key += `\0${index}=${keyText(value)}`;
    });
    return key;
  }

  toString(): string {
    return recordText(this, this.object.name, this.populated());
  }
}

function unqueried(object: string, field: string): string {
  return `SObject row was retrieved via SOQL without querying the requested field: ${object}.${field}`;
}
