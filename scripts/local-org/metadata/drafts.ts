/** Objects and fields while a schema is being made: as in schema.ts, yet without slots and open to change. */
import type { DisplayType, FieldDescribe, ObjectDescribe, RecordTypeDescribe, ValidationRule } from './schema.ts';

export type FieldDraft = { -readonly [K in keyof Omit<FieldDescribe, 'index' | 'apexType'>]: FieldDescribe[K] } & {
  apexType?: string;
};

type ObjectParts =
  'fields' | 'fieldByName' | 'parentByName' | 'childRelationships' | 'validationRules' | 'recordTypes' | 'fieldSets';

export type ObjectDraft = { -readonly [K in keyof Omit<ObjectDescribe, ObjectParts>]: ObjectDescribe[K] } & {
  fields: FieldDraft[];
  validationRules: ValidationRule[];
  recordTypes: RecordTypeDescribe[];
  fieldSets: Map<string, readonly string[]>;
  /** Custom objects: may be a Task's or an Event's WhatId. */
  allowsActivities: boolean;
  /** Why a program shares records: custom objects only. */
  sharingReasons?: string[];
};

/** A field with the platform's ordinary properties, changed by what is given. */
export function draftField(given: Partial<FieldDraft> & Pick<FieldDraft, 'name' | 'type'>): FieldDraft {
  return {
    label: given.name,
    length: 0,
    precision: 0,
    scale: 0,
    isCustom: false,
    isNillable: true,
    isRequired: false,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isIdLookup: false,
    isNameField: false,
    isCreateable: true,
    isUpdateable: true,
    isAutoNumber: false,
    picklistValues: [],
    isRestrictedPicklist: false,
    referenceTo: [],
    isMasterDetail: false,
    deleteConstraint: 'SetNull',
    isEncrypted: false,
    isFilterable: true,
    isSortable: given.type !== 'MULTIPICKLIST',
    isGroupable: isGroupable(given.type),
    ...given,
  };
}

function isGroupable(type: DisplayType): boolean {
  return ![
    'MULTIPICKLIST',
    'DOUBLE',
    'CURRENCY',
    'PERCENT',
    'DATETIME',
    'TIME',
    'BASE64',
    'ADDRESS',
    'LOCATION',
    'ENCRYPTEDSTRING',
  ].includes(type);
}

export function draftObject(given: Partial<ObjectDraft> & Pick<ObjectDraft, 'name'>): ObjectDraft {
  return {
    label: given.name,
    labelPlural: given.name,
    keyPrefix: '',
    kind: 'standard',
    isCustom: false,
    isSetup: false,
    isVisibleInTests: false,
    isQueryable: true,
    isCreateable: true,
    isUpdateable: true,
    isDeletable: true,
    isUndeletable: false,
    isMergeable: false,
    isTriggerable: false,
    sharingModel: 'ReadWrite',
    fields: [],
    validationRules: [],
    recordTypes: [],
    fieldSets: new Map(),
    allowsActivities: false,
    ...given,
  };
}

/** A copy that may be changed without touching the original's fields. */
export function copyDraft(draft: ObjectDraft): ObjectDraft {
  return {
    ...draft,
    fields: draft.fields.map((field) => ({ ...field })),
    validationRules: [...draft.validationRules],
    recordTypes: [...draft.recordTypes],
    fieldSets: new Map(draft.fieldSets),
  };
}
