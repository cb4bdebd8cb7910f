/** Inline queries and searches: the tree goes to the org by number, the binds as a function that evaluates them. */
import type { Expression, SoqlExpression, SoslExpression } from '../ast.ts';
import type { Emission } from './emission.ts';
import { emitExpression } from './expressions.ts';

export function emitSoql(emission: Emission, node: SoqlExpression): string {
  const { name, binds } = emission.query(node.query);
  const args = `${name}, ${emitBinds(emission, binds)}, ${emission.callSite()}`;
  if (node.use === 'count') return `$queryCount(${args})`;
  return node.use === 'single' ? `$single($queryList(${args}))` : `$queryList(${args})`;
}

export function emitSosl(emission: Emission, node: SoslExpression): string {
  const { name, binds } = emission.query(node.search);
  return `$search(${name}, ${emitBinds(emission, binds)}, ${emission.callSite()})`;
}

function emitBinds(emission: Emission, binds: readonly Expression[]): string {
  if (binds.length === 0) return '$noBinds';
  const cases = binds.map((bind, index) => `case ${index}: return ${emitExpression(emission, bind)};`);
  return `($i) => { switch ($i) { ${cases.join(' ')} } }`;
}
