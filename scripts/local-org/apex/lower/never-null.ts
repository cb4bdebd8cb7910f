/**
 * Finds what can never be null, so that no check is emitted for it: literals, results of arithmetic and of methods
 * that always answer, and local variables to which nothing else is ever assigned.
 */
import type { Expression, Statement } from '../ast.ts';
import type { LocalSymbol } from '../symbols/types.ts';
import { walk } from './walk.ts';

/** Methods of the library that never answer null. */
const ANSWERING = new Set(
  'size length indexof lastindexof isempty contains containskey containsall startswith endswith equals equalsignorecase hashcode compareto ordinal day month year intvalue longvalue name touppercase tolowercase trim substring abs mod'.split(
    ' ',
  ),
);

export type NeverNullLocals = ReadonlySet<LocalSymbol>;

export function isNeverNull(node: Expression, locals: NeverNullLocals): boolean {
  switch (node.kind) {
    case 'Literal':
      return node.type !== 'Null';
    case 'ThisExpression':
    case 'NewObject':
    case 'NewArray':
    case 'NewListInitializer':
    case 'NewMapInitializer':
    case 'InstanceOfExpression':
    case 'ClassLiteral':
      return true;
    case 'ParenthesizedExpression':
      return isNeverNull(node.expression, locals);
    case 'Name':
      return node.binding?.kind === 'local' && locals.has(node.binding.local);
    case 'BinaryExpression':
      return node.operator === '??' ? isNeverNull(node.right, locals) : true;
    case 'UnaryExpression':
    case 'PostfixExpression':
      return true;
    case 'TernaryExpression':
      return isNeverNull(node.consequent, locals) && isNeverNull(node.alternate, locals);
    case 'AssignmentExpression':
      return node.operator !== '=' || isNeverNull(node.value, locals);
    case 'MethodCall':
      return (
        !node.safe && node.call?.method.owner.origin === 'library' && ANSWERING.has(node.call.method.name.toLowerCase())
      );
    case 'FieldAccess':
      return node.binding?.kind === 'enum-constant';
    default:
      return false;
  }
}

interface Assignment {
  readonly local: LocalSymbol;
  readonly value: Expression | undefined;
}

/** Begins with all that have an initial value and drops what may get null, until nothing changes. */
export function findNeverNullLocals(body: readonly Statement[]): NeverNullLocals {
  const assignments: Assignment[] = [];
  const declared = new Set<LocalSymbol>();
  for (const statement of body) walk(statement, (node) => collect(node, assignments, declared));
  const locals = declared;
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const { local, value } of assignments) {
      if (!locals.has(local) || (value !== undefined && isNeverNull(value, locals))) continue;
      locals.delete(local);
      isChanged = true;
    }
  }
  return locals;
}

function collect(node: { kind: string }, assignments: Assignment[], declared: Set<LocalSymbol>): void {
  const each = node as Expression | Extract<Statement, { kind: 'LocalVariableDeclaration' }>;
  if (each.kind === 'LocalVariableDeclaration') {
    for (const { local, initializer } of each.declarators) {
      if (local === undefined) continue;
      declared.add(local);
      assignments.push({ local, value: initializer });
    }
  } else if (each.kind === 'AssignmentExpression' && each.operator === '=') {
    const { target } = each;
    if (target.kind === 'Name' && target.binding?.kind === 'local')
      assignments.push({ local: target.binding.local, value: each.value });
  }
}
