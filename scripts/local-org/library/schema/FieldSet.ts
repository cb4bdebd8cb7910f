/** Schema.FieldSet and its members; a member may be a path over parents (`Account.Name`). */
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexList } from '../core/apex-list.ts';
import { constantOf } from '../enums.ts';
import { host } from '../host.ts';
import { libraryType } from '../types.ts';
import { fieldToken } from './SObjectField.ts';
import type { Schema_SObjectField } from './SObjectField.ts';
import { objectType } from './SObjectType.ts';
import type { Schema_SObjectType } from './SObjectType.ts';

interface PathEnd {
  readonly object: ObjectDescribe;
  readonly field: FieldDescribe;
}

function follow(object: ObjectDescribe, path: string): PathEnd | undefined {
  const names = path.split('.');
  let current: ObjectDescribe | undefined = object;
  for (const name of names.slice(0, -1)) {
    const parent: FieldDescribe | undefined = current?.parentByName.get(name.toLowerCase());
    current = parent === undefined ? undefined : host().schema.object(parent.referenceTo[0]!);
  }
  const field = current?.fieldByName.get(names.at(-1)!.toLowerCase());
  return current === undefined || field === undefined ? undefined : { object: current, field };
}

export class Schema_FieldSetMember {
  private readonly path: string;
  private readonly end: PathEnd;

  constructor(path: string, end: PathEnd) {
    this.path = path;
    this.end = end;
  }

  getDBRequired(): boolean {
    return this.end.field.isRequired;
  }

  getRequired(): boolean {
    return false;
  }

  getFieldPath(): string {
    return this.path;
  }

  getLabel(): string {
    return this.end.field.label;
  }

  getType(): ApexEnumValue {
    return constantOf('Schema.DisplayType', this.end.field.type);
  }

  getSObjectField(): Schema_SObjectField {
    return fieldToken(this.end.object, this.end.field);
  }

  toString(): string {
    return `Schema.FieldSetMember[getFieldPath=${this.path}]`;
  }
}

export class Schema_FieldSet {
  private readonly object: ObjectDescribe;
  private readonly name: string;

  constructor(object: ObjectDescribe, name: string) {
    this.object = object;
    this.name = [...object.fieldSets.keys()].find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
  }

  getName(): string {
    return this.name;
  }

  getLabel(): string {
    return this.name.replaceAll('_', ' ');
  }

  getDescription(): string {
    return '';
  }

  getNamespace(): string | null {
    return null;
  }

  getFields(): ApexList {
    const members: Schema_FieldSetMember[] = [];
    for (const path of this.object.fieldSets.get(this.name) ?? []) {
      const end = follow(this.object, path);
      if (end !== undefined) members.push(new Schema_FieldSetMember(path, end));
    }
    return new ApexList(libraryType('Schema.FieldSetMember'), members);
  }

  getSObjectType(): Schema_SObjectType {
    return objectType(this.object);
  }
}
