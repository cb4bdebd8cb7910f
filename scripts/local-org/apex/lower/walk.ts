/** Visits a node and all nodes below it; what the checker added (symbols, types) is not entered. */
const ADDED = new Set([
  'resultType',
  'convertTo',
  'binding',
  'call',
  'local',
  'field',
  'symbol',
  'resolved',
  'operandType',
]);

export function walk(node: unknown, visit: (node: { kind: string }) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  if (typeof (node as { kind?: unknown }).kind === 'string') visit(node as { kind: string });
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'object' && value !== null && !ADDED.has(name)) walk(value, visit);
  }
}
