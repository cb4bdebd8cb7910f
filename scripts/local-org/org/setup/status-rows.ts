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
