/** What becomes of a query's rows where one record, or a loop, is wanted. */
import type { SoqlQuery } from '../../apex/ast.ts';
import { host } from '../host.ts';
import type { CallSite } from '../host.ts';
import type { ApexList } from './apex-list.ts';
import { QueryException } from './exceptions.ts';

type Binds = (index: number) => unknown;

export function queryList(query: SoqlQuery, binds: Binds, site: CallSite): ApexList {
  return host().query(query as never, binds, site);
}

export function queryCount(query: SoqlQuery, binds: Binds, site: CallSite): number {
  return host().countQuery(query as never, binds as never, site);
}

export function searchLists(search: unknown, binds: Binds, site: CallSite): ApexList {
  return host().search(search as never, binds as never, site);
}

/** The one row of a query that is assigned to a record. */
export function singleRow(rows: ApexList): unknown {
  if (rows.items.length === 1) return rows.items[0];
  throw new QueryException(
    rows.items.length === 0
      ? 'List has no rows for assignment to SObject'
      : 'List has more than 1 row for assignment to SObject',
  );
}
