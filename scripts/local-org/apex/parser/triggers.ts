import type { AnonymousMember, TriggerDeclaration, TriggerEvent, TriggerEventName } from '../ast.ts';
import { Kind } from '../tokens.ts';
import { followedByNothing } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { startsAnonymousMember } from './declarations.ts';
import { parseLooseStatement } from './loose-statement.ts';
import { startsStatement } from './statements.ts';
import { startsType } from './types.ts';

/** Reads `trigger Name on Object (before insert, …) { … }`. */
export function parseTriggerDeclaration(cursor: Cursor): TriggerDeclaration {
  const doc = cursor.docs.get(cursor.at);
  const start = cursor.start;
  if (!cursor.take(Kind.Trigger)) cursor.unexpected();
  const name = cursor.undottedName();
  cursor.expect(Kind.On, startsType);
  const object = cursor.identifier();
  cursor.expect(Kind.LeftParenthesis, followedByNothing);
  const events = [parseTriggerEvent(cursor)];
  while (cursor.take(Kind.Comma)) events.push(parseTriggerEvent(cursor));
  cursor.expect(Kind.RightParenthesis, (kind) => kind === Kind.LeftBrace);
  cursor.expect(Kind.LeftBrace, startsStatement);
  const body: AnonymousMember[] = [];
  while (cursor.kind !== Kind.RightBrace) {
    if (!startsAnonymousMember(cursor.kind)) cursor.mismatch(Kind.RightBrace, followedByNothing);
    body.push(parseLooseStatement(cursor));
  }
  cursor.at++;
  return { kind: 'TriggerDeclaration', start, end: cursor.lastEnd, name, object, events, body, doc };
}

const EVENTS: ReadonlySet<string> = new Set([
  'before insert',
  'before update',
  'before delete',
  // Salesforce's parser takes it, and its compiler refuses it.
  'before undelete',
  'after insert',
  'after update',
  'after delete',
  'after undelete',
]);

function parseTriggerEvent(cursor: Cursor): TriggerEvent {
  const start = cursor.start;
  if (!cursor.isWord('before') && !cursor.isWord('after')) cursor.unexpected();
  const time = cursor.tokenText();
  cursor.at++;
  const name = `${time} ${cursor.tokenText()}`.toLowerCase();
  if (!EVENTS.has(name)) cursor.unexpected();
  cursor.at++;
  return { kind: 'TriggerEvent', start, end: cursor.lastEnd, name: name as TriggerEventName };
}
