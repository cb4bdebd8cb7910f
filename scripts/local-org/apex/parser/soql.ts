import type {
  Expression,
  Identifier,
  SoqlFieldPath,
  SoqlForClause,
  SoqlFrom,
  SoqlFunctionCall,
  SoqlGroupBy,
  SoqlNumber,
  SoqlOrderItem,
  SoqlQuery,
  SoqlSelectItem,
  SoqlSubquery,
  SoqlTypeof,
  SoqlTypeofWhen,
} from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { followsNestedQuery, followsQuery } from './follow.ts';
import { parseFieldPath, parseFunctionCall } from './soql-fields.ts';
import { parseBind, parseNumberLiteral } from './soql-values.ts';
import { parseCondition, parseWith } from './soql-where.ts';
import { isIdentifierKind } from './types.ts';

/** SOQL, clause by clause in the one order that it allows. Its words are reserved only where a clause may begin. */
export function parseSoqlExpression(cursor: Cursor): Expression {
  const start = cursor.start;
  cursor.at++;
  const query = parseSoqlQuery(cursor);
  cursor.expect(Kind.RightBracket, followsQuery);
  return { kind: 'SoqlExpression', start, end: cursor.lastEnd, query };
}

export function parseSoqlQuery(cursor: Cursor): SoqlQuery {
  const start = cursor.start;
  if (!cursor.take(Kind.Select)) cursor.unexpected();
  const select = parseSelectList(cursor);
  cursor.expect(Kind.From, followedByNothing);
  const from = parseFromList(cursor);
  const scope = cursor.take(Kind.Using) ? parseScope(cursor) : undefined;
  const where = cursor.take(Kind.Where) ? parseCondition(cursor) : undefined;
  const withClause = cursor.take(Kind.With) ? parseWith(cursor) : undefined;
  const groupBy = takeBy(cursor, 'group') ? parseGroupBy(cursor) : undefined;
  const having = groupBy !== undefined && cursor.takeWord('having') ? parseCondition(cursor) : undefined;
  const orderBy = takeBy(cursor, 'order') ? parseOrderBy(cursor) : [];
  const limit = cursor.take(Kind.Limit) ? parseNumber(cursor) : undefined;
  const offset = cursor.takeWord('offset') ? parseNumber(cursor) : undefined;
  const options = parseOptions(cursor);
  return {
    kind: 'SoqlQuery',
    start,
    end: cursor.lastEnd,
    select,
    from,
    scope,
    where,
    with: withClause,
    groupBy,
    having,
    orderBy,
    limit,
    offset,
    for: options.for,
    update: options.update,
    allRows: options.allRows,
  };
}

/** FOR and UPDATE, or ALL ROWS: deleted rows cannot be locked, nor viewed. */
function parseOptions(cursor: Cursor): Pick<SoqlQuery, 'for' | 'update' | 'allRows'> {
  const options: Pick<SoqlQuery, 'for' | 'update' | 'allRows'> = { for: [], update: [], allRows: false };
  for (;;) {
    if (cursor.kind === Kind.For && options.for.length === 0 && !options.allRows) options.for.push(parseFor(cursor));
    else if (cursor.kind === Kind.Update) options.update.push(...parseUpdate(cursor));
    else if (!options.allRows && options.for.length === 0 && cursor.isWord('all')) {
      cursor.at++;
      cursor.expectWord('rows');
      options.allRows = true;
    } else return options;
  }
}

function parseFor(cursor: Cursor): SoqlForClause {
  cursor.at++;
  if (cursor.take(Kind.Update)) return 'update';
  if (cursor.takeWord('view')) return 'view';
  if (cursor.takeWord('reference')) return 'reference';
  return cursor.fail(`Expecting 'UPDATE' but was: '${cursor.tokenText()}'`);
}

export function parseUpdate(cursor: Cursor): ('tracking' | 'viewstat')[] {
  cursor.at++;
  const list: ('tracking' | 'viewstat')[] = [];
  do {
    if (cursor.takeWord('tracking')) list.push('tracking');
    else if (cursor.takeWord('viewstat')) list.push('viewstat');
    else cursor.unexpected();
  } while (cursor.take(Kind.Comma));
  return list;
}

/** `GROUP` and `ORDER` are names as well: only with `BY` do they begin a clause. */
function takeBy(cursor: Cursor, word: string): boolean {
  if (!cursor.isWord(word)) return false;
  cursor.at++;
  cursor.expectWord('by');
  return true;
}

// ----------------------------------------------------------------------------------------------------- SELECT, FROM

export function parseSelectList(cursor: Cursor): SoqlSelectItem[] {
  const items = [parseSelectItem(cursor)];
  while (cursor.take(Kind.Comma)) items.push(parseSelectItem(cursor));
  return items;
}

function parseSelectItem(cursor: Cursor): SoqlSelectItem {
  if (cursor.kind === Kind.LeftParenthesis) return parseSubquery(cursor);
  if (cursor.isWord('typeof') && isIdentifierKind(cursor.peek(1)) && cursor.peek(2) !== Kind.From)
    return parseTypeof(cursor);
  if (cursor.peek(1) === Kind.LeftParenthesis && isIdentifierKind(cursor.kind)) return parseSelectFunction(cursor);
  const path = parseFieldPath(cursor);
  const alias = parseAlias(cursor);
  return { kind: 'SoqlSelectField', start: path.start, end: cursor.lastEnd, path, alias };
}

function parseSelectFunction(cursor: Cursor): SoqlSelectItem {
  const group = fieldsGroup(cursor);
  if (group !== undefined) {
    const start = cursor.start;
    cursor.at += 4;
    return { kind: 'SoqlFieldsFunction', start, end: cursor.lastEnd, group };
  }
  const call = parseFunctionCall(cursor);
  const alias = parseAlias(cursor);
  return { kind: 'SoqlSelectFunction', start: call.start, end: cursor.lastEnd, call, alias };
}

function fieldsGroup(cursor: Cursor): 'all' | 'standard' | 'custom' | undefined {
  if (!cursor.isWord('fields') || cursor.peek(3) !== Kind.RightParenthesis) return undefined;
  if (cursor.isWord('all', 2)) return 'all';
  if (cursor.isWord('standard', 2)) return 'standard';
  return cursor.isWord('custom', 2) ? 'custom' : undefined;
}

/** In `RETURNING Lead(Id ORDER BY Name)` the next word begins a clause and is no alias. */
function parseAlias(cursor: Cursor): Identifier | undefined {
  if (cursor.isWord('order') && cursor.isWord('by', 1)) return undefined;
  return isIdentifierKind(cursor.kind) && !startsClause(cursor) ? cursor.takeIdentifier() : undefined;
}

function parseSubquery(cursor: Cursor): SoqlSubquery {
  const start = cursor.start;
  cursor.at++;
  const query = parseSoqlQuery(cursor);
  cursor.expect(Kind.RightParenthesis, followsNestedQuery);
  const alias = parseAlias(cursor);
  return { kind: 'SoqlSubquery', start, end: cursor.lastEnd, query, alias };
}

function parseTypeof(cursor: Cursor): SoqlTypeof {
  const start = cursor.start;
  cursor.at++;
  const field = parseFieldPath(cursor);
  if (cursor.kind !== Kind.When) cursor.unexpected();
  const whens: SoqlTypeofWhen[] = [];
  while (cursor.kind === Kind.When) whens.push(parseTypeofWhen(cursor));
  const otherwise = cursor.take(Kind.Else) ? parsePathList(cursor) : undefined;
  cursor.expectWord('end');
  return { kind: 'SoqlTypeof', start, end: cursor.lastEnd, field, whens, otherwise };
}

function parseTypeofWhen(cursor: Cursor): SoqlTypeofWhen {
  const start = cursor.start;
  cursor.at++;
  const object = cursor.identifier();
  cursor.expectWord('then');
  const fields = parsePathList(cursor);
  return { kind: 'SoqlTypeofWhen', start, end: cursor.lastEnd, object, fields };
}

function parsePathList(cursor: Cursor): SoqlFieldPath[] {
  const paths = [parseFieldPath(cursor)];
  while (cursor.take(Kind.Comma)) paths.push(parseFieldPath(cursor));
  return paths;
}

function parseFromList(cursor: Cursor): SoqlFrom[] {
  const list = [parseFrom(cursor)];
  while (cursor.take(Kind.Comma)) list.push(parseFrom(cursor));
  return list;
}

function parseFrom(cursor: Cursor): SoqlFrom {
  const path = parseFieldPath(cursor);
  const isNamed = cursor.take(Kind.As) || (isIdentifierKind(cursor.kind) && !startsClause(cursor));
  const alias = isNamed ? cursor.identifier() : undefined;
  return { kind: 'SoqlFrom', start: path.start, end: cursor.lastEnd, path, alias };
}

/** Words that are names in SOQL begin a clause only together with what follows them. */
function startsClause(cursor: Cursor): boolean {
  if (cursor.kind === Kind.With) return true;
  if (cursor.isWord('group') || cursor.isWord('order')) return cursor.isWord('by', 1);
  if (cursor.isWord('offset')) return cursor.peek(1) === Kind.Integer || cursor.peek(1) === Kind.Colon;
  return cursor.isWord('all') && cursor.isWord('rows', 1);
}

function parseScope(cursor: Cursor): Identifier {
  cursor.expectWord('scope');
  return cursor.identifier();
}

// ------------------------------------------------------------------------------------------- GROUP BY, ORDER BY, LIMIT

function parseGroupBy(cursor: Cursor): SoqlGroupBy {
  const start = cursor.starts[cursor.at - 2]!;
  const isCall = cursor.peek(1) === Kind.LeftParenthesis;
  const mode = isCall && cursor.isWord('rollup') ? 'rollup' : isCall && cursor.isWord('cube') ? 'cube' : 'plain';
  if (mode !== 'plain') cursor.at += 2;
  const items = [parsePathOrCall(cursor)];
  while (cursor.take(Kind.Comma)) items.push(parsePathOrCall(cursor));
  if (mode !== 'plain') cursor.expect(Kind.RightParenthesis, followedByNothing);
  return { kind: 'SoqlGroupBy', start, end: cursor.lastEnd, mode, items };
}

function parsePathOrCall(cursor: Cursor): SoqlFieldPath | SoqlFunctionCall {
  return cursor.peek(1) === Kind.LeftParenthesis ? parseFunctionCall(cursor) : parseFieldPath(cursor);
}

/** After `ORDER BY`. */
export function parseOrderBy(cursor: Cursor): SoqlOrderItem[] {
  const items = [parseOrderItem(cursor)];
  while (cursor.take(Kind.Comma)) items.push(parseOrderItem(cursor));
  return items;
}

function parseOrderItem(cursor: Cursor): SoqlOrderItem {
  const by = parsePathOrCall(cursor);
  const descending = cursor.takeWord('desc');
  if (!descending) cursor.takeWord('asc');
  const nulls = cursor.takeWord('nulls') ? parseNulls(cursor) : undefined;
  return { kind: 'SoqlOrderItem', start: by.start, end: cursor.lastEnd, by, descending, nulls };
}

function parseNulls(cursor: Cursor): 'first' | 'last' {
  if (cursor.takeWord('first')) return 'first';
  if (cursor.takeWord('last')) return 'last';
  return cursor.unexpected();
}

/** What LIMIT and OFFSET take. */
export function parseNumber(cursor: Cursor): SoqlNumber {
  return cursor.kind === Kind.Colon ? parseBind(cursor) : parseNumberLiteral(cursor);
}
