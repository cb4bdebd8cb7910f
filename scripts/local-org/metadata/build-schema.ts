/**
 * Makes a schema of drafts: gives each field its slot, resolves lookups both ways, adds what objects have without being
 * asked (shares). Slots are append-only: `slots` remembers each object's field names in the order in which they came.
 */
import { copyDraft, draftField, draftObject, type FieldDraft, type ObjectDraft } from './drafts.ts';
import type { ChildRelationship, DisplayType, FieldDescribe, ObjectDescribe, Schema } from './schema.ts';

/** Field names by lower-case object name, in slot order; plain JSON, so that it can be kept in the database. */
export type Slots = { [object: string]: string[] };

export interface SchemaExtras {
  /** Custom labels by lower-case name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Visualforce pages, lower-case. */
  readonly pages: ReadonlySet<string>;
}

const APEX_TYPES: Record<DisplayType, string> = {
  ID: 'Id',
  REFERENCE: 'Id',
  STRING: 'String',
  TEXTAREA: 'String',
  PICKLIST: 'String',
  MULTIPICKLIST: 'String',
  COMBOBOX: 'String',
  EMAIL: 'String',
  PHONE: 'String',
  URL: 'String',
  ENCRYPTEDSTRING: 'String',
  BOOLEAN: 'Boolean',
  INTEGER: 'Integer',
  LONG: 'Long',
  DOUBLE: 'Decimal',
  CURRENCY: 'Decimal',
  PERCENT: 'Decimal',
  DATE: 'Date',
  DATETIME: 'Datetime',
  TIME: 'Time',
  BASE64: 'Blob',
  ADDRESS: 'Address',
  LOCATION: 'Location',
  ANYTYPE: 'Object',
};

/** Builds a schema; `slots` is extended in place with the new fields. */
export function buildSchema(drafts: readonly ObjectDraft[], slots: Slots, extras: SchemaExtras): Schema {
  const all = [...drafts.map(copyDraft), ...drafts.flatMap(shareObjects)];
  const byName = new Map(all.map((draft) => [draft.name.toLowerCase(), draft]));
  for (const draft of all) for (const field of draft.fields) resolveTargets(draft, field, all, byName);
  const children = childRelationships(all);
  const objects = all.map((draft) => finishObject(draft, slots, children.get(draft.name.toLowerCase()) ?? []));
  const objectByName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const objectByPrefix = new Map(
    objects.filter((object) => object.keyPrefix !== '').map((object) => [object.keyPrefix, object]),
  );
  return {
    objects,
    object: (name) => objectByName.get(name.toLowerCase()),
    objectByPrefix: (keyPrefix) => objectByPrefix.get(keyPrefix),
    label: (name) => extras.labels.get(name.toLowerCase()),
    hasPage: (name) => extras.pages.has(name.toLowerCase()),
  };
}

/** Expands `*`, lets activities point at custom objects, and drops targets that do not exist. */
function resolveTargets(
  object: ObjectDraft,
  field: FieldDraft,
  all: readonly ObjectDraft[],
  byName: ReadonlyMap<string, ObjectDraft>,
): void {
  if (field.type !== 'REFERENCE') return;
  let targets = field.referenceTo;
  if (targets.includes('*'))
    targets = all
      .filter((draft) => draft.isTriggerable && draft.kind !== 'event' && draft.kind !== 'metadata')
      .map((draft) => draft.name);
  else if (field.name === 'WhatId' && (object.name === 'Task' || object.name === 'Event')) {
    targets = [
      ...targets,
      ...all.filter((draft) => draft.isCustom && draft.allowsActivities).map((draft) => draft.name),
    ];
  }
  field.referenceTo = targets
    .filter((target) => byName.has(target.toLowerCase()))
    .map((target) => byName.get(target.toLowerCase())!.name);
}

function childRelationships(all: readonly ObjectDraft[]): Map<string, ChildRelationship[]> {
  const children = new Map<string, ChildRelationship[]>();
  for (const object of all) {
    for (const field of object.fields) {
      for (const target of field.referenceTo) {
        const list = children.get(target.toLowerCase()) ?? [];
        list.push({
          name: field.childRelationshipName,
          childObject: object.name,
          field: field.name,
          isCascadeDelete: field.deleteConstraint === 'Cascade',
        });
        children.set(target.toLowerCase(), list);
      }
    }
  }
  return children;
}

function finishObject(draft: ObjectDraft, slots: Slots, childRelationshipsOfIt: ChildRelationship[]): ObjectDescribe {
  const fields = inSlotOrder(draft, slots).map(finishField);
  const { allowsActivities: _, ...rest } = draft;
  return {
    ...rest,
    fields,
    fieldByName: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    parentByName: new Map(
      fields
        .filter((field) => field.relationshipName !== undefined)
        .map((field) => [field.relationshipName!.toLowerCase(), field]),
    ),
    childRelationships: childRelationshipsOfIt,
  };
}

/**
 * Known fields first, in the order in which they came; a removed field's slot is closed up (programs are linked anew
 * with each schema), so `fields[index].index === index` always holds.
 */
function inSlotOrder(draft: ObjectDraft, slots: Slots): FieldDraft[] {
  const byName = new Map(draft.fields.map((field) => [field.name.toLowerCase(), field]));
  const known = (slots[draft.name.toLowerCase()] ?? []).filter((name) => byName.has(name));
  const names = [...new Set([...known, ...byName.keys()])];
  slots[draft.name.toLowerCase()] = names;
  return names.map((name) => byName.get(name)!);
}

function finishField(field: FieldDraft, index: number): FieldDescribe {
  return { ...field, index, apexType: field.apexType ?? APEX_TYPES[field.type] };
}

/** Why a record is shared, besides the reasons that an object declares. */
const ROW_CAUSES = ['Owner', 'Manual', 'Rule', 'Team', 'Territory', 'ImplicitChild', 'ImplicitParent'];

/** Custom objects whose records are not everybody's have a share object (Object Reference, "Custom Object__Share"). */
function shareObjects(object: ObjectDraft): ObjectDraft[] {
  if (object.kind !== 'custom' || object.sharingModel === 'ControlledByParent' || object.sharingModel === 'ReadWrite')
    return [];
  const name = object.name.replace(/__c$/, '__Share');
  const reference = (fieldName: string, referenceTo: string[], relationshipName: string): FieldDraft =>
    draftField({
      name: fieldName,
      type: 'REFERENCE',
      length: 18,
      referenceTo,
      relationshipName,
      isNillable: false,
      isUpdateable: false,
      isRequired: true,
    });
  return [
    draftObject({
      name,
      label: `Share: ${object.label}`,
      labelPlural: `Share: ${object.label}`,
      keyPrefix: '02c',
      kind: 'other',
      isCustom: false,
      fields: [
        draftField({
          name: 'Id',
          type: 'ID',
          length: 18,
          isNillable: false,
          isCreateable: false,
          isUpdateable: false,
          isIdLookup: true,
        }),
        {
          ...reference('ParentId', [object.name], 'Parent'),
          childRelationshipName: 'Shares',
          deleteConstraint: 'Cascade',
        },
        draftField({
          name: 'AccessLevel',
          type: 'PICKLIST',
          length: 40,
          isNillable: false,
          isRequired: true,
          picklistValues: ['Read', 'Edit', 'All'].map((value) => ({
            value,
            label: value,
            isActive: true,
            isDefault: false,
          })),
        }),
        reference('UserOrGroupId', ['Group', 'User'], 'UserOrGroup'),
        draftField({
          name: 'RowCause',
          type: 'PICKLIST',
          length: 40,
          defaultValue: 'Manual',
          isUpdateable: false,
          picklistValues: [...ROW_CAUSES, ...(object.sharingReasons ?? [])].map((value) => ({
            value,
            label: value,
            isActive: true,
            isDefault: value === 'Manual',
          })),
        }),
        draftField({
          name: 'LastModifiedDate',
          type: 'DATETIME',
          isNillable: false,
          isCreateable: false,
          isUpdateable: false,
        }),
        { ...reference('LastModifiedById', ['User'], 'LastModifiedBy'), isCreateable: false, isRequired: false },
        draftField({ name: 'IsDeleted', type: 'BOOLEAN', isNillable: false, isCreateable: false, isUpdateable: false }),
      ],
    }),
  ];
}
