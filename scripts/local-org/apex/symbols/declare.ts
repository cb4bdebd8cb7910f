/**
 * Makes symbols of declarations, in three passes over all units, so that order never matters: the classes themselves,
 * then what they extend, then their members.
 */
import type {
  ClassDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  ConstructorDeclaration,
  TypeDeclaration,
  TypeReference,
} from '../ast.ts';
import type { ErrorList } from './compile-error.ts';
import { addEnumMethods } from './enum-methods.ts';
import { methodText } from './method-text.ts';
import { brokenType, classType, isVoid, primitive, sameType, superclassChain, supertypes } from './primitives.ts';
import { memberVisibility, modifierNames, readAnnotations, sharingOf, visibilityOf } from './modifiers.ts';
import { resolveType } from './resolve-type.ts';
import type { TypeScope } from './resolve-type.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol, ParameterSymbol, Type, Visibility } from './types.ts';
import { className } from './types.ts';

export interface DeclarationHost {
  readonly namespace: string;
  readonly origin: 'program' | 'library';
  readonly apiVersion: number;
  readonly errors: ErrorList;
}

/** First pass: the class and its inner types. */
export function declareClass(
  declaration: TypeDeclaration,
  outer: ClassSymbol | undefined,
  host: DeclarationHost,
): ClassSymbol {
  const symbol = newClassSymbol(declaration, outer, host);
  declaration.symbol = symbol;
  if (declaration.kind !== 'EnumDeclaration') declareInnerTypes(symbol, declaration.members, host);
  return symbol;
}

export function declareInnerTypes(
  symbol: ClassSymbol,
  members: readonly { kind: string }[],
  host: DeclarationHost,
): void {
  for (const member of members as readonly Member[]) {
    if (
      member.kind !== 'ClassDeclaration' &&
      member.kind !== 'InterfaceDeclaration' &&
      member.kind !== 'EnumDeclaration'
    )
      continue;
    const key = member.name.name.toLowerCase();
    if (symbol.inner.has(key))
      host.errors.report(member.name.start, `Type name already in use: ${className(symbol)}.${member.name.name}`);
    const inner = declareClass(member, symbol, host);
    if (!symbol.inner.has(key)) symbol.inner.set(key, inner);
  }
}

function newClassSymbol(
  declaration: TypeDeclaration,
  outer: ClassSymbol | undefined,
  host: DeclarationHost,
): ClassSymbol {
  const names = modifierNames(declaration.modifiers);
  const annotations = readAnnotations(declaration.annotations);
  const kinds = { ClassDeclaration: 'class', InterfaceDeclaration: 'interface', EnumDeclaration: 'enum' } as const;
  const isOpen = host.origin === 'library' && declaration.name.name === 'Exception';
  return {
    kind: kinds[declaration.kind],
    name: outer === undefined ? declaration.name.name : `${outer.name}.${declaration.name.name}`,
    namespace: host.namespace,
    origin: host.origin,
    outer,
    typeParameters: declaration.kind === 'EnumDeclaration' ? [] : declaration.typeParameters.map(({ name }) => name),
    interfaces: [],
    visibility: visibilityOf(names) ?? (host.origin === 'library' ? 'global' : 'private'),
    isAbstract: names.has('abstract'),
    isVirtual: names.has('virtual') || isOpen,
    sharing: sharingOf(names),
    apiVersion: host.apiVersion,
    isTest: annotations.has('istest') || (outer?.isTest ?? false),
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    inner: new Map(),
    enumConstants: declaration.kind === 'EnumDeclaration' ? declaration.constants.map(({ name }) => name) : [],
    declaration,
    annotations,
  };
}

/** Second pass: superclass and interfaces, of inner types too. */
export function resolveHeaders(symbol: ClassSymbol, outside: TypeScope, host: DeclarationHost): void {
  const scope: TypeScope = { ...outside, within: symbol };
  const declaration = symbol.declaration;
  if (declaration?.kind === 'ClassDeclaration')
    resolveSuperclass(symbol, declaration, headerScope(symbol, scope), host);
  if (declaration?.kind === 'ClassDeclaration' || declaration?.kind === 'InterfaceDeclaration') {
    resolveInterfaces(symbol, declaration, headerScope(symbol, scope), host);
  }
  for (const inner of symbol.inner.values()) resolveHeaders(inner, outside, host);
}

// A class's own inherited types cannot name its superclass: they come from there.
function headerScope(symbol: ClassSymbol, scope: TypeScope): TypeScope {
  return symbol.typeParameters.length > 0 ? scope : { ...scope, within: symbol.outer ?? symbol };
}

function resolveSuperclass(
  symbol: ClassSymbol,
  declaration: ClassDeclaration,
  scope: TypeScope,
  host: DeclarationHost,
): void {
  const reference = declaration.superclass;
  if (reference === undefined) return;
  const type = resolveType(reference, scope, host.errors);
  if (type === undefined) unknownAncestors.add(symbol);
  if (type === undefined) return;
  if (type.kind !== 'class') return host.errors.report(reference.start, `Invalid super type: ${written(reference)}`);
  if (type.symbol.kind !== 'class') return host.errors.report(reference.start, `Invalid class: ${written(reference)}`);
  symbol.superclass = type;
}

function resolveInterfaces(
  symbol: ClassSymbol,
  declaration: ClassDeclaration | InterfaceDeclaration,
  scope: TypeScope,
  host: DeclarationHost,
): void {
  for (const reference of declaration.interfaces) {
    const type = resolveType(reference, scope, host.errors);
    if (type === undefined) unknownAncestors.add(symbol);
    if (type === undefined) continue;
    if (type.kind !== 'class' || type.symbol.kind !== 'interface') {
      host.errors.report(reference.start, `Invalid interface: ${written(reference)}`);
    } else if (symbol.interfaces.some((each) => sameType(each, type))) {
      host.errors.report(reference.start, `Interface already implemented: ${written(reference)}`);
    } else symbol.interfaces.push(type);
  }
}

/** Classes that extend or implement what could not be found: what they have besides is not known. */
const unknownAncestors = new WeakSet<ClassSymbol>();

/** Whether a class may have members that cannot be seen, so that a missing one is not to be reported. */
export function hasUnknownAncestor(symbol: ClassSymbol): boolean {
  for (const { symbol: each } of supertypes(classType(symbol))) if (unknownAncestors.has(each)) return true;
  return false;
}

function written(reference: TypeReference): string {
  return reference.names.map(({ name }) => name).join('.');
}

/** Between the second and the third pass: finds circles of inheritance and superclasses that are not open. Answers what to cut. */
export function checkHeaders(symbol: ClassSymbol, errors: ErrorList): ClassSymbol[] {
  const circular = [...symbol.inner.values()].flatMap((inner) => checkHeaders(inner, errors));
  const declaration = symbol.declaration as TypeDeclaration | undefined;
  const { superclass } = symbol;
  if (superclass?.kind !== 'class' || declaration === undefined) return circular;
  const base = superclass.symbol;
  if ([...superclassChain(superclass)].some(({ symbol: ancestor }) => ancestor === symbol)) {
    errors.report(declaration.name.start, `Circular definition: ${className(base)}`);
    return [...circular, symbol];
  }
  if (!base.isVirtual && !base.isAbstract) {
    errors.report(declaration.name.start, `Non-virtual and non-abstract type cannot be extended: ${className(base)}`);
  }
  return circular;
}

/** Third pass: fields, properties, methods and constructors, of inner types too. */
export function declareMembers(symbol: ClassSymbol, outside: TypeScope, host: DeclarationHost): void {
  const scope: TypeScope = { ...outside, within: symbol };
  const declaration = symbol.declaration;
  if (declaration?.kind === 'EnumDeclaration') declareEnum(symbol, declaration, scope, host);
  else if (declaration?.kind === 'ClassDeclaration' || declaration?.kind === 'InterfaceDeclaration') {
    declareMemberList(symbol, declaration.members, scope, host);
  }
  for (const inner of symbol.inner.values()) declareMembers(inner, outside, host);
}

export function declareMemberList(
  symbol: ClassSymbol,
  members: readonly { kind: string }[],
  scope: TypeScope,
  host: DeclarationHost,
): void {
  for (const member of members as readonly Member[]) {
    if (member.kind === 'FieldDeclaration') declareFields(symbol, member, scope, host);
    else if (member.kind === 'PropertyDeclaration') declareProperty(symbol, member, scope, host);
    else if (member.kind === 'MethodDeclaration') declareMethod(symbol, member, scope, host);
    else if (member.kind === 'ConstructorDeclaration') declareConstructor(symbol, member, scope, host);
  }
}

function declareEnum(symbol: ClassSymbol, declaration: EnumDeclaration, scope: TypeScope, host: DeclarationHost): void {
  const seen = new Set<string>();
  for (const { name, start } of declaration.constants) {
    if (seen.has(name.toLowerCase())) host.errors.report(start, `Duplicate field: ${name}`);
    seen.add(name.toLowerCase());
  }
  addEnumMethods(symbol, scope.library);
}

function declareFields(symbol: ClassSymbol, member: FieldDeclaration, scope: TypeScope, host: DeclarationHost): void {
  const type = valueType(member.type, scope, host, 'Variables cannot be of type void');
  const names = modifierNames(member.modifiers);
  const annotations = readAnnotations(member.annotations);
  const visibility = memberVisibility(symbol, names, host);
  for (const declarator of member.declarators) {
    if (isTaken(symbol, declarator.name.name))
      host.errors.report(declarator.name.start, `Duplicate field: ${declarator.name.name}`);
    declarator.field = {
      name: declarator.name.name,
      owner: symbol,
      type: type ?? brokenType,
      isStatic: names.has('static'),
      isFinal: names.has('final'),
      isTransient: names.has('transient'),
      isProperty: false,
      canRead: true,
      canWrite: true,
      visibility,
      setVisibility: visibility,
      isTestVisible: annotations.has('testvisible'),
      declaration: member,
    };
    addField(symbol, declarator.field);
  }
}

function declareProperty(
  symbol: ClassSymbol,
  member: PropertyDeclaration,
  scope: TypeScope,
  host: DeclarationHost,
): void {
  const { name } = member;
  if (isTaken(symbol, name.name)) host.errors.report(name.start, `Duplicate field: ${name.name}`);
  const type = valueType(member.type, scope, host, 'Properties cannot be of type void') ?? brokenType;
  const names = modifierNames(member.modifiers);
  const visibility = memberVisibility(symbol, names, host);
  const visibilityFor = (accessor: PropertyDeclaration['getter']): Visibility =>
    (accessor === undefined ? undefined : visibilityOf(modifierNames(accessor.modifiers))) ?? visibility;
  member.field = {
    name: name.name,
    owner: symbol,
    type,
    isStatic: names.has('static'),
    isFinal: names.has('final'),
    isTransient: names.has('transient'),
    isProperty: true,
    canRead: member.getter !== undefined,
    canWrite: member.setter !== undefined,
    visibility: visibilityFor(member.getter),
    setVisibility: visibilityFor(member.setter),
    isTestVisible: readAnnotations(member.annotations).has('testvisible'),
    declaration: member,
  };
  addField(symbol, member.field);
}

function isTaken(symbol: ClassSymbol, name: string): boolean {
  return symbol.fields.has(name.toLowerCase());
}

function addField(symbol: ClassSymbol, field: FieldSymbol): void {
  const key = field.name.toLowerCase();
  if (!symbol.fields.has(key)) symbol.fields.set(key, field);
}

function valueType(
  reference: TypeReference,
  scope: TypeScope,
  host: DeclarationHost,
  whenVoid: string,
  at = reference.start,
): Type | undefined {
  const type = resolveType(reference, scope, host.errors, at);
  if (type === undefined || !isVoid(type)) return type;
  host.errors.report(at, whenVoid);
  return undefined;
}

function declareMethod(symbol: ClassSymbol, member: MethodDeclaration, scope: TypeScope, host: DeclarationHost): void {
  const names = modifierNames(member.modifiers);
  const returnType = resolveType(member.returnType, scope, host.errors, member.name.start) ?? brokenType;
  const parameters = declareParameters(member.parameters, scope, host);
  const annotations = readAnnotations(member.annotations, names);
  const isInterface = symbol.kind === 'interface';
  const method: MethodSymbol = {
    name: member.name.name,
    owner: symbol,
    parameters,
    returnType,
    isConstructor: false,
    isStatic: names.has('static') || isScript(symbol),
    isAbstract: names.has('abstract') || isInterface,
    isVirtual:
      names.has('virtual') ||
      names.has('abstract') ||
      names.has('override') ||
      isInterface ||
      annotations.has('override'),
    isOverride: names.has('override') || annotations.has('override'),
    visibility: isInterface
      ? symbol.visibility === 'global'
        ? 'global'
        : 'public'
      : memberVisibility(symbol, names, host),
    isTestVisible: annotations.has('testvisible'),
    annotations,
    declaration: member,
  };
  member.symbol = method;
  addMethod(symbol, method, member, host);
}

/** A trigger or an anonymous block stands in a class of its own, which has no instance. */
export function isScript(symbol: ClassSymbol): boolean {
  return symbol.declaration?.kind === 'TriggerDeclaration' || symbol.declaration?.kind === 'AnonymousBlock';
}

function addMethod(symbol: ClassSymbol, method: MethodSymbol, member: MethodDeclaration, host: DeclarationHost): void {
  const key = method.name.toLowerCase();
  const others = symbol.methods.get(key) ?? [];
  if (others.some((other) => sameParameters(other, method))) {
    host.errors.report(
      member.name.start,
      `Method already defined: ${method.name} ${methodText(method)} from the type ${className(symbol)}`,
    );
    return;
  }
  symbol.methods.set(key, [...others, method]);
}

function declareConstructor(
  symbol: ClassSymbol,
  member: ConstructorDeclaration,
  scope: TypeScope,
  host: DeclarationHost,
): void {
  const simpleName = symbol.name.slice(symbol.name.lastIndexOf('.') + 1);
  if (member.name.name.toLowerCase() !== simpleName.toLowerCase()) {
    host.errors.report(member.name.start, `Invalid constructor name: ${member.name.name}`);
    return;
  }
  const names = modifierNames(member.modifiers);
  const parameters = declareParameters(member.parameters, scope, host);
  const annotations = readAnnotations(member.annotations);
  const method: MethodSymbol = {
    name: '<init>',
    owner: symbol,
    parameters,
    returnType: primitive.void,
    isConstructor: true,
    isStatic: false,
    isAbstract: false,
    isVirtual: false,
    isOverride: false,
    visibility: memberVisibility(symbol, names, host),
    isTestVisible: annotations.has('testvisible'),
    annotations,
    declaration: member,
  };
  member.symbol = method;
  if (symbol.constructors.some((other) => sameParameters(other, method))) {
    host.errors.report(
      member.name.start,
      `Method already defined: <init> ${methodText(method)} from the type ${className(symbol)}`,
    );
  } else symbol.constructors.push(method);
}

function declareParameters(
  parameters: readonly Parameter[],
  scope: TypeScope,
  host: DeclarationHost,
): ParameterSymbol[] {
  return parameters.map((parameter) => {
    const type = valueType(parameter.type, scope, host, 'Parameters cannot be of type void', parameter.name.start);
    return { name: parameter.name.name, type: type ?? brokenType };
  });
}

export function sameParameters(a: MethodSymbol, b: MethodSymbol): boolean {
  if (a.parameters.length !== b.parameters.length) return false;
  return a.parameters.every(({ type }, index) => type !== brokenType && sameType(type, b.parameters[index]!.type));
}
