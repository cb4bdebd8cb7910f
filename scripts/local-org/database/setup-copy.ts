/**
 * Fills a test's database from the org's: users, profiles, permissions, custom metadata, classes, never business data
 * (Apex Developer Guide, "Isolation of Test Data from Organization Data").
 */
import type { ObjectDescribe, Schema } from '../metadata/schema.ts';
import { quote } from './connection.ts';
import { writableColumns, type OrgDatabase } from './org-database.ts';
import { hasTable } from './tables.ts';

/** Copies the rows that tests see. Both databases must already fit `schema` (see OrgDatabase.applySchema). */
export function copySetup(from: OrgDatabase, into: OrgDatabase, schema: Schema): void {
  into.write(() => {
    for (const object of schema.objects)
      if (hasTable(object) && isVisibleInTests(object)) copyTable(from, into, object);
    for (const [name, next] of from.connection.all('SELECT name, next FROM "_sequence"')) {
      into.connection.run('INSERT OR REPLACE INTO "_sequence" VALUES (?, ?)', name!, next!);
    }
  });
}

export function isVisibleInTests(object: ObjectDescribe): boolean {
  return object.isSetup || object.kind === 'metadata' || object.isVisibleInTests === true;
}

function copyTable(from: OrgDatabase, into: OrgDatabase, object: ObjectDescribe): void {
  const columns = writableColumns(object).map((field) => quote(field.name));
  const list = columns.join(', ');
  const insert = `INSERT OR REPLACE INTO ${quote(object.name)} (${list}) VALUES (${columns.map(() => '?').join(', ')})`;
  for (const row of from.connection.all(`SELECT ${list} FROM ${quote(object.name)}`))
    into.connection.run(insert, ...row);
}
