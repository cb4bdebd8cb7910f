/** Schema.DescribeSObjectResult, with the small describes that hang on it. Rights are those of the running user. */
import type { ChildRelationship, ObjectDescribe } from '../../metadata/schema.ts';
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexList } from '../core/apex-list.ts';
import { ApexMap } from '../core/apex-map.ts';
import { ID_TYPE, STRING_TYPE } from '../core/runtime-type.ts';
import { constantOf } from '../enums.ts';
import { host } from '../host.ts';
import { NameMap } from '../name-map.ts';
import { libraryType } from '../types.ts';
import { Schema_FieldSet } from './FieldSet.ts';
import type { RecordTypeDetails } from './RecordTypeInfo.ts';
import { recordTypesOf } from './RecordTypeInfo.ts';
import { fieldToken, fieldTokenByName } from './SObjectField.ts';
import type { Schema_SObjectField } from './SObjectField.ts';
import { objectType, objectTypeByName } from './SObjectType.ts';
import type { Schema_SObjectType } from './SObjectType.ts';

/** `describe.fields` */
export class Schema_SObjectTypeFields {
  private readonly object: ObjectDescribe;

  constructor(object: ObjectDescribe) {
    this.object = object;
  }

  getMap(): ApexMap {
    const entries = this.object.fields.map((field) => [field.name, fieldToken(this.object, field)] as const);
    return new NameMap(libraryType('Schema.SObjectField'), entries);
  }
}

/** `describe.fieldSets` */
export class Schema_SObjectTypeFieldSets {
  private readonly object: ObjectDescribe;

  constructor(object: ObjectDescribe) {
    this.object = object;
  }

  getMap(): ApexMap {
    const entries = [...this.object.fieldSets.keys()].map(
      (name) => [name, new Schema_FieldSet(this.object, name)] as const,
    );
    return new NameMap(libraryType('Schema.FieldSet'), entries);
  }
}

export class Schema_ChildRelationship {
  private readonly relationship: ChildRelationship;

  constructor(relationship: ChildRelationship) {
    this.relationship = relationship;
  }

  getChildSObject(): Schema_SObjectType | null {
    return objectTypeByName(this.relationship.childObject);
  }

  getField(): Schema_SObjectField | null {
    return fieldTokenByName(this.relationship.childObject, this.relationship.field);
  }

  getRelationshipName(): string | null {
    return this.relationship.name ?? null;
  }

  getJunctionIdListNames(): ApexList {
    return new ApexList(STRING_TYPE);
  }

  getJunctionReferenceTo(): ApexList {
    return new ApexList(libraryType('Schema.SObjectType'));
  }

  isCascadeDelete(): boolean {
    return this.relationship.isCascadeDelete;
  }

  isDeprecatedAndHidden(): boolean {
    return false;
  }

  isRestrictedDelete(): boolean {
    const field = host()
      .schema.object(this.relationship.childObject)
      ?.fieldByName.get(this.relationship.field.toLowerCase());
    return field?.deleteConstraint === 'Restrict';
  }
}

export class DescribedObject {
  readonly $object: ObjectDescribe;

  constructor(object: ObjectDescribe) {
    this.$object = object;
  }

  get fields(): Schema_SObjectTypeFields {
    return new Schema_SObjectTypeFields(this.$object);
  }

  get fieldSets(): Schema_SObjectTypeFieldSets {
    return new Schema_SObjectTypeFieldSets(this.$object);
  }

  getName(): string {
    return this.$object.name;
  }

  getLocalName(): string {
    return this.$object.name;
  }

  getLabel(): string {
    return this.$object.label;
  }

  getLabelPlural(): string {
    return this.$object.labelPlural;
  }

  getKeyPrefix(): string | null {
    return this.$object.keyPrefix === '' ? null : this.$object.keyPrefix;
  }

  getSObjectType(): Schema_SObjectType {
    return objectType(this.$object);
  }

  getSObjectDescribeOption(): ApexEnumValue {
    return constantOf('Schema.SObjectDescribeOptions', 'FULL');
  }

  getAssociateEntityType(): string | null {
    return /__(Share|History|Feed)$/.exec(this.$object.name)?.[1] ?? null;
  }

  getAssociateParentEntity(): string | null {
    const match = /^(.*)__(?:Share|History|Feed)$/.exec(this.$object.name);
    return match === null ? null : `${match[1]}__c`;
  }

  getHasSubtypes(): boolean {
    return false;
  }

  getChildRelationships(): ApexList {
    const children = this.$object.childRelationships.map((child) => new Schema_ChildRelationship(child));
    return new ApexList(libraryType('Schema.ChildRelationship'), children);
  }

  getRecordTypeInfos(): ApexList {
    return new ApexList(libraryType('Schema.RecordTypeInfo'), recordTypesOf(this.$object));
  }

  getRecordTypeInfosByName(): ApexMap {
    return this.recordTypesBy((info) => info.getName());
  }

  getRecordTypeInfosByDeveloperName(): ApexMap {
    return this.recordTypesBy((info) => info.getDeveloperName());
  }

  getRecordTypeInfosById(): ApexMap {
    const map = new ApexMap(ID_TYPE, libraryType('Schema.RecordTypeInfo'));
    for (const info of recordTypesOf(this.$object)) map.put(info.getRecordTypeId(), info);
    return map;
  }

  private recordTypesBy(key: (info: RecordTypeDetails) => string): ApexMap {
    const map = new ApexMap(STRING_TYPE, libraryType('Schema.RecordTypeInfo'));
    for (const info of recordTypesOf(this.$object)) map.put(key(info), info);
    return map;
  }

  isAccessible(): boolean {
    return host().canAccessObject(this.$object, 'read');
  }

  isCreateable(): boolean {
    return this.$object.isCreateable && host().canAccessObject(this.$object, 'create');
  }

  isUpdateable(): boolean {
    return this.$object.isUpdateable && host().canAccessObject(this.$object, 'edit');
  }

  isDeletable(): boolean {
    return this.$object.isDeletable && host().canAccessObject(this.$object, 'delete');
  }

  isUndeletable(): boolean {
    return this.$object.isUndeletable && host().canAccessObject(this.$object, 'undelete');
  }

  isMergeable(): boolean {
    return this.$object.isMergeable;
  }

  isQueryable(): boolean {
    return this.$object.isQueryable;
  }

  isSearchable(): boolean {
    return this.$object.isQueryable && (this.$object.kind === 'standard' || this.$object.kind === 'custom');
  }

  isCustom(): boolean {
    return this.$object.isCustom;
  }

  isCustomSetting(): boolean {
    return this.$object.kind === 'setting' || this.$object.kind === 'hierarchy-setting';
  }

  isDeprecatedAndHidden(): boolean {
    return false;
  }

  isFeedEnabled(): boolean {
    return false;
  }

  isMruEnabled(): boolean {
    return false;
  }

  toString(): string {
    return `Schema.DescribeSObjectResult[getName=${this.getName()};getLabel=${this.getLabel()};getKeyPrefix=${this.getKeyPrefix()}]`;
  }
}
