/** SOQL over rows held in memory: enough for the Tooling objects that describe test runs, and refused beyond that. */
import type { SoqlCondition, SoqlQuery, SoqlValue } from '../../apex/ast.ts';
import type { JsonRecord } from '../../org/local-org.ts';
import { unsupported } from '../../unsupported.ts';

/** Filters the rows by the query's WHERE (=, IN, AND, OR of literals); all fields are answered, as a superset of those asked for. */
export function filterRows(query: SoqlQuery, rows: readonly JsonRecord[]): readonly JsonRecord[] {
  const where = query.where;
  return where === undefined ? rows : rows.filter((row) => holds(where, row));
}

function holds(condition: SoqlCondition, row: JsonRecord): boolean {
  if (condition.kind === 'SoqlNot') return !holds(condition.operand, row);
  if (condition.kind === 'SoqlLogical') {
    return condition.operator === 'and'
      ? condition.operands.every((operand) => holds(operand, row))
      : condition.operands.some((operand) => holds(operand, row));
  }
  if (condition.left.kind !== 'SoqlFieldPath') return unsupported('functions in queries on test results');
  const value = read(
    row,
    condition.left.names.map(({ name }) => name),
  );
  const operands = literals(condition.right);
  if (condition.operator === '=' || condition.operator === 'in')
    return operands.some((operand) => same(operand, value));
  if (condition.operator === '!=' || condition.operator === 'not in')
    return !operands.some((operand) => same(operand, value));
  return unsupported(`the operator ${condition.operator} in queries on test results`);
}

function read(row: JsonRecord, path: readonly string[]): unknown {
  let value: unknown = row;
  for (const name of path) {
    const entry = Object.entries((value ?? {}) as JsonRecord).find(([key]) => key.toLowerCase() === name.toLowerCase());
    value = entry?.[1];
  }
  return value;
}

function literals(value: SoqlValue): readonly string[] {
  if (value.kind === 'SoqlLiteral') return [value.value];
  if (value.kind === 'SoqlList')
    return value.values.flatMap((item) => (item.kind === 'SoqlLiteral' ? [item.value] : []));
  return unsupported('binds and subqueries in queries on test results');
}

/** Ids compare by their first 15 characters. */
function same(literal: string, value: unknown): boolean {
  const text = String(value);
  return (
    literal === text ||
    (/^\w{15}(\w{3})?$/.test(literal) && text.slice(0, 15) === literal.slice(0, 15) && text.length >= 15)
  );
}
