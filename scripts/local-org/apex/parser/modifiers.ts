import type { Annotation, AnnotationParameter, Identifier, Modifier, ModifierName } from '../ast.ts';
import { Kind } from '../tokens.ts';
import type { Cursor } from './cursor.ts';
import { startsDeclarationKind } from './follow.ts';
import { parseLiteral } from './literals.ts';
import { isIdentifierKind, skipType } from './types.ts';

export interface Prefix {
  modifiers: Modifier[];
  annotations: Annotation[];
}

/** Reads what stands before a declaration, in any order and number: the checker judges combinations. */
export function parseAnnotationsAndModifiers(cursor: Cursor): Prefix {
  const modifiers: Modifier[] = [];
  const annotations: Annotation[] = [];
  for (;;) {
    const kind = cursor.kind;
    if (kind === Kind.At) annotations.push(parseAnnotation(cursor));
    else if (kind >= Kind.Abstract && kind <= Kind.LastModifier) modifiers.push(plainModifier(cursor));
    else if (kind >= Kind.Transient && kind <= Kind.Inherited) {
      const modifier = contextualModifier(cursor);
      if (modifier === undefined) return { modifiers, annotations };
      modifiers.push(modifier);
    } else return { modifiers, annotations };
  }
}

function plainModifier(cursor: Cursor): Modifier {
  const { start, end, name } = cursor.takeIdentifier();
  return { kind: 'Modifier', start, end, name: name.toLowerCase() as ModifierName };
}

/** `transient` and `with sharing` are also names; they are modifiers only where a declaration goes on after them. */
function contextualModifier(cursor: Cursor): Modifier | undefined {
  if (cursor.kind !== Kind.Transient) {
    if (cursor.peek(1) !== Kind.Sharing) return undefined;
    const first = cursor.takeIdentifier();
    const second = cursor.takeIdentifier();
    const name = `${first.name} ${second.name}`.toLowerCase() as ModifierName;
    return { kind: 'Modifier', start: first.start, end: second.end, name };
  }
  const next = cursor.peek(1);
  const goesOn =
    next === Kind.At ||
    (next >= Kind.Abstract && next <= Kind.LastModifier) ||
    isIdentifierKind(cursor.kinds[skipType(cursor, cursor.at + 1)] ?? Kind.EndOfFile);
  return goesOn ? plainModifier(cursor) : undefined;
}

function parseAnnotation(cursor: Cursor): Annotation {
  const start = cursor.start;
  cursor.at++;
  const name = cursor.identifier();
  const parameters = cursor.kind === Kind.LeftParenthesis ? parseParameters(cursor) : [];
  return { kind: 'Annotation', start, end: cursor.lastEnd, name, parameters };
}

/** Parameters are parted by blanks; Salesforce refuses commas. A lone string needs no name. */
function parseParameters(cursor: Cursor): AnnotationParameter[] {
  cursor.at++;
  const parameters: AnnotationParameter[] = [];
  if (isString(cursor.kind)) parameters.push(parseParameter(cursor, undefined));
  else {
    while (isIdentifierKind(cursor.kind)) {
      const name = cursor.takeIdentifier();
      cursor.expect(Kind.Assign, isString);
      parameters.push(parseParameter(cursor, name));
    }
    if (parameters.length === 0 && cursor.kind !== Kind.RightParenthesis) cursor.unexpected();
  }
  cursor.expect(Kind.RightParenthesis, startsDeclarationKind);
  return parameters;
}

function isString(kind: number): boolean {
  return kind === Kind.String || kind === Kind.MultilineString;
}

function parseParameter(cursor: Cursor, name: Identifier | undefined): AnnotationParameter {
  const kind = cursor.kind;
  const isValue = kind === Kind.True || kind === Kind.False || isString(kind);
  // Numbers have no place in any annotation of the platform, but library signatures of ours may carry them.
  if (!isValue && !(cursor.signatures && kind === Kind.Integer)) cursor.unexpected();
  const value = parseLiteral(cursor);
  return { kind: 'AnnotationParameter', start: name?.start ?? value.start, end: value.end, name, value };
}
