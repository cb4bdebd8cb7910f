import type {
  Identifier,
  SoqlComparison,
  SoqlComparisonOperator,
  SoqlCondition,
  SoqlDataCategoryFilter,
  SoqlList,
  SoqlValue,
  SoqlWith,
} from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { followsNestedQuery } from './follow.ts';
import { parseFieldPath, parseFunctionCall } from './soql-fields.ts';
import { parseBind, parseSoqlLiteral } from './soql-values.ts';
import { parseSoqlQuery } from './soql.ts';

/** A condition: comparisons joined by ANDs or by ORs. To mix the two, SOQL wants parentheses; NOT takes the whole rest. */
export function parseCondition(cursor: Cursor): SoqlCondition {
  const first = parseOperand(cursor);
  const kind = cursor.kind;
  if ((kind !== Kind.And && kind !== Kind.Or) || first.kind === 'SoqlNot') return first;
  const operands: SoqlCondition[] = [first];
  while (cursor.take(kind)) operands.push(parseOperand(cursor));
  const operator = kind === Kind.And ? 'and' : 'or';
  return { kind: 'SoqlLogical', start: first.start, end: cursor.lastEnd, operator, operands };
}

function parseOperand(cursor: Cursor): SoqlCondition {
  const start = cursor.start;
  if (cursor.take(Kind.Not)) {
    const operand = parseOperand(cursor);
    return { kind: 'SoqlNot', start, end: operand.end, operand };
  }
  if (cursor.take(Kind.LeftParenthesis)) return parseParenthesized(cursor);
  return parseComparison(cursor);
}

function parseParenthesized(cursor: Cursor): SoqlCondition {
  const start = cursor.lastEnd - 1;
  const condition = parseCondition(cursor);
  cursor.expect(Kind.RightParenthesis, followsNestedQuery);
  // With its parentheses: a NOT within them no longer takes the rest.
  if (condition.kind !== 'SoqlNot') return { ...condition, start, end: cursor.lastEnd };
  return { kind: 'SoqlLogical', start, end: cursor.lastEnd, operator: 'and', operands: [condition] };
}

function parseComparison(cursor: Cursor): SoqlComparison {
  const left = cursor.peek(1) === Kind.LeftParenthesis ? parseFunctionCall(cursor) : parseFieldPath(cursor);
  const operator = parseOperator(cursor);
  const right = parseRight(cursor, operator);
  return { kind: 'SoqlComparison', start: left.start, end: cursor.lastEnd, left, operator, right };
}

const OPERATORS: Readonly<Record<number, SoqlComparisonOperator>> = {
  [Kind.Assign]: '=',
  [Kind.NotEqual]: '!=',
  [Kind.LessGreater]: '!=',
  [Kind.Less]: '<',
  [Kind.LessEqual]: '<=',
  [Kind.Like]: 'like',
  [Kind.In]: 'in',
};

function parseOperator(cursor: Cursor): SoqlComparisonOperator {
  const operator = OPERATORS[cursor.kind];
  if (operator !== undefined) {
    cursor.at++;
    return operator;
  }
  if (cursor.take(Kind.Greater)) return cursor.take(Kind.Assign) ? '>=' : '>';
  if (cursor.take(Kind.Not)) {
    cursor.expectWord('in');
    return 'not in';
  }
  if (cursor.takeWord('includes')) return 'includes';
  if (cursor.takeWord('excludes')) return 'excludes';
  return cursor.unexpected();
}

const SET_OPERATORS: ReadonlySet<SoqlComparisonOperator> = new Set(['in', 'not in', 'includes', 'excludes']);

function parseRight(cursor: Cursor, operator: SoqlComparisonOperator): SoqlValue {
  if (cursor.kind === Kind.Colon) return parseBind(cursor);
  if (!SET_OPERATORS.has(operator)) return parseSoqlLiteral(cursor, operator === 'like');
  if (cursor.kind !== Kind.LeftParenthesis) cursor.unexpected();
  if (cursor.peek(1) !== Kind.Select) return parseList(cursor);
  const start = cursor.start;
  cursor.at++;
  const query = parseSoqlQuery(cursor);
  cursor.expect(Kind.RightParenthesis, followsNestedQuery);
  return { kind: 'SoqlSemiJoin', start, end: cursor.lastEnd, query };
}

export function parseList(cursor: Cursor): SoqlList {
  const start = cursor.start;
  cursor.at++;
  const values: SoqlList['values'] = [];
  do values.push(cursor.kind === Kind.Colon ? parseBind(cursor) : parseSoqlLiteral(cursor, false));
  while (cursor.take(Kind.Comma));
  cursor.expect(Kind.RightParenthesis, followsNestedQuery);
  return { kind: 'SoqlList', start, end: cursor.lastEnd, values };
}

/** After `WITH`. */
export function parseWith(cursor: Cursor): SoqlWith {
  const start = cursor.starts[cursor.at - 1]!;
  for (const mode of ['security_enforced', 'user_mode', 'system_mode'] as const) {
    if (cursor.takeWord(mode)) return { kind: 'SoqlWithAccess', start, end: cursor.lastEnd, mode };
  }
  if (cursor.isWord('data') && cursor.isWord('category', 1)) {
    const filters = parseDataCategories(cursor);
    return { kind: 'SoqlWithDataCategory', start, end: cursor.lastEnd, filters };
  }
  const condition = parseCondition(cursor);
  return { kind: 'SoqlWithFilter', start, end: cursor.lastEnd, condition };
}

/** `DATA CATEGORY Geography__c ABOVE usa__c AND Product__c AT (a__c, b__c)` */
export function parseDataCategories(cursor: Cursor): SoqlDataCategoryFilter[] {
  cursor.at += 2;
  const filters = [parseDataCategory(cursor)];
  while (cursor.take(Kind.And)) filters.push(parseDataCategory(cursor));
  return filters;
}

function parseDataCategory(cursor: Cursor): SoqlDataCategoryFilter {
  const group = cursor.identifier();
  const selector = parseSelector(cursor);
  const categories: Identifier[] = [];
  const isList = cursor.take(Kind.LeftParenthesis);
  do categories.push(cursor.identifier());
  while (isList && cursor.take(Kind.Comma));
  if (isList) cursor.expect(Kind.RightParenthesis, followedByNothing);
  return { kind: 'SoqlDataCategoryFilter', start: group.start, end: cursor.lastEnd, group, selector, categories };
}

function parseSelector(cursor: Cursor): SoqlDataCategoryFilter['selector'] {
  for (const selector of ['at', 'above', 'below', 'above_or_below'] as const) {
    if (cursor.takeWord(selector)) return selector;
  }
  return cursor.unexpected();
}
