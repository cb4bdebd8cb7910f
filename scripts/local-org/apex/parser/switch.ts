import type { Expression, Statement, TypeReference, WhenClause } from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression, startsExpression } from './expressions.ts';
import { followsMember } from './follow.ts';
import { parseBlock } from './statements.ts';
import { isIdentifierKind, parseType, skipType } from './types.ts';

/** Reads `switch on subject { when … }`. */
export function parseSwitch(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at += 2;
  const subject = parseExpression(cursor);
  cursor.expect(Kind.LeftBrace, followedByNothing);
  const cases: WhenClause[] = [];
  while (cursor.kind === Kind.When) cases.push(parseWhen(cursor));
  cursor.expect(Kind.RightBrace, followsMember);
  return { kind: 'SwitchStatement', start, end: cursor.lastEnd, subject, cases };
}

function parseWhen(cursor: Cursor): WhenClause {
  const start = cursor.start;
  cursor.at++;
  if (cursor.take(Kind.Else)) {
    const body = parseBlock(cursor);
    return { kind: 'WhenElse', start, end: cursor.lastEnd, body };
  }
  const type = parseWhenType(cursor);
  if (type !== undefined) {
    const variable = cursor.identifier();
    const body = parseBlock(cursor);
    return { kind: 'WhenType', start, end: cursor.lastEnd, type, variable, body };
  }
  const values = parseWhenValues(cursor);
  const body = parseBlock(cursor);
  return { kind: 'WhenValues', start, end: cursor.lastEnd, values, body };
}

function parseWhenType(cursor: Cursor): TypeReference | undefined {
  const after = skipType(cursor, cursor.at);
  if (after < 0) return undefined;
  return isIdentifierKind(cursor.kinds[after]!) && cursor.kinds[after + 1] === Kind.LeftBrace
    ? parseType(cursor)
    : undefined;
}

function parseWhenValues(cursor: Cursor): Expression[] {
  if (!startsExpression(cursor.kind)) {
    cursor.mismatch(Kind.Else, (kind) => kind === Kind.LeftBrace);
  }
  const values: Expression[] = [];
  do values.push(parseExpression(cursor));
  while (cursor.take(Kind.Comma));
  return values;
}
