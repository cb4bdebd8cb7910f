import type {
  Expression,
  SoqlBind,
  SoqlDataCategoryFilter,
  SoqlLiteral,
  SoslQuery,
  SoslReturning,
  SoslWith,
} from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { followsQuery } from './follow.ts';
import { parseBind, parseSoqlLiteral } from './soql-values.ts';
import { parseCondition, parseDataCategories, parseList } from './soql-where.ts';
import { parseNumber, parseOrderBy, parseSelectList, parseUpdate } from './soql.ts';

/** Reads `[FIND …]`. */
export function parseSoslExpression(cursor: Cursor): Expression {
  const start = cursor.start;
  cursor.at++;
  const search = parseSoslQuery(cursor, undefined);
  cursor.expect(Kind.RightBracket, followsQuery);
  return { kind: 'SoslExpression', start, end: cursor.lastEnd, search };
}

/** `term` is given where the caller has read it already: between braces, which are no Apex. */
export function parseSoslQuery(cursor: Cursor, term: SoqlLiteral | undefined): SoslQuery {
  const start = cursor.start;
  if (!cursor.takeWord('find')) cursor.unexpected();
  const find = term ?? parseTerm(cursor);
  const group = cursor.take(Kind.In) ? parseGroup(cursor) : 'all';
  const returning = cursor.takeWord('returning') ? parseReturningList(cursor) : [];
  const withClauses: SoslWith[] = [];
  while (cursor.kind === Kind.With) withClauses.push(parseWith(cursor));
  const limit = cursor.take(Kind.Limit) ? parseNumber(cursor) : undefined;
  const update = cursor.kind === Kind.Update ? parseUpdate(cursor) : [];
  return { kind: 'SoslQuery', start, end: cursor.lastEnd, find, group, returning, with: withClauses, limit, update };
}

function parseTerm(cursor: Cursor): SoqlLiteral | SoqlBind {
  if (cursor.kind === Kind.Colon) return parseBind(cursor);
  if (cursor.kind !== Kind.String && cursor.kind !== Kind.MultilineString) cursor.unexpected();
  return parseSoqlLiteral(cursor, false);
}

function parseGroup(cursor: Cursor): SoslQuery['group'] {
  for (const group of ['all', 'name', 'email', 'phone', 'sidebar'] as const) {
    if (!cursor.takeWord(group)) continue;
    cursor.expectWord('fields');
    return group;
  }
  return cursor.unexpected();
}

function parseReturningList(cursor: Cursor): SoslReturning[] {
  const list = [parseReturning(cursor)];
  while (cursor.take(Kind.Comma)) list.push(parseReturning(cursor));
  return list;
}

function parseReturning(cursor: Cursor): SoslReturning {
  const object = cursor.identifier();
  const returning: SoslReturning = {
    kind: 'SoslReturning',
    start: object.start,
    end: object.end,
    object,
    fields: [],
    listView: undefined,
    where: undefined,
    orderBy: [],
    limit: undefined,
    offset: undefined,
  };
  if (!cursor.take(Kind.LeftParenthesis)) return returning;
  returning.fields = parseSelectList(cursor);
  if (cursor.take(Kind.Using)) {
    cursor.expectWord('listview');
    cursor.expect(Kind.Assign, followedByNothing);
    returning.listView = cursor.identifier();
  }
  if (cursor.take(Kind.Where)) returning.where = parseCondition(cursor);
  if (cursor.takeWord('order')) {
    cursor.expectWord('by');
    returning.orderBy = parseOrderBy(cursor);
  }
  if (cursor.take(Kind.Limit)) returning.limit = parseNumber(cursor);
  if (cursor.takeWord('offset')) returning.offset = parseNumber(cursor);
  cursor.expect(Kind.RightParenthesis, (kind) => kind === Kind.RightBracket || kind === Kind.Comma);
  returning.end = cursor.lastEnd;
  return returning;
}

function parseWith(cursor: Cursor): SoslWith {
  const start = cursor.start;
  cursor.at++;
  if (cursor.isWord('data') && cursor.isWord('category', 1)) {
    return withClause(cursor, start, 'data category', [], parseDataCategories(cursor));
  }
  const name = cursor.identifier().name.toLowerCase();
  return withClause(cursor, start, name, parseWithValues(cursor), []);
}

function withClause(
  cursor: Cursor,
  start: number,
  name: string,
  values: SoslWith['values'],
  filters: SoqlDataCategoryFilter[],
): SoslWith {
  return { kind: 'SoslWith', start, end: cursor.lastEnd, name, values, filters };
}

/** `= x`, `IN (x, y)`, `(target_length = 120)`, or nothing. */
function parseWithValues(cursor: Cursor): SoslWith['values'] {
  if (cursor.take(Kind.Assign)) return [parseValue(cursor)];
  if (cursor.kind === Kind.In && cursor.peek(1) === Kind.LeftParenthesis) {
    cursor.at++;
    return parseList(cursor).values;
  }
  if (!cursor.take(Kind.LeftParenthesis)) return [];
  cursor.identifier();
  cursor.expect(Kind.Assign, followedByNothing);
  const value = parseValue(cursor);
  cursor.expect(Kind.RightParenthesis, followedByNothing);
  return [value];
}

function parseValue(cursor: Cursor): SoqlLiteral | SoqlBind {
  return cursor.kind === Kind.Colon ? parseBind(cursor) : parseSoqlLiteral(cursor, false);
}
