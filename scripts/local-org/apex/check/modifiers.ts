/** Which modifiers may stand where. */
import type {
  ClassDeclaration,
  FieldDeclaration,
  Member,
  MethodDeclaration,
  Modifier,
  ModifierName,
  PropertyDeclaration,
  TypeDeclaration,
} from '../ast.ts';
import { modifierNames, visibilityOf } from '../symbols/modifiers.ts';
import type { ClassSymbol } from '../symbols/types.ts';
import { checkFieldAnnotations, checkMethodAnnotations, checkTypeAnnotations } from './annotations.ts';
import { needsAccessModifier } from './class-rules.ts';
import type { Context } from './context.ts';
import { report } from './context.ts';

const SCOPES: readonly ModifierName[] = ['global', 'public', 'protected', 'private'];
const SPELLING: Partial<Record<ModifierName, string>> = {
  testmethod: 'testMethod',
  webservice: 'webService',
  'with sharing': 'withSharing',
  'without sharing': 'withoutSharing',
  'inherited sharing': 'inheritedSharing',
};

export function checkTypeModifiers(
  context: Context,
  declaration: TypeDeclaration,
  outer: ClassSymbol | undefined,
): void {
  const symbol = declaration.symbol;
  if (symbol === undefined) return;
  const at = declaration.name.start;
  const names = checkSet(context, declaration.modifiers, at);
  if (outer === undefined && !names.has('public') && !names.has('global') && !symbol.isTest) {
    report(context, at, 'Top-level type must have public or global visibility');
  }
  if (outer !== undefined && names.has('static'))
    report(context, at, `static is not allowed on ${plural(declaration)}`);
  if (names.has('abstract') && names.has('virtual')) report(context, at, 'abstract are by default virtual');
  checkSharing(context, declaration, names);
  if (outer?.outer !== undefined || (outer !== undefined && outer.outer !== undefined)) return;
  checkTypeAnnotations(context, declaration, symbol);
  if (declaration.kind === 'ClassDeclaration')
    for (const member of declaration.members) checkMember(context, member, symbol);
}

function plural(declaration: TypeDeclaration): string {
  return { ClassDeclaration: 'classes', InterfaceDeclaration: 'interfaces', EnumDeclaration: 'enums' }[
    declaration.kind
  ];
}

function checkSharing(context: Context, declaration: TypeDeclaration, names: ReadonlySet<ModifierName>): void {
  const stated = (['with sharing', 'without sharing', 'inherited sharing'] as const).filter((name) => names.has(name));
  if (stated.length > 1)
    report(context, declaration.name, `${SPELLING[stated[0]!]} classes cannot be ${SPELLING[stated[1]!]}`);
}

function checkSet(context: Context, modifiers: readonly Modifier[], at: number): ReadonlySet<ModifierName> {
  const names = new Set<ModifierName>();
  for (const { name } of modifiers) {
    if (names.has(name)) report(context, at, `Duplicate modifier: ${SPELLING[name] ?? name}`);
    names.add(name);
  }
  if (SCOPES.filter((scope) => names.has(scope)).length > 1)
    report(context, at, 'Declarations can only have one scope');
  return names;
}

function checkMember(context: Context, member: Member, owner: ClassSymbol): void {
  const isInner = owner.outer !== undefined;
  switch (member.kind) {
    case 'FieldDeclaration':
      return checkField(context, member, owner);
    case 'MethodDeclaration':
      return checkMethod(context, member, owner);
    case 'PropertyDeclaration': {
      const names = checkSet(context, member.modifiers, member.name.start);
      if (isInner && names.has('static'))
        report(context, member.name, 'static can only be used on properties of a top level type');
      checkAccessors(context, member, names);
      return checkFieldAnnotations(context, member.annotations, 'properties', member.name.start, names);
    }
    case 'InitializerBlock':
      if (isInner && member.isStatic) report(context, member.body, 'Inner types are not allowed to have static blocks');
      return;
    case 'ConstructorDeclaration':
      checkSet(context, member.modifiers, member.name.start);
      return;
    default:
      if (isInner) report(context, member, 'Inner types are not allowed to have inner types');
      else checkTypeModifiers(context, member, owner);
  }
}

/** An accessor may be more private than its property, never less. */
function checkAccessors(context: Context, node: PropertyDeclaration, names: ReadonlySet<ModifierName>): void {
  const own = visibilityOf(names) ?? 'private';
  for (const accessor of [node.getter, node.setter]) {
    const stated = accessor === undefined ? undefined : visibilityOf(modifierNames(accessor.modifiers));
    if (accessor === undefined || stated === undefined || SCOPES.indexOf(stated) >= SCOPES.indexOf(own)) continue;
    const [last] = accessor.modifiers.slice(-1);
    report(
      context,
      last === undefined ? accessor.start : last.end + 1,
      `Cannot declare ${stated} accessor on ${own} property`,
    );
  }
}

const NOT_ON_FIELDS: readonly ModifierName[] = ['abstract', 'virtual', 'override', 'testmethod'];

function checkField(context: Context, node: FieldDeclaration, owner: ClassSymbol): void {
  const at = node.declarators[0]?.name.start ?? node.start;
  const names = checkSet(context, node.modifiers, at);
  for (const name of NOT_ON_FIELDS)
    if (names.has(name)) report(context, at, `${SPELLING[name] ?? name} is not allowed on fields`);
  if (owner.outer !== undefined && names.has('static'))
    report(context, at, 'static can only be used on fields of a top level type');
  if (names.has('global') && owner.visibility !== 'global')
    report(context, at, 'Defining type for global fields must be declared as global');
  checkFieldAnnotations(context, node.annotations, 'fields', at, names);
}

function checkMethod(context: Context, node: MethodDeclaration, owner: ClassSymbol): void {
  const at = node.name.start;
  const names = checkSet(context, node.modifiers, at);
  if (owner.outer !== undefined && names.has('static'))
    report(context, at, 'static can only be used on methods of a top level type');
  if (names.has('protected') && names.has('static')) report(context, at, 'protected methods cannot be static');
  if (names.has('abstract')) {
    if (!owner.isAbstract) report(context, at, 'Defining type for abstract methods must be declared as abstract');
    else if (node.body !== undefined) report(context, at, 'Abstract methods cannot have a body');
  } else if (node.body === undefined) report(context, at, 'Method must have a body');
  if (needsAccessModifier(context.apiVersion, node)) {
    const word = names.has('abstract') ? 'abstract' : 'override';
    report(context, at, `${word} methods require at least one of the following global, public, protected`);
  }
  if (names.has('global') && owner.visibility !== 'global')
    report(context, at, 'Defining type for global methods must be declared as global');
  if (names.has('webservice') && owner.visibility !== 'global')
    report(context, at, 'Defining type for webService methods must be declared as global');
  if (names.has('testmethod') && !owner.isTest)
    report(context, at, 'Defining type for testMethod methods must be declared as IsTest');
  checkMethodAnnotations(context, node, owner, modifierNames(node.modifiers));
}

/** What only one method of a class may be. */
export function checkOnlyOne(context: Context, declaration: ClassDeclaration): void {
  for (const [key, spelling] of [
    ['httpget', 'HttpGet'],
    ['httppost', 'HttpPost'],
    ['httpput', 'HttpPut'],
    ['httppatch', 'HttpPatch'],
    ['httpdelete', 'HttpDelete'],
    ['testsetup', 'TestSetup'],
    ['invocablemethod', 'InvocableMethod'],
  ] as const) {
    const count = declaration.members.filter(
      (member) =>
        member.kind === 'MethodDeclaration' && member.annotations.some(({ name }) => name.name.toLowerCase() === key),
    ).length;
    if (count > 1) report(context, declaration.name, `Only one method per type can be defined with: ${spelling}`);
  }
}
