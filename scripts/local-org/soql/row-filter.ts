/** Says in SQL which rows somebody sees: sharing decides it, the planner adds it to every object it reads. */
import { quote } from '../database/connection.ts';
import type { ObjectDescribe } from '../metadata/schema.ts';
import type { QueryOptions, RowFilter } from './query-options.ts';
import type { Statement } from './statement.ts';

/** @returns a condition on the rows of `alias`; undefined when all are seen. */
export function visibleRows(
  object: ObjectDescribe,
  alias: string,
  options: QueryOptions,
  statement: Statement,
): string | undefined {
  const filter = options.rowFilter?.(object);
  return filter === undefined ? undefined : filterSql(filter, alias, options, statement);
}

function filterSql(filter: RowFilter, alias: string, options: QueryOptions, statement: Statement): string {
  switch (filter.kind) {
    case 'nothing':
      return '0';
    case 'any':
    case 'all': {
      const parts = filter.of.map((part) => filterSql(part, alias, options, statement));
      if (parts.length === 0) return filter.kind === 'all' ? '1' : '0';
      return `(${parts.join(filter.kind === 'any' ? ' OR ' : ' AND ')})`;
    }
    case 'field':
      return `${alias}.${quote(filter.field)} IN ${statement.bindList(filter.values as string[])}`;
    case 'shared': {
      const share = statement.alias();
      return (
        `${alias}."Id" IN (SELECT ${share}.${quote(filter.parentField)} FROM ${quote(filter.shareObject)} ${share} ` +
        `WHERE ${share}."UserOrGroupId" IN ${statement.bindList(filter.userOrGroupIds)})`
      );
    }
    case 'parent': {
      const parent = statement.alias();
      const inner = filterSql(filter.filter, parent, options, statement);
      return `${alias}.${quote(filter.field)} IN (SELECT ${parent}."Id" FROM ${quote(filter.object)} ${parent} WHERE ${inner})`;
    }
  }
}
