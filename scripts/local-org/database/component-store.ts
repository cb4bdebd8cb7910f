/**
 * The deployed components: what a retrieve gives back, what the schema and the program are rebuilt from.
 */
import type { Connection } from './connection.ts';

export interface StoredComponent {
  readonly type: string;
  readonly fullName: string;
  /** Salesforce id of the record that stands for it (01p… for a class), where it has one. */
  readonly id: string | null;
  /** Path in the package, metadata-API layout. */
  readonly path: string;
  readonly apiVersion: number | null;
  /** Parsed definition (JSON) of what the schema is made from; null where only files matter. */
  readonly definition: unknown;
  /** Files by path: content, -meta.xml, members of a bundle. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Milliseconds. */
  readonly createdDate: number;
  readonly lastModifiedDate: number;
  readonly lastModifiedById: string | null;
}

const SET_UP = `
CREATE TABLE IF NOT EXISTS "_component" (
  type TEXT, fullName TEXT COLLATE NOCASE, id TEXT, path TEXT, apiVersion REAL, definition TEXT,
  createdDate INTEGER, lastModifiedDate INTEGER, lastModifiedById TEXT, PRIMARY KEY (type, fullName)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "_component_file" (
  type TEXT, fullName TEXT COLLATE NOCASE, path TEXT, content BLOB, PRIMARY KEY (type, fullName, path));
CREATE INDEX IF NOT EXISTS "_component_by_id" ON "_component" (id);
`;

const COLUMNS = 'type, fullName, id, path, apiVersion, definition, createdDate, lastModifiedDate, lastModifiedById';

export class ComponentStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
    connection.sqlite.exec(SET_UP);
  }

  put(component: StoredComponent): void {
    const { type, fullName } = component;
    this.remove(type, fullName);
    this.connection.run(
      `INSERT INTO "_component" (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      type,
      fullName,
      component.id,
      component.path,
      component.apiVersion,
      component.definition === null ? null : JSON.stringify(component.definition),
      component.createdDate,
      component.lastModifiedDate,
      component.lastModifiedById,
    );
    for (const [path, content] of component.files) {
      this.connection.run('INSERT INTO "_component_file" VALUES (?, ?, ?, ?)', type, fullName, path, content);
    }
  }

  remove(type: string, fullName: string): boolean {
    this.connection.run('DELETE FROM "_component_file" WHERE type = ? AND fullName = ?', type, fullName);
    return this.connection.run('DELETE FROM "_component" WHERE type = ? AND fullName = ?', type, fullName) > 0;
  }

  get(type: string, fullName: string): StoredComponent | undefined {
    const row = this.connection.get(
      `SELECT ${COLUMNS} FROM "_component" WHERE type = ? AND fullName = ?`,
      type,
      fullName,
    );
    return row === undefined ? undefined : this.fromRow(row);
  }

  byId(id: string): StoredComponent | undefined {
    const row = this.connection.get(`SELECT ${COLUMNS} FROM "_component" WHERE id = ?`, id);
    return row === undefined ? undefined : this.fromRow(row);
  }

  /** All of a type, or all, by name. */
  list(type?: string): StoredComponent[] {
    const rows =
      type === undefined
        ? this.connection.all(`SELECT ${COLUMNS} FROM "_component" ORDER BY type, fullName`)
        : this.connection.all(`SELECT ${COLUMNS} FROM "_component" WHERE type = ? ORDER BY fullName`, type);
    return rows.map((row) => this.fromRow(row));
  }

  private fromRow(row: readonly unknown[]): StoredComponent {
    const [type, fullName, id, path, apiVersion, definition, createdDate, lastModifiedDate, lastModifiedById] = row;
    const files = this.connection.all(
      'SELECT path, content FROM "_component_file" WHERE type = ? AND fullName = ? ORDER BY path',
      type as string,
      fullName as string,
    );
    return {
      type: type as string,
      fullName: fullName as string,
      id: id as string | null,
      path: path as string,
      apiVersion: apiVersion as number | null,
      definition: definition === null ? null : JSON.parse(definition as string),
      files: new Map(files.map((file) => [file[0] as string, file[1] as Uint8Array])),
      createdDate: createdDate as number,
      lastModifiedDate: lastModifiedDate as number,
      lastModifiedById: lastModifiedById as string | null,
    };
  }
}
