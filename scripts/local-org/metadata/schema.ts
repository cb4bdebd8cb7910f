/** An org's objects and fields as everything above the compiler sees them: the describe, in plain data. */

export type DisplayType =
  | 'ID'
  | 'STRING'
  | 'TEXTAREA'
  | 'BOOLEAN'
  | 'INTEGER'
  | 'LONG'
  | 'DOUBLE'
  | 'CURRENCY'
  | 'PERCENT'
  | 'DATE'
  | 'DATETIME'
  | 'TIME'
  | 'PICKLIST'
  | 'MULTIPICKLIST'
  | 'COMBOBOX'
  | 'REFERENCE'
  | 'EMAIL'
  | 'PHONE'
  | 'URL'
  | 'ENCRYPTEDSTRING'
  | 'BASE64'
  | 'ADDRESS'
  | 'LOCATION'
  | 'ANYTYPE';

export type ObjectKind = 'standard' | 'custom' | 'setting' | 'hierarchy-setting' | 'metadata' | 'event' | 'other';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly isDefault: boolean;
}

export interface FieldDescribe {
  /** The slot of the field's value in a record of this object: its place in `ObjectDescribe.fields`. New fields come last. */
  readonly index: number;
  readonly name: string;
  readonly label: string;
  readonly type: DisplayType;
  /** Apex type of its value: Boolean, Integer, Long, Double, Decimal, String, Id, Date, Datetime, Time, Blob, Object. */
  readonly apexType: string;
  /** Characters; 0 where it has no meaning. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly isCustom: boolean;
  readonly isNillable: boolean;
  /** Must be given on save: not nillable, no default, no value of the platform's own. */
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  readonly isIdLookup: boolean;
  readonly isNameField: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isAutoNumber: boolean;
  readonly displayFormat?: string;
  /** Formula text of a calculated field. */
  readonly formula?: string;
  readonly summary?: {
    readonly operation: string;
    readonly field?: string;
    readonly foreignKey: string;
    readonly filters: readonly unknown[];
  };
  /** Literal or formula text, as metadata holds it. */
  readonly defaultValue?: string;
  readonly picklistValues: readonly PicklistValue[];
  readonly isRestrictedPicklist: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName?: string;
  /** The name of the child list on the parent, where it has one. */
  readonly childRelationshipName?: string;
  readonly isMasterDetail: boolean;
  readonly deleteConstraint: 'SetNull' | 'Cascade' | 'Restrict';
  readonly isEncrypted: boolean;
  readonly isFilterable: boolean;
  readonly isSortable: boolean;
  readonly isGroupable: boolean;
  readonly inlineHelpText?: string;
}

export interface ChildRelationship {
  readonly name?: string;
  readonly childObject: string;
  readonly field: string;
  readonly isCascadeDelete: boolean;
}

export interface ValidationRule {
  readonly name: string;
  readonly isActive: boolean;
  readonly errorConditionFormula: string;
  readonly errorMessage: string;
  readonly errorDisplayField?: string;
}

export interface RecordTypeDescribe {
  readonly developerName: string;
  readonly label: string;
  readonly isActive: boolean;
}

export interface ObjectDescribe {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly kind: ObjectKind;
  readonly isCustom: boolean;
  /** Users, permission sets and the like: MIXED_DML_OPERATION, visible in tests. */
  readonly isSetup: boolean;
  /** Not set-up, yet seen by tests without SeeAllData: Organization, RecordType, ApexClass … */
  readonly isVisibleInTests?: boolean;
  readonly isQueryable: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isDeletable: boolean;
  readonly isUndeletable: boolean;
  readonly isMergeable: boolean;
  readonly isTriggerable: boolean;
  readonly sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'ControlledByParent' | 'FullAccess';
  /** PublishAfterCommit or PublishImmediately, platform events only. */
  readonly publishBehavior?: string;
  readonly fields: readonly FieldDescribe[];
  /** By lower-case API name. */
  readonly fieldByName: ReadonlyMap<string, FieldDescribe>;
  /** Parent relationships by lower-case relationship name. */
  readonly parentByName: ReadonlyMap<string, FieldDescribe>;
  readonly childRelationships: readonly ChildRelationship[];
  readonly validationRules: readonly ValidationRule[];
  readonly recordTypes: readonly RecordTypeDescribe[];
  readonly fieldSets: ReadonlyMap<string, readonly string[]>;
}

/** All objects of an org at one moment. A deploy makes a new one. */
export interface Schema {
  object(name: string): ObjectDescribe | undefined;
  objectByPrefix(keyPrefix: string): ObjectDescribe | undefined;
  readonly objects: readonly ObjectDescribe[];
  label(name: string): string | undefined;
  hasPage(name: string): boolean;
}
