import type { SoqlFieldPath, SoqlFunctionCall } from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseBind, parseSoqlLiteral } from './soql-values.ts';
import { isIdentifierKind } from './types.ts';

/** Reads `Account.Owner.Name`. */
export function parseFieldPath(cursor: Cursor): SoqlFieldPath {
  const first = cursor.identifier();
  const names = [first];
  while (cursor.take(Kind.Dot)) names.push(cursor.anyWord());
  return { kind: 'SoqlFieldPath', start: first.start, end: cursor.lastEnd, names };
}

/** Reads `FORMAT(convertCurrency(Amount))`; only COUNT may be empty. */
export function parseFunctionCall(cursor: Cursor): SoqlFunctionCall {
  const name = cursor.identifier();
  cursor.at++;
  const list: SoqlFunctionCall['arguments'] = [];
  if (cursor.kind !== Kind.RightParenthesis || name.name.toLowerCase() !== 'count') {
    do list.push(parseArgument(cursor));
    while (cursor.take(Kind.Comma));
  }
  cursor.expect(Kind.RightParenthesis, followedByNothing);
  return { kind: 'SoqlFunctionCall', start: name.start, end: cursor.lastEnd, name, arguments: list };
}

function parseArgument(cursor: Cursor): SoqlFunctionCall['arguments'][number] {
  if (cursor.kind === Kind.Colon) return parseBind(cursor);
  if (!isIdentifierKind(cursor.kind)) return parseSoqlLiteral(cursor, false);
  return cursor.peek(1) === Kind.LeftParenthesis ? parseFunctionCall(cursor) : parseFieldPath(cursor);
}
