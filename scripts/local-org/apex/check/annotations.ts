/** Annotations: which exist, what they may be set to, and what they ask of what they stand on. */
import type { Annotation, MethodDeclaration, ModifierName, TypeDeclaration } from '../ast.ts';
import { isCollection, isVoid } from '../symbols/primitives.ts';
import type { ClassSymbol, MethodSymbol, Type } from '../symbols/types.ts';
import { typeName } from '../symbols/types.ts';
import type { Context } from './context.ts';
import { report } from './context.ts';

/** Declared spelling, by lower-case name; the parameters each takes (`*`: any). */
const ANNOTATIONS: ReadonlyArray<readonly [name: string, parameters: string]> = [
  ['AuraEnabled', 'cacheable continuation scope'],
  ['Deprecated', '*'],
  ['Future', 'callout limits'],
  ['HttpDelete', ''],
  ['HttpGet', ''],
  ['HttpPatch', ''],
  ['HttpPost', ''],
  ['HttpPut', ''],
  ['InvocableMethod', '*'],
  ['InvocableVariable', '*'],
  ['IsTest', 'seealldata isparallel oninstall testfor critical'],
  ['JsonAccess', 'serializable deserializable'],
  ['NamespaceAccessible', ''],
  ['NamespaceGuard', ''],
  ['Override', ''],
  ['ReadOnly', '*'],
  ['RemoteAction', ''],
  ['RestResource', 'urlmapping'],
  ['SuppressWarnings', '*'],
  ['TestSetup', ''],
  ['TestVisible', ''],
  ['SfdcOnly', '*'],
  ['Private', ''],
  ['IsVisible', '*'],
  ['UseReplica', '*'],
  ['LightningInbound', '*'],
  ['CallSite', '*'],
];

const SPELLINGS = new Map(ANNOTATIONS.map(([name]) => [name.toLowerCase(), name]));
const PARAMETERS = new Map(
  ANNOTATIONS.map(([name, parameters]) => [
    name.toLowerCase(),
    parameters === '*' ? undefined : new Set(parameters.split(' ')),
  ]),
);
const HTTP = ['httpdelete', 'httpget', 'httppatch', 'httppost', 'httpput'];

/** Refuses what does not exist; answers the lower-case names. */
function checkNames(context: Context, annotations: readonly Annotation[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const annotation of annotations) {
    const key = annotation.name.name.toLowerCase();
    if (!SPELLINGS.has(key)) report(context, annotation, `Annotation does not exist: ${annotation.name.name}`);
    names.add(key);
    const allowed = PARAMETERS.get(key);
    for (const { name, start } of annotation.parameters) {
      if (allowed === undefined || name === undefined || allowed.has(name.name.toLowerCase())) continue;
      report(context, start, `No such property, ${name.name}, defined on this annotation: ${SPELLINGS.get(key)}`);
    }
  }
  return names;
}

export function checkTypeAnnotations(context: Context, declaration: TypeDeclaration, symbol: ClassSymbol): void {
  const at = declaration.name.start;
  const names = checkNames(context, declaration.annotations);
  if (names.has('istest') && symbol.outer === undefined && /exception$/i.test(symbol.name)) {
    report(context, at, 'Only top-level non-exception class types can be marked as tests');
  }
  if (names.has('restresource')) checkRestResource(context, declaration, at);
}

function checkRestResource(context: Context, declaration: TypeDeclaration, at: number): void {
  const annotation = declaration.annotations.find(({ name }) => name.name.toLowerCase() === 'restresource');
  const value = annotation?.parameters.find(({ name }) => name?.name.toLowerCase() === 'urlmapping')?.value;
  const url = value?.kind === 'Literal' ? value.value : undefined;
  if (url === undefined) report(context, at, 'Required property is missing: urlMapping');
  else if (url === '') report(context, at, 'Rest Resource url cannot be empty');
  else if (!url.startsWith('/')) report(context, at, "Rest Resource url must begin with a forward slash, '/'");
  else if (url.length > 255) report(context, at, 'Rest Resource url cannot be longer than 255 characters');
}

export function checkFieldAnnotations(
  context: Context,
  annotations: readonly Annotation[],
  word: 'fields' | 'properties',
  at: number,
  names: ReadonlySet<ModifierName>,
): void {
  const found = checkNames(context, annotations);
  for (const key of ['istest', 'future', 'testsetup', ...HTTP])
    if (found.has(key)) report(context, at, `${SPELLINGS.get(key)} is not allowed on ${word}`);
  for (const key of ['auraenabled', 'invocablevariable']) {
    if (found.has(key) && names.has('static')) report(context, at, `${SPELLINGS.get(key)} ${word} cannot be static`);
  }
}

export function checkMethodAnnotations(
  context: Context,
  node: MethodDeclaration,
  owner: ClassSymbol,
  modifiers: ReadonlySet<ModifierName>,
): void {
  const at = node.name.start;
  const names = checkNames(context, node.annotations);
  const method = node.symbol;
  if (method === undefined) return;
  if (names.has('future')) checkFuture(context, method, at);
  if (names.has('auraenabled')) checkAuraEnabled(context, node, method, at);
  if (names.has('invocablemethod')) checkInvocable(context, method, at);
  for (const key of HTTP) if (names.has(key)) checkHttp(context, SPELLINGS.get(key)!, method, owner, at);
  if (names.has('istest') || modifiers.has('testmethod')) checkTest(context, method, owner, at, names.has('istest'));
  if (names.has('testsetup')) checkSetup(context, method, owner, at);
}

function requireStatic(context: Context, word: string, method: MethodSymbol, at: number): void {
  if (!method.isStatic) report(context, at, `${word} methods must be declared as static`);
}

function checkFuture(context: Context, method: MethodSymbol, at: number): void {
  requireStatic(context, 'Future', method, at);
  if (!isVoid(method.returnType))
    report(context, at, `Future methods do not support return type of ${typeName(method.returnType)}`);
  for (const { type } of method.parameters) {
    if (!isFutureParameter(type))
      report(context, at, `Future methods do not support parameter type of ${typeName(type)}`);
  }
}

/** Primitives, and collections and arrays of them. */
function isFutureParameter(type: Type): boolean {
  if (type.kind === 'primitive') return type.name !== 'Object';
  return type.kind === 'class' && type.args.length > 0 && type.args.every(isFutureParameter);
}

function isOpen(method: MethodSymbol): boolean {
  return method.visibility === 'public' || method.visibility === 'global';
}

function checkAuraEnabled(context: Context, node: MethodDeclaration, method: MethodSymbol, at: number): void {
  if (!isOpen(method)) report(context, at, 'AuraEnabled methods require at least one of the following global, public');
  if (!method.isStatic) {
    if (!/^get/i.test(method.name))
      report(context, at, "Non static AuraEnabled methods must be named with a prefix 'get'");
    if (method.parameters.length > 0) report(context, at, 'Non static AuraEnabled methods may not have parameters');
  }
  const others = method.owner.methods.get(node.name.name.toLowerCase()) ?? [];
  const isOverloaded = others.filter(({ annotations }) => annotations.has('auraenabled')).length > 1;
  if (isOverloaded) report(context, at, `Overload of AuraEnabled method: ${method.name} overload is not permitted`);
}

function checkInvocable(context: Context, method: MethodSymbol, at: number): void {
  requireStatic(context, 'InvocableMethod', method, at);
  if (!isOpen(method))
    report(context, at, 'InvocableMethod methods require at least one of the following global, public');
  if (method.parameters.length > 1)
    report(context, at, 'Only one parameter is supported on methods with @Invocable annotation');
  const [only] = method.parameters;
  if (method.parameters.length !== 1 || isCollection(only!.type, 'List')) return;
  const rule = 'Valid invocable parameters must be List types like List<T> where T is a supported type';
  report(context, at, `Unsupported parameter type ${typeName(only!.type)}. ${rule}`);
}

function checkHttp(context: Context, word: string, method: MethodSymbol, owner: ClassSymbol, at: number): void {
  if (!owner.annotations.has('restresource'))
    report(context, at, `Defining type for ${word} methods must be declared as RestResource`);
  if (method.visibility !== 'global') report(context, at, `${word} methods must be declared as global`);
  requireStatic(context, word, method, at);
}

function checkTest(context: Context, method: MethodSymbol, owner: ClassSymbol, at: number, isAnnotated: boolean): void {
  if (isAnnotated && !owner.isTest) report(context, at, 'Defining type for IsTest methods must be declared as IsTest');
  requireStatic(context, isAnnotated ? 'IsTest' : 'testMethod', method, at);
  if (method.parameters.length > 0) report(context, at, 'Test methods must have no arguments');
}

function checkSetup(context: Context, method: MethodSymbol, owner: ClassSymbol, at: number): void {
  if (!owner.isTest) report(context, at, 'Defining type for TestSetup methods must be declared as IsTest');
  requireStatic(context, 'TestSetup', method, at);
  if (!isVoid(method.returnType)) report(context, at, 'Test setup method must return void');
  if (method.parameters.length > 0) report(context, at, 'Test methods must have no arguments');
}
