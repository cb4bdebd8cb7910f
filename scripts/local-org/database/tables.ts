/**
 * Tables and columns follow the schema: one table per object, one untyped column per stored field.
 *
 * How values lie in columns: text, ids and picklists as TEXT; Boolean as 0/1; numbers with a fixed scale as the unscaled
 * INTEGER (exact sums and comparisons); dates as 'YYYY-MM-DD'; datetimes as milliseconds since 1970 UTC; times as
 * milliseconds since midnight; base64 as BLOB. Columns have no type of their own, so that a field may change its type.
 */
import { createHash } from 'node:crypto';
import type { FieldDescribe, ObjectDescribe, Schema } from '../metadata/schema.ts';
import { quote, type Connection } from './connection.ts';

/** The parts of a person's name, in the order in which the compound name shows them. */
const NAME_PARTS = ['FirstName', 'MiddleName', 'LastName', 'Suffix'];

/** Formulas, roll-ups (computed when read or on save of a child) and compound fields: only roll-ups have a column. */
export function isStored(field: FieldDescribe): boolean {
  return field.formula === undefined && field.type !== 'ADDRESS' && field.type !== 'LOCATION';
}

/** True where text compares without case: everything but ids, case-sensitive fields and non-text. */
export function comparesWithoutCase(field: FieldDescribe): boolean {
  switch (field.type) {
    case 'STRING':
    case 'TEXTAREA':
    case 'PICKLIST':
    case 'MULTIPICKLIST':
    case 'COMBOBOX':
    case 'EMAIL':
    case 'PHONE':
    case 'URL':
    case 'ENCRYPTEDSTRING':
      return !field.isCaseSensitive;
    default:
      return false;
  }
}

/** A person's Name is made of its parts by the database, so no writer can forget it. */
export function isComputedName(object: ObjectDescribe, field: FieldDescribe): boolean {
  return (
    field.name === 'Name' &&
    !field.isCreateable &&
    object.fieldByName.has('lastname') &&
    isStored(object.fieldByName.get('lastname')!)
  );
}

/** Creates and alters tables so that they fit `schema`. Call it inside a write transaction: SQLite undoes DDL too. */
export function applySchema(connection: Connection, schema: Schema): void {
  const wanted = new Map<string, ObjectDescribe>();
  for (const object of schema.objects) if (hasTable(object)) wanted.set(object.name.toLowerCase(), object);
  connection.execute(
    'CREATE TABLE IF NOT EXISTS "_column" (object TEXT, field TEXT, storage TEXT, PRIMARY KEY (object, field)) WITHOUT ROWID',
  );
  const present = new Map(names(connection, 'table').map((name) => [name.toLowerCase(), name]));
  const indexes = new Set(names(connection, 'index'));
  for (const [key, object] of wanted) {
    const name = present.get(key);
    if (name === undefined) createTable(connection, object);
    else alterTable(connection, object, name, indexes);
  }
  for (const [key, name] of present) {
    if (wanted.has(key)) continue;
    connection.execute(`DROP TABLE ${quote(name)}`);
    connection.run('DELETE FROM "_column" WHERE object = ?', key);
  }
}

/** Platform events and objects that exist only in expressions have no rows. */
export function hasTable(object: ObjectDescribe): boolean {
  return object.kind !== 'event' && object.name !== 'Name' && object.fieldByName.has('id');
}

function names(connection: Connection, type: 'table' | 'index'): string[] {
  const rows = connection.all('SELECT name, tbl_name FROM sqlite_schema WHERE type = ?', type);
  return rows
    .filter((row) => !/^(_|sqlite_)/.test(String(row[1])) && !String(row[0]).startsWith('sqlite_'))
    .map((row) => String(row[0]));
}

function createTable(connection: Connection, object: ObjectDescribe): void {
  const stored = object.fields.filter(isStored);
  connection.execute(
    `CREATE TABLE ${quote(object.name)} (${stored.map((field) => columnDefinition(object, field)).join(', ')}) WITHOUT ROWID`,
  );
  for (const field of stored) {
    remember(connection, object, field);
    if (isIndexed(field)) createIndex(connection, object, field);
  }
}

function remember(connection: Connection, object: ObjectDescribe, field: FieldDescribe): void {
  connection.run(
    'INSERT OR REPLACE INTO "_column" VALUES (?, ?, ?)',
    object.name.toLowerCase(),
    field.name.toLowerCase(),
    storageOf(object, field),
  );
}

/** What lies in a column: `number:2`, `text`, `text nocase` … A change of it moves the values. */
function storageOf(object: ObjectDescribe, field: FieldDescribe): string {
  switch (field.type) {
    case 'BOOLEAN':
      return 'boolean';
    case 'INTEGER':
    case 'LONG':
      return 'number:0';
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return `number:${field.scale}`;
    case 'DATE':
    case 'DATETIME':
    case 'TIME':
    case 'BASE64':
      return field.type.toLowerCase();
    default:
      return comparesWithoutCase(field) || isComputedName(object, field) ? 'text nocase' : 'text';
  }
}

function columnDefinition(object: ObjectDescribe, field: FieldDescribe): string {
  const name = quote(field.name);
  if (field.type === 'ID' && field.name === 'Id') return `${name} PRIMARY KEY NOT NULL`;
  if (isComputedName(object, field))
    return `${name} COLLATE NOCASE GENERATED ALWAYS AS (${nameExpression(object)}) VIRTUAL`;
  if (field.type === 'BOOLEAN') return `${name} DEFAULT 0`;
  return comparesWithoutCase(field) ? `${name} COLLATE NOCASE` : name;
}

function nameExpression(object: ObjectDescribe): string {
  const parts = NAME_PARTS.filter((part) => object.fieldByName.has(part.toLowerCase()));
  return `trim(${parts.map((part) => `coalesce(${quote(part)} || ' ', '')`).join(' || ')})`;
}

/** Lookups, keys, names and the change stamp are what queries go by. */
function isIndexed(field: FieldDescribe): boolean {
  if (!isStored(field) || field.name === 'Id') return false;
  if (field.type === 'REFERENCE') return field.name !== 'CreatedById' && field.name !== 'LastModifiedById';
  if (field.isUnique || field.isExternalId || field.isIdLookup || field.isNameField) return true;
  return field.name === 'SystemModstamp' || field.name === 'Email' || field.name === 'DeveloperName';
}

function indexName(table: string, field: string): string {
  return `_by_${table}_${field}`.toLowerCase();
}

/** Empty values are left out: nobody looks for them by index, and most lookups of a row are empty. */
function createIndex(connection: Connection, object: ObjectDescribe, field: FieldDescribe): void {
  const column = quote(field.name);
  connection.execute(
    `CREATE INDEX ${quote(indexName(object.name, field.name))} ON ${quote(object.name)} (${column}) WHERE ${column} IS NOT NULL`,
  );
}

/** A digest of all tables, columns and indexes that `applySchema` would make: equal digests mean that it has nothing to do. */
export function schemaShape(schema: Schema): string {
  const hash = createHash('sha256');
  for (const object of schema.objects) {
    if (!hasTable(object)) continue;
    hash.update(`\n${object.name}`);
    for (const field of object.fields) {
      if (isStored(field)) hash.update(`|${field.name} ${storageOf(object, field)} ${isIndexed(field)}`);
    }
  }
  return hash.digest('hex');
}

function alterTable(connection: Connection, object: ObjectDescribe, table: string, indexes: ReadonlySet<string>): void {
  const rows = connection.all('SELECT field, storage FROM "_column" WHERE object = ?', object.name.toLowerCase());
  const present = new Map(rows.map((row) => [String(row[0]), String(row[1])]));
  for (const field of object.fields) {
    if (!isStored(field)) continue;
    const before = present.get(field.name.toLowerCase());
    present.delete(field.name.toLowerCase());
    const after = storageOf(object, field);
    const index = indexName(table, field.name);
    if (before === undefined)
      connection.execute(`ALTER TABLE ${quote(table)} ADD COLUMN ${columnDefinition(object, field)}`);
    else if (before !== after) moveValues(connection, object, field, before, after, indexes.has(index));
    if (before !== after) remember(connection, object, field);
    const hasIndex = indexes.has(index) && (before === undefined || before === after);
    if (isIndexed(field) && !hasIndex) createIndex(connection, object, field);
    if (!isIndexed(field) && hasIndex) connection.execute(`DROP INDEX ${quote(index)}`);
  }
  for (const name of present.keys()) dropColumn(connection, table, name, indexes);
}

/** A column's collation and content cannot be altered in place: the values move to a new column of the same name. */
function moveValues(
  connection: Connection,
  object: ObjectDescribe,
  field: FieldDescribe,
  before: string,
  after: string,
  hasIndex: boolean,
): void {
  const table = quote(object.name);
  if (hasIndex) connection.execute(`DROP INDEX ${quote(indexName(object.name, field.name))}`);
  connection.execute(`ALTER TABLE ${table} RENAME COLUMN ${quote(field.name)} TO "_moving"`);
  connection.execute(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(object, field)}`);
  connection.execute(`UPDATE ${table} SET ${quote(field.name)} = ${conversion(before, after)}`);
  connection.execute(`ALTER TABLE ${table} DROP COLUMN "_moving"`);
}

/** The platform keeps what can be read as the new type and empties the rest. */
function conversion(before: string, after: string): string {
  const scale = (storage: string) => Number(storage.slice('number:'.length));
  if (before.startsWith('number:') && after.startsWith('number:')) {
    const shift = scale(after) - scale(before);
    return shift >= 0 ? `"_moving" * ${10 ** shift}` : `CAST(round("_moving" / ${10 ** -shift}.0) AS INTEGER)`;
  }
  if (before.startsWith('text') && after.startsWith('text')) return '"_moving"';
  if (before === 'number:0' && after.startsWith('text')) return 'CAST("_moving" AS TEXT)';
  return after === 'boolean' ? '0' : 'NULL';
}

function dropColumn(connection: Connection, table: string, column: string, indexes: ReadonlySet<string>): void {
  if (indexes.has(indexName(table, column))) connection.execute(`DROP INDEX ${quote(indexName(table, column))}`);
  connection.execute(`ALTER TABLE ${quote(table)} DROP COLUMN ${quote(column)}`);
  connection.run('DELETE FROM "_column" WHERE object = ? AND field = ?', table.toLowerCase(), column);
}
