/** SOSL: a search's syntax tree becomes lists of records. */
export { runSearch, type SearchOptions } from './run-search.ts';
