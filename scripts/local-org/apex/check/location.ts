/** Where Salesforce's compiler says an expression is: rarely where it begins. */
import type { Expression } from '../ast.ts';

/** The place of an expression by itself: the last name of a path, the name of a call, the sign after an operand. */
export function placeOf(node: Expression): number {
  switch (node.kind) {
    case 'ParenthesizedExpression':
      return placeOf(node.expression);
    case 'MethodCall':
    case 'FieldAccess':
      return node.name.start;
    case 'PostfixExpression':
      return node.end - node.operator.length;
    case 'BinaryExpression':
      return firstPlace(node.left);
    case 'AssignmentExpression':
      return firstPlace(node.target);
    case 'TernaryExpression':
      return firstPlace(node.condition);
    case 'InstanceOfExpression':
      return firstPlace(node.operand);
    case 'ArrayAccess':
      return firstPlace(node.target);
    default:
      return node.start;
  }
}

/** The same for an operand that begins a larger expression: there a plain path counts from its first name. */
function firstPlace(node: Expression): number {
  if (node.kind === 'ParenthesizedExpression') return placeOf(node);
  return isPlainPath(node) ? node.start : placeOf(node);
}

function isPlainPath(node: Expression): boolean {
  return node.kind === 'Name' || (node.kind === 'FieldAccess' && isPlainPath(node.target));
}
