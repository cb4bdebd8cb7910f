import type {
  AssignmentOperator,
  BinaryOperator,
  Expression,
  Identifier,
  TypeReference,
  UnaryOperator,
} from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import { parseCreation } from './creation.ts';
import type { Cursor } from './cursor.ts';
import { followsExpression } from './follow.ts';
import { parseLiteral } from './literals.ts';
import { parseSoqlExpression } from './soql.ts';
import { parseSoslExpression } from './sosl.ts';
import { parseType, skipType, startsType } from './types.ts';

/**
 * Expressions, by precedence climbing. From loose to tight: assignment (to the right), ternary, `??`, `||`, `&&`, `|`, `^`, `&`,
 * equality and `instanceof`, comparison, shift, sum, product, unary and cast, then what is written after an operand (`.x`, `[i]`, `++`).
 */
export function parseExpression(cursor: Cursor): Expression {
  const left = parseTernary(cursor);
  const kind = cursor.kind;
  if (kind >= Kind.Assign && kind <= Kind.LastAssign) {
    return assignment(cursor, left, ASSIGNMENTS[kind - Kind.Assign]!, 1);
  }
  if (kind === Kind.Greater) {
    // Only `>>=` and `>>>=` are left here: the binary loop has taken every other `>`.
    const width = cursor.peek(2) === Kind.Assign ? 3 : 4;
    return assignment(cursor, left, width === 3 ? '>>=' : '>>>=', width);
  }
  return left;
}

const ASSIGNMENTS: readonly AssignmentOperator[] = ['=', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '<<='];

function assignment(cursor: Cursor, target: Expression, operator: AssignmentOperator, width: number): Expression {
  const operatorStart = cursor.start;
  cursor.at += width;
  const value = parseExpression(cursor);
  return { kind: 'AssignmentExpression', start: target.start, end: value.end, operator, operatorStart, target, value };
}

function parseTernary(cursor: Cursor): Expression {
  const condition = parseBinary(cursor, COALESCE);
  if (cursor.kind !== Kind.Question) return condition;
  cursor.at++;
  const consequent = parseExpression(cursor);
  cursor.expect(Kind.Colon, followedByNothing);
  // `a ? b : c = d` assigns within the last branch, as it does in Salesforce.
  const alternate = parseExpression(cursor);
  return { kind: 'TernaryExpression', start: condition.start, end: alternate.end, condition, consequent, alternate };
}

// Precedences: 0 is "no binary operator".
const COALESCE = 1;
const EQUALITY = 7;
const PRECEDENCE = new Uint8Array(256);
const OPERATORS: (BinaryOperator | undefined)[] = new Array<BinaryOperator | undefined>(256).fill(undefined);
for (const [kind, precedence, operator] of [
  [Kind.Coalesce, COALESCE, '??'],
  [Kind.LogicalOr, 2, '||'],
  [Kind.LogicalAnd, 3, '&&'],
  [Kind.BitOr, 4, '|'],
  [Kind.BitXor, 5, '^'],
  [Kind.BitAnd, 6, '&'],
  [Kind.Equal, EQUALITY, '=='],
  [Kind.NotEqual, EQUALITY, '!='],
  [Kind.LessGreater, EQUALITY, '<>'],
  [Kind.Identical, EQUALITY, '==='],
  [Kind.NotIdentical, EQUALITY, '!=='],
  [Kind.Less, 8, '<'],
  [Kind.LessEqual, 8, '<='],
  [Kind.Greater, 8, '>'],
  [Kind.ShiftLeft, 9, '<<'],
  [Kind.Plus, 10, '+'],
  [Kind.Minus, 10, '-'],
  [Kind.Times, 11, '*'],
  [Kind.Divide, 11, '/'],
] as const) {
  PRECEDENCE[kind] = precedence;
  OPERATORS[kind] = operator;
}
PRECEDENCE[Kind.InstanceOf] = EQUALITY;

function parseBinary(cursor: Cursor, lowest: number): Expression {
  let left = parseUnary(cursor);
  for (;;) {
    const kind = cursor.kind;
    let precedence = PRECEDENCE[kind]!;
    if (precedence < lowest || precedence === 0) return left;
    if (kind === Kind.InstanceOf) {
      // `a == b instanceof C` and `a instanceof B == c` are both refused by Salesforce.
      if (left.kind === 'BinaryExpression' && EQUALITY_OPERATORS.has(left.operator)) return left;
      left = parseInstanceOf(cursor, left);
      if (PRECEDENCE[cursor.kind]! >= EQUALITY) return left;
      continue;
    }
    let operator = OPERATORS[kind]!;
    let width = 1;
    if (kind === Kind.Greater) {
      width = greaterWidth(cursor);
      if (width < 0) return left;
      operator = width === 1 ? '>' : cursor.peek(1) === Kind.Assign ? '>=' : width === 2 ? '>>' : '>>>';
      if (operator === '>>' || operator === '>>>') precedence = 9;
    }
    const operatorStart = cursor.start;
    cursor.at += width;
    const right = parseBinary(cursor, precedence + 1);
    left = { kind: 'BinaryExpression', start: left.start, end: right.end, operator, operatorStart, left, right };
  }
}

const EQUALITY_OPERATORS: ReadonlySet<string> = new Set(['==', '!=', '<>', '===', '!==']);

/** How many tokens the operator that begins with `>` has; -1 for `>>=` and `>>>=`, which assign. */
function greaterWidth(cursor: Cursor): number {
  const next = cursor.peek(1);
  if (next === Kind.Assign) return 2;
  if (next !== Kind.Greater) return 1;
  const third = cursor.peek(2);
  if (third === Kind.Assign) return -1;
  if (third !== Kind.Greater) return 2;
  return cursor.peek(3) === Kind.Assign ? -1 : 3;
}

function parseInstanceOf(cursor: Cursor, operand: Expression): Expression {
  cursor.at++;
  const type = parseType(cursor);
  return { kind: 'InstanceOfExpression', start: operand.start, end: type.end, operand, type };
}

function parseUnary(cursor: Cursor): Expression {
  switch (cursor.kind) {
    case Kind.Not_:
      return prefix(cursor, '!');
    case Kind.Minus:
      return prefix(cursor, '-');
    case Kind.Plus:
      return prefix(cursor, '+');
    case Kind.Tilde:
      return prefix(cursor, '~');
    case Kind.Increment:
      return prefix(cursor, '++');
    case Kind.Decrement:
      return prefix(cursor, '--');
    case Kind.LeftParenthesis:
      if (isCast(cursor)) return parseCast(cursor);
  }
  return parsePostfix(cursor);
}

function prefix(cursor: Cursor, operator: UnaryOperator): Expression {
  const start = cursor.start;
  cursor.at++;
  const operand = parseUnary(cursor);
  return { kind: 'UnaryExpression', start, end: operand.end, operator, operand };
}

/** `(Type)` is a cast if what follows begins an operand and could not go on after a bracketed expression. */
function isCast(cursor: Cursor): boolean {
  const first = cursor.at + 1;
  const after = skipType(cursor, first);
  if (after < 0 || cursor.kinds[after] !== Kind.RightParenthesis) return false;
  const next = cursor.kinds[after + 1]!;
  if (next === Kind.LeftBracket) return isQueryStart(cursor, after + 2);
  if (next === Kind.Plus || next === Kind.Minus) return isSurelyType(cursor, first, after);
  if (next === Kind.Increment || next === Kind.Decrement) return startsOperand(cursor.kinds[after + 2]!);
  return startsOperand(next);
}

const NUMERIC_TYPES: ReadonlySet<string> = new Set(['integer', 'long', 'double', 'decimal', 'object', 'string']);

/** `(Integer) -1` casts, `(total) - 1` subtracts: only a generic, an array or a primitive is a type for certain. */
function isSurelyType(cursor: Cursor, first: number, after: number): boolean {
  if (after > first + 1) return cursor.kinds[after - 1] !== Kind.Identifier;
  return NUMERIC_TYPES.has(cursor.text.slice(cursor.starts[first]!, cursor.ends[first]!).toLowerCase());
}

function startsOperand(kind: number): boolean {
  return (
    startsType(kind) ||
    (kind >= Kind.New && kind <= Kind.False) ||
    (kind >= Kind.Integer && kind <= Kind.MultilineString) ||
    kind === Kind.LeftParenthesis ||
    (kind >= Kind.Not_ && kind <= Kind.Decrement) ||
    kind === Kind.Trigger
  );
}

function isQueryStart(cursor: Cursor, index: number): boolean {
  return cursor.kinds[index] === Kind.Select || cursor.isWord('find', index - cursor.at);
}

function parseCast(cursor: Cursor): Expression {
  const start = cursor.start;
  cursor.at++;
  const type = parseType(cursor);
  cursor.at++;
  const operand = parseUnary(cursor);
  return { kind: 'CastExpression', start, end: operand.end, type, operand };
}

function parsePostfix(cursor: Cursor): Expression {
  let operand = parsePrimary(cursor);
  for (;;) {
    switch (cursor.kind) {
      case Kind.Dot:
      case Kind.SafeDot:
        operand = parseMember(cursor, operand);
        break;
      case Kind.LeftBracket: {
        cursor.at++;
        const index = parseExpression(cursor);
        cursor.expect(Kind.RightBracket, followsExpression);
        operand = { kind: 'ArrayAccess', start: operand.start, end: cursor.lastEnd, target: operand, index };
        break;
      }
      case Kind.Increment:
      case Kind.Decrement: {
        const operator = cursor.kind === Kind.Increment ? '++' : '--';
        cursor.at++;
        operand = { kind: 'PostfixExpression', start: operand.start, end: cursor.lastEnd, operator, operand };
        break;
      }
      default:
        return operand;
    }
  }
}

function parseMember(cursor: Cursor, target: Expression): Expression {
  const safe = cursor.kind === Kind.SafeDot;
  cursor.at++;
  if (cursor.kind === Kind.Class && cursor.peek(1) !== Kind.LeftParenthesis) {
    if (safe) cursor.unexpected();
    return parseClassLiteral(cursor, target);
  }
  const name = cursor.anyWord();
  if (cursor.kind === Kind.LeftParenthesis) {
    const callArguments = parseArguments(cursor);
    return {
      kind: 'MethodCall',
      start: target.start,
      end: cursor.lastEnd,
      target,
      name,
      safe,
      arguments: callArguments,
    };
  }
  return { kind: 'FieldAccess', start: target.start, end: name.end, target, name, safe };
}

function parseClassLiteral(cursor: Cursor, target: Expression): Expression {
  const names: Identifier[] = [];
  let part = target;
  while (part.kind === 'FieldAccess') {
    names.unshift(part.name);
    part = part.target;
  }
  if (part.kind !== 'Name') cursor.unexpected();
  names.unshift({ kind: 'Identifier', start: part.start, end: part.end, name: part.name });
  cursor.at++;
  const type: TypeReference = {
    kind: 'TypeReference',
    start: target.start,
    end: target.end,
    names,
    typeArguments: [],
    arrayDepth: 0,
  };
  return { kind: 'ClassLiteral', start: target.start, end: cursor.lastEnd, type };
}

/** Arguments with their parentheses. */
export function parseArguments(cursor: Cursor): Expression[] {
  cursor.at++;
  const list: Expression[] = [];
  if (cursor.take(Kind.RightParenthesis)) return list;
  if (!startsExpression(cursor.kind)) {
    cursor.mismatch(Kind.RightParenthesis, (kind) => kind !== Kind.Comma && followsExpression(kind));
  }
  do list.push(parseExpression(cursor));
  while (cursor.take(Kind.Comma));
  cursor.expect(Kind.RightParenthesis, followsExpression);
  return list;
}

export function startsExpression(kind: number): boolean {
  return startsOperand(kind) || kind === Kind.Plus || kind === Kind.Minus || kind === Kind.LeftBracket;
}

function parsePrimary(cursor: Cursor): Expression {
  const kind = cursor.kind;
  if (kind >= Kind.Integer && kind <= Kind.MultilineString) return parseLiteral(cursor);
  if (kind >= Kind.Identifier && kind <= Kind.LastIdentifier) return parseName(cursor);
  switch (kind) {
    case Kind.LeftParenthesis:
      return parseParenthesized(cursor);
    case Kind.New:
      return parseCreation(cursor);
    case Kind.This:
    case Kind.Super:
      return parseSelf(cursor, kind === Kind.This ? 'this' : 'super');
    case Kind.Null:
    case Kind.True:
    case Kind.False:
      return parseLiteral(cursor);
    case Kind.List:
    case Kind.Map:
    case Kind.Trigger:
      return parseReservedName(cursor);
    case Kind.LeftBracket:
      return parseQueryExpression(cursor);
  }
  return cursor.unexpected();
}

function parseName(cursor: Cursor): Expression {
  const next = cursor.peek(1);
  if (next === Kind.LeftParenthesis) {
    const name = cursor.takeIdentifier();
    const callArguments = parseArguments(cursor);
    return {
      kind: 'MethodCall',
      start: name.start,
      end: cursor.lastEnd,
      target: undefined,
      name,
      safe: false,
      arguments: callArguments,
    };
  }
  if (isGenericClassLiteral(cursor)) return parseGenericClassLiteral(cursor);
  const index = cursor.at++;
  const start = cursor.starts[index]!;
  const end = cursor.ends[index]!;
  return { kind: 'Name', start, end, name: cursor.text.slice(start, end) };
}

/** `List.class`, `Map.something`, `Trigger.new`: these words are names only before a dot. */
function parseReservedName(cursor: Cursor): Expression {
  if (isGenericClassLiteral(cursor)) return parseGenericClassLiteral(cursor);
  if (cursor.peek(1) !== Kind.Dot) cursor.unexpected();
  const name = cursor.takeIdentifier();
  return { kind: 'Name', start: name.start, end: name.end, name: name.name };
}

/** `A<B>.class`, `a.B<C>.class`, `A[].class`; cheap, because most names are followed by none of `<`, `[`, `.`. */
function isGenericClassLiteral(cursor: Cursor): boolean {
  let index = cursor.at + 1;
  while (cursor.kinds[index] === Kind.Dot) index += 2;
  const kind = cursor.kinds[index];
  if (kind !== Kind.Less && !(kind === Kind.LeftBracket && cursor.kinds[index + 1] === Kind.RightBracket)) return false;
  const after = skipType(cursor, cursor.at);
  return after > 0 && cursor.kinds[after] === Kind.Dot && cursor.kinds[after + 1] === Kind.Class;
}

function parseGenericClassLiteral(cursor: Cursor): Expression {
  const type = parseType(cursor);
  cursor.at += 2;
  return { kind: 'ClassLiteral', start: type.start, end: cursor.lastEnd, type };
}

function parseSelf(cursor: Cursor, target: 'this' | 'super'): Expression {
  const start = cursor.start;
  cursor.at++;
  if (cursor.kind === Kind.LeftParenthesis) {
    const callArguments = parseArguments(cursor);
    return { kind: 'ConstructorCall', start, end: cursor.lastEnd, target, arguments: callArguments };
  }
  if (target === 'this') return { kind: 'ThisExpression', start, end: cursor.lastEnd };
  if (cursor.kind !== Kind.Dot) cursor.unexpected();
  return { kind: 'SuperExpression', start, end: cursor.lastEnd };
}

function parseParenthesized(cursor: Cursor): Expression {
  const start = cursor.start;
  cursor.at++;
  const expression = parseExpression(cursor);
  cursor.expect(Kind.RightParenthesis, followsExpression);
  return { kind: 'ParenthesizedExpression', start, end: cursor.lastEnd, expression };
}

function parseQueryExpression(cursor: Cursor): Expression {
  const next = cursor.at + 1;
  if (cursor.kinds[next] === Kind.Select) return parseSoqlExpression(cursor);
  if (isQueryStart(cursor, next)) return parseSoslExpression(cursor);
  cursor.at++;
  return cursor.unexpected();
}
