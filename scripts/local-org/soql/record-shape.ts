/**
 * What a query without aggregates selects: a tree of records, the parents that its paths reach hanging below the queried
 * one. Each node knows in which columns of a row its values stand.
 */
import type { Identifier, SoqlFieldsFunction, SoqlQuery, SoqlSelectFunction, SoqlTypeof } from '../apex/ast.ts';
import { quote, type SqlRow } from '../database/connection.ts';
import { columnExpression, decodeValue } from '../database/value-codec.ts';
import { SObjectRecord } from '../library/core/sobject-record.ts';
import { System_Address } from '../library/system/small.ts';
import type { FieldDescribe, ObjectDescribe } from '../metadata/schema.ts';
import { unsupported } from '../unsupported.ts';
import { functionColumn, functionName, isAggregateCall, pathOf } from './functions.ts';
import { noSuchColumn, noSuchObject, QueryError } from './query-error.ts';
import type { QueryOptions } from './query-options.ts';
import type { Column, Place, Scope } from './scope.ts';
import type { Statement } from './statement.ts';

interface Slot {
  readonly column: number;
  readonly index: number;
  readonly field: FieldDescribe;
}

interface Node {
  readonly object: ObjectDescribe;
  /** The column that tells whether there is a record at all. */
  readonly idColumn: number;
  readonly slots: Slot[];
  readonly parents: Map<string, Node>;
  /** Addresses, each made of the slots of its parts. */
  readonly addresses: Array<{ readonly index: number; readonly parts: ReadonlyArray<readonly [string, Slot]> }>;
  /** TYPEOF: the node of each target object, by its name; `*` is ELSE. */
  readonly targets?: Map<string, Node>;
}

const ADDRESS_PARTS = [
  'Street',
  'City',
  'State',
  'StateCode',
  'PostalCode',
  'Country',
  'CountryCode',
  'Latitude',
  'Longitude',
  'GeocodeAccuracy',
];

/** null where no part is filled. */
function buildAddress(parts: ReadonlyArray<readonly [string, Slot]>, row: SqlRow): System_Address | null {
  const values = parts.map(([name, { column, field }]) => [name, decodeValue(field, row[column]!)] as const);
  return values.some(([, value]) => value !== null) ? new System_Address(Object.fromEntries(values)) : null;
}

export class RecordShape {
  /** SQL of each selected column. The first is the record's own id. */
  readonly columns: string[] = [];
  readonly subqueries: SoqlQuery[] = [];
  private readonly root: Node;
  private readonly scope: Scope;
  private readonly options: QueryOptions;
  private readonly statement: Statement;

  constructor(query: SoqlQuery, scope: Scope, options: QueryOptions, statement: Statement) {
    this.scope = scope;
    this.options = options;
    this.statement = statement;
    this.root = this.node(scope.object, `${scope.alias}."Id"`);
    // The id comes with every record, asked for or not (Apex Developer Guide, "Working with SOQL").
    this.addColumn(this.root, scope.object.fieldByName.get('id')!, `${scope.alias}."Id"`);
    for (const item of query.select) {
      if (item.kind === 'SoqlSelectField') this.addPath(item.path.names);
      else if (item.kind === 'SoqlSelectFunction') this.addFunction(item);
      else if (item.kind === 'SoqlSubquery') this.subqueries.push(item.query);
      else if (item.kind === 'SoqlTypeof') this.addTypeof(item);
      else this.addAllFields(item, query);
    }
  }

  /** Builds the record of a row. */
  build(row: SqlRow): SObjectRecord {
    return this.buildNode(this.root, row)!;
  }

  private buildNode(node: Node, row: SqlRow): SObjectRecord | null {
    const id = row[node.idColumn];
    if (id === null) return null;
    const target = node.targets === undefined ? node : this.targetOf(node, String(id));
    const record = new SObjectRecord(target.object, true);
    for (const { column, index, field } of target.slots) record.slots[index] = decodeValue(field, row[column]!);
    for (const { index, parts } of target.addresses) record.slots[index] = buildAddress(parts, row);
    for (const [relationship, parent] of target.parents) record.setParent(relationship, this.buildNode(parent, row));
    return record;
  }

  private targetOf(node: Node, id: string): Node {
    const object = this.options.schema.objectByPrefix(id.slice(0, 3));
    return (
      node.targets!.get(object?.name.toLowerCase() ?? '') ??
      node.targets!.get('*') ?? {
        object: object ?? node.object,
        idColumn: node.idColumn,
        slots: [],
        parents: new Map(),
        addresses: [],
      }
    );
  }

  private node(object: ObjectDescribe, idSql: string): Node {
    return { object, idColumn: this.columns.push(idSql) - 1, slots: [], parents: new Map(), addresses: [] };
  }

  private addColumn(node: Node, field: FieldDescribe, sql: string): void {
    const target = node.object.fieldByName.get(field.name.toLowerCase());
    if (target === undefined || node.slots.some((slot) => slot.index === target.index)) return;
    node.slots.push({ column: this.columns.push(columnExpression(field, sql)) - 1, index: target.index, field });
  }

  private addPath(names: readonly Identifier[]): void {
    const { place, name, relationships } = this.scope.resolve(names);
    const node = this.nodeAt(relationships);
    if (this.isCompound(place, name.name)) return this.addCompound(node, place, name);
    this.addColumn(
      node,
      this.scope.field(place, name.name, name.start).field,
      this.scope.field(place, name.name, name.start).sql,
    );
  }

  /** The node of a chain of relationships, made on the way. */
  private nodeAt(relationships: readonly Identifier[]): Node {
    let node = this.root;
    let place = this.scope.root;
    for (const relationship of relationships) {
      const key = relationship.name.toLowerCase();
      const child = place;
      place = this.scope.parent(place, relationship);
      let next = node.parents.get(key);
      if (next === undefined) {
        // Asking for a parent's field brings the lookup's own along.
        const lookup = node.object.parentByName.get(key);
        if (lookup?.type === 'REFERENCE')
          this.addColumn(node, lookup, this.scope.field(child, lookup.name, relationship.start).sql);
        next = this.node(this.objectOf(place), this.idOf(place));
        node.parents.set(key, next);
        const idField = next.object.fieldByName.get('id');
        if (idField !== undefined) this.addColumn(next, idField, this.idOf(place));
      }
      node = next;
    }
    return node;
  }

  /** Behind a polymorphic lookup stands the object Name, unless TYPEOF says more. */
  private objectOf(place: Place): ObjectDescribe {
    return place.isPolymorphic || place.tables.length === 0
      ? this.options.schema.object('Name')!
      : place.tables[0]!.object;
  }

  /** A lookup to a record that the joined table does not hold reads as null. */
  private idOf(place: Place): string {
    return place.isPolymorphic || place.tables.length === 0 ? place.idExpression : `${place.tables[0]!.alias}."Id"`;
  }

  private isCompound(place: Place, name: string): boolean {
    const type = place.isPolymorphic ? undefined : place.tables[0]?.object.fieldByName.get(name.toLowerCase())?.type;
    return type === 'ADDRESS' || type === 'LOCATION';
  }

  /** `MailingAddress` is made of MailingStreet, MailingCity …; asking for it brings them along. */
  private addCompound(node: Node, place: Place, name: Identifier): void {
    const field = node.object.fieldByName.get(name.name.toLowerCase());
    if (field?.type !== 'ADDRESS') unsupported(`the compound field ${name.name} in a query (ask for its parts)`);
    const prefix = field.name.slice(0, -'Address'.length);
    const parts: Array<readonly [string, Slot]> = [];
    for (const part of ADDRESS_PARTS) {
      const partField = node.object.fieldByName.get(`${prefix}${part}`.toLowerCase());
      if (partField === undefined) continue;
      this.addColumn(node, partField, this.scope.field(place, partField.name, name.start).sql);
      parts.push([part, node.slots.find((slot) => slot.index === partField.index)!]);
    }
    node.addresses.push({ index: field.index, parts });
  }

  private addFunction(item: SoqlSelectFunction): void {
    const name = functionName(item.call);
    if (isAggregateCall(item.call))
      throw new QueryError('MALFORMED_QUERY', 'An aggregate function needs an aggregate query', item.start);
    if (name !== 'TOLABEL' && name !== 'CONVERTCURRENCY')
      unsupported(`${item.call.name.name}() in a query without GROUP BY`);
    if (item.alias !== undefined) unsupported(`an alias of ${item.call.name.name}() in a query without GROUP BY`);
    const column: Column = functionColumn(item.call, this.scope, this.options, this.statement);
    const names = pathOf(item.call);
    this.addColumn(this.nodeAt(this.scope.resolve(names).relationships), column.field, column.sql);
  }

  private addTypeof(item: SoqlTypeof): void {
    const { place: from, name, relationships } = this.scope.resolve(item.field.names);
    const place = this.scope.parent(from, name);
    const targets = new Map<string, Node>();
    for (const when of item.whens) {
      const table = place.tables.find(({ object }) => object.name.toLowerCase() === when.object.name.toLowerCase());
      if (table === undefined) throw noSuchObject(when.object.name, when.object.start);
      const node = this.node(table.object, `${table.alias}."Id"`);
      this.addColumn(node, table.object.fieldByName.get('id')!, `${table.alias}."Id"`);
      for (const { names } of when.fields) this.addTargetField(node, table, names);
      targets.set(table.object.name.toLowerCase(), node);
    }
    if (item.otherwise !== undefined) {
      const node = this.node(this.options.schema.object('Name')!, place.idExpression);
      for (const { names } of item.otherwise) {
        const column = this.scope.field(place, names.at(-1)!.name, names.at(-1)!.start);
        this.addColumn(node, column.field, column.sql);
      }
      targets.set('*', node);
    }
    const parent = this.nodeAt(relationships);
    parent.parents.set(name.name.toLowerCase(), {
      ...this.node(this.options.schema.object('Name')!, place.idExpression),
      targets,
    });
  }

  private addTargetField(
    node: Node,
    table: { readonly object: ObjectDescribe; readonly alias: string },
    names: readonly Identifier[],
  ): void {
    if (names.length > 1) unsupported('parents of parents in TYPEOF');
    const [name] = names;
    const field = table.object.fieldByName.get(name!.name.toLowerCase());
    if (field === undefined) throw noSuchColumn(name!.name, table.object.name, name!.start);
    this.addColumn(node, field, field.formula === undefined ? `${table.alias}.${quote(field.name)}` : 'NULL');
  }

  /** FIELDS(ALL) and FIELDS(CUSTOM) are unbounded, and so need a LIMIT of at most 200 (SOQL Reference, "FIELDS()"). */
  private addAllFields(item: SoqlFieldsFunction, query: SoqlQuery): void {
    const isBounded =
      query.limit?.kind === 'SoqlLiteral' ? Number(query.limit.value) <= 200 : query.limit !== undefined;
    if (item.group !== 'standard' && !isBounded) {
      throw new QueryError('MALFORMED_QUERY', 'The SOQL FIELDS function must have a LIMIT of at most 200', item.start);
    }
    for (const field of this.scope.object.fields) {
      if (item.group === 'standard' ? field.isCustom : item.group === 'custom' && !field.isCustom) continue;
      if (field.type === 'ADDRESS' || field.type === 'LOCATION') continue;
      if (this.options.canRead !== undefined && !this.options.canRead(this.scope.object, field)) continue;
      const column = this.scope.field(this.scope.root, field.name, item.start);
      this.addColumn(this.root, column.field, column.sql);
    }
  }
}
