import type {
  Block,
  CatchClause,
  Expression,
  LocalVariableDeclaration,
  Statement,
  VariableDeclarator,
} from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseDml, parseMerge } from './dml.ts';
import { parseArguments, parseExpression, startsExpression } from './expressions.ts';
import { followsMember, followsStatement } from './follow.ts';
import { parseAnnotationsAndModifiers } from './modifiers.ts';
import { parseSwitch } from './switch.ts';
import { isIdentifierKind, parseType, skipType } from './types.ts';

/** Statements: one look at the first token decides; only a declaration needs to look past a type. */
export function parseBlock(cursor: Cursor): Block {
  const start = cursor.start;
  cursor.expect(Kind.LeftBrace, followsStatement);
  const statements: Statement[] = [];
  while (cursor.kind !== Kind.RightBrace) {
    if (!startsStatement(cursor.kind) || isBareTrigger(cursor)) cursor.mismatch(Kind.RightBrace, followsMember);
    statements.push(parseStatement(cursor));
  }
  cursor.at++;
  return { kind: 'Block', start, end: cursor.lastEnd, statements };
}

/** `Trigger` is a name only before a dot. */
export function isBareTrigger(cursor: Cursor): boolean {
  return cursor.kind === Kind.Trigger && cursor.peek(1) !== Kind.Dot;
}

export function startsStatement(kind: number): boolean {
  return (
    startsExpression(kind) ||
    kind === Kind.LeftBrace ||
    kind === Kind.If ||
    (kind >= Kind.For && kind <= Kind.Try) ||
    (kind >= Kind.Throw && kind <= Kind.Merge) ||
    kind === Kind.At ||
    (kind >= Kind.Abstract && kind <= Kind.LastModifier)
  );
}

export function parseStatement(cursor: Cursor): Statement {
  switch (cursor.kind) {
    case Kind.LeftBrace:
      return parseBlock(cursor);
    case Kind.If:
      return parseIf(cursor);
    case Kind.For:
      return parseFor(cursor);
    case Kind.While:
      return parseWhile(cursor);
    case Kind.Do:
      return parseDo(cursor);
    case Kind.Try:
      return parseTry(cursor);
    case Kind.Return:
      return parseReturn(cursor);
    case Kind.Throw:
      return parseThrow(cursor);
    case Kind.Break:
    case Kind.Continue:
      return parseJump(cursor);
    case Kind.Insert:
    case Kind.Update:
    case Kind.Delete:
    case Kind.Undelete:
    case Kind.Upsert:
      return parseDml(cursor);
    case Kind.Merge:
      return parseMerge(cursor);
    case Kind.Switch:
      if (cursor.peek(1) === Kind.On) return parseSwitch(cursor);
      break;
  }
  return parseDeclarationOrExpression(cursor);
}

function parseDeclarationOrExpression(cursor: Cursor): Statement {
  if (isDeclaration(cursor, Kind.Semicolon) || startsModifiers(cursor)) return parseLocalDeclaration(cursor);
  if (isRunAs(cursor)) return parseRunAs(cursor);
  const first = cursor.at;
  const start = cursor.start;
  const expression = parseExpression(cursor);
  if (cursor.kind !== Kind.Semicolon) refuseDottedName(cursor, first);
  endStatement(cursor);
  return { kind: 'ExpressionStatement', start, end: cursor.lastEnd, expression };
}

function startsModifiers(cursor: Cursor): boolean {
  const kind = cursor.kind;
  if (kind === Kind.At || (kind >= Kind.Abstract && kind <= Kind.LastModifier)) return true;
  return kind === Kind.Transient && skipType(cursor, cursor.at + 1) > 0;
}

/** `Type name` followed by `=`, `,`, or the given end. */
export function isDeclaration(cursor: Cursor, end: number): boolean {
  const after = skipType(cursor, cursor.at);
  if (after < 0) return false;
  if (!isIdentifierKind(cursor.kinds[after]!)) return false;
  const next = cursor.kinds[after + 1]!;
  return next === Kind.Assign || next === end || next === Kind.Comma;
}

/** `Account a.b = …`: a declaration, of a name that cannot be. */
function refuseDottedName(cursor: Cursor, first: number): void {
  const after = cursor.dottedEnd(cursor.at);
  if (after === cursor.at + 1 || skipType(cursor, first) !== cursor.at) return;
  const next = cursor.kinds[after]!;
  if (next === Kind.Assign || next === Kind.Semicolon || next === Kind.Comma) cursor.fail("Unexpected token '.'.");
}

export function endStatement(cursor: Cursor): void {
  if (cursor.kind === Kind.Semicolon) cursor.at++;
  else refuseEnd(cursor);
}

// After an expression, most reserved words leave Salesforce's parser without an alternative; these few it takes for the next thing.
const MISSING_BEFORE: ReadonlySet<number> = new Set([
  Kind.False,
  Kind.For,
  Kind.List,
  Kind.Map,
  Kind.New,
  Kind.Null,
  Kind.Super,
  Kind.This,
  Kind.True,
  Kind.Update,
  Kind.And,
  Kind.In,
  Kind.Limit,
  Kind.Or,
  Kind.Using,
  Kind.InstanceOf,
]);

function refuseEnd(cursor: Cursor): never {
  const kind = cursor.kind;
  const isReserved = kind > Kind.LastIdentifier && kind <= Kind.LastReserved;
  const isExtra = cursor.kinds[cursor.dottedEnd(cursor.at)] === Kind.Semicolon;
  const isCommit = kind === Kind.OtherReserved && cursor.isWord('commit');
  if (isReserved && !isExtra && !MISSING_BEFORE.has(kind) && !isCommit) cursor.unexpected();
  return cursor.mismatch(Kind.Semicolon, followsStatement);
}

export function parseLocalDeclaration(cursor: Cursor): LocalVariableDeclaration {
  const start = cursor.start;
  const first = cursor.at;
  const { modifiers, annotations } = parseAnnotationsAndModifiers(cursor);
  if (!isDeclaration(cursor, Kind.Semicolon) && !isUnfinishedDeclaration(cursor)) cursor.unexpected(first);
  const type = parseType(cursor);
  const declarators = parseDeclarators(cursor);
  endStatement(cursor);
  return { kind: 'LocalVariableDeclaration', start, end: cursor.lastEnd, modifiers, annotations, type, declarators };
}

/** After modifiers nothing but a declaration can come, whatever stands in place of its semicolon. */
function isUnfinishedDeclaration(cursor: Cursor): boolean {
  const after = skipType(cursor, cursor.at);
  if (after < 0 || !isIdentifierKind(cursor.kinds[after]!)) return false;
  const next = cursor.kinds[after + 1]!;
  return next !== Kind.LeftParenthesis && next !== Kind.LeftBrace;
}

/** `a = 1, b`, without the semicolon. */
export function parseDeclarators(cursor: Cursor): VariableDeclarator[] {
  const declarators: VariableDeclarator[] = [];
  do {
    const name = cursor.identifier();
    const initializer = cursor.take(Kind.Assign) ? parseExpression(cursor) : undefined;
    declarators.push({ kind: 'VariableDeclarator', start: name.start, end: cursor.lastEnd, name, initializer });
  } while (cursor.take(Kind.Comma));
  return declarators;
}

/** A condition in its parentheses. */
function parseCondition(cursor: Cursor): Expression {
  cursor.expect(Kind.LeftParenthesis, startsExpression);
  const condition = parseExpression(cursor);
  cursor.expect(Kind.RightParenthesis, followsCondition);
  return condition;
}

function followsCondition(kind: number): boolean {
  return startsStatement(kind) || kind === Kind.Semicolon;
}

/** The body of `if` and `else`: Salesforce has no empty statement here. */
function parseBody(cursor: Cursor): Statement {
  if (!startsStatement(cursor.kind)) cursor.unexpected();
  return parseStatement(cursor);
}

/** The body of a loop, which may be a mere `;`. */
function parseLoopBody(cursor: Cursor): Statement | undefined {
  return cursor.take(Kind.Semicolon) ? undefined : parseBody(cursor);
}

function parseIf(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at++;
  const condition = parseCondition(cursor);
  const consequent = parseBody(cursor);
  const alternate = cursor.take(Kind.Else) ? parseBody(cursor) : undefined;
  return { kind: 'IfStatement', start, end: cursor.lastEnd, condition, consequent, alternate };
}

function parseWhile(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at++;
  const condition = parseCondition(cursor);
  const body = parseLoopBody(cursor);
  return { kind: 'WhileStatement', start, end: cursor.lastEnd, condition, body };
}

function parseDo(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at++;
  const body = parseBlock(cursor);
  cursor.expect(Kind.While, followedByNothing);
  const condition = parseCondition(cursor);
  endStatement(cursor);
  return { kind: 'DoWhileStatement', start, end: cursor.lastEnd, body, condition };
}

function parseFor(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at++;
  cursor.expect(Kind.LeftParenthesis, startsExpression);
  if (isForEach(cursor)) return parseForEach(cursor, start);
  const initializer = parseForInitializer(cursor);
  const condition = cursor.kind === Kind.Semicolon ? undefined : parseExpression(cursor);
  cursor.expect(Kind.Semicolon, startsExpression);
  const updates = startsExpression(cursor.kind) ? [parseExpression(cursor)] : [];
  cursor.expect(Kind.RightParenthesis, followsCondition);
  const body = parseLoopBody(cursor);
  return { kind: 'ForStatement', start, end: cursor.lastEnd, initializer, condition, updates, body };
}

function isForEach(cursor: Cursor): boolean {
  const after = skipType(cursor, cursor.at);
  if (after < 0 || cursor.kinds[after + 1] !== Kind.Colon) return false;
  return isIdentifierKind(cursor.kinds[after]!);
}

function parseForEach(cursor: Cursor, start: number): Statement {
  const type = parseType(cursor);
  const variable = cursor.identifier();
  cursor.at++;
  const iterable = parseExpression(cursor);
  cursor.expect(Kind.RightParenthesis, followsCondition);
  const body = parseLoopBody(cursor);
  return { kind: 'ForEachStatement', start, end: cursor.lastEnd, type, variable, iterable, body };
}

function parseForInitializer(cursor: Cursor): LocalVariableDeclaration | Expression[] {
  if (isUnfinishedDeclaration(cursor)) {
    const start = cursor.start;
    const type = parseType(cursor);
    const declarators = parseDeclarators(cursor);
    const end = cursor.lastEnd;
    cursor.expect(Kind.Semicolon, startsExpression);
    return { kind: 'LocalVariableDeclaration', start, end, modifiers: [], annotations: [], type, declarators };
  }
  const expressions: Expression[] = [];
  if (cursor.kind !== Kind.Semicolon) {
    do expressions.push(parseExpression(cursor));
    while (cursor.take(Kind.Comma));
    if (cursor.peek(0) === Kind.Colon) cursor.unexpected();
  }
  cursor.expect(Kind.Semicolon, startsExpression);
  return expressions;
}

function parseTry(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at++;
  const block = parseBlock(cursor);
  const catches: CatchClause[] = [];
  while (cursor.kind === Kind.Catch) catches.push(parseCatch(cursor));
  const finallyBlock = cursor.take(Kind.Finally) ? parseBlock(cursor) : undefined;
  return { kind: 'TryStatement', start, end: cursor.lastEnd, block, catches, finallyBlock };
}

function parseCatch(cursor: Cursor): CatchClause {
  const start = cursor.start;
  cursor.at++;
  cursor.expect(Kind.LeftParenthesis, startsExpression);
  cursor.take(Kind.Final);
  const type = parseType(cursor);
  const variable = cursor.identifier();
  cursor.expect(Kind.RightParenthesis, followsCondition);
  const body = parseBlock(cursor);
  return { kind: 'CatchClause', start, end: cursor.lastEnd, type, variable, body };
}

function parseReturn(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at++;
  const expression = cursor.kind === Kind.Semicolon ? undefined : parseExpression(cursor);
  endStatement(cursor);
  return { kind: 'ReturnStatement', start, end: cursor.lastEnd, expression };
}

function parseThrow(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at++;
  const expression = parseExpression(cursor);
  endStatement(cursor);
  return { kind: 'ThrowStatement', start, end: cursor.lastEnd, expression };
}

function parseJump(cursor: Cursor): Statement {
  const start = cursor.start;
  const isBreak = cursor.kind === Kind.Break;
  cursor.at++;
  endStatement(cursor);
  if (isBreak) return { kind: 'BreakStatement', start, end: cursor.lastEnd };
  return { kind: 'ContinueStatement', start, end: cursor.lastEnd };
}

/** `System.runAs(user) { … }`: a statement of its own, since a call cannot have a block. */
function isRunAs(cursor: Cursor): boolean {
  return (
    cursor.peek(1) === Kind.Dot &&
    cursor.peek(3) === Kind.LeftParenthesis &&
    cursor.isWord('runas', 2) &&
    cursor.isWord('system')
  );
}

function parseRunAs(cursor: Cursor): Statement {
  const start = cursor.start;
  cursor.at += 3;
  const callArguments = parseArguments(cursor);
  if (cursor.kind !== Kind.LeftBrace) cursor.mismatch(Kind.LeftBrace, startsStatement);
  const body = parseBlock(cursor);
  return { kind: 'RunAsStatement', start, end: cursor.lastEnd, arguments: callArguments, body };
}
