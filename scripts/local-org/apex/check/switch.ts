/** `switch on`: what may be switched on, and what may stand in its branches. */
import type { Expression, SwitchStatement, WhenType, WhenValues } from '../ast.ts';
import { isNull, isPrimitive } from '../symbols/primitives.ts';
import type { Type } from '../symbols/types.ts';
import { typeName } from '../symbols/types.ts';
import { isAssignable } from './assignability.ts';
import type { Context } from './context.ts';
import { report, typeOfReference } from './context.ts';
import { checkExpression } from './expressions.ts';
import { placeOf } from './location.ts';
import { findField } from './members.ts';
import { checkBlock, declareLocal, inScope } from './statements.ts';

export function checkSwitch(context: Context, node: SwitchStatement): void {
  const subject = checkExpression(context, node.subject);
  if (node.cases.length === 0) report(context, node, 'Switch statement requires at least one when block');
  if (subject === undefined) return;
  const isFine = isSwitchable(subject);
  if (!isFine) report(context, placeOf(node.subject), `${typeName(subject)} is not a valid switch expression type`);
  const elseIndex = node.cases.findIndex(({ kind }) => kind === 'WhenElse');
  if (elseIndex >= 0 && elseIndex < node.cases.length - 1)
    report(context, node, "'when else' must be the last when block");
  const seen = new Set<string>();
  for (const clause of node.cases) {
    if (clause.kind === 'WhenType') checkWhenType(context, clause, isFine ? subject : undefined, seen);
    else {
      if (clause.kind === 'WhenValues' && isFine) checkWhenValues(context, node, clause, subject, seen);
      checkBlock(context, clause.body);
    }
  }
}

function isSwitchable(type: Type): boolean {
  if (isPrimitive(type, 'Integer', 'Long', 'String')) return true;
  if (type.kind === 'sobject') return type.name === 'SObject' || type.name === 'Name';
  return type.kind === 'class' && type.symbol.kind === 'enum';
}

function checkWhenType(context: Context, clause: WhenType, subject: Type | undefined, seen: Set<string>): void {
  const type = typeOfReference(context, clause.type);
  if (type !== undefined && subject !== undefined) {
    const key = typeName(type);
    if (!isAssignable(context, type, subject) && !(type.kind === 'sobject' && subject.kind === 'sobject')) {
      const text = `${key} value in when expression cannot be implicitly converted to the ${typeName(subject)} type in switch expression`;
      report(context, clause.variable, text);
    } else if (seen.has(key))
      report(context, clause.variable, `${key} occurs as more than one when branch for this switch statement`);
    seen.add(key);
  }
  inScope(context, () => {
    clause.local = declareLocal(context, clause.variable, type, false);
    checkBlock(context, clause.body);
  });
}

function checkWhenValues(
  context: Context,
  node: SwitchStatement,
  clause: WhenValues,
  subject: Type,
  seen: Set<string>,
): void {
  for (const value of clause.values) {
    const key =
      subject.kind === 'class' ? checkConstant(context, value, subject) : checkLiteral(context, node, value, subject);
    if (key === undefined) continue;
    if (seen.has(key)) report(context, node, `${key} occurs as more than one when branch for this switch statement`);
    seen.add(key);
  }
}

/** A constant of the enum, unqualified, or null; returns what it is told apart by. */
function checkConstant(context: Context, value: Expression, subject: Type & { kind: 'class' }): string | undefined {
  if (value.kind === 'Literal' && value.type === 'Null') {
    checkExpression(context, value);
    return 'null';
  }
  if (value.kind === 'FieldAccess')
    return report(context, value.name, "Enum value used in 'when expression' should be unqualified");
  if (value.kind !== 'Name') return report(context, value, 'Field must be an enum reference');
  const name = subject.symbol.enumConstants.find((each) => each.toLowerCase() === value.name.toLowerCase());
  if (name === undefined) return report(context, value, `Variable does not exist: ${value.name}`);
  value.binding = { kind: 'enum-constant', owner: subject.symbol, name };
  value.resultType = subject;
  return name;
}

function checkLiteral(context: Context, node: SwitchStatement, value: Expression, subject: Type): string | undefined {
  if (value.kind === 'Name' || value.kind === 'FieldAccess') return checkNoConstant(context, value);
  const type = checkExpression(context, value);
  if (type === undefined) return undefined;
  const text = literalText(value);
  if (isNull(type)) return 'null';
  if (subject.kind === 'sobject')
    return report(context, node, "Switching on SObject types must be a 'when type variable' or 'when null'");
  if (text === undefined)
    return report(context, value, "'when expression' must be a literal, a constant literal field or enum value");
  const fits = isAssignable(context, type, subject) && !isPrimitive(type, 'Id');
  if (fits) return text;
  return report(
    context,
    node,
    `${typeName(type)} value in when expression cannot be implicitly converted to the ${typeName(subject)} type in switch expression`,
  );
}

function checkNoConstant(context: Context, value: Expression & { kind: 'Name' | 'FieldAccess' }): undefined {
  const exists =
    value.kind === 'FieldAccess' ||
    findField({ kind: 'class', symbol: context.owner, args: [] }, value.name) !== undefined;
  return report(
    context,
    value,
    exists ? 'Field must be an enum reference' : `Variable does not exist: ${(value as { name: string }).name}`,
  );
}

function literalText(value: Expression): string | undefined {
  if (value.kind === 'Literal') return value.value;
  if (value.kind === 'UnaryExpression' && value.operand.kind === 'Literal')
    return value.operator === '-' ? `-${value.operand.value}` : value.operand.value;
  return value.kind === 'ParenthesizedExpression' ? literalText(value.expression) : undefined;
}
