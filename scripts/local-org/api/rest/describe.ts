/** /sobjects and /sobjects/{object}/describe: the schema in REST's words. */
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { json, type DoorContext, type DoorResponse } from '../http.ts';
import { objectName } from './records.ts';

export function listObjects({ org, parameters }: DoorContext): DoorResponse {
  const base = `/services/data/${parameters.version}`;
  return json(200, {
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: org.schema.objects.map((object) => ({ ...summary(object), urls: urls(object, base) })),
  });
}

export function objectSummary({ org, session, parameters }: DoorContext): DoorResponse {
  const object = org.describe(session, objectName(org, parameters.object!));
  return json(200, {
    objectDescribe: { ...summary(object), urls: urls(object, `/services/data/${parameters.version}`) },
    recentItems: [],
  });
}

export function describeObject({ org, session, parameters }: DoorContext): DoorResponse {
  const object = org.describe(session, objectName(org, parameters.object!));
  return json(200, {
    ...summary(object),
    childRelationships: object.childRelationships.map((child) => ({
      cascadeDelete: child.isCascadeDelete,
      childSObject: child.childObject,
      deprecatedAndHidden: false,
      field: child.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.name ?? null,
      restrictedDelete: false,
    })),
    fields: object.fields.map(field),
    recordTypeInfos: object.recordTypes.map((type) => ({
      active: type.isActive,
      available: true,
      defaultRecordTypeMapping: false,
      developerName: type.developerName,
      master: type.developerName === 'Master',
      name: type.label,
    })),
    supportedScopes: [{ label: 'All', name: 'everything' }],
    urls: urls(object, `/services/data/${parameters.version}`),
  });
}

function urls(object: ObjectDescribe, base: string): Record<string, string> {
  const path = `${base}/sobjects/${object.name}`;
  return { sobject: path, describe: `${path}/describe`, rowTemplate: `${path}/{ID}` };
}

function summary(object: ObjectDescribe): Record<string, unknown> {
  return {
    activateable: false,
    createable: object.isCreateable,
    custom: object.isCustom,
    customSetting: object.kind === 'setting' || object.kind === 'hierarchy-setting',
    deletable: object.isDeletable,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.kind === 'custom' || object.kind === 'standard',
    mergeable: object.isMergeable,
    name: object.name,
    queryable: object.isQueryable,
    replicateable: true,
    retrieveable: true,
    searchable: object.isQueryable,
    triggerable: object.isTriggerable,
    undeletable: object.isUndeletable,
    updateable: object.isUpdateable,
  };
}

const SOAP_TYPES: Readonly<Record<string, string>> = {
  ID: 'tns:ID',
  REFERENCE: 'tns:ID',
  BOOLEAN: 'xsd:boolean',
  INTEGER: 'xsd:int',
  DOUBLE: 'xsd:double',
  CURRENCY: 'xsd:double',
  PERCENT: 'xsd:double',
  DATE: 'xsd:date',
  DATETIME: 'xsd:dateTime',
  TIME: 'xsd:time',
  BASE64: 'xsd:base64Binary',
};

const REST_TYPES: Readonly<Record<string, string>> = { INTEGER: 'int', ENCRYPTEDSTRING: 'encryptedstring' };

function field(describe: FieldDescribe): Record<string, unknown> {
  return {
    aggregatable: true,
    autoNumber: describe.isAutoNumber,
    calculated: describe.formula !== undefined || describe.summary !== undefined,
    calculatedFormula: describe.formula ?? null,
    caseSensitive: describe.isCaseSensitive,
    createable: describe.isCreateable,
    custom: describe.isCustom,
    defaultValue: null,
    defaultValueFormula: describe.defaultValue ?? null,
    defaultedOnCreate: describe.defaultValue !== undefined || (!describe.isRequired && !describe.isNillable),
    digits: describe.apexType === 'Integer' ? describe.precision : 0,
    encrypted: describe.isEncrypted,
    externalId: describe.isExternalId,
    filterable: describe.isFilterable,
    groupable: describe.isGroupable,
    idLookup: describe.isIdLookup,
    inlineHelpText: describe.inlineHelpText ?? null,
    label: describe.label,
    length: describe.length,
    name: describe.name,
    nameField: describe.isNameField,
    nillable: describe.isNillable,
    picklistValues: describe.picklistValues.map((value) => ({
      active: value.isActive,
      defaultValue: value.isDefault,
      label: value.label,
      validFor: null,
      value: value.value,
    })),
    precision: describe.precision,
    referenceTo: describe.referenceTo,
    relationshipName: describe.relationshipName ?? null,
    restrictedPicklist: describe.isRestrictedPicklist,
    scale: describe.scale,
    soapType: SOAP_TYPES[describe.type] ?? 'xsd:string',
    sortable: describe.isSortable,
    type: REST_TYPES[describe.type] ?? describe.type.toLowerCase(),
    unique: describe.isUnique,
    updateable: describe.isUpdateable,
  };
}
