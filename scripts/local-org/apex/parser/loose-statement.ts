import type { AnonymousMember } from '../ast.ts';
import { ApexSyntaxError } from '../syntax-error.ts';
import { Kind } from '../tokens.ts';
import type { Cursor } from './cursor.ts';
import { parseAnonymousMember } from './declarations.ts';
import { startsType } from './types.ts';

/**
 * Reads one statement or declaration that stands directly in a trigger or an anonymous block, with Salesforce's errors.
 * There its parser tries a declaration, then a statement, and gives both up: it does not point at what is wrong, but behind
 * the first name, or at the first token if that is no name. Statements that a keyword begins are not tried that way.
 */
export function parseLooseStatement(cursor: Cursor): AnonymousMember {
  const first = cursor.at;
  try {
    return parseAnonymousMember(cursor);
  } catch (error) {
    if (!(error instanceof ApexSyntaxError) || isOwnStatement(cursor, first) || isLiteralError(error)) throw error;
    return cursor.unexpected(isName(cursor.kinds[first]!) ? afterPath(cursor, first) : first);
  }
}

function isOwnStatement(cursor: Cursor, first: number): boolean {
  const kind = cursor.kinds[first]!;
  if (kind === Kind.Switch) return cursor.kinds[first + 1] === Kind.On;
  if ((kind >= Kind.If && kind <= Kind.Merge) || kind === Kind.LeftBrace) return true;
  cursor.at = first;
  return cursor.isWord('system') && cursor.isWord('runas', 2);
}

/** A number out of range or a wrong escape is found whatever is tried. */
function isLiteralError(error: ApexSyntaxError): boolean {
  return error.message.startsWith('Illegal ') || error.message.startsWith('Invalid ');
}

function isName(kind: number): boolean {
  return startsType(kind) || kind === Kind.This || kind === Kind.Super || kind === Kind.Trigger;
}

function afterPath(cursor: Cursor, first: number): number {
  let index = first + 1;
  while (cursor.kinds[index] === Kind.Dot && cursor.kinds[index + 1]! <= Kind.LastReserved) index += 2;
  return index;
}
