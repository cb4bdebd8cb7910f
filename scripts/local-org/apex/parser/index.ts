import type {
  AnonymousBlock,
  AnonymousMember,
  SoqlLiteral,
  SoqlQuery,
  SoslQuery,
  TriggerDeclaration,
  TypeDeclaration,
} from '../ast.ts';
import { Source } from '../source.ts';
import { Kind } from '../tokens.ts';
import { Cursor, followedByNothing } from './cursor.ts';
import { parseTypeDeclaration, startsAnonymousMember } from './declarations.ts';
import { startsDeclarationKind } from './follow.ts';
import { parseLooseStatement } from './loose-statement.ts';
import { parseSoqlQuery } from './soql.ts';
import { parseSoslQuery } from './sosl.ts';
import { parseTriggerDeclaration } from './triggers.ts';

export { ApexSyntaxError } from '../syntax-error.ts';

/**
 * The doors of the parser, one for each kind of text. All throw ApexSyntaxError at the first error.
 * This one reads a class, an interface or an enum: the content of a `.cls` file.
 */
export function parseCompilationUnit(source: Source): TypeDeclaration {
  const cursor = new Cursor(source);
  const unit = parseTypeDeclaration(cursor);
  cursor.expect(Kind.EndOfFile, startsDeclarationKind);
  return unit;
}

/** Reads the content of a `.trigger` file. */
export function parseTrigger(source: Source): TriggerDeclaration {
  const cursor = new Cursor(source);
  const unit = parseTriggerDeclaration(cursor);
  cursor.expect(Kind.EndOfFile, startsDeclarationKind);
  return unit;
}

/** Reads what `sf apex run` sends: statements, with methods and types in between. */
export function parseAnonymous(source: Source): AnonymousBlock {
  const cursor = new Cursor(source);
  const body: AnonymousMember[] = [];
  while (cursor.kind !== Kind.EndOfFile) {
    if (!startsAnonymousMember(cursor.kind)) cursor.unexpected();
    body.push(parseLooseStatement(cursor));
  }
  return { kind: 'AnonymousBlock', start: 0, end: source.text.length, body };
}

/** Reads a file of the library: methods need no body, and reserved words may name methods, parameters and types. */
export function parseSignatures(source: Source): TypeDeclaration {
  const cursor = new Cursor(source, true);
  const unit = parseTypeDeclaration(cursor);
  cursor.expect(Kind.EndOfFile, followedByNothing);
  return unit;
}

/** Reads dynamic SOQL. A bind is a Name, or a FieldAccess over one. */
export function parseQuery(text: string): SoqlQuery {
  const cursor = new Cursor(new Source('SOQL', text));
  const query = parseSoqlQuery(cursor);
  if (cursor.kind !== Kind.EndOfFile) cursor.unexpected();
  return query;
}

/** Reads dynamic SOSL. The term may also stand in braces, as the APIs have it: `FIND {joe} IN NAME FIELDS`. */
export function parseSearch(text: string): SoslQuery {
  const braces = /^\s*FIND\s*\{((?:[^\\}]|\\[^])*)\}/i.exec(text);
  if (braces === null) return readSearch(text, undefined);
  const start = braces[0].indexOf('{');
  const end = braces[0].length;
  const value = braces[1]!.replace(/\\([^])/g, '$1');
  const term: SoqlLiteral = { kind: 'SoqlLiteral', start, end, type: 'String', value, n: undefined };
  return readSearch(text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), term);
}

function readSearch(text: string, term: SoqlLiteral | undefined): SoslQuery {
  const cursor = new Cursor(new Source('SOSL', text));
  const search = parseSoslQuery(cursor, term);
  if (cursor.kind !== Kind.EndOfFile) cursor.unexpected();
  return search;
}
