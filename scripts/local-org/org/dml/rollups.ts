/** Roll-up summaries: when a detail is saved, its masters' summaries are computed again, and a master that changes is saved in full. */
import { ApexDate } from '../../library/core/apex-date.ts';
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { Decimal, toDecimal } from '../../library/core/decimal.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from '../../metadata/schema.ts';
import { unsupported } from '../../unsupported.ts';
import { updateChunk } from './save-chunk.ts';
import type { SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';

export interface ChildChange {
  readonly old: readonly unknown[] | undefined;
  readonly new: readonly unknown[] | undefined;
}

interface Rollup {
  readonly parent: ObjectDescribe;
  readonly summaryField: FieldDescribe;
  readonly lookup: FieldDescribe;
  readonly operation: string;
  readonly source: FieldDescribe | undefined;
  readonly filters: ReadonlyArray<{
    readonly field: FieldDescribe;
    readonly operation: string;
    readonly value: string;
  }>;
}

const cache = new WeakMap<Schema, Map<string, Rollup[]>>();

function rollupsOver(schema: Schema, child: ObjectDescribe): readonly Rollup[] {
  let byChild = cache.get(schema);
  if (byChild === undefined) cache.set(schema, (byChild = collectRollups(schema)));
  return byChild.get(child.name.toLowerCase()) ?? [];
}

function collectRollups(schema: Schema): Map<string, Rollup[]> {
  const byChild = new Map<string, Rollup[]>();
  for (const parent of schema.objects) {
    for (const summaryField of parent.fields) {
      if (summaryField.summary === undefined) continue;
      const [childName = '', lookupName = ''] = summaryField.summary.foreignKey.split('.');
      const child = schema.object(childName);
      const lookup = child?.fieldByName.get(lookupName.toLowerCase());
      if (child === undefined || lookup === undefined) continue;
      const fieldOf = (path: string): FieldDescribe | undefined =>
        child.fieldByName.get((path.split('.').at(-1) ?? '').toLowerCase());
      const filters = (summaryField.summary.filters as Array<{ field: string; operation: string; value: unknown }>).map(
        (filter) => ({
          field: fieldOf(filter.field) ?? unsupported(`the roll-up filter over ${filter.field}`),
          operation: filter.operation,
          value: String(filter.value ?? ''),
        }),
      );
      const source = summaryField.summary.field === undefined ? undefined : fieldOf(summaryField.summary.field);
      const list = byChild.get(child.name.toLowerCase()) ?? [];
      list.push({
        parent,
        summaryField,
        lookup,
        operation: summaryField.summary.operation.toLowerCase(),
        source,
        filters,
      });
      byChild.set(child.name.toLowerCase(), list);
    }
  }
  return byChild;
}

export function updateRollups(services: SaveServices, child: ObjectDescribe, changes: readonly ChildChange[]): void {
  const rollups = rollupsOver(services.schema, child);
  if (rollups.length === 0 || changes.length === 0) return;
  const byParent = new Map<ObjectDescribe, Map<string, Map<FieldDescribe, unknown>>>();
  for (const rollup of rollups) {
    const ids = new Set<string>();
    for (const change of changes) {
      for (const values of [change.old, change.new]) {
        const id = values?.[rollup.lookup.index];
        if (typeof id === 'string') ids.add(id);
      }
    }
    for (const id of ids) {
      const parents = byParent.get(rollup.parent) ?? new Map<string, Map<FieldDescribe, unknown>>();
      byParent.set(rollup.parent, parents);
      const values = parents.get(id) ?? new Map<FieldDescribe, unknown>();
      parents.set(id, values);
      values.set(rollup.summaryField, summarise(services, child, rollup, id));
    }
  }
  for (const [parent, valuesById] of byParent) saveParents(services, parent, valuesById);
}

function summarise(services: SaveServices, child: ObjectDescribe, rollup: Rollup, parentId: string): unknown {
  const ids = services.database.findByField(child, rollup.lookup, [parentId]).map((match) => match.id);
  const rows = [...services.database.read(child, ids).values()].filter((row) =>
    rollup.filters.every((filter) => passes(filter, row[filter.field.index])),
  );
  if (rollup.operation === 'count') return numberOf(rollup.summaryField, Decimal.ofInteger(rows.length));
  const values = rows.map((row) => row[rollup.source!.index]).filter((value) => value !== null && value !== undefined);
  if (rollup.operation === 'sum')
    return numberOf(
      rollup.summaryField,
      values.reduce<Decimal>((sum, value) => sum.plus(toDecimal(value)), Decimal.ZERO),
    );
  if (values.length === 0) return null;
  const sign = rollup.operation === 'min' ? -1 : 1;
  return values.reduce((best, value) => (compare(value, best) * sign > 0 ? value : best));
}

function numberOf(field: FieldDescribe, value: Decimal): unknown {
  return field.apexType === 'Integer'
    ? value.intValue()
    : field.scale < value.places
      ? value.rescaled(field.scale, 'HALF_UP')
      : value;
}

function compare(left: unknown, right: unknown): number {
  if (left instanceof ApexDate) return left.days - (right as ApexDate).days;
  if (left instanceof ApexDatetime) return left.millis - (right as ApexDatetime).millis;
  return toDecimal(left).compare(toDecimal(right));
}

function passes(
  filter: { readonly field: FieldDescribe; readonly operation: string; readonly value: string },
  value: unknown,
): boolean {
  const text =
    value === null || value === undefined ? '' : String(value instanceof Decimal ? value.toPlainString() : value);
  const same = filter.value.split(',').some((wanted) => wanted.trim().toLowerCase() === text.toLowerCase());
  switch (filter.operation) {
    case 'equals':
      return same || (filter.field.type === 'BOOLEAN' && (value === true) === /^(true|1)$/i.test(filter.value));
    case 'notEqual':
      return !same;
    case 'contains':
      return text.toLowerCase().includes(filter.value.toLowerCase());
    case 'startsWith':
      return text.toLowerCase().startsWith(filter.value.toLowerCase());
    case 'greaterThan':
      return text !== '' && toDecimal(value).compare(Decimal.parse(filter.value) ?? Decimal.ZERO) > 0;
    case 'lessThan':
      return text !== '' && toDecimal(value).compare(Decimal.parse(filter.value) ?? Decimal.ZERO) < 0;
    case 'greaterOrEqual':
      return text !== '' && toDecimal(value).compare(Decimal.parse(filter.value) ?? Decimal.ZERO) >= 0;
    case 'lessOrEqual':
      return text !== '' && toDecimal(value).compare(Decimal.parse(filter.value) ?? Decimal.ZERO) <= 0;
    default:
      return unsupported(`the roll-up filter operation ${filter.operation}`);
  }
}

/** The parent's own save: triggers, validation, its own roll-ups. Its failure is the child's. */
function saveParents(
  services: SaveServices,
  parent: ObjectDescribe,
  valuesById: ReadonlyMap<string, ReadonlyMap<FieldDescribe, unknown>>,
): void {
  const loaded = services.database.read(parent, [...valuesById.keys()]);
  const rows: SaveRow[] = [];
  for (const [id, values] of valuesById) {
    const old = loaded.get(id);
    if (old === undefined) continue;
    const changed = [...values].filter(([field, value]) => !same(old[field.index] ?? null, value));
    if (changed.length === 0) continue;
    const slots = new Array<unknown>(parent.fields.length);
    slots[parent.fieldByName.get('id')!.index] = id;
    const record = services.newRecord(parent, slots);
    rows.push({
      index: rows.length,
      record,
      values: [],
      old: undefined,
      given: new Set(),
      id,
      errors: [],
      platformValues: new Map(changed.map(([field, value]) => [field.index, value])),
    });
  }
  for (let at = 0; at < rows.length; at += 200) {
    const chunk = rows.slice(at, at + 200);
    updateChunk(services, parent, chunk, {
      allOrNone: true,
      mode: 'system',
      enforcesSharing: false,
      allowFieldTruncation: false,
      isPlatform: true,
      firesTriggers: true,
    });
    const failed = chunk.find((row) => row.errors.length > 0);
    if (failed !== undefined) throw services.dmlException('update', failed);
  }
}

function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  return compare(left, right) === 0;
}
