/** Makes fields of CustomField metadata (Metadata API Developer Guide, CustomField). */
import { draftField, type FieldDraft } from './drafts.ts';
import { flag, list, nested, number, text, texts, type Definition } from './definition.ts';
import type { DisplayType, PicklistValue } from './schema.ts';

/** Values of global and standard value sets by lower-case name. */
export type ValueSets = ReadonlyMap<string, { readonly values: readonly PicklistValue[] }>;

const TYPES: Record<string, DisplayType> = {
  Text: 'STRING',
  TextArea: 'TEXTAREA',
  LongTextArea: 'TEXTAREA',
  Html: 'TEXTAREA',
  Number: 'DOUBLE',
  Currency: 'CURRENCY',
  Percent: 'PERCENT',
  Checkbox: 'BOOLEAN',
  Date: 'DATE',
  DateTime: 'DATETIME',
  Time: 'TIME',
  Picklist: 'PICKLIST',
  MultiselectPicklist: 'MULTIPICKLIST',
  Lookup: 'REFERENCE',
  MasterDetail: 'REFERENCE',
  Hierarchy: 'REFERENCE',
  MetadataRelationship: 'REFERENCE',
  Email: 'EMAIL',
  Phone: 'PHONE',
  Url: 'URL',
  EncryptedText: 'ENCRYPTEDSTRING',
  AutoNumber: 'STRING',
  Summary: 'DOUBLE',
  Location: 'LOCATION',
  ExternalLookup: 'STRING',
  IndirectLookup: 'STRING',
};

/** What a field has when its metadata gives no length. */
const LENGTHS: Record<string, number> = {
  TextArea: 255,
  Email: 80,
  Phone: 40,
  Url: 255,
  Picklist: 255,
  MultiselectPicklist: 4099,
  Lookup: 18,
  MasterDetail: 18,
  Hierarchy: 18,
  AutoNumber: 30,
  Text: 255,
  LongTextArea: 32768,
  Html: 32768,
  EncryptedText: 175,
};

/** Returns the field, and for a geolocation its two parts too; undefined where the type is unknown. */
export function customFields(name: string, definition: Definition, sets: ValueSets): FieldDraft[] | undefined {
  const kind = text(definition, 'type') ?? 'Text';
  const type = TYPES[kind];
  if (type === undefined) return undefined;
  const formula = text(definition, 'formula');
  const field = draftField({
    name,
    type,
    isCustom: true,
    label: text(definition, 'label') ?? name.replace(/__c$/, '').replaceAll('_', ' '),
    length:
      type === 'DOUBLE' || type === 'CURRENCY' || type === 'PERCENT'
        ? 0
        : (number(definition, 'length') ?? LENGTHS[kind] ?? 0),
    precision: number(definition, 'precision') ?? (['DOUBLE', 'CURRENCY', 'PERCENT'].includes(type) ? 18 : 0),
    scale: number(definition, 'scale') ?? (formula !== undefined && type !== 'BOOLEAN' ? 2 : 0),
    isUnique: flag(definition, 'unique'),
    isCaseSensitive: flag(definition, 'caseSensitive'),
    isExternalId: flag(definition, 'externalId'),
    isIdLookup: flag(definition, 'externalId') || flag(definition, 'unique'),
    defaultValue:
      kind === 'Checkbox' ? (text(definition, 'defaultValue') ?? 'false') : text(definition, 'defaultValue'),
    inlineHelpText: text(definition, 'inlineHelpText'),
    isEncrypted: kind === 'EncryptedText',
  });
  if (type === 'BOOLEAN') field.isNillable = false;
  if (flag(definition, 'required')) Object.assign(field, { isNillable: false, isRequired: true });
  if (isLongText(kind) || kind === 'EncryptedText')
    Object.assign(field, { isFilterable: kind === 'Html' ? false : false, isSortable: false, isGroupable: false });
  addPicklist(field, definition, sets);
  if (type === 'REFERENCE' || kind === 'ExternalLookup' || kind === 'IndirectLookup')
    addReference(field, kind, definition);
  if (kind === 'AutoNumber')
    Object.assign(field, {
      isAutoNumber: true,
      isCreateable: false,
      isUpdateable: false,
      displayFormat: text(definition, 'displayFormat') ?? '{0}',
    });
  if (formula !== undefined)
    Object.assign(field, {
      formula,
      isCreateable: false,
      isUpdateable: false,
      isNillable: type !== 'BOOLEAN',
      isRequired: false,
      isGroupable: false,
      defaultValue: undefined,
      length: type === 'STRING' ? 1300 : field.length,
    });
  if (kind === 'Summary') addSummary(field, definition);
  if (kind === 'Location')
    return [
      Object.assign(field, {
        isCreateable: false,
        isUpdateable: false,
        isFilterable: false,
        isSortable: false,
        isGroupable: false,
      }),
      ...locationParts(field, definition),
    ];
  return [field];
}

export function isLongText(kind: string): boolean {
  return kind === 'LongTextArea' || kind === 'Html';
}

function addPicklist(field: FieldDraft, definition: Definition, sets: ValueSets): void {
  const valueSet = nested(definition, 'valueSet');
  const old = nested(definition, 'picklist');
  if (valueSet !== undefined) {
    const setName = text(valueSet, 'valueSetName');
    const own = nested(valueSet, 'valueSetDefinition');
    field.isRestrictedPicklist = flag(valueSet, 'restricted') || setName !== undefined;
    field.picklistValues =
      setName !== undefined
        ? [...(sets.get(setName.toLowerCase())?.values ?? [])]
        : own === undefined
          ? []
          : picklistValues(own, 'value');
  } else if (old !== undefined) {
    field.picklistValues = picklistValues(old, 'picklistValues');
    field.isRestrictedPicklist = flag(old, 'restrictedPicklist');
  }
  const preset = field.picklistValues.find((value) => value.isDefault);
  if (preset !== undefined && field.defaultValue === undefined) field.defaultValue = JSON.stringify(preset.value);
}

export function picklistValues(definition: Definition, tag: string): PicklistValue[] {
  return list(definition, tag).map((value) => {
    const fullName = text(value, 'fullName') ?? '';
    return {
      value: fullName,
      label: text(value, 'label') ?? fullName,
      isActive: text(value, 'isActive') !== 'false',
      isDefault: flag(value, 'default'),
    };
  });
}

function addReference(field: FieldDraft, kind: string, definition: Definition): void {
  const target = text(definition, 'referenceTo');
  const childName = text(definition, 'relationshipName');
  field.referenceTo = target === undefined ? (kind === 'Hierarchy' ? ['User'] : []) : [target];
  field.relationshipName = field.name.replace(/__c$/, '__r');
  if (childName !== undefined) field.childRelationshipName = `${childName}__r`;
  if (kind === 'MasterDetail') {
    Object.assign(field, {
      isMasterDetail: true,
      deleteConstraint: 'Cascade',
      isNillable: false,
      isRequired: true,
      isUpdateable: flag(definition, 'reparentableMasterDetail'),
    });
  } else {
    const constraint = text(definition, 'deleteConstraint');
    field.deleteConstraint = constraint === 'Cascade' || constraint === 'Restrict' ? constraint : 'SetNull';
  }
  // A metadata relationship to an object or a field holds an API name, not an id.
  if (
    kind === 'MetadataRelationship' &&
    ['EntityDefinition', 'FieldDefinition', 'EntityParticle'].includes(target ?? '')
  )
    field.type = 'STRING';
}

function addSummary(field: FieldDraft, definition: Definition): void {
  const operation = text(definition, 'summaryOperation') ?? 'count';
  const filters = list(definition, 'summaryFilterItems').map((item) => ({
    field: text(item, 'field'),
    operation: text(item, 'operation'),
    value: text(item, 'value'),
    valueField: text(item, 'valueField'),
  }));
  Object.assign(field, {
    summary: {
      operation,
      field: text(definition, 'summarizedField'),
      foreignKey: text(definition, 'summaryForeignKey') ?? '',
      filters,
    },
    isCreateable: false,
    isUpdateable: false,
    precision: 18,
    scale: operation === 'count' ? 0 : 2,
    defaultValue: undefined,
  });
}

function locationParts(field: FieldDraft, definition: Definition): FieldDraft[] {
  const scale = number(definition, 'scale') ?? 0;
  return ['Latitude', 'Longitude'].map((part) =>
    draftField({
      name: field.name.replace(/__c$/, `__${part}__s`),
      type: 'DOUBLE',
      label: `${field.label} (${part})`,
      isCustom: true,
      precision: scale + 3,
      scale,
      isRequired: field.isRequired,
    }),
  );
}

/** Checks a field by itself; returns Salesforce's complaint or undefined. */
export function fieldProblem(name: string, definition: Definition): string | undefined {
  const kind = text(definition, 'type');
  const isFormula = text(definition, 'formula') !== undefined;
  if (!/^[A-Za-z](?:[A-Za-z0-9]|_(?!_))*__c$/.test(name))
    return `The DeveloperName ${name} is not valid: it must begin with a letter, contain only letters, digits and single underscores, and end with __c`;
  if (name.length > 43) return `Value too long for field: DeveloperName maximum length is:40`;
  if (kind === undefined) return 'Must specify the type of the CustomField';
  if (TYPES[kind] === undefined) return `'${kind}' is not a valid value for the enum 'FieldType'`;
  if (text(definition, 'label') === undefined) return 'Must specify a non-empty label for the CustomField';
  if (kind === 'Text' && !isFormula && number(definition, 'length') === undefined)
    return `Must specify 'length' for a CustomField of type Text`;
  if (isLongText(kind) && number(definition, 'visibleLines') === undefined)
    return `Must specify 'visibleLines' for a CustomField of type ${kind}`;
  if (
    ['Number', 'Currency', 'Percent'].includes(kind) &&
    !isFormula &&
    (number(definition, 'precision') === undefined || number(definition, 'scale') === undefined)
  )
    return `Must specify 'precision' and 'scale' for a CustomField of type ${kind}`;
  if (['Lookup', 'MasterDetail'].includes(kind) && text(definition, 'referenceTo') === undefined)
    return `Must specify 'referenceTo' for a CustomField of type ${kind}`;
  if (kind === 'MasterDetail' && flag(definition, 'required'))
    return 'Master-Detail Relationship fields cannot be required: they always are';
  if (
    kind === 'Lookup' &&
    flag(definition, 'required') &&
    (text(definition, 'deleteConstraint') ?? 'SetNull') === 'SetNull' &&
    texts(definition, 'deleteConstraint').length > 0
  ) {
    return 'field integrity exception: unknown (must specify either cascade delete or restrict delete for required lookup foreign key)';
  }
  if (kind === 'Checkbox' && !isFormula && text(definition, 'defaultValue') === undefined)
    return 'Must specify a default value for the Checkbox field';
  if (
    kind === 'Picklist' &&
    nested(definition, 'valueSet') === undefined &&
    nested(definition, 'picklist') === undefined &&
    !isFormula
  )
    return 'Picklist should have either a valueSet or a picklist';
  return undefined;
}
