import type {
  Accessor,
  AnonymousMember,
  Block,
  ClassDeclaration,
  Declaration,
  EnumDeclaration,
  Identifier,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  TypeDeclaration,
  TypeReference,
} from '../ast.ts';
import { ApexSyntaxError } from '../syntax-error.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { followsMember } from './follow.ts';
import { parseAnnotationsAndModifiers } from './modifiers.ts';
import { isDeclaration, parseBlock, parseDeclarators, parseStatement, startsStatement } from './statements.ts';
import { parseType, skipType, startsType } from './types.ts';

/** What comes before every declaration, and where that begins. */
type Head = Pick<Declaration, 'start' | 'modifiers' | 'annotations' | 'doc'>;

function parseHead(cursor: Cursor): Head {
  const doc = cursor.docs.size === 0 ? undefined : cursor.docs.get(cursor.at);
  const start = cursor.start;
  const { modifiers, annotations } = parseAnnotationsAndModifiers(cursor);
  return { start, modifiers, annotations, doc };
}

/**
 * The same within a class. Where an annotation has an error, Salesforce's parser takes the member for no member at all,
 * and points at its `@`.
 */
function parseMemberHead(cursor: Cursor): Head {
  try {
    return parseHead(cursor);
  } catch (error) {
    if (error instanceof ApexSyntaxError) {
      while (cursor.kind !== Kind.At) cursor.at--;
      cursor.unexpected();
    }
    throw error;
  }
}

/** Reads a class, an interface, or an enum with all that is before it. */
export function parseTypeDeclaration(cursor: Cursor): TypeDeclaration {
  const head = parseHead(cursor);
  const type = parseTypeAfterHead(cursor, head);
  if (type !== undefined) return type;
  // Only a class can have a sharing mode, so that is where Salesforce's parser gave up.
  const isSharing = head.modifiers.at(-1)?.name.endsWith(' sharing') ?? false;
  return cursor.unexpected(isSharing ? cursor.at - 2 : cursor.at);
}

function parseTypeAfterHead(cursor: Cursor, head: Head): TypeDeclaration | undefined {
  switch (cursor.kind) {
    case Kind.Class:
      return parseClass(cursor, head);
    case Kind.Interface:
      return parseInterface(cursor, head);
    case Kind.Enum:
      return parseEnum(cursor, head);
    default:
      return undefined;
  }
}

function parseClass(cursor: Cursor, head: Head): ClassDeclaration {
  cursor.at++;
  const name = parseTypeName(cursor);
  const typeParameters = parseTypeParameters(cursor);
  const superclass = cursor.take(Kind.Extends) ? parseType(cursor) : undefined;
  const interfaces = cursor.take(Kind.Implements) ? parseTypeList(cursor) : [];
  const members = parseMembers(cursor, (inner) => parseMember(inner));
  const { start, modifiers, annotations, doc } = head;
  const end = cursor.lastEnd;
  return {
    kind: 'ClassDeclaration',
    start,
    end,
    modifiers,
    annotations,
    doc,
    name,
    typeParameters,
    superclass,
    interfaces,
    members,
  };
}

function parseInterface(cursor: Cursor, head: Head): InterfaceDeclaration {
  cursor.at++;
  const name = parseTypeName(cursor);
  const typeParameters = parseTypeParameters(cursor);
  const isList = cursor.take(Kind.Extends);
  // An interface of Apex extends one other; those of the library may extend several.
  const interfaces = isList ? (cursor.signatures ? parseTypeList(cursor) : [parseType(cursor)]) : [];
  const members = parseMembers(cursor, parseInterfaceMember);
  const { start, modifiers, annotations, doc } = head;
  const end = cursor.lastEnd;
  return {
    kind: 'InterfaceDeclaration',
    start,
    end,
    modifiers,
    annotations,
    doc,
    name,
    typeParameters,
    interfaces,
    members,
  };
}

function parseEnum(cursor: Cursor, head: Head): EnumDeclaration {
  cursor.at++;
  const name = cursor.identifier();
  cursor.expect(Kind.LeftBrace, followedByNothing);
  const constants: Identifier[] = [];
  if (cursor.kind !== Kind.RightBrace) {
    do constants.push(cursor.signatures ? cursor.anyWord() : cursor.identifier());
    while (cursor.take(Kind.Comma));
  }
  cursor.expect(Kind.RightBrace, followsMember);
  const { start, modifiers, annotations, doc } = head;
  return { kind: 'EnumDeclaration', start, end: cursor.lastEnd, modifiers, annotations, doc, name, constants };
}

/** The library has classes whose names are reserved: List, Map, Trigger. */
function parseTypeName(cursor: Cursor): Identifier {
  return cursor.signatures ? cursor.anyWord() : cursor.undottedName();
}

function parseTypeParameters(cursor: Cursor): Identifier[] {
  if (!cursor.take(Kind.Less)) return [];
  const names = [cursor.identifier()];
  while (cursor.take(Kind.Comma)) names.push(cursor.identifier());
  cursor.expect(Kind.Greater, followedByNothing);
  return names;
}

function parseTypeList(cursor: Cursor): TypeReference[] {
  const types = [parseType(cursor)];
  while (cursor.take(Kind.Comma)) types.push(parseType(cursor));
  return types;
}

function parseMembers(cursor: Cursor, parse: (cursor: Cursor) => Member): Member[] {
  cursor.expect(Kind.LeftBrace, followsMember);
  const members: Member[] = [];
  while (cursor.kind !== Kind.RightBrace) {
    if (!startsMember(cursor)) cursor.mismatch(Kind.RightBrace, followedByNothing);
    members.push(parse(cursor));
  }
  cursor.at++;
  return members;
}

function startsMember(cursor: Cursor): boolean {
  const kind = cursor.kind;
  return (
    startsType(kind) ||
    kind === Kind.LeftBrace ||
    kind === Kind.At ||
    (kind >= Kind.Abstract && kind <= Kind.Enum) ||
    (cursor.signatures && kind <= Kind.LastReserved && kind !== Kind.EndOfFile)
  );
}

function parseMember(cursor: Cursor): Member {
  const head = parseMemberHead(cursor);
  const type = parseTypeAfterHead(cursor, head);
  if (type !== undefined) return type;
  const { start, modifiers, annotations, doc } = head;
  if (cursor.kind === Kind.LeftBrace) {
    const isStatic = modifiers.some((modifier) => modifier.name === 'static');
    const body = parseBlock(cursor);
    return { kind: 'InitializerBlock', start, end: cursor.lastEnd, modifiers, annotations, doc, isStatic, body };
  }
  if (cursor.peek(1) === Kind.LeftParenthesis && (startsType(cursor.kind) || cursor.signatures)) {
    const name = cursor.takeIdentifier();
    const parameters = parseParameters(cursor);
    const body = parseBodyOrNothing(cursor);
    return {
      kind: 'ConstructorDeclaration',
      start,
      end: cursor.lastEnd,
      modifiers,
      annotations,
      doc,
      name,
      parameters,
      body,
    };
  }
  return parseTypedMember(cursor, head);
}

/** A field, a property, or a method: they differ in what follows the name. */
function parseTypedMember(cursor: Cursor, head: Head): Member {
  const after = skipType(cursor, cursor.at);
  const next = after < 0 ? Kind.EndOfFile : cursor.kinds[after + 1]!;
  if (next === Kind.LeftParenthesis) return parseMethod(cursor, head, parseType(cursor));
  if (next === Kind.LeftBrace) return parseProperty(cursor, head);
  if (!isDeclaration(cursor, Kind.Semicolon)) refuseMember(cursor);
  const type = parseType(cursor);
  const declarators = parseDeclarators(cursor);
  cursor.expect(Kind.Semicolon, followsMember);
  const { start, modifiers, annotations, doc } = head;
  return { kind: 'FieldDeclaration', start, end: cursor.lastEnd, modifiers, annotations, doc, type, declarators };
}

/** Whatever is wrong, Salesforce points behind the first name. */
function refuseMember(cursor: Cursor): never {
  if (!startsType(cursor.kind)) cursor.unexpected();
  cursor.at++;
  while (cursor.kind === Kind.Dot && cursor.peek(1) <= Kind.LastReserved) cursor.at += 2;
  return cursor.unexpected();
}

function parseMethod(cursor: Cursor, head: Head, returnType: TypeReference): MethodDeclaration {
  const name = cursor.signatures ? cursor.anyWord() : cursor.identifier();
  const parameters = parseParameters(cursor);
  const body = parseBodyOrNothing(cursor);
  const { start, modifiers, annotations, doc } = head;
  return {
    kind: 'MethodDeclaration',
    start,
    end: cursor.lastEnd,
    modifiers,
    annotations,
    doc,
    returnType,
    name,
    parameters,
    body,
  };
}

/** An abstract method ends in `;`. That a plain one must have a body is for the checker to say. */
function parseBodyOrNothing(cursor: Cursor): Block | undefined {
  if (cursor.take(Kind.Semicolon)) return undefined;
  if (cursor.kind !== Kind.LeftBrace) cursor.unexpected();
  return parseBlock(cursor);
}

function parseInterfaceMember(cursor: Cursor): Member {
  const head = parseHead(cursor);
  const returnType = parseType(cursor);
  const name = cursor.signatures ? cursor.anyWord() : cursor.identifier();
  if (cursor.kind !== Kind.LeftParenthesis) {
    cursor.mismatch(Kind.LeftParenthesis, (kind) => kind === Kind.RightParenthesis || startsType(kind));
  }
  const parameters = parseParameters(cursor);
  cursor.expect(Kind.Semicolon, (kind) => kind !== Kind.LeftBrace && followsMember(kind));
  const { start, modifiers, annotations, doc } = head;
  const end = cursor.lastEnd;
  return {
    kind: 'MethodDeclaration',
    start,
    end,
    modifiers,
    annotations,
    doc,
    returnType,
    name,
    parameters,
    body: undefined,
  };
}

function parseParameters(cursor: Cursor): Parameter[] {
  cursor.at++;
  const parameters: Parameter[] = [];
  if (cursor.take(Kind.RightParenthesis)) return parameters;
  if (!startsParameter(cursor)) cursor.mismatch(Kind.RightParenthesis, followsParameters);
  do parameters.push(parseParameter(cursor));
  while (cursor.take(Kind.Comma));
  cursor.expect(Kind.RightParenthesis, followsParameters);
  return parameters;
}

function startsParameter(cursor: Cursor): boolean {
  const kind = cursor.kind;
  return startsType(kind) || kind === Kind.At || (kind >= Kind.Abstract && kind <= Kind.LastModifier);
}

function followsParameters(kind: number): boolean {
  return kind === Kind.LeftBrace || kind === Kind.Semicolon;
}

function parseParameter(cursor: Cursor): Parameter {
  const start = cursor.start;
  const { modifiers, annotations } = parseAnnotationsAndModifiers(cursor);
  const type = parseType(cursor);
  const name = cursor.signatures ? cursor.anyWord() : cursor.identifier();
  return { kind: 'Parameter', start, end: name.end, modifiers, annotations, type, name };
}

function parseProperty(cursor: Cursor, head: Head): PropertyDeclaration {
  const type = parseType(cursor);
  const name = cursor.identifier();
  cursor.at++;
  let getter: Accessor | undefined;
  let setter: Accessor | undefined;
  do {
    const accessor = parseAccessor(cursor);
    if (accessor.which === 'get') getter = accessor;
    else setter = accessor;
    if (!startsAccessor(cursor)) cursor.mismatch(Kind.RightBrace, followsMember);
  } while (cursor.kind !== Kind.RightBrace);
  cursor.at++;
  const { start, modifiers, annotations, doc } = head;
  return {
    kind: 'PropertyDeclaration',
    start,
    end: cursor.lastEnd,
    modifiers,
    annotations,
    doc,
    type,
    name,
    getter,
    setter,
  };
}

/** An accessor, or the end: the next member must not be taken for one when the brace is missing. */
function startsAccessor(cursor: Cursor): boolean {
  let index = cursor.at;
  while (cursor.kinds[index]! >= Kind.Abstract && cursor.kinds[index]! <= Kind.LastModifier) index++;
  const kind = cursor.kinds[index]!;
  const isEnd = index === cursor.at ? kind === Kind.RightBrace : kind === Kind.LeftBrace || kind === Kind.Semicolon;
  return isEnd || kind === Kind.Get || kind === Kind.Set;
}

function parseAccessor(cursor: Cursor): Accessor {
  const start = cursor.start;
  const { modifiers } = parseAnnotationsAndModifiers(cursor);
  if (modifiers.length > 0 && followsParameters(cursor.kind)) cursor.fail(`Missing 'SET' at '${cursor.tokenText()}'`);
  const which = cursor.kind === Kind.Get ? 'get' : cursor.kind === Kind.Set ? 'set' : cursor.unexpected();
  cursor.at++;
  const body = parseBodyOrNothing(cursor);
  return { kind: 'Accessor', start, end: cursor.lastEnd, which, modifiers, body };
}

export function startsAnonymousMember(kind: number): boolean {
  return startsStatement(kind) || kind === Kind.Class || kind === Kind.Interface || kind === Kind.Enum;
}

/** A statement, or a method, a property or a type declared in between. */
export function parseAnonymousMember(cursor: Cursor): AnonymousMember {
  const begin = cursor.at;
  if (cursor.kind === Kind.LeftBrace || !startsDeclaration(cursor.kind)) return parseStatement(cursor);
  const head = parseHead(cursor);
  const type = parseTypeAfterHead(cursor, head);
  if (type !== undefined) return type;
  const after = skipType(cursor, cursor.at);
  const name = after < 0 ? Kind.EndOfFile : cursor.kinds[after]!;
  if (name !== Kind.EndOfFile && name <= Kind.LastIdentifier) {
    const next = cursor.kinds[after + 1]!;
    if (next === Kind.LeftParenthesis) return parseMethod(cursor, head, parseType(cursor));
    if (next === Kind.LeftBrace) return parseProperty(cursor, head);
  }
  cursor.at = begin;
  return parseStatement(cursor);
}

function startsDeclaration(kind: number): boolean {
  return startsType(kind) || kind === Kind.At || (kind >= Kind.Abstract && kind <= Kind.Enum);
}
