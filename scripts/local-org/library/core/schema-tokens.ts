/**
 * What core needs of the Schema and Database namespaces, which are built upon it: they give it when they are loaded.
 * The library's tokens carry what they stand for, so that `record.get(Lead.Phone)` finds its slot at once.
 */
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import type { ApexList } from './apex-list.ts';
import type { RecordError } from './sobject-record.ts';

/** Implemented by the library's Schema.SObjectType. */
export interface ObjectToken {
  readonly $object: ObjectDescribe;
}

/** Implemented by the library's Schema.SObjectField. */
export interface FieldToken {
  readonly $object: ObjectDescribe;
  readonly $field: FieldDescribe;
}

export interface SchemaTokens {
  objectByName(name: string): ObjectToken | null;
  fieldByName(object: string, field: string): FieldToken | null;
  /** List<Database.Error> of a record's addError calls. */
  errors(errors: readonly RecordError[]): ApexList;
}

let tokens: SchemaTokens | undefined;

export function setSchemaTokens(next: SchemaTokens): void {
  tokens = next;
}

export function schemaTokens(): SchemaTokens {
  if (tokens === undefined) throw new Error('The Schema namespace has not been loaded.');
  return tokens;
}

/** A token of an object, not a record or a describe of one. */
export function isObjectToken(value: unknown): value is ObjectToken {
  return typeof value === 'object' && value !== null && '$object' in value && 'newSObject' in value;
}

export function isFieldToken(value: unknown): value is FieldToken {
  return typeof value === 'object' && value !== null && '$field' in value;
}
