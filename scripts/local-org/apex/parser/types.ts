import type { Identifier, TypeReference } from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** Reads a type: `a.b.C<D, E>[]`. */
export function parseType(cursor: Cursor): TypeReference {
  const type = parseTypeName(cursor);
  while (cursor.kind === Kind.LeftBracket && cursor.peek(1) === Kind.RightBracket) {
    cursor.at += 2;
    type.arrayDepth++;
    type.end = cursor.lastEnd;
  }
  return type;
}

/** The same without `[]`, which after `new` may hold a size. */
export function parseTypeName(cursor: Cursor): TypeReference {
  if (!startsType(cursor.kind)) cursor.unexpected();
  if (isBareCollection(cursor, cursor.at)) {
    cursor.at++;
    cursor.mismatch(Kind.Less, followedByNothing);
  }
  const start = cursor.start;
  const names: Identifier[] = [cursor.takeIdentifier()];
  while (cursor.kind === Kind.Dot) {
    cursor.at++;
    names.push(cursor.anyWord());
  }
  const typeArguments = cursor.kind === Kind.Less ? parseTypeArguments(cursor) : [];
  return { kind: 'TypeReference', start, end: cursor.lastEnd, names, typeArguments, arrayDepth: 0 };
}

function parseTypeArguments(cursor: Cursor): TypeReference[] {
  cursor.at++;
  const typeArguments = [parseType(cursor)];
  while (cursor.take(Kind.Comma)) typeArguments.push(parseType(cursor));
  cursor.expect(Kind.Greater, followsType);
  return typeArguments;
}

function followsType(kind: number): boolean {
  return (
    isIdentifierKind(kind) ||
    kind === Kind.Comma ||
    kind === Kind.LeftBrace ||
    kind === Kind.LeftBracket ||
    kind === Kind.LeftParenthesis ||
    kind === Kind.RightParenthesis
  );
}

export function startsType(kind: number): boolean {
  return (kind > Kind.EndOfFile && kind <= Kind.LastIdentifier) || kind === Kind.List || kind === Kind.Map;
}

/**
 * Looks ahead without reading: the index of the token after a type that begins at token `index`, or -1 if none does.
 * A declaration, a cast, and a class literal are told from an expression by this.
 */
export function skipType(cursor: Cursor, index: number): number {
  const kinds = cursor.kinds;
  let kind = kinds[index]!;
  if (!startsType(kind) || isBareCollection(cursor, index)) return -1;
  const first = index++;
  while (kinds[index] === Kind.Dot) {
    kind = kinds[index + 1]!;
    if (kind === Kind.EndOfFile || kind > Kind.LastReserved) return -1;
    index += 2;
  }
  if (kinds[index] === Kind.Less) {
    index = skipTypeArguments(cursor, index + 1);
    if (index < 0) return -1;
    // `List<A>[]` is no type to Salesforce's parser.
    if (kinds[first + 1] === Kind.Less && isCollection(kinds[first]!)) return index;
  }
  while (kinds[index] === Kind.LeftBracket && kinds[index + 1] === Kind.RightBracket) index += 2;
  return index;
}

function skipTypeArguments(cursor: Cursor, index: number): number {
  const kinds = cursor.kinds;
  for (;;) {
    index = skipType(cursor, index);
    if (index < 0) return -1;
    if (kinds[index] === Kind.Greater) return index + 1;
    if (kinds[index] !== Kind.Comma) return -1;
    index++;
  }
}

function isCollection(kind: number): boolean {
  return kind === Kind.List || kind === Kind.Map || kind === Kind.Set;
}

/** `List`, `Map` and `Set` are types only with what they hold; library signatures declare them and may use them bare. */
function isBareCollection(cursor: Cursor, index: number): boolean {
  if (!isCollection(cursor.kinds[index]!) || cursor.signatures) return false;
  const next = cursor.kinds[index + 1];
  return next !== Kind.Less && next !== Kind.Dot;
}

/** A name that may be declared: no reserved word. */
export function isIdentifierKind(kind: number): boolean {
  return kind !== Kind.EndOfFile && kind <= Kind.LastIdentifier;
}
