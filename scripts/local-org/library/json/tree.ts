/** A JSON text as a tree that keeps numbers as written and the order of fields. */
import type { Token } from './tokenizer.ts';
import { JsonTokenizer } from './tokenizer.ts';

export type JsonNode =
  | { readonly kind: 'object'; readonly fields: ReadonlyArray<readonly [string, JsonNode]> }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'integer' | 'fraction'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

export type TokenSource = { next(): Token | undefined };

export function parseJson(text: string): JsonNode {
  const tokens = new JsonTokenizer(text);
  const first = tokens.next();
  if (first === undefined) throw tokens.error('No content to map to Object due to end of input');
  const node = readNode(tokens, first);
  if (tokens.next() !== undefined) throw tokens.error('Unexpected content after the value');
  return node;
}

/** Reads the value that begins with a token. */
export function readNode(tokens: TokenSource, token: Token): JsonNode {
  switch (token.kind) {
    case 'START_OBJECT':
      return { kind: 'object', fields: readFields(tokens) };
    case 'START_ARRAY':
      return { kind: 'array', items: readItems(tokens) };
    case 'VALUE_STRING':
    case 'FIELD_NAME':
      return { kind: 'string', text: token.text };
    case 'VALUE_NUMBER_INT':
      return { kind: 'integer', text: token.text };
    case 'VALUE_NUMBER_FLOAT':
      return { kind: 'fraction', text: token.text };
    case 'VALUE_TRUE':
    case 'VALUE_FALSE':
      return { kind: 'boolean', value: token.kind === 'VALUE_TRUE' };
    default:
      return { kind: 'null' };
  }
}

function readFields(tokens: TokenSource): Array<readonly [string, JsonNode]> {
  const fields: Array<readonly [string, JsonNode]> = [];
  for (let token = tokens.next()!; token.kind !== 'END_OBJECT'; token = tokens.next()!) {
    fields.push([token.text, readNode(tokens, tokens.next()!)]);
  }
  return fields;
}

function readItems(tokens: TokenSource): JsonNode[] {
  const items: JsonNode[] = [];
  for (let token = tokens.next()!; token.kind !== 'END_ARRAY'; token = tokens.next()!)
    items.push(readNode(tokens, token));
  return items;
}
