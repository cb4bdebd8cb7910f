/**
 * The tables of one FROM: the queried object, and the parents that field paths reach, each joined once (LEFT JOIN, so
 * that a missing parent reads as null). A polymorphic lookup joins every target; a field of it is the first that is there.
 */
import type { Identifier, SoqlQuery } from '../apex/ast.ts';
import { quote } from '../database/connection.ts';
import { comparesWithoutCase, hasTable, isComputedName, isStored } from '../database/tables.ts';
import { columnExpression } from '../database/value-codec.ts';
import { compileFormula } from '../metadata/formula/index.ts';
import type { FieldDescribe, ObjectDescribe } from '../metadata/schema.ts';
import { unsupported } from '../unsupported.ts';
import { useDefinitions } from './definition-tables.ts';
import { noSuchColumn, noSuchObject, noSuchRelationship, QueryError } from './query-error.ts';
import type { QueryOptions } from './query-options.ts';
import type { FormulaCall } from './sql-functions.ts';
import { literal, type Statement } from './statement.ts';

/** A table that a path has reached; more than one behind a polymorphic lookup. */
export interface Place {
  readonly key: string;
  readonly tables: ReadonlyArray<{ readonly object: ObjectDescribe; readonly alias: string }>;
  /** The lookup's value, for what needs no join (Type, Name of anything). */
  readonly idExpression: string;
  readonly isPolymorphic: boolean;
}

/** A field in SQL. */
export interface Column {
  readonly field: FieldDescribe;
  readonly object: ObjectDescribe;
  readonly sql: string;
  /** Compares without case, and is more than a plain column (which knows its own collation). */
  readonly needsCollation: boolean;
}

/** What queries may ask of a polymorphic parent that reaches too many objects to join. */
const MAXIMUM_JOINED_TARGETS = 14;

export class Scope {
  readonly object: ObjectDescribe;
  readonly root: Place;
  readonly formulas: FormulaCall[];
  private readonly options: QueryOptions;
  private readonly statement: Statement;
  private readonly places = new Map<string, Place>();
  private readonly joins: string[] = [];
  /** Names that FROM gives: `FROM Contact c, c.Account a`. */
  private readonly prefixes = new Map<string, readonly Identifier[]>();

  constructor(object: ObjectDescribe, options: QueryOptions, statement: Statement, formulas: FormulaCall[]) {
    this.object = object;
    this.options = options;
    this.statement = statement;
    this.formulas = formulas;
    const alias = statement.alias();
    this.root = { key: '', tables: [{ object, alias }], idExpression: `${alias}."Id"`, isPolymorphic: false };
    if (!hasTable(object) || !object.isQueryable) throw noSuchObject(object.name);
    useDefinitions(object, options);
    if (options.canRead !== undefined && !options.canRead(object, undefined))
      throw noSuchObject(object.name, undefined, true);
  }

  get alias(): string {
    return this.root.tables[0]!.alias;
  }

  addNames(query: SoqlQuery): void {
    const [first, ...others] = query.from;
    if (first?.alias !== undefined) this.prefixes.set(first.alias.name.toLowerCase(), []);
    this.prefixes.set(this.object.name.toLowerCase(), []);
    for (const other of others) {
      if (other.alias !== undefined)
        this.prefixes.set(other.alias.name.toLowerCase(), this.withoutPrefix(other.path.names));
    }
  }

  private withoutPrefix(names: readonly Identifier[]): readonly Identifier[] {
    if (names.length < 2) return names;
    const prefix = this.prefixes.get(names[0]!.name.toLowerCase());
    if (prefix === undefined) return names;
    // A relationship of the same name as the object wins: Account.Account is no prefix.
    if (prefix.length === 0 && this.object.parentByName.has(names[0]!.name.toLowerCase())) return names;
    return [...prefix, ...names.slice(1)];
  }

  /** `FROM Lead l JOIN …`, once all paths have been asked for. */
  fromClause(): string {
    return `${quote(this.object.name)} ${this.alias}${this.joins.map((join) => ` ${join}`).join('')}`;
  }

  /** The place and field that a path means. */
  resolve(path: readonly Identifier[]): {
    readonly place: Place;
    readonly name: Identifier;
    readonly relationships: readonly Identifier[];
  } {
    const names = this.withoutPrefix(path);
    let place = this.root;
    for (const name of names.slice(0, -1)) place = this.parent(place, name);
    return { place, name: names.at(-1)!, relationships: names.slice(0, -1) };
  }

  column(path: readonly Identifier[]): Column {
    const { place, name } = this.resolve(path);
    return this.field(place, name.name, name.start);
  }

  /** Follows a parent relationship, joining its target. */
  parent(place: Place, name: Identifier): Place {
    const key = `${place.key}.${name.name.toLowerCase()}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const sources = place.tables.filter(({ object }) => object.parentByName.has(name.name.toLowerCase()));
    if (sources.length === 0) throw noSuchRelationship(name.name, place.tables[0]!.object.name, name.start);
    const lookup = sources[0]!.object.parentByName.get(name.name.toLowerCase())!;
    this.checkReadable(sources[0]!.object, lookup, name.name, name.start);
    const idExpression =
      sources.length === 1
        ? `${sources[0]!.alias}.${quote(lookup.name)}`
        : `coalesce(${sources.map(({ object, alias }) => `${alias}.${quote(object.parentByName.get(name.name.toLowerCase())!.name)}`).join(', ')})`;
    const targets = lookup.referenceTo
      .map((target) => this.options.schema.object(target)!)
      .filter((target) => hasTable(target));
    const joined = targets.length > MAXIMUM_JOINED_TARGETS ? [] : targets;
    const tables = joined.map((object) => ({ object, alias: this.statement.alias() }));
    for (const { object, alias } of tables) this.joins.push(joinSql(lookup, object, alias, idExpression));
    for (const { object } of tables) useDefinitions(object, this.options);
    const made: Place = { key, tables, idExpression, isPolymorphic: targets.length > 1 };
    this.places.set(key, made);
    return made;
  }

  /** A field of a place, access checked. */
  field(place: Place, name: string, offset: number): Column {
    if (place.isPolymorphic) return this.polymorphicField(place, name, offset);
    const { object, alias } = place.tables[0]!;
    const field = object.fieldByName.get(name.toLowerCase());
    if (field === undefined) throw noSuchColumn(name, object.name, offset);
    this.checkReadable(object, field, name, offset);
    return this.tableField(object, alias, field, place);
  }

  private tableField(object: ObjectDescribe, alias: string, field: FieldDescribe, place: Place): Column {
    if (field.formula !== undefined) return this.formulaColumn(object, field, place);
    if (!isStored(field)) return { field, object, sql: 'NULL', needsCollation: false };
    return { field, object, sql: `${alias}.${quote(field.name)}`, needsCollation: false };
  }

  private polymorphicField(place: Place, name: string, offset: number): Column {
    const nameObject = this.options.schema.object('Name')!;
    const lower = name.toLowerCase();
    const declared = nameObject.fieldByName.get(lower);
    if (lower === 'type')
      return { field: declared!, object: nameObject, sql: `apex_type(${place.idExpression})`, needsCollation: true };
    if (lower === 'id') return { field: declared!, object: nameObject, sql: place.idExpression, needsCollation: false };
    if (place.tables.length === 0) {
      if (lower === 'name')
        return { field: declared!, object: nameObject, sql: `apex_name(${place.idExpression})`, needsCollation: true };
      return unsupported(`the field ${name} of a lookup to any object`);
    }
    const parts = place.tables
      .map(({ object, alias }) => ({
        alias,
        field: lower === 'name' ? object.fields.find((f) => f.isNameField) : object.fieldByName.get(lower),
      }))
      .filter((part) => part.field !== undefined && isStored(part.field));
    if (declared === undefined && parts.length === 0) throw noSuchColumn(name, 'Name', offset);
    const columns = parts.map((part) => `${part.alias}.${quote(part.field!.name)}`);
    const sql = columns.length === 0 ? 'NULL' : columns.length === 1 ? columns[0]! : `coalesce(${columns.join(', ')})`;
    return { field: declared ?? parts[0]!.field!, object: nameObject, sql, needsCollation: columns.length > 1 };
  }

  /** A formula field is a call with the columns it reads; those of parents are joined. */
  private formulaColumn(object: ObjectDescribe, field: FieldDescribe, place: Place): Column {
    const formula = compileFormula(field.formula!);
    const columns = formula.paths.map((path) => this.formulaInput(place, path, object));
    const index = this.formulas.push({ formula, field, inputs: columns.map((column) => column.field) }) - 1;
    const sql = `apex_formula(${[index, ...columns.map((column) => columnExpression(column.field, column.sql))].join(', ')})`;
    return { field, object, sql, needsCollation: comparesWithoutCase(field) };
  }

  /** What a formula reads is not subject to the user's field access. */
  private formulaInput(start: Place, path: string, object: ObjectDescribe): Column {
    const names = path.split('.');
    let place = start;
    for (const name of names.slice(0, -1)) {
      // Formulas say Owner:User.Email where the lookup is polymorphic.
      place = this.parent(place, { kind: 'Identifier', name: name.replace(/:.*$/, ''), start: 0, end: 0 });
    }
    const last = names.at(-1)!.toLowerCase();
    const table = place.tables.find((candidate) => candidate.object.fieldByName.has(last)) ?? place.tables[0]!;
    const field = table.object.fieldByName.get(last) ?? table.object.parentByName.get(last);
    if (field === undefined)
      throw new QueryError(
        'INVALID_FIELD',
        `Field ${path} does not exist. Check spelling. (formula on ${object.name})`,
      );
    return this.tableField(table.object, table.alias, field, { ...place, tables: [table] });
  }

  private checkReadable(object: ObjectDescribe, field: FieldDescribe, name: string, offset: number): void {
    const canRead = this.options.canRead;
    if (canRead === undefined || canRead(object, field)) return;
    if (this.options.accessErrors === 'security-enforced') {
      throw new QueryError(
        'INSUFFICIENT_ACCESS',
        'Insufficient permissions: secure query included inaccessible field',
        offset,
        [`${object.name}.${field.name}`],
      );
    }
    throw noSuchColumn(name, object.name, offset, true);
  }
}

/** Metadata relationships to objects and fields hold API names; fields of several objects share one, any of them will do. */
function joinSql(lookup: FieldDescribe, target: ObjectDescribe, alias: string, value: string): string {
  const table = quote(target.name);
  if (lookup.type === 'REFERENCE' || !target.fieldByName.has('qualifiedapiname'))
    return `LEFT JOIN ${table} ${alias} ON ${alias}."Id" = ${value}`;
  return `LEFT JOIN ${table} ${alias} ON ${alias}."Id" = (SELECT min("Id") FROM ${table} WHERE "QualifiedApiName" = ${value} COLLATE NOCASE)`;
}

/** Text that compares without case, made so where the column itself does not say it. */
export function collated(column: Column): string {
  return column.needsCollation ? `(${column.sql}) COLLATE NOCASE` : column.sql;
}

export function isCaseBlind(column: Column): boolean {
  return comparesWithoutCase(column.field) || isComputedName(column.object, column.field);
}

/** Picklists sort in the order of their values, then come by value the ones that are not among them. */
export function sortExpression(column: Column): string {
  const { field } = column;
  if (field.type !== 'PICKLIST' || field.picklistValues.length === 0 || field.picklistValues.length > 100)
    return collated(column);
  const cases = field.picklistValues
    .map((value, at) => `WHEN ${literal(value.value)} THEN '${String(at).padStart(3, '0')}'`)
    .join(' ');
  return `(CASE ${column.sql} ${cases} ELSE '100' || ${column.sql} END) COLLATE NOCASE`;
}
