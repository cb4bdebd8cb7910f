/**
 * Reads the tables of standard objects. One line opens an object:
 *
 *   Lead 00Q "Lead" "Leads" ReadWriteTransfer create update delete undelete merge trigger
 *
 * (API name, key prefix, labels, sharing model, then what may be done; `setup`: MIXED_DML_OPERATION, `visible`: seen by
 * tests). Each indented line is a field:
 *
 *   Name text(255) name ro "Full Name"          type(length or precision,scale), flags, label where it is not the name
 *   OwnerId ref Group,User as Owner child Leads   lookups: targets (`*`: any), relationship, child list
 *   EntityDefinitionId nameref EntityDefinition    a lookup by API name
 *   Status picklist(255) : New*|Working           picklist values, `*` marks the default
 *
 * Flags: required, notnull, ro (never written), createonly, system (written by the platform), unique, idlookup, external,
 * cs (case-sensitive), nofilter, name, auto (`format …`), cascade, restrict, `default value`.
 */
import type { DisplayType, PicklistValue } from '../schema.ts';
import { draftField, draftObject, type FieldDraft, type ObjectDraft } from '../drafts.ts';

const TYPES: Record<string, DisplayType> = {
  id: 'ID',
  text: 'STRING',
  textarea: 'TEXTAREA',
  boolean: 'BOOLEAN',
  integer: 'INTEGER',
  long: 'LONG',
  number: 'DOUBLE',
  currency: 'CURRENCY',
  percent: 'PERCENT',
  date: 'DATE',
  datetime: 'DATETIME',
  time: 'TIME',
  picklist: 'PICKLIST',
  multipicklist: 'MULTIPICKLIST',
  combobox: 'COMBOBOX',
  ref: 'REFERENCE',
  nameref: 'STRING',
  email: 'EMAIL',
  phone: 'PHONE',
  url: 'URL',
  base64: 'BASE64',
  address: 'ADDRESS',
  location: 'LOCATION',
};

/** Parses one table's text. */
export function parseTable(text: string): ObjectDraft[] {
  const objects: ObjectDraft[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (line.startsWith('  ')) objects.at(-1)!.fields.push(parseField(line.trim()));
    else objects.push(parseObject(line));
  }
  return objects;
}

function parseObject(line: string): ObjectDraft {
  const match = /^(\w+) (\w{3}|-) "([^"]*)" "([^"]*)" (\w+) ?(.*)$/.exec(line);
  if (match === null) throw new Error(`Not an object line: ${line}`);
  const [, name, keyPrefix, label, labelPlural, sharingModel, flags] = match;
  const can = new Set(flags!.split(' '));
  return draftObject({
    name: name!,
    keyPrefix: keyPrefix === '-' ? '' : keyPrefix!,
    kind: can.has('event') ? 'event' : keyPrefix === '-' ? 'other' : 'standard',
    isQueryable: keyPrefix !== '-',
    label: label!,
    labelPlural: labelPlural!,
    sharingModel: sharingModel as ObjectDraft['sharingModel'],
    isCreateable: can.has('create'),
    isUpdateable: can.has('update'),
    isDeletable: can.has('delete'),
    isUndeletable: can.has('undelete'),
    publishBehavior: can.has('event') ? 'PublishAfterCommit' : undefined,
    isMergeable: can.has('merge'),
    isTriggerable: can.has('trigger'),
    isSetup: can.has('setup'),
    isVisibleInTests: can.has('visible') || can.has('setup'),
  });
}

/** Splits `… : a|b*` off, then reads the words. */
function parseField(line: string): FieldDraft {
  const at = line.indexOf(' : ');
  const head = at < 0 ? line : line.slice(0, at);
  const label = /"([^"]*)"/.exec(head)?.[1];
  const words = head
    .replace(/"[^"]*"/, '')
    .split(' ')
    .filter((word) => word !== '');
  const name = words[0]!;
  const [, typeWord, first, second] = /^(\w+)(?:\((\d+)(?:,(\d+))?\))?$/.exec(words[1]!)!;
  const type = TYPES[typeWord!]!;
  const isNumber = type === 'DOUBLE' || type === 'CURRENCY' || type === 'PERCENT';
  const field = draftField({
    name,
    type,
    label: label ?? splitName(name),
    length: isNumber ? 0 : type === 'ID' || type === 'REFERENCE' ? 18 : Number(first ?? 0),
    precision: isNumber ? Number(first) : type === 'INTEGER' ? 9 : type === 'LONG' ? 18 : 0,
    scale: isNumber ? Number(second ?? 0) : 0,
    picklistValues: at < 0 ? [] : parseValues(line.slice(at + 3)),
  });
  applyFlags(field, words.slice(2), typeWord === 'nameref');
  return field;
}

function parseValues(text: string): PicklistValue[] {
  return text.split('|').map((word) => {
    const isDefault = word.endsWith('*');
    const value = isDefault ? word.slice(0, -1) : word;
    return { value, label: value, isActive: true, isDefault };
  });
}

function applyFlags(field: FieldDraft, words: string[], isLookup: boolean): void {
  if (field.type === 'REFERENCE' || isLookup) field.referenceTo = words.shift()!.split(',');
  if (field.type === 'ID')
    Object.assign(field, { isNillable: false, isCreateable: false, isUpdateable: false, isIdLookup: true });
  if (field.type === 'BOOLEAN') field.isNillable = false;
  if (field.type === 'ADDRESS' || field.type === 'LOCATION')
    Object.assign(field, { isSortable: false, isGroupable: false, isFilterable: false });
  if (field.picklistValues.some((value) => value.isDefault))
    field.defaultValue = field.picklistValues.find((value) => value.isDefault)!.value;
  while (words.length > 0) applyFlag(field, words.shift()!, words);
  field.isRequired = field.isRequired && field.isCreateable;
}

function applyFlag(field: FieldDraft, flag: string, rest: string[]): void {
  switch (flag) {
    case 'as':
      field.relationshipName = rest.shift();
      break;
    case 'child':
      field.childRelationshipName = rest.shift();
      break;
    case 'default':
      field.defaultValue = rest.shift();
      break;
    case 'format':
      field.displayFormat = rest.shift();
      break;
    case 'required':
      Object.assign(field, { isRequired: true, isNillable: false });
      break;
    case 'notnull':
      field.isNillable = false;
      break;
    case 'ro':
      Object.assign(field, { isCreateable: false, isUpdateable: false });
      break;
    case 'system':
      Object.assign(field, { isCreateable: false, isUpdateable: false, isNillable: false });
      break;
    case 'createonly':
      field.isUpdateable = false;
      break;
    case 'unique':
      field.isUnique = true;
      break;
    case 'idlookup':
      field.isIdLookup = true;
      break;
    case 'external':
      Object.assign(field, { isExternalId: true, isIdLookup: true });
      break;
    case 'cs':
      field.isCaseSensitive = true;
      break;
    case 'nofilter':
      Object.assign(field, { isFilterable: false, isSortable: false, isGroupable: false });
      break;
    case 'name':
      field.isNameField = true;
      break;
    case 'auto':
      Object.assign(field, { isAutoNumber: true, isCreateable: false, isUpdateable: false, isNillable: false });
      break;
    case 'cascade':
      field.deleteConstraint = 'Cascade';
      break;
    case 'restrict':
      field.deleteConstraint = 'Restrict';
      break;
    default:
      throw new Error(`Unknown flag ${flag} of field ${field.name}`);
  }
}

/** LastActivityDate → Last Activity Date. */
function splitName(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ');
}
