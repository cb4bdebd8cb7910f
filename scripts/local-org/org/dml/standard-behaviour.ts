/**
 * What standard objects do by themselves on save: stages know their probability, tasks know when they are closed, users
 * get their nickname. A table of small rules, one per object.
 */
import { Decimal, ApexDouble } from '../../library/core/decimal.ts';
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import type { SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';

type Rule = (services: SaveServices, object: ObjectDescribe, row: SaveRow) => void;

interface Stage {
  readonly probability: number;
  readonly category: string;
  readonly closed?: 'won' | 'lost';
}

const STAGES: Readonly<Record<string, Stage>> = {
  prospecting: { probability: 10, category: 'Pipeline' },
  qualification: { probability: 10, category: 'Pipeline' },
  'needs analysis': { probability: 20, category: 'Pipeline' },
  'value proposition': { probability: 50, category: 'Pipeline' },
  'id. decision makers': { probability: 60, category: 'Pipeline' },
  'perception analysis': { probability: 70, category: 'Pipeline' },
  'proposal/price quote': { probability: 75, category: 'Pipeline' },
  'negotiation/review': { probability: 90, category: 'Pipeline' },
  'closed won': { probability: 100, category: 'Closed', closed: 'won' },
  'closed lost': { probability: 0, category: 'Omitted', closed: 'lost' },
};

const INSERT_RULES: Readonly<Record<string, Rule>> = {
  User: (_services, object, row) => {
    if (!row.given.has(index(object, 'IsActive'))) set(object, row, 'IsActive', true);
    if (get(object, row, 'UserType') === null) set(object, row, 'UserType', 'Standard');
    if (get(object, row, 'CommunityNickname') === null)
      set(
        object,
        row,
        'CommunityNickname',
        String(get(object, row, 'Username') ?? '')
          .split('@')[0]!
          .slice(0, 40),
      );
  },
  PermissionSet: (_services, object, row) => {
    set(object, row, 'IsCustom', true);
    set(object, row, 'IsOwnedByProfile', false);
    if (get(object, row, 'Type') === null) set(object, row, 'Type', 'Regular');
  },
};

/** Rules that hold on every save; they run after the before triggers. */
const SAVE_RULES: Readonly<Record<string, Rule>> = {
  Opportunity: (_services, object, row) => {
    const stage = STAGES[String(get(object, row, 'StageName') ?? '').toLowerCase()];
    if (stage === undefined || !changes(object, row, 'StageName')) return;
    set(object, row, 'IsClosed', stage.closed !== undefined);
    set(object, row, 'IsWon', stage.closed === 'won');
    if (!row.given.has(index(object, 'Probability')) || get(object, row, 'Probability') === null)
      set(object, row, 'Probability', percent(object, stage.probability));
    set(object, row, 'ForecastCategory', stage.category);
    set(object, row, 'ForecastCategoryName', stage.category);
  },
  Case: (services, object, row) => {
    const closed = String(get(object, row, 'Status') ?? '')
      .toLowerCase()
      .startsWith('closed');
    set(object, row, 'IsClosed', closed);
    const date = index(object, 'ClosedDate');
    if (date >= 0) row.values[date] = closed ? (row.values[date] ?? new ApexDatetime(services.now())) : null;
  },
  Task: (_services, object, row) => {
    set(object, row, 'IsClosed', String(get(object, row, 'Status') ?? '').toLowerCase() === 'completed');
  },
};

export function standardDefaults(services: SaveServices, object: ObjectDescribe, row: SaveRow): void {
  if (object.kind === 'hierarchy-setting' && get(object, row, 'SetupOwnerId') === null)
    set(object, row, 'SetupOwnerId', services.organizationId);
  INSERT_RULES[object.name]?.(services, object, row);
}

export function standardRules(services: SaveServices, object: ObjectDescribe, row: SaveRow): void {
  SAVE_RULES[object.name]?.(services, object, row);
}

function percent(object: ObjectDescribe, value: number): unknown {
  return object.fieldByName.get('probability')?.apexType === 'Double'
    ? new ApexDouble(value)
    : Decimal.ofInteger(value);
}

function changes(object: ObjectDescribe, row: SaveRow, name: string): boolean {
  return row.old === undefined || row.old[index(object, name)] !== row.values[index(object, name)];
}

function index(object: ObjectDescribe, name: string): number {
  return object.fieldByName.get(name.toLowerCase())?.index ?? -1;
}

function get(object: ObjectDescribe, row: SaveRow, name: string): unknown {
  const at = index(object, name);
  return at < 0 ? null : (row.values[at] ?? null);
}

function set(object: ObjectDescribe, row: SaveRow, name: string, value: unknown): void {
  const at = index(object, name);
  if (at >= 0) row.values[at] = value;
}
