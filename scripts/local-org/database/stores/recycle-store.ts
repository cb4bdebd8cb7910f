/** What went with a deleted record, so that undelete can bring it back: children deleted with it, and lookups cleared. */
import type { Connection } from '../connection.ts';

export interface RecycledCompanion {
  readonly kind: 'child' | 'lookup';
  readonly object: string;
  readonly id: string;
  /** The lookup that was cleared. */
  readonly field: string | null;
}

export class RecycleStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  static create(connection: Connection): void {
    connection.execute(`CREATE TABLE IF NOT EXISTS _recycled (
      root_id TEXT NOT NULL, kind TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, field TEXT);
      CREATE INDEX IF NOT EXISTS _recycled_root ON _recycled (root_id);`);
  }

  add(rootId: string, companion: RecycledCompanion): void {
    this.connection.run(
      'INSERT INTO _recycled (root_id, kind, object, id, field) VALUES (?, ?, ?, ?, ?)',
      rootId,
      companion.kind,
      companion.object,
      companion.id,
      companion.field,
    );
  }

  /** Takes out and answers what went with a record. */
  take(rootId: string): RecycledCompanion[] {
    const rows = this.connection.all('SELECT kind, object, id, field FROM _recycled WHERE root_id = ?', rootId);
    this.connection.run('DELETE FROM _recycled WHERE root_id = ?', rootId);
    return rows.map(([kind, object, id, field]) => ({
      kind: kind as 'child' | 'lookup',
      object: String(object),
      id: String(id),
      field: field as string | null,
    }));
  }
}
