/** Checks what is inside a class: initial values, methods, constructors, accessors, blocks. */
import type {
  Accessor,
  AnonymousMember,
  Block,
  ClassDeclaration,
  ConstructorDeclaration,
  FieldDeclaration,
  InitializerBlock,
  Member,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  Statement,
  TypeDeclaration,
} from '../ast.ts';
import { hasUnknownAncestor } from '../symbols/declare.ts';
import { modifierNames } from '../symbols/modifiers.ts';
import { brokenType, isVoid, primitive } from '../symbols/primitives.ts';
import type { ClassSymbol, MethodSymbol, Type } from '../symbols/types.ts';
import { className, typeName } from '../symbols/types.ts';
import type { Context } from './context.ts';
import { newMember, report, useType, withMember } from './context.ts';
import { assignTo } from './conversion.ts';
import { checkExpression } from './expressions.ts';
import { alwaysEnds } from './flow.ts';
import { isVisible } from './members.ts';
import { Scope } from './scope.ts';
import { checkBlock, checkStatements, declareLocal } from './statements.ts';

/** Checks a class and its inner types. */
export function checkBodies(context: Context, declaration: TypeDeclaration): void {
  const symbol = declaration.symbol;
  if (declaration.kind !== 'ClassDeclaration' || symbol === undefined) return;
  // A class whose ancestors are unknown would only repeat that at every name.
  if (hasUnknownAncestor(symbol)) return;
  withOwner(context, symbol, () => {
    checkDefaultConstructor(context, declaration, symbol);
    for (const member of declaration.members) checkMember(context, member);
  });
  for (const member of declaration.members) if (member.kind === 'ClassDeclaration') checkBodies(context, member);
}

export function withOwner(context: Context, symbol: ClassSymbol, work: () => void): void {
  const { owner, typeScope } = context;
  context.owner = symbol;
  context.typeScope = { ...typeScope, within: symbol };
  if (symbol.superclass !== undefined) useType(context, symbol.superclass, symbol.declaration?.start ?? 0);
  for (const each of symbol.interfaces) useType(context, each, symbol.declaration?.start ?? 0);
  work();
  context.owner = owner;
  context.typeScope = typeScope;
}

function checkMember(context: Context, member: Member): void {
  switch (member.kind) {
    case 'FieldDeclaration':
      return checkFields(context, member);
    case 'PropertyDeclaration':
      return checkProperty(context, member);
    case 'MethodDeclaration':
      return checkMethod(context, member, modifierNames(member.modifiers).has('static'));
    case 'ConstructorDeclaration':
      return checkConstructor(context, member);
    case 'InitializerBlock':
      return checkInitializer(context, member);
    default:
      return;
  }
}

function checkFields(context: Context, node: FieldDeclaration): void {
  const isStatic = modifierNames(node.modifiers).has('static');
  for (const declarator of node.declarators) {
    const { initializer, field } = declarator;
    if (field !== undefined && field.type !== brokenType) useType(context, field.type, node.type.start);
    if (initializer === undefined) continue;
    const member = newMember('initializer', isStatic, undefined);
    member.fieldsDeclaredBefore = node.start;
    withMember(context, member, () => {
      checkExpression(context, initializer);
      assignTo(context, initializer, field?.type, declarator.name.start);
    });
  }
}

function checkProperty(context: Context, node: PropertyDeclaration): void {
  const { field } = node;
  if (field === undefined) return;
  if (field.type !== brokenType) useType(context, field.type, node.type.start);
  checkGetter(context, node, node.getter, field.type, field.isStatic);
  const setter = node.setter;
  if (setter?.body === undefined) return;
  withMember(context, newMember('setter', field.isStatic, primitive.void), () => {
    setter.local = context.member.scope.declare('value', field.type, false);
    checkBlock(context, setter.body!);
  });
}

function checkGetter(
  context: Context,
  node: PropertyDeclaration,
  getter: Accessor | undefined,
  type: Type,
  isStatic: boolean,
): void {
  if (getter?.body === undefined) return;
  withMember(context, newMember('getter', isStatic, type), () => checkBlock(context, getter.body!));
  if (!alwaysEnds(getter.body))
    report(context, node.name, `Missing return statement required return type: ${typeName(type)}`);
}

function declareParameters(context: Context, parameters: readonly Parameter[], symbol: MethodSymbol): void {
  for (const [index, parameter] of parameters.entries()) {
    const type = symbol.parameters[index]!.type;
    if (type !== brokenType) useType(context, type, parameter.type.start);
    parameter.local = declareLocal(
      context,
      parameter.name,
      type,
      parameter.modifiers.some(({ name }) => name === 'final'),
    );
  }
}

/** Also a method of a trigger or an anonymous block, whose variables (`outer`) it sees. */
export function checkMethod(context: Context, node: MethodDeclaration, isStatic: boolean, outer?: Scope): void {
  const { symbol } = node;
  if (symbol === undefined) return;
  const { returnType } = symbol;
  if (returnType !== brokenType) useType(context, returnType, node.returnType.start);
  withMember(context, newMember('method', isStatic, returnType, new Scope(outer)), () => {
    declareParameters(context, node.parameters, symbol);
    if (node.body !== undefined) checkStatements(context, node.body.statements);
  });
  if (node.body === undefined || isVoid(returnType) || returnType === brokenType || alwaysEnds(node.body)) return;
  report(context, node.name, `Missing return statement required return type: ${typeName(returnType)}`);
}

function checkConstructor(context: Context, node: ConstructorDeclaration): void {
  const { symbol, body } = node;
  if (symbol === undefined) return;
  withMember(context, newMember('constructor', false, primitive.void), () => {
    declareParameters(context, node.parameters, symbol);
    if (body === undefined) return;
    const call = constructorCall(body);
    context.member.allowedCall = call;
    if (call === undefined && !hasDefaultConstructor(context, context.owner)) {
      report(context, node.name, noDefault(context.owner));
    }
    checkStatements(context, body.statements);
  });
}

function constructorCall(body: Block) {
  const [first] = body.statements;
  return first?.kind === 'ExpressionStatement' && first.expression.kind === 'ConstructorCall'
    ? first.expression
    : undefined;
}

function checkInitializer(context: Context, node: InitializerBlock): void {
  withMember(context, newMember('initializer', node.isStatic, undefined), () =>
    checkStatements(context, node.body.statements),
  );
}

function checkDefaultConstructor(context: Context, declaration: ClassDeclaration, symbol: ClassSymbol): void {
  if (symbol.constructors.length === 0 && !hasDefaultConstructor(context, symbol))
    report(context, declaration.name, noDefault(symbol));
}

function noDefault(symbol: ClassSymbol): string {
  return `No default constructor available in super type: ${symbol.superclass?.kind === 'class' ? className(symbol.superclass.symbol) : ''}`;
}

function hasDefaultConstructor(context: Context, symbol: ClassSymbol): boolean {
  const { superclass } = symbol;
  if (superclass?.kind !== 'class' || superclass.symbol.origin === 'library') return true;
  const { constructors } = superclass.symbol;
  return (
    constructors.length === 0 || constructors.some((each) => each.parameters.length === 0 && isVisible(context, each))
  );
}

/** The statements, methods, properties and types of a trigger or an anonymous block. */
export function checkScript(context: Context, symbol: ClassSymbol, body: readonly AnonymousMember[]): void {
  withOwner(context, symbol, () => {
    checkStatements(context, body.filter(isStatement));
    const { scope } = context.member;
    for (const member of body) {
      if (member.kind === 'MethodDeclaration') checkMethod(context, member, true, scope);
      else if (member.kind === 'PropertyDeclaration') checkProperty(context, member);
    }
  });
  for (const member of body) if (member.kind === 'ClassDeclaration') checkBodies(context, member);
}

const DECLARATIONS = new Set([
  'MethodDeclaration',
  'PropertyDeclaration',
  'ClassDeclaration',
  'InterfaceDeclaration',
  'EnumDeclaration',
]);

function isStatement(member: AnonymousMember): member is Statement {
  return !DECLARATIONS.has(member.kind);
}
