/** One SQL statement under construction: numbered parameters and table aliases that never meet. */
import { jsonArray, type SqlValue } from '../database/connection.ts';

export class Statement {
  readonly values: SqlValue[] = [];
  private aliases = 0;

  /** Adds a value and returns its place in the text. */
  bind(value: SqlValue): string {
    return `?${this.values.push(value)}`;
  }

  /** A list as a subselect over one JSON value, so that the text does not depend on its length. */
  bindList(values: readonly SqlValue[]): string {
    return `(SELECT value FROM json_each(${this.bind(jsonArray(values))}))`;
  }

  alias(): string {
    return `t${this.aliases++}`;
  }
}

/** Text inside SQL: only for what the schema says, never for what somebody typed. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
