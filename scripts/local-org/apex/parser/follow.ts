import { Kind } from '../tokens.ts';
import { startsType } from './types.ts';

/** Whether a token of this kind may stand after a complete operand: an operator, a separator, or a closing mark. */
export function followsExpression(kind: number): boolean {
  return (
    (kind >= Kind.Assign && kind <= Kind.Divide) ||
    kind === Kind.RightParenthesis ||
    kind === Kind.RightBracket ||
    kind === Kind.LeftBracket ||
    kind === Kind.Semicolon ||
    kind === Kind.Comma ||
    kind === Kind.Dot ||
    kind === Kind.SafeDot ||
    kind === Kind.Question ||
    kind === Kind.Colon ||
    kind === Kind.Arrow ||
    kind === Kind.InstanceOf ||
    kind === Kind.Increment ||
    kind === Kind.Decrement
  );
}

/** Whether a token of this kind may stand after `[SELECT …]`. */
export function followsQuery(kind: number): boolean {
  return kind !== Kind.Colon && followsExpression(kind);
}

/** Whether a token of this kind may stand after a parenthesis that closes within a query. */
export function followsNestedQuery(kind: number): boolean {
  return (
    kind === Kind.RightBracket ||
    kind === Kind.RightParenthesis ||
    kind === Kind.Comma ||
    kind === Kind.From ||
    kind === Kind.And ||
    kind === Kind.Or ||
    kind === Kind.Limit
  );
}

/** Whether a token of this kind may stand after a complete statement. */
export function followsStatement(kind: number): boolean {
  return (
    kind === Kind.RightBrace ||
    kind === Kind.LeftBrace ||
    startsType(kind) ||
    kind === Kind.If ||
    (kind >= Kind.For && kind <= Kind.Try) ||
    (kind >= Kind.Throw && kind <= Kind.Merge) ||
    (kind >= Kind.New && kind <= Kind.False) ||
    (kind >= Kind.Integer && kind <= Kind.LeftParenthesis) ||
    kind === Kind.LeftBracket ||
    (kind >= Kind.Not_ && kind <= Kind.Decrement) ||
    kind === Kind.Plus ||
    kind === Kind.Minus ||
    kind === Kind.At ||
    (kind >= Kind.Abstract && kind <= Kind.LastModifier)
  );
}

/** Whether a token of this kind may stand after a complete member of a class. */
export function followsMember(kind: number): boolean {
  return (
    kind === Kind.RightBrace ||
    kind === Kind.LeftBrace ||
    kind === Kind.At ||
    startsType(kind) ||
    (kind >= Kind.Abstract && kind <= Kind.Enum)
  );
}

/** Whether a type or trigger declaration may begin with a token of this kind. */
export function startsDeclarationKind(kind: number): boolean {
  return kind === Kind.At || (kind >= Kind.Abstract && kind <= Kind.Trigger);
}
