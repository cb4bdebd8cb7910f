/** Makes objects of CustomObject metadata: what kind they are and which fields they have without being asked. */
import { draftField, draftObject, type FieldDraft, type ObjectDraft } from './drafts.ts';
import { flag, nested, text, type Definition } from './definition.ts';
import type { ObjectKind } from './schema.ts';

export function objectKind(name: string, definition: Definition): ObjectKind {
  const lower = name.toLowerCase();
  if (lower.endsWith('__mdt')) return 'metadata';
  if (lower.endsWith('__e')) return 'event';
  if (!lower.endsWith('__c')) return 'other';
  const setting = text(definition, 'customSettingsType');
  if (setting === 'Hierarchy') return 'hierarchy-setting';
  return setting === undefined ? 'custom' : 'setting';
}

/** `isDetail`: a field makes it the detail of another object, so it has no owner of its own. */
export function customObject(name: string, definition: Definition, keyPrefix: string, isDetail: boolean): ObjectDraft {
  const kind = objectKind(name, definition);
  const label = text(definition, 'label') ?? name;
  const isRow = kind === 'custom';
  const isSetting = kind === 'setting' || kind === 'hierarchy-setting';
  const stated = (text(definition, 'sharingModel') ?? 'ReadWrite') as ObjectDraft['sharingModel'];
  return draftObject({
    name,
    label,
    labelPlural: text(definition, 'pluralLabel') ?? label,
    keyPrefix,
    kind,
    isCustom: true,
    isQueryable: kind !== 'event',
    isCreateable: kind !== 'metadata',
    isUpdateable: isRow || isSetting,
    isDeletable: isRow || isSetting,
    isUndeletable: isRow,
    isTriggerable: isRow || kind === 'event',
    isVisibleInTests: kind === 'metadata',
    sharingModel: isDetail ? 'ControlledByParent' : stated,
    publishBehavior: kind === 'event' ? (text(definition, 'publishBehavior') ?? 'PublishAfterCommit') : undefined,
    allowsActivities: flag(definition, 'enableActivities'),
    fields: systemFields(kind, label, definition, isDetail),
  });
}

const id = (label: string): FieldDraft =>
  draftField({
    name: 'Id',
    type: 'ID',
    label,
    length: 18,
    isNillable: false,
    isCreateable: false,
    isUpdateable: false,
    isIdLookup: true,
  });
const system = (name: string, type: FieldDraft['type'], label: string, more: Partial<FieldDraft> = {}): FieldDraft =>
  draftField({ name, type, label, isNillable: false, isCreateable: false, isUpdateable: false, ...more });
const user = (name: string, relationshipName: string, label: string): FieldDraft =>
  system(name, 'REFERENCE', label, { length: 18, referenceTo: ['User'], relationshipName });

function audit(): FieldDraft[] {
  return [
    system('CreatedDate', 'DATETIME', 'Created Date'),
    user('CreatedById', 'CreatedBy', 'Created By ID'),
    system('LastModifiedDate', 'DATETIME', 'Last Modified Date'),
    user('LastModifiedById', 'LastModifiedBy', 'Last Modified By ID'),
    system('SystemModstamp', 'DATETIME', 'System Modstamp'),
  ];
}

function systemFields(kind: ObjectKind, label: string, definition: Definition, isDetail: boolean): FieldDraft[] {
  switch (kind) {
    case 'metadata':
      return metadataFields(label);
    case 'event':
      return [
        draftField({
          name: 'ReplayId',
          type: 'STRING',
          label: 'Replay ID',
          length: 1000,
          isCreateable: false,
          isUpdateable: false,
        }),
        system('CreatedDate', 'DATETIME', 'Created Date'),
        user('CreatedById', 'CreatedBy', 'Created By ID'),
        draftField({
          name: 'EventUuid',
          type: 'STRING',
          label: 'Event UUID',
          length: 36,
          isCreateable: false,
          isUpdateable: false,
        }),
      ];
    case 'setting':
    case 'hierarchy-setting':
      return [
        id('Record ID'),
        system('IsDeleted', 'BOOLEAN', 'Deleted'),
        draftField({
          name: 'Name',
          type: 'STRING',
          label: 'Name',
          length: 38,
          isNameField: true,
          isIdLookup: kind === 'setting',
          isRequired: kind === 'setting',
        }),
        draftField({
          name: 'SetupOwnerId',
          type: 'REFERENCE',
          label: 'Location',
          length: 18,
          referenceTo: ['Organization', 'Profile', 'User'],
          relationshipName: 'SetupOwner',
          isUpdateable: false,
        }),
        ...audit(),
      ];
    default:
      return recordFields(definition, isDetail);
  }
}

function metadataFields(label: string): FieldDraft[] {
  const name = (fieldName: string, fieldLabel: string, length: number): FieldDraft =>
    draftField({ name: fieldName, type: 'STRING', label: fieldLabel, length, isNillable: false });
  return [
    id('Record ID'),
    { ...name('DeveloperName', `${label} Name`, 40), isNameField: true },
    name('MasterLabel', 'Label', 40),
    draftField({ name: 'Language', type: 'PICKLIST', label: 'Master Language', length: 40, isNillable: false }),
    draftField({ name: 'NamespacePrefix', type: 'STRING', label: 'Namespace Prefix', length: 15 }),
    name('Label', 'Label', 40),
    name('QualifiedApiName', 'Qualified API Name', 70),
    system('SystemModstamp', 'DATETIME', 'System Modstamp'),
  ];
}

function recordFields(definition: Definition, isDetail: boolean): FieldDraft[] {
  const nameField = nested(definition, 'nameField') ?? {};
  const isAutoNumber = text(nameField, 'type') === 'AutoNumber';
  const fields = [id('Record ID')];
  if (!isDetail)
    fields.push(
      draftField({
        name: 'OwnerId',
        type: 'REFERENCE',
        label: 'Owner ID',
        length: 18,
        referenceTo: ['Group', 'User'],
        relationshipName: 'Owner',
        isNillable: false,
      }),
    );
  fields.push(
    system('IsDeleted', 'BOOLEAN', 'Deleted'),
    draftField({
      name: 'Name',
      type: 'STRING',
      label: text(nameField, 'label') ?? 'Name',
      length: 80,
      isNameField: true,
      isIdLookup: true,
      isAutoNumber,
      displayFormat: isAutoNumber ? (text(nameField, 'displayFormat') ?? '{0}') : undefined,
      isCreateable: !isAutoNumber,
      isUpdateable: !isAutoNumber,
      isNillable: true,
    }),
    ...audit(),
  );
  if (flag(definition, 'enableActivities'))
    fields.push(
      draftField({
        name: 'LastActivityDate',
        type: 'DATE',
        label: 'Last Activity Date',
        isCreateable: false,
        isUpdateable: false,
      }),
    );
  for (const [fieldName, label] of [
    ['LastViewedDate', 'Last Viewed Date'],
    ['LastReferencedDate', 'Last Referenced Date'],
  ] as const) {
    fields.push(draftField({ name: fieldName, type: 'DATETIME', label, isCreateable: false, isUpdateable: false }));
  }
  return fields;
}

export function recordTypeField(): FieldDraft {
  return draftField({
    name: 'RecordTypeId',
    type: 'REFERENCE',
    label: 'Record Type ID',
    length: 18,
    referenceTo: ['RecordType'],
    relationshipName: 'RecordType',
  });
}

/** Checks an object by itself; returns Salesforce's complaint or undefined. */
export function objectProblem(name: string, definition: Definition): string | undefined {
  if (!/__(c|mdt|e|x|b)$/i.test(name)) return undefined;
  const kind = objectKind(name, definition);
  if (text(definition, 'label') === undefined) return 'Must specify a non-empty label for the CustomObject';
  if (kind === 'custom' && text(definition, 'pluralLabel') === undefined)
    return 'Must specify a non-empty pluralLabel for the CustomObject';
  if (kind === 'custom' && nested(definition, 'nameField') === undefined)
    return 'Must specify a nameField of type Text or AutoNumber';
  if (kind === 'custom' && text(definition, 'sharingModel') === undefined)
    return 'Must specify a sharing model for the CustomObject';
  return undefined;
}
