/** SOQL: a query's syntax tree becomes SQL, its rows become records. */
export { countRows, runQuery, type QueryRows } from './run-query.ts';
export { QueryError } from './query-error.ts';
export type { QueryOptions, QueryUser, RowFilter } from './query-options.ts';
