import type { AccessMode, DmlOperation, Identifier, Statement } from '../ast.ts';
import { Kind } from '../tokens.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expressions.ts';
import { endStatement } from './statements.ts';
import { isIdentifierKind } from './types.ts';

/** Reads `insert as user records;` and its kin. */
export function parseDml(cursor: Cursor): Statement {
  const start = cursor.start;
  const operation = cursor.tokenText().toLowerCase() as DmlOperation;
  cursor.at++;
  const access = parseAccess(cursor);
  const expression = parseExpression(cursor);
  const externalId = operation === 'upsert' && cursor.kind !== Kind.Semicolon ? parseExternalId(cursor) : undefined;
  endStatement(cursor);
  return { kind: 'DmlStatement', start, end: cursor.lastEnd, operation, access, expression, externalId };
}

function parseAccess(cursor: Cursor): AccessMode | undefined {
  if (!cursor.take(Kind.As)) return undefined;
  if (cursor.takeWord('user')) return 'user';
  if (cursor.takeWord('system')) return 'system';
  return cursor.fail(`Unexpected token ${cursor.tokenText()}.`);
}

function parseExternalId(cursor: Cursor): Identifier[] | undefined {
  if (!isIdentifierKind(cursor.kind)) return undefined;
  const names = [cursor.identifier()];
  while (cursor.take(Kind.Dot)) names.push(cursor.anyWord());
  return names;
}

export function parseMerge(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at++;
  const access = parseAccess(cursor);
  const master = parseExpression(cursor);
  const duplicates = parseExpression(cursor);
  endStatement(cursor);
  return { kind: 'MergeStatement', start, end: cursor.lastEnd, access, master, duplicates };
}
