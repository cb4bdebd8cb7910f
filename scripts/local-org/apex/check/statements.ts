/** Checks statements and declares the variables they bring. */
import type {
  Block,
  CatchClause,
  DmlStatement,
  Expression,
  ExpressionStatement,
  ForEachStatement,
  ForStatement,
  Identifier,
  LocalVariableDeclaration,
  MergeStatement,
  ReturnStatement,
  RunAsStatement,
  Statement,
  ThrowStatement,
  TryStatement,
} from '../ast.ts';
import { brokenType, isCollection, isException, isNull, isSubclassOf, isText, isVoid } from '../symbols/primitives.ts';
import type { ClassSymbol, LocalSymbol, Type } from '../symbols/types.ts';
import { typeName } from '../symbols/types.ts';
import { isAssignable } from './assignability.ts';
import { elementOfIterable } from './construct.ts';
import type { Context } from './context.ts';
import { report, typeOfReference } from './context.ts';
import { assignTo } from './conversion.ts';
import { checkCondition, checkExpression } from './expressions.ts';
import { placeOf } from './location.ts';
import { alwaysEnds } from './flow.ts';
import { findSObjectMember, recordTypeOf } from './sobjects.ts';
import { checkSwitch } from './switch.ts';

export function checkBlock(context: Context, block: Block): void {
  inScope(context, () => checkStatements(context, block.statements));
}

export function inScope(context: Context, work: () => void): void {
  context.member.scope.push();
  work();
  context.member.scope.pop();
}

export function checkStatements(context: Context, statements: readonly Statement[]): void {
  let hasEnded = false;
  for (const statement of statements) {
    if (hasEnded) {
      report(context, statement, 'Unreachable statement');
      hasEnded = false;
    }
    checkStatement(context, statement);
    hasEnded ||= alwaysEnds(statement);
  }
}

export function checkStatement(context: Context, statement: Statement): void {
  switch (statement.kind) {
    case 'Block':
      return checkBlock(context, statement);
    case 'LocalVariableDeclaration':
      return checkLocals(context, statement);
    case 'ExpressionStatement':
      return checkExpressionStatement(context, statement);
    case 'IfStatement':
      checkCondition(context, statement.condition);
      inScope(context, () => checkStatement(context, statement.consequent));
      if (statement.alternate !== undefined) inScope(context, () => checkStatement(context, statement.alternate!));
      return;
    case 'SwitchStatement':
      return checkSwitch(context, statement);
    case 'ForStatement':
      return inScope(context, () => checkFor(context, statement));
    case 'ForEachStatement':
      return inScope(context, () => checkForEach(context, statement));
    case 'WhileStatement':
      checkCondition(context, statement.condition);
      return checkLoopBody(context, statement.body);
    case 'DoWhileStatement':
      checkLoopBody(context, statement.body);
      return checkCondition(context, statement.condition);
    case 'TryStatement':
      return checkTry(context, statement);
    case 'ThrowStatement':
      return checkThrow(context, statement);
    case 'ReturnStatement':
      return checkReturn(context, statement);
    case 'BreakStatement':
    case 'ContinueStatement':
      if (context.member.loops === 0)
        report(
          context,
          statement,
          `${statement.kind === 'BreakStatement' ? 'Break' : 'Continue'} statement must be in loop`,
        );
      return;
    case 'DmlStatement':
      return checkDml(context, statement);
    case 'MergeStatement':
      return checkMerge(context, statement);
    case 'RunAsStatement':
      return checkRunAs(context, statement);
  }
}

function checkLoopBody(context: Context, body: Statement | undefined): void {
  if (body === undefined) return;
  context.member.loops++;
  inScope(context, () => checkStatement(context, body));
  context.member.loops--;
}

/** A new variable; a name that is in reach already is refused, whichever block has it. */
export function declareLocal(
  context: Context,
  name: Identifier,
  type: Type | undefined,
  isFinal: boolean,
): LocalSymbol {
  if (context.member.scope.findOwn(name.name) !== undefined) report(context, name, `Duplicate variable: ${name.name}`);
  return context.member.scope.declare(name.name, type ?? brokenType, isFinal);
}

function checkLocals(context: Context, node: LocalVariableDeclaration): void {
  let type = typeOfReference(context, node.type);
  if (type !== undefined && isVoid(type)) {
    report(context, node.type, 'Variables cannot be of type void');
    type = undefined;
  }
  const isFinal = node.modifiers.some(({ name }) => name === 'final');
  for (const declarator of node.declarators) {
    if (declarator.initializer !== undefined) {
      checkExpression(context, declarator.initializer);
      assignTo(context, declarator.initializer, type, declarator.name.start);
    }
    declarator.local = declareLocal(context, declarator.name, type, isFinal);
  }
}

const STATEMENT_KINDS = new Set<Expression['kind']>([
  'MethodCall',
  'AssignmentExpression',
  'PostfixExpression',
  'NewObject',
  'NewArray',
  'NewListInitializer',
  'NewMapInitializer',
  'ConstructorCall',
]);

function checkExpressionStatement(context: Context, { expression }: ExpressionStatement): void {
  const isStep =
    expression.kind === 'UnaryExpression' && (expression.operator === '++' || expression.operator === '--');
  const before = context.errors.errors.length;
  checkExpression(context, expression);
  if (expression.kind === 'ConstructorCall' || STATEMENT_KINDS.has(expression.kind) || isStep) return;
  // An expression with an error of its own has been blamed enough.
  if (context.errors.errors.length === before)
    report(context, placeOf(expression), 'Expression cannot be a statement.');
}

function checkFor(context: Context, node: ForStatement): void {
  if (Array.isArray(node.initializer)) for (const each of node.initializer) checkExpression(context, each);
  else checkLocals(context, node.initializer);
  if (node.condition !== undefined) checkCondition(context, node.condition);
  for (const update of node.updates) checkExpression(context, update);
  checkLoopBody(context, node.body);
}

function checkForEach(context: Context, node: ForEachStatement): void {
  const variable = typeOfReference(context, node.type);
  const iterable = checkExpression(context, node.iterable);
  node.local = declareLocal(context, node.variable, variable, false);
  if (variable !== undefined && iterable !== undefined) checkIteration(context, node, variable, iterable);
  checkLoopBody(context, node.body);
}

function checkIteration(context: Context, node: ForEachStatement, variable: Type, iterable: Type): void {
  const record = context.queryTypes.get(iterable);
  if (record !== undefined) {
    node.over = isCollection(variable, 'List') ? 'chunks' : node.iterable.kind === 'MethodCall' ? 'list' : 'records';
    const wanted = recordTypeOf(variable);
    const isAny = record.kind === 'sobject' && record.name === 'SObject';
    if (wanted !== undefined && (isAny || isAssignable(context, record, wanted))) return;
    report(
      context,
      node,
      `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${typeName(record)}`,
    );
    return;
  }
  const element = elementOfIterable(context, iterable);
  if (element === undefined)
    return void report(context, node, `Loop must iterate over collection: ${typeName(iterable)}`);
  node.over = isCollection(iterable, 'List') ? 'list' : isCollection(iterable, 'Set') ? 'set' : 'iterable';
  if (isAssignable(context, element, variable) || isChildLoop(node, variable)) return;
  report(context, node, `Invalid loop variable type expected ${typeName(element)} was ${typeName(variable)}`);
}

/** `for (Contact c : record.getSObjects('Contacts'))` is taken, though the list is of any records. */
function isChildLoop(node: ForEachStatement, variable: Type): boolean {
  const { iterable } = node;
  return variable.kind === 'sobject' && iterable.kind === 'MethodCall' && iterable.call?.method.name === 'getSObjects';
}

function checkTry(context: Context, node: TryStatement): void {
  checkBlock(context, node.block);
  const caught: ClassSymbol[] = [];
  for (const clause of node.catches) checkCatch(context, clause, caught);
  if (node.finallyBlock !== undefined) checkBlock(context, node.finallyBlock);
}

function checkCatch(context: Context, clause: CatchClause, caught: ClassSymbol[]): void {
  const type = typeOfReference(context, clause.type);
  if (type !== undefined) {
    if (type.kind !== 'class' || !isException(type.symbol)) {
      report(context, clause.body, `Catch block variable must be of type exception: ${typeName(type)}`);
    } else {
      if (caught.some((each) => isSubclassOf(type.symbol, each)))
        report(context, clause.body, `Exception type already caught: ${typeName(type)}`);
      caught.push(type.symbol);
    }
  }
  inScope(context, () => {
    clause.local = declareLocal(context, clause.variable, type, false);
    checkBlock(context, clause.body);
  });
}

function checkThrow(context: Context, node: ThrowStatement): void {
  const type = checkExpression(context, node.expression);
  if (type === undefined || (type.kind === 'class' && isException(type.symbol)) || isNull(type)) return;
  report(context, node, `Throw expression must be of type exception: ${typeName(type)}`);
}

function checkReturn(context: Context, node: ReturnStatement): void {
  const { returnType, kind } = context.member;
  if (node.expression !== undefined) checkExpression(context, node.expression);
  if (kind === 'initializer') return void report(context, node, 'Return must be called from a method');
  if (node.expression === undefined) {
    if (returnType !== undefined && !isVoid(returnType))
      report(context, node, `Missing return statement required return type: ${typeName(returnType)}`);
    return;
  }
  if (kind === 'constructor') return void report(context, node, 'Constructors must not return a value');
  if (kind === 'trigger') return void report(context, node, 'Trigger bodies must not return a value');
  if (returnType === undefined) return;
  if (isVoid(returnType)) report(context, node, 'Void method must not return a value');
  else assignTo(context, node.expression, returnType, node.start, 'conversion');
}

function checkDml(context: Context, node: DmlStatement): void {
  const type = checkExpression(context, node.expression);
  if (type === undefined) return;
  const record = recordTypeOf(type);
  if (record === undefined)
    return void report(context, node, `DML requires SObject or SObject list type: ${typeName(type)}`);
  if (node.externalId === undefined) return;
  const field = node.externalId[node.externalId.length - 1]!;
  if (record.name === 'SObject') {
    if (field.name.toLowerCase() === 'id') node.externalIdField = 'Id';
    else report(context, node, 'Upsert with a field specification requires a concrete SObject type');
    return;
  }
  const member = findSObjectMember(context, record.name, field.name);
  if (member?.kind === 'field') node.externalIdField = member.name;
  else
    report(
      context,
      node,
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${field.name}`,
    );
}

function checkMerge(context: Context, node: MergeStatement): void {
  const master = checkExpression(context, node.master);
  const duplicates = checkExpression(context, node.duplicates);
  if (master === undefined || duplicates === undefined) return;
  if (master.kind !== 'sobject')
    return void report(context, node, `DML requires SObject or SObject list type: ${typeName(master)}`);
  const record = recordTypeOf(duplicates);
  const isOwnId = isText(duplicates) || (isCollection(duplicates, 'List') && isText(duplicates.args[0]!));
  if (isOwnId || record?.name === master.name || record?.name === 'SObject') return;
  report(context, node, 'Invalid type for duplicate records');
}

function checkRunAs(context: Context, node: RunAsStatement): void {
  const types = node.arguments.map((argument) => checkExpression(context, argument));
  const [type] = types;
  const isUser = type === undefined || (type.kind === 'sobject' && (type.name === 'User' || type.name === 'SObject'));
  const isVersion = type?.kind === 'class' && (type.symbol.name === 'Version' || context.queryTypes.has(type));
  if (types.length !== 1 || (!isUser && !isVersion))
    report(context, node, "runAs requires a single argument of type 'User' or 'Version'");
  checkBlock(context, node.body);
}
