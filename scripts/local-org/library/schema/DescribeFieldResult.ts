/** Schema.DescribeFieldResult and PicklistEntry. Rights are those of the running user. */
import type { FieldDescribe, ObjectDescribe, PicklistValue } from '../../metadata/schema.ts';
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexList } from '../core/apex-list.ts';
import { constantOf } from '../enums.ts';
import { host } from '../host.ts';
import { libraryType } from '../types.ts';
import { defaultOf } from './defaults.ts';
import { fieldToken } from './SObjectField.ts';
import type { Schema_SObjectField } from './SObjectField.ts';
import { objectType, objectTypeByName } from './SObjectType.ts';
import type { Schema_SObjectType } from './SObjectType.ts';

const SOAP_TYPES: Record<string, string> = {
  Id: 'ID',
  String: 'STRING',
  Boolean: 'BOOLEAN',
  Integer: 'INTEGER',
  Long: 'INTEGER',
  Double: 'DOUBLE',
  Decimal: 'DOUBLE',
  Date: 'DATE',
  Datetime: 'DATETIME',
  Time: 'TIME',
  Blob: 'BASE64BINARY',
};
const NUMBERS = new Set(['DOUBLE', 'CURRENCY', 'PERCENT']);
const BYTES_A_CHARACTER = 3;

export class Schema_PicklistEntry {
  private readonly entry: PicklistValue;

  constructor(entry: PicklistValue) {
    this.entry = entry;
  }

  getLabel(): string {
    return this.entry.label;
  }

  getValue(): string {
    return this.entry.value;
  }

  isActive(): boolean {
    return this.entry.isActive;
  }

  isDefaultValue(): boolean {
    return this.entry.isDefault;
  }

  toString(): string {
    const { label, value, isActive, isDefault } = this.entry;
    return `Schema.PicklistEntry[getLabel=${label};getValue=${value};isActive=${isActive};isDefaultValue=${isDefault};]`;
  }
}

export class DescribedField {
  readonly $object: ObjectDescribe;
  readonly $field: FieldDescribe;

  constructor(object: ObjectDescribe, field: FieldDescribe) {
    this.$object = object;
    this.$field = field;
  }

  private can(right: 'read' | 'create' | 'edit'): boolean {
    return host().canAccessField(this.$object, this.$field.name, right);
  }

  getName(): string {
    return this.$field.name;
  }

  getLocalName(): string {
    return this.$field.name;
  }

  getLabel(): string {
    return this.$field.label;
  }

  getType(): ApexEnumValue {
    return constantOf('Schema.DisplayType', this.$field.type);
  }

  getSOAPType(): ApexEnumValue {
    const { type, apexType } = this.$field;
    const name = type === 'ADDRESS' || type === 'LOCATION' ? type : (SOAP_TYPES[apexType] ?? 'ANYTYPE');
    return constantOf('Schema.SOAPType', name);
  }

  getSObjectField(): Schema_SObjectField {
    return fieldToken(this.$object, this.$field);
  }

  getSObjectType(): Schema_SObjectType {
    return objectType(this.$object);
  }

  getLength(): number {
    return this.$field.length;
  }

  getByteLength(): number {
    return this.$field.length * BYTES_A_CHARACTER;
  }

  /** Of whole numbers only. */
  getDigits(): number {
    return this.$field.type === 'INTEGER' ? this.$field.precision : 0;
  }

  getPrecision(): number {
    return NUMBERS.has(this.$field.type) ? this.$field.precision : 0;
  }

  getScale(): number {
    return this.$field.scale;
  }

  getCalculatedFormula(): string | null {
    return this.$field.formula ?? null;
  }

  getCompoundFieldName(): string | null {
    return null;
  }

  getController(): Schema_SObjectField | null {
    return null;
  }

  getDefaultValue(): unknown {
    return defaultOf(this.$field) ?? null;
  }

  getDefaultValueFormula(): string | null {
    return this.$field.defaultValue ?? null;
  }

  getInlineHelpText(): string | null {
    return this.$field.inlineHelpText ?? null;
  }

  getMask(): string | null {
    return null;
  }

  getMaskType(): string | null {
    return null;
  }

  getPicklistValues(): ApexList {
    const entries = this.$field.picklistValues.map((value) => new Schema_PicklistEntry(value));
    return new ApexList(libraryType('Schema.PicklistEntry'), entries);
  }

  getReferenceTargetField(): string | null {
    return null;
  }

  getReferenceTo(): ApexList {
    const targets = this.$field.referenceTo.map(objectTypeByName).filter((type) => type !== null);
    return new ApexList(libraryType('Schema.SObjectType'), targets);
  }

  getRelationshipName(): string | null {
    return this.$field.relationshipName ?? null;
  }

  getRelationshipOrder(): number | null {
    if (!this.$field.isMasterDetail) return null;
    return this.$object.fields.filter((field) => field.isMasterDetail).indexOf(this.$field);
  }

  isAccessible(): boolean {
    return this.can('read');
  }

  isCreateable(): boolean {
    return this.$field.isCreateable && this.can('create');
  }

  isUpdateable(): boolean {
    return this.$field.isUpdateable && this.can('edit');
  }

  isAggregatable(): boolean {
    return this.$field.isGroupable || NUMBERS.has(this.$field.type);
  }

  isAiPredictionField(): boolean {
    return false;
  }

  isAutoNumber(): boolean {
    return this.$field.isAutoNumber;
  }

  isCalculated(): boolean {
    return this.$field.formula !== undefined || this.$field.summary !== undefined;
  }

  isCascadeDelete(): boolean {
    return this.$field.deleteConstraint === 'Cascade';
  }

  isCaseSensitive(): boolean {
    return this.$field.isCaseSensitive;
  }

  isCustom(): boolean {
    return this.$field.isCustom;
  }

  /** The platform gives a value: a checkbox, an auto-number, a default. */
  isDefaultedOnCreate(): boolean {
    const { type, isAutoNumber, defaultValue, isNillable, isRequired, isCreateable } = this.$field;
    return (
      type === 'BOOLEAN' ||
      isAutoNumber ||
      defaultValue !== undefined ||
      (!isNillable && (!isRequired || !isCreateable))
    );
  }

  isDependentPicklist(): boolean {
    return false;
  }

  isDeprecatedAndHidden(): boolean {
    return false;
  }

  isDisplayLocationInDecimal(): boolean {
    return this.$field.type === 'LOCATION';
  }

  isEncrypted(): boolean {
    return this.$field.isEncrypted;
  }

  isExternalID(): boolean {
    return this.$field.isExternalId;
  }

  isFilterable(): boolean {
    return this.$field.isFilterable;
  }

  isFormulaTreatNullNumberAsZero(): boolean {
    return false;
  }

  isGroupable(): boolean {
    return this.$field.isGroupable;
  }

  isHighScaleNumber(): boolean {
    return false;
  }

  isHtmlFormatted(): boolean {
    return false;
  }

  isIdLookup(): boolean {
    return this.$field.isIdLookup;
  }

  isNameField(): boolean {
    return this.$field.isNameField;
  }

  /** A lookup to more than one object. */
  isNamePointing(): boolean {
    return this.$field.referenceTo.length > 1;
  }

  isNillable(): boolean {
    return this.$field.isNillable;
  }

  isPermissionable(): boolean {
    const { isCreateable, isUpdateable, isRequired, isNameField, isMasterDetail, formula } = this.$field;
    return (isCreateable || isUpdateable || formula !== undefined) && !isRequired && !isNameField && !isMasterDetail;
  }

  isQueryByDistance(): boolean {
    return this.$field.type === 'LOCATION';
  }

  isRestrictedDelete(): boolean {
    return this.$field.deleteConstraint === 'Restrict';
  }

  isRestrictedPicklist(): boolean {
    return this.$field.isRestrictedPicklist;
  }

  isSearchPrefilterable(): boolean {
    return this.$field.type === 'REFERENCE';
  }

  isSortable(): boolean {
    return this.$field.isSortable;
  }

  isUnique(): boolean {
    return this.$field.isUnique;
  }

  isWriteRequiresMasterRead(): boolean {
    return false;
  }

  toString(): string {
    return `Schema.DescribeFieldResult[getName=${this.getName()};getLabel=${this.getLabel()};getType=${this.getType().name()}]`;
  }
}
