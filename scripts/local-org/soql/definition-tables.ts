/**
 * EntityDefinition and FieldDefinition: rows that say what the schema is. They are made when a query first asks for
 * them, as temporary tables of the connection (which stand before the empty ones of the database), so that a deploy
 * pays nothing for them and a read needs no lock.
 */
import { quote, type Connection, type SqlValue } from '../database/connection.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from '../metadata/schema.ts';
import type { QueryOptions } from './query-options.ts';

const made = new WeakMap<Connection, Schema>();

export function useDefinitions(object: ObjectDescribe, { database, schema }: QueryOptions): void {
  if (object.name !== 'EntityDefinition' && object.name !== 'FieldDefinition') return;
  const { connection } = database;
  const isThere = connection.get('SELECT 1 FROM temp.sqlite_schema WHERE name = ?', 'FieldDefinition') !== undefined;
  if (isThere && made.get(connection) === schema) return;
  fill(connection, schema.object('EntityDefinition')!, schema.objects.filter(isDefined).map(entityRow));
  const fields = schema.objects
    .filter(isDefined)
    .flatMap((owner) => owner.fields.map((field) => fieldRow(owner, field)));
  fill(connection, schema.object('FieldDefinition')!, fields);
  made.set(connection, schema);
}

type Row = Readonly<Record<string, SqlValue>>;

function isDefined(object: ObjectDescribe): boolean {
  return object.fieldByName.has('id') || object.kind === 'event';
}

function fill(connection: Connection, object: ObjectDescribe, rows: readonly Row[]): void {
  const table = `temp.${quote(object.name)}`;
  const columns = object.fields.map((field) => `${quote(field.name)} COLLATE NOCASE`);
  connection.execute(`DROP TABLE IF EXISTS ${table}`);
  connection.execute(`CREATE TEMP TABLE ${quote(object.name)} (${columns.join(', ')})`);
  connection.execute(
    `CREATE INDEX temp.${quote(`${object.name} by name`)} ON ${quote(object.name)} ("QualifiedApiName")`,
  );
  const insert = `INSERT INTO ${table} VALUES (${object.fields.map(() => '?').join(', ')})`;
  for (const row of rows) connection.run(insert, ...object.fields.map((field) => row[field.name] ?? null));
}

/** Their ids are their durable ids: nothing tells one by a Salesforce id. */
function entityRow(object: ObjectDescribe): Row {
  const { name, label, keyPrefix } = object;
  return {
    Id: name,
    DurableId: name,
    QualifiedApiName: name,
    DeveloperName: name.replace(/__\w+$/, ''),
    Label: label,
    MasterLabel: label,
    PluralLabel: object.labelPlural,
    KeyPrefix: keyPrefix === '' ? null : keyPrefix,
    IsCustomSetting: Number(object.kind === 'setting' || object.kind === 'hierarchy-setting'),
    IsCustomizable: Number(object.isTriggerable),
    IsQueryable: Number(object.isQueryable),
    IsApexTriggerable: Number(object.isTriggerable),
    IsTriggerable: Number(object.isTriggerable),
    IsEverCreatable: Number(object.isCreateable),
    IsEverUpdatable: Number(object.isUpdateable),
    IsEverDeletable: Number(object.isDeletable),
    InternalSharingModel: object.sharingModel,
  };
}

function fieldRow(object: ObjectDescribe, field: FieldDescribe): Row {
  const durable = `${object.name}.${field.name}`;
  return {
    Id: durable,
    DurableId: durable,
    EntityDefinitionId: object.name,
    QualifiedApiName: field.name,
    DeveloperName: field.name.replace(/__\w+$/, ''),
    Label: field.label,
    MasterLabel: field.label,
    DataType: field.type,
    Length: field.length,
    Precision: field.precision,
    Scale: field.scale,
    IsNillable: Number(field.isNillable),
    IsCalculated: Number(field.formula !== undefined),
    IsNameField: Number(field.isNameField),
    RelationshipName: field.relationshipName ?? null,
  };
}
