/**
 * Takes an inline query out of the code: a copy without what the checker added, whose binds have numbers instead of
 * expressions. The expressions stay in the code, in a function from number to value.
 */
import type { Expression, SoqlQuery, SoslQuery } from '../ast.ts';

export interface LoweredQuery<T> {
  readonly query: T;
  readonly binds: readonly Expression[];
}

export function numberBinds<T extends SoqlQuery | SoslQuery>(query: T): LoweredQuery<T> {
  const binds: Expression[] = [];
  return { query: copy(query, binds) as T, binds };
}

function copy(value: unknown, binds: Expression[]): unknown {
  if (Array.isArray(value)) return value.map((each) => copy(each, binds));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as { kind?: string; expression?: Expression; start?: number; end?: number };
  if (node.kind === 'SoqlBind') {
    const index = binds.push(node.expression!) - 1;
    const name = { kind: 'Name', name: `$${index}`, start: node.start, end: node.end };
    return { kind: 'SoqlBind', start: node.start, end: node.end, index, expression: name };
  }
  const plain: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    if (name !== 'resultType' && name !== 'convertTo' && name !== 'binding') plain[name] = copy(each, binds);
  }
  return plain;
}
