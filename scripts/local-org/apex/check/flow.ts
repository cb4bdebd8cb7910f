/** Whether a statement always ends its method. Loops never count, as in Salesforce's compiler. */
import type { Statement } from '../ast.ts';

export function alwaysEnds(statement: Statement): boolean {
  switch (statement.kind) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'Block':
      return statement.statements.some(alwaysEnds);
    case 'IfStatement':
      return statement.alternate !== undefined && alwaysEnds(statement.consequent) && alwaysEnds(statement.alternate);
    case 'SwitchStatement':
      return (
        statement.cases.some(({ kind }) => kind === 'WhenElse') && statement.cases.every(({ body }) => alwaysEnds(body))
      );
    case 'TryStatement':
      return alwaysEnds(statement.block) && statement.catches.every(({ body }) => alwaysEnds(body));
    case 'RunAsStatement':
      return alwaysEnds(statement.body);
    default:
      return false;
  }
}
