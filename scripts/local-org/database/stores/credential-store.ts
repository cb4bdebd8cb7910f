/** Secrets of external credentials, and named and external credentials set over REST. No query of Apex or SOQL reaches them. */
import type { Connection } from '../connection.ts';

export class SecretStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  static create(connection: Connection): void {
    connection.execute(`CREATE TABLE IF NOT EXISTS _secret (
      credential TEXT COLLATE NOCASE NOT NULL, principal TEXT COLLATE NOCASE NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (credential, principal, name)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS _credential (
      kind TEXT NOT NULL, name TEXT COLLATE NOCASE NOT NULL, details TEXT NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID;`);
  }

  /** Named and external credentials as JSON text. */
  details(kind: 'named' | 'external', name: string): string | undefined {
    const row = this.connection.get('SELECT details FROM _credential WHERE kind = ? AND name = ?', kind, name);
    return row === undefined ? undefined : String(row[0]);
  }

  saveDetails(kind: 'named' | 'external', name: string, details: string): void {
    this.connection.run(
      'INSERT INTO _credential (kind, name, details) VALUES (?, ?, ?) ON CONFLICT (kind, name) DO UPDATE SET details = excluded.details',
      kind,
      name,
      details,
    );
  }

  deleteDetails(kind: 'named' | 'external', name: string): boolean {
    return this.connection.run('DELETE FROM _credential WHERE kind = ? AND name = ?', kind, name) === 1;
  }

  secretNames(credential: string, principal: string): string[] {
    return this.connection
      .all('SELECT name FROM _secret WHERE credential = ? AND principal = ? ORDER BY name', credential, principal)
      .map((row) => String(row[0]));
  }

  secrets(credential: string, principal: string): Map<string, string> {
    const rows = this.connection.all(
      'SELECT name, value FROM _secret WHERE credential = ? AND principal = ?',
      credential,
      principal,
    );
    return new Map(rows.map((row) => [String(row[0]), String(row[1])]));
  }

  saveSecrets(credential: string, principal: string, secrets: ReadonlyMap<string, string>, merge: boolean): void {
    if (!merge) this.deleteSecrets(credential, principal);
    for (const [name, value] of secrets) {
      this.connection.run(
        'INSERT INTO _secret (credential, principal, name, value) VALUES (?, ?, ?, ?) ON CONFLICT (credential, principal, name) DO UPDATE SET value = excluded.value',
        credential,
        principal,
        name,
        value,
      );
    }
  }

  deleteSecrets(credential: string, principal: string): void {
    this.connection.run('DELETE FROM _secret WHERE credential = ? AND principal = ?', credential, principal);
  }
}
