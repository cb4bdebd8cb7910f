/** LeadStatus, OpportunityStage and their like: rows that say more about picklist values than the describe does. */
import type { Schema } from '../../metadata/schema.ts';
import type { PlainRow, Rows } from '../engine/rows.ts';

interface StatusTable {
  readonly object: string;
  readonly field: readonly [object: string, field: string];
  readonly more: (value: string) => PlainRow;
}

const TABLES: readonly StatusTable[] = [
  {
    object: 'LeadStatus',
    field: ['Lead', 'Status'],
    more: (value) => ({ IsConverted: /convert|^qualified|- qualified/i.test(value) && !/not convert/i.test(value) }),
  },
  {
    object: 'OpportunityStage',
    field: ['Opportunity', 'StageName'],
    more: (value) => ({ IsClosed: /^closed/i.test(value), IsWon: /^closed won/i.test(value), IsActive: true }),
  },
  { object: 'CaseStatus', field: ['Case', 'Status'], more: (value) => ({ IsClosed: /^closed/i.test(value) }) },
  { object: 'TaskStatus', field: ['Task', 'Status'], more: (value) => ({ IsClosed: /^completed/i.test(value) }) },
  { object: 'TaskPriority', field: ['Task', 'Priority'], more: (value) => ({ IsHighPriority: /^high/i.test(value) }) },
];

/** What SOQL sees of the schema: an EntityDefinition for each object, a FieldDefinition for each custom field. */
export function syncDefinitionRows(rows: Rows, schema: Schema): void {
  const present = new Set(rows.all('EntityDefinition').map((row) => row.QualifiedApiName));
  const fieldsPresent = new Set(rows.all('FieldDefinition').map((row) => row.DurableId));
  for (const object of schema.objects) {
    if (object.kind === 'other') continue;
    if (!present.has(object.name)) {
      rows.insert('EntityDefinition', {
        DurableId: object.name,
        QualifiedApiName: object.name,
        DeveloperName: object.name.replace(/__\w+$/, ''),
        Label: object.label,
        MasterLabel: object.label,
        PluralLabel: object.labelPlural,
        KeyPrefix: object.keyPrefix,
        IsQueryable: object.isQueryable,
        IsCustomizable: true,
      });
    }
    for (const field of object.fields) {
      const durableId = `${object.name}.${field.name}`;
      if (!field.isCustom || fieldsPresent.has(durableId)) continue;
      rows.insert('FieldDefinition', {
        DurableId: durableId,
        QualifiedApiName: field.name,
        DeveloperName: field.name.replace(/__c$/, ''),
        EntityDefinitionId: object.name,
        Label: field.label,
        MasterLabel: field.label,
        DataType: field.type,
      });
    }
  }
}

/** Fits the rows to the values of the schema. */
export function syncStatusRows(rows: Rows, schema: Schema): void {
  for (const { object, field, more } of TABLES) {
    const values = schema.object(field[0])?.fieldByName.get(field[1].toLowerCase())?.picklistValues ?? [];
    if (schema.object(object) === undefined) continue;
    const present = new Set(
      rows
        .where(
          object,
          'MasterLabel',
          values.map((entry) => entry.value),
        )
        .map((row) => row.MasterLabel),
    );
    values.forEach((entry, at) => {
      if (present.has(entry.value)) return;
      rows.insert(object, {
        MasterLabel: entry.value,
        ApiName: entry.value,
        SortOrder: at + 1,
        IsDefault: entry.isDefault,
        ...more(entry.value),
      });
    });
  }
}
