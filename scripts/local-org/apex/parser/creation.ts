import type { Expression, FieldInitializer, MapEntry, TypeReference } from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseArguments, parseExpression, startsExpression } from './expressions.ts';
import { followsExpression } from './follow.ts';
import { parseTypeName } from './types.ts';

/** Reads `new …`: an object, an array, or a collection with its content. */
export function parseCreation(cursor: Cursor): Expression {
  const start = cursor.start;
  cursor.at++;
  const type = parseTypeName(cursor);
  if (cursor.kind === Kind.LeftBracket) return parseNewArray(cursor, start, type);
  if (cursor.kind === Kind.LeftParenthesis) return parseNewObject(cursor, start, type);
  if (cursor.kind === Kind.LeftBrace && isCollection(type)) return parseInitializer(cursor, start, type);
  return cursor.unexpected();
}

function parseNewArray(cursor: Cursor, start: number, type: TypeReference): Expression {
  if (cursor.peek(1) !== Kind.RightBracket) {
    cursor.at++;
    const size = parseExpression(cursor);
    cursor.expect(Kind.RightBracket, followsExpression);
    type.arrayDepth = 1;
    return { kind: 'NewArray', start, end: cursor.lastEnd, type, size };
  }
  while (cursor.kind === Kind.LeftBracket && cursor.peek(1) === Kind.RightBracket) {
    cursor.at += 2;
    type.arrayDepth++;
    type.end = cursor.lastEnd;
  }
  if (cursor.kind !== Kind.LeftBrace) cursor.mismatch(Kind.LeftBrace, followedByNothing);
  return parseListInitializer(cursor, start, type);
}

const COLLECTIONS: ReadonlySet<string> = new Set(['list', 'set', 'map']);

function isCollection(type: TypeReference): boolean {
  return type.typeArguments.length > 0 && COLLECTIONS.has(type.names[type.names.length - 1]!.name.toLowerCase());
}

function parseInitializer(cursor: Cursor, start: number, type: TypeReference): Expression {
  const isMap = type.names[type.names.length - 1]!.name.toLowerCase() === 'map';
  return isMap ? parseMapInitializer(cursor, start, type) : parseListInitializer(cursor, start, type);
}

function parseListInitializer(cursor: Cursor, start: number, type: TypeReference): Expression {
  cursor.at++;
  const elements: Expression[] = [];
  if (cursor.kind !== Kind.RightBrace) {
    do elements.push(parseExpression(cursor));
    while (cursor.take(Kind.Comma));
  }
  cursor.expect(Kind.RightBrace, followsExpression);
  return { kind: 'NewListInitializer', start, end: cursor.lastEnd, type, elements };
}

function parseMapInitializer(cursor: Cursor, start: number, type: TypeReference): Expression {
  cursor.at++;
  const entries: MapEntry[] = [];
  if (cursor.kind !== Kind.RightBrace) {
    do entries.push(parseMapEntry(cursor));
    while (cursor.take(Kind.Comma));
  }
  cursor.expect(Kind.RightBrace, followsExpression);
  return { kind: 'NewMapInitializer', start, end: cursor.lastEnd, type, entries };
}

function parseMapEntry(cursor: Cursor): MapEntry {
  const key = parseExpression(cursor);
  cursor.expect(Kind.Arrow, followedByNothing);
  const value = parseExpression(cursor);
  return { kind: 'MapEntry', start: key.start, end: value.end, key, value };
}

function parseNewObject(cursor: Cursor, start: number, type: TypeReference): Expression {
  if (isFieldInitializer(cursor, cursor.at + 1)) {
    const fields = parseFieldInitializers(cursor);
    return { kind: 'NewObject', start, end: cursor.lastEnd, type, arguments: [], fields };
  }
  const list = parseArguments(cursor);
  return { kind: 'NewObject', start, end: cursor.lastEnd, type, arguments: list, fields: [] };
}

function isFieldInitializer(cursor: Cursor, index: number): boolean {
  const kind = cursor.kinds[index]!;
  return kind !== Kind.EndOfFile && kind <= Kind.LastIdentifier && cursor.kinds[index + 1] === Kind.Assign;
}

function parseFieldInitializers(cursor: Cursor): FieldInitializer[] {
  cursor.at++;
  const fields: FieldInitializer[] = [];
  do {
    const name = cursor.identifier();
    cursor.expect(Kind.Assign, startsExpression);
    const value = parseExpression(cursor);
    fields.push({ kind: 'FieldInitializer', start: name.start, end: value.end, name, value });
  } while (cursor.take(Kind.Comma));
  cursor.expect(Kind.RightParenthesis, followsExpression);
  return fields;
}
