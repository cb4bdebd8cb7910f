/** Inline SOQL and SOSL: objects, fields, paths and relationships against the schema; binds as expressions; the result's type. */
import type {
  SoqlBind,
  SoqlCondition,
  SoqlExpression,
  SoqlFieldPath,
  SoqlFunctionCall,
  SoqlQuery,
  SoqlSelectItem,
  SoqlTypeof,
  SoqlValue,
  SoqlWith,
  SoslExpression,
  SoslReturning,
} from '../ast.ts';
import { primitive, sobjectType } from '../symbols/primitives.ts';
import type { ObjectShape } from '../symbols/schema-provider.ts';
import type { Type } from '../symbols/types.ts';
import type { Context } from './context.ts';
import { report } from './context.ts';
import { checkExpression } from './expressions.ts';
import { findSObjectMember, POLYMORPHIC } from './sobjects.ts';

const SEE_WSDL = 'Please reference your WSDL or the describe call for the appropriate names.';

/** What a query's names may start with. */
interface QueryScope {
  readonly object: ObjectShape;
  /** Lower-case alias → object: the object's own name, its alias, and joined aliases. */
  readonly aliases: Map<string, string>;
  /** Aliases of selected expressions, for ORDER BY and HAVING. */
  readonly results: Set<string>;
}

const AGGREGATES = new Set(['count', 'count_distinct', 'sum', 'avg', 'min', 'max']);

export function checkSoql(context: Context, node: SoqlExpression): Type | undefined {
  const object = checkQuery(context, node.query, undefined);
  if (isCount(node.query)) {
    node.use = 'count';
    node.object = object?.name;
    return primitive.Integer;
  }
  if (object === undefined) return undefined;
  const element: Type = { kind: 'sobject', name: isAggregate(node.query) ? 'AggregateResult' : object.name };
  node.use = 'list';
  node.object = element.name;
  const type = { ...context.library.list(element) };
  context.queryTypes.set(type, element);
  return type;
}

function isCount(query: SoqlQuery): boolean {
  const [first] = query.select;
  if (query.select.length !== 1 || first?.kind !== 'SoqlSelectFunction') return false;
  return first.call.name.name.toLowerCase() === 'count' && first.call.arguments.length === 0;
}

export function isAggregate(query: SoqlQuery): boolean {
  return (
    query.groupBy !== undefined ||
    query.select.some((item) => item.kind === 'SoqlSelectFunction' && isAggregateCall(item.call))
  );
}

function isAggregateCall(call: SoqlFunctionCall): boolean {
  return (
    AGGREGATES.has(call.name.name.toLowerCase()) ||
    call.arguments.some((argument) => argument.kind === 'SoqlFunctionCall' && isAggregateCall(argument))
  );
}

/** `parent`: the object whose child relationship a subquery names. */
function checkQuery(context: Context, query: SoqlQuery, parent: ObjectShape | undefined): ObjectShape | undefined {
  const object = parent === undefined ? findRoot(context, query) : findChild(context, query, parent);
  if (object === undefined) {
    checkBindsOnly(context, query);
    return undefined;
  }
  const scope = queryScope(context, query, object);
  for (const item of query.select) checkSelectItem(context, item, scope);
  checkClauses(context, query, scope);
  return object;
}

// Under an unknown object no name can be judged, but binds are expressions like any other.
function checkBindsOnly(context: Context, query: SoqlQuery): void {
  visitBinds(query.where, (bind) => checkExpression(context, bind.expression));
  for (const number of [query.limit, query.offset])
    if (number?.kind === 'SoqlBind') checkExpression(context, number.expression);
}

function visitBinds(condition: SoqlCondition | undefined, visit: (bind: SoqlBind) => void): void {
  if (condition === undefined) return;
  if (condition.kind === 'SoqlLogical') for (const operand of condition.operands) visitBinds(operand, visit);
  else if (condition.kind === 'SoqlNot') visitBinds(condition.operand, visit);
  else if (condition.right.kind === 'SoqlBind') visit(condition.right);
  else if (condition.right.kind === 'SoqlList')
    for (const value of condition.right.values) if (value.kind === 'SoqlBind') visit(value);
}

function findRoot(context: Context, query: SoqlQuery): ObjectShape | undefined {
  const first = query.from[0]!;
  const name = first.path.names.map((each) => each.name).join('.');
  const object = context.schema.object(name);
  if (object !== undefined) return object;
  return report(
    context,
    first,
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${SEE_WSDL}`,
  );
}

function findChild(context: Context, query: SoqlQuery, parent: ObjectShape): ObjectShape | undefined {
  const { names } = query.from[0]!.path;
  const last = names[names.length - 1]!;
  const child = parent.child(last.name);
  if (child !== undefined) return context.schema.object(child.object);
  return report(
    context,
    last,
    `Didn't understand relationship '${last.name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append ` +
      `the '__r' after the custom relationship name. ${SEE_WSDL}`,
  );
}

function queryScope(context: Context, query: SoqlQuery, object: ObjectShape): QueryScope {
  const scope: QueryScope = {
    object,
    aliases: new Map([[object.name.toLowerCase(), object.name]]),
    results: new Set(),
  };
  for (const [index, from] of query.from.entries()) {
    if (from.alias === undefined) continue;
    const target = index === 0 ? object.name : joinedObject(context, from.path, scope);
    if (target !== undefined) scope.aliases.set(from.alias.name.toLowerCase(), target);
  }
  for (const item of query.select) {
    const alias = 'alias' in item ? item.alias : undefined;
    if (alias !== undefined) scope.results.add(alias.name.toLowerCase());
  }
  query.select.forEach((_item, index) => scope.results.add(`expr${index}`));
  return scope;
}

/** `FROM Contact c, c.Account a` */
function joinedObject(context: Context, path: SoqlFieldPath, scope: QueryScope): string | undefined {
  let current: string | undefined;
  for (const [index, { name }] of path.names.entries()) {
    if (index === 0 && scope.aliases.has(name.toLowerCase())) current = scope.aliases.get(name.toLowerCase());
    else {
      const member = findSObjectMember(context, current ?? scope.object.name, name);
      current = member?.kind === 'parent' && member.type.kind === 'sobject' ? member.type.name : undefined;
    }
    if (current === undefined) return undefined;
  }
  return current;
}

function checkSelectItem(context: Context, item: SoqlSelectItem, scope: QueryScope): void {
  switch (item.kind) {
    case 'SoqlSelectField':
      return checkPath(context, item.path, scope, false);
    case 'SoqlSelectFunction':
      return checkFunction(context, item.call, scope);
    case 'SoqlSubquery':
      checkQuery(context, item.query, scope.object);
      return;
    case 'SoqlTypeof':
      return checkTypeof(context, item, scope);
    default:
      return;
  }
}

function checkTypeof(context: Context, item: SoqlTypeof, scope: QueryScope): void {
  for (const when of item.whens) {
    const object = context.schema.object(when.object.name);
    if (object === undefined) continue;
    const inner: QueryScope = { object, aliases: new Map(), results: new Set() };
    for (const field of when.fields) checkPath(context, field, inner, false);
  }
  const { names } = item.field;
  const last = names[names.length - 1]!;
  if (names.length === 1 && findSObjectMember(context, scope.object.name, last.name)?.kind !== 'parent')
    noRelationship(context, last);
}

function checkFunction(context: Context, call: SoqlFunctionCall, scope: QueryScope): void {
  for (const argument of call.arguments) {
    if (argument.kind === 'SoqlFieldPath') checkPath(context, argument, scope, true);
    else if (argument.kind === 'SoqlFunctionCall') checkFunction(context, argument, scope);
    else if (argument.kind === 'SoqlBind') checkExpression(context, argument.expression);
  }
}

/** `mayBeRelationship`: `GROUPING(x)` and `TYPEOF`-like places take a relationship's name. */
function checkPath(context: Context, path: SoqlFieldPath, scope: QueryScope, mayBeResult: boolean): void {
  let names = path.names;
  let object = scope.object.name;
  const first = names[0]!.name.toLowerCase();
  if (names.length === 1 && mayBeResult && scope.results.has(first)) return;
  if (names.length > 1 && scope.aliases.has(first) && findSObjectMember(context, object, first)?.kind !== 'parent') {
    object = scope.aliases.get(first)!;
    names = names.slice(1);
  }
  for (const [index, identifier] of names.entries()) {
    const member = findSObjectMember(context, object, identifier.name);
    const isLast = index === names.length - 1;
    if (isLast) {
      if (member?.kind === 'field' || object === POLYMORPHIC || object === 'SObject') return;
      return noColumn(context, identifier, object);
    }
    if (member?.kind !== 'parent' || member.type.kind !== 'sobject') {
      if (object !== POLYMORPHIC) noRelationship(context, identifier);
      return;
    }
    object = member.type.name;
  }
}

function noColumn(context: Context, at: { name: string; start: number; end: number }, object: string): void {
  const advice = `If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${SEE_WSDL}`;
  report(context, at.start, `No such column '${at.name}' on entity '${object}'. ${advice}`);
}

function noRelationship(context: Context, at: { name: string; start: number; end: number }): void {
  const advice = `If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${SEE_WSDL}`;
  report(context, at.start, `Didn't understand relationship '${at.name}' in field path. ${advice}`);
}

function checkClauses(context: Context, query: SoqlQuery, scope: QueryScope): void {
  checkCondition(context, query.where, scope, false);
  checkWith(context, query.with, scope);
  for (const item of query.groupBy?.items ?? []) checkPathOrFunction(context, item, scope, false);
  checkCondition(context, query.having, scope, true);
  for (const item of query.orderBy) checkPathOrFunction(context, item.by, scope, true);
  for (const number of [query.limit, query.offset])
    if (number?.kind === 'SoqlBind') checkExpression(context, number.expression);
}

function checkPathOrFunction(
  context: Context,
  item: SoqlFieldPath | SoqlFunctionCall,
  scope: QueryScope,
  mayBeResult: boolean,
): void {
  if (item.kind === 'SoqlFieldPath') checkPath(context, item, scope, mayBeResult);
  else checkFunction(context, item, scope);
}

function checkCondition(
  context: Context,
  condition: SoqlCondition | undefined,
  scope: QueryScope,
  mayBeResult: boolean,
): void {
  if (condition === undefined) return;
  if (condition.kind === 'SoqlLogical')
    for (const operand of condition.operands) checkCondition(context, operand, scope, mayBeResult);
  else if (condition.kind === 'SoqlNot') checkCondition(context, condition.operand, scope, mayBeResult);
  else {
    checkPathOrFunction(context, condition.left, scope, mayBeResult);
    checkValue(context, condition.right);
  }
}

function checkValue(context: Context, value: SoqlValue): void {
  if (value.kind === 'SoqlBind') checkExpression(context, value.expression);
  else if (value.kind === 'SoqlList') for (const each of value.values) checkValue(context, each);
  else if (value.kind === 'SoqlSemiJoin') checkQuery(context, value.query, undefined);
}

function checkWith(context: Context, clause: SoqlWith | undefined, scope: QueryScope): void {
  if (clause?.kind === 'SoqlWithFilter') checkCondition(context, clause.condition, scope, false);
  if (clause?.kind !== 'SoqlWithAccess' || clause.mode !== 'security_enforced' || context.apiVersion < 67) return;
  report(context, clause, 'SOQL clause was removed after version 66.0: WITH SECURITY_ENFORCED');
}

export function checkSosl(context: Context, node: SoslExpression): Type {
  const { search } = node;
  if (search.find.kind === 'SoqlBind') checkExpression(context, search.find.expression);
  for (const returning of search.returning) checkReturning(context, returning);
  for (const clause of search.with) for (const value of clause.values) checkValue(context, value);
  if (search.limit?.kind === 'SoqlBind') checkExpression(context, search.limit.expression);
  return context.library.list(context.library.list(sobjectType));
}

function checkReturning(context: Context, returning: SoslReturning): void {
  const object = context.schema.object(returning.object.name);
  if (object === undefined) {
    const advice = `If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${SEE_WSDL}`;
    report(context, returning.object.start, `sObject type '${returning.object.name}' is not supported. ${advice}`);
    return;
  }
  const scope: QueryScope = {
    object,
    aliases: new Map([[object.name.toLowerCase(), object.name]]),
    results: new Set(),
  };
  for (const item of returning.fields) checkSelectItem(context, item, scope);
  checkCondition(context, returning.where, scope, false);
  for (const item of returning.orderBy) checkPathOrFunction(context, item.by, scope, false);
  for (const number of [returning.limit, returning.offset])
    if (number?.kind === 'SoqlBind') checkExpression(context, number.expression);
}
