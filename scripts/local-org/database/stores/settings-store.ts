/** Small durable values of the org itself (clock offset, the doors' clients and tokens), as text by key. */
import type { Connection } from '../connection.ts';

export class SettingsStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  static create(connection: Connection): void {
    connection.execute(
      'CREATE TABLE IF NOT EXISTS _org_setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID',
    );
  }

  read(key: string): string | undefined {
    const row = this.connection.get('SELECT value FROM _org_setting WHERE key = ?', key);
    return row === undefined ? undefined : String(row[0]);
  }

  write(key: string, value: string | undefined): void {
    if (value === undefined) this.connection.run('DELETE FROM _org_setting WHERE key = ?', key);
    else
      this.connection.run(
        'INSERT INTO _org_setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        key,
        value,
      );
  }
}
