/** Calls of methods and constructors, of the program and of the library. */
import type { ConstructorCall, Expression, FieldAccess, MethodCall, NewObject } from '../ast.ts';
import { unsupported } from '../../unsupported.ts';
import type { CallTarget, ClassSymbol, MethodSymbol, Type } from '../symbols/types.ts';
import { emitTarget, fieldTarget, readField, readStatic } from './access.ts';
import type { Emission } from './emission.ts';
import { elementType, emitExpression, stringLiteral } from './expressions.ts';
import {
  ancestors,
  classVariable,
  constructorName,
  isLibraryClass,
  isPrimitive,
  isScript,
  methodName,
} from './names.ts';

/** Values of these are JavaScript primitives: their methods are functions that take the value first. */
const PRIMITIVES = new Set(['String', 'Integer', 'Long', 'Boolean', 'Id']);
/** Methods of Database whose text may name the caller's variables. */
const DYNAMIC_QUERIES = new Set(['query', 'countquery', 'getquerylocator', 'getcursor']);

export function emitCall(emission: Emission, node: MethodCall): string {
  const call = node.call;
  if (call === undefined) return unsupported(`a call of ${node.name.name} that the checker did not resolve`);
  const { method } = call;
  const args = emitArguments(emission, node.arguments);
  if (call.receiver === 'sobject-field') return emitFieldError(emission, node.target as FieldAccess, call, args);
  if (call.receiver === 'sobject-static') {
    return `${emission.library(method.owner)}.${method.name}(${[stringLiteral(call.object!), ...args].join(', ')})`;
  }
  if (method.annotations.has('callsite')) args.unshift(callSiteOf(emission, method));
  if (method.isStatic) return emitStaticCall(emission, call, args);
  if (call.receiver === 'super') return `super.${methodName(method)}(${args.join(', ')})`;
  if (node.target === undefined || call.receiver === 'this') return `this.${methodName(method)}(${args.join(', ')})`;
  return emitInstanceCall(emission, node, method, args);
}

export function emitArguments(emission: Emission, args: readonly Expression[]): string[] {
  return args.map((argument) => emitExpression(emission, argument));
}

function emitStaticCall(emission: Emission, call: CallTarget, args: string[]): string {
  const { method } = call;
  const { owner } = method;
  if (isNullableConversion(method)) {
    const value = emission.temporary();
    return `((${value} = ${args[0]!}) === null ? null : ${emission.library(owner)}.valueOf(${value}))`;
  }
  if (owner.origin === 'library')
    return `${emission.library(libraryReceiver(call))}.${method.name}(${args.join(', ')})`;
  const future = method.annotations.get('future');
  if (future !== undefined) {
    const callouts = [...future].some(
      ([name, value]) => name.toLowerCase() === 'callout' && value.toLowerCase() === 'true',
    );
    return `$future(${stringLiteral(owner.name)}, ${stringLiteral(methodName(method))}, [${args.join(', ')}], ${callouts})`;
  }
  return emission.afterInitializing(owner, `${classVariable(owner)}.${methodName(method)}(${args.join(', ')})`);
}

/** `Integer.valueOf(record.Amount)` of null is null; of a null String it is an error. */
function isNullableConversion(method: MethodSymbol): boolean {
  const { owner } = method;
  const isNumber = owner.origin === 'library' && ['Integer', 'Long', 'Double'].includes(owner.name);
  return isNumber && method.name === 'valueOf' && isPrimitive(method.parameters[0]?.type, 'Object');
}

/** An enum's `values` is asked of the enum itself. */
function libraryReceiver(call: CallTarget): ClassSymbol {
  const { through, method } = call;
  return through.kind === 'class' && through.symbol.kind === 'enum' ? through.symbol : method.owner;
}

function emitInstanceCall(emission: Emission, node: MethodCall, method: MethodSymbol, args: string[]): string {
  const { owner } = method;
  const target = emitTarget(emission, node.target!, node.safe);
  if (isScript(owner)) return `${classVariable(owner)}.${methodName(method)}(${args.join(', ')})`;
  if (owner.origin !== 'library' || owner.namespace !== 'System')
    return `${target}.${methodName(method)}(${args.join(', ')})`;
  if (PRIMITIVES.has(owner.name)) return `${emission.library(owner)}.${method.name}(${[target, ...args].join(', ')})`;
  if (owner.name === 'Object') return emitObjectCall(node, method, target, args);
  if (owner.name === 'List') return emitListCall(method, target, args);
  return `${target}.${method.name}(${args.join(', ')})`;
}

/** toString, equals and hashCode of something that may be a JavaScript primitive. */
function emitObjectCall(node: MethodCall, method: MethodSymbol, target: string, args: string[]): string {
  const isObject = node.target?.resultType?.kind === 'class';
  if (isObject) return `${target}.${method.name}(${args.join(', ')})`;
  const name = `$object_${method.name}`;
  return `${name}(${[target, ...args].join(', ')})`;
}

/** What is done most often to lists, without a call into the library. */
function emitListCall(method: MethodSymbol, target: string, args: string[]): string {
  if (method.name === 'get') return `$lget(${target}, ${args[0]!})`;
  if (method.name === 'size') return `${target}.items.length`;
  if (method.name === 'add' && args.length === 1) return `$ladd(${target}, ${args[0]!})`;
  if (method.name === 'set') return `$lset(${target}, ${args.join(', ')})`;
  return `${target}.${method.name}(${args.join(', ')})`;
}

/** `record.Phone.addError('x')` */
function emitFieldError(emission: Emission, access: FieldAccess, call: CallTarget, args: string[]): string {
  const record = fieldTarget(emission, access);
  return `$addFieldError(${[record, stringLiteral(call.field ?? access.name.name), ...args].join(', ')})`;
}

function callSiteOf(emission: Emission, method: MethodSymbol): string {
  const site = emission.callSite();
  const isDynamic = method.owner.name === 'Database' && DYNAMIC_QUERIES.has(method.name.toLowerCase());
  return isDynamic ? `$bound(${site}, ${bindsByName(emission)})` : site;
}

/** A function from a variable's name to its value; undefined where there is none. */
function bindsByName(emission: Emission): string {
  const cases: string[] = [];
  const seen = new Set<string>();
  const add = (name: string, value: string): void => {
    if (!seen.has(name.toLowerCase())) cases.push(`case ${stringLiteral(name.toLowerCase())}: return ${value};`);
    seen.add(name.toLowerCase());
  };
  for (const local of emission.locals.toReversed()) add(local.name, local.jsName);
  if (!emission.isStatic) cases.push("case 'this': return this;");
  for (const symbol of [emission.owner, ...ancestors(emission.owner), ...outers(emission.owner)]) {
    for (const field of symbol.fields.values()) {
      if (
        symbol.origin === 'library' ||
        (!field.isStatic && (emission.isStatic || outers(emission.owner).includes(symbol)))
      )
        continue;
      add(field.name, field.isStatic ? readStatic(emission, field) : readField(emission, field, 'this'));
    }
  }
  return `($v) => { switch ($v) { ${cases.join(' ')} } return undefined; }`;
}

function outers(symbol: ClassSymbol): ClassSymbol[] {
  return symbol.outer === undefined ? [] : [symbol.outer, ...outers(symbol.outer)];
}

// -------------------------------------------------------------------------------------------------- Constructors

export function emitNewObject(emission: Emission, node: NewObject): string {
  const type = node.type.resolved ?? node.resultType!;
  if (type.kind === 'sobject') return emitNewRecord(emission, node, type.name);
  if (type.kind !== 'class') return unsupported('new of a primitive type');
  const args = emitArguments(emission, node.arguments);
  const { symbol } = type;
  if (symbol.origin === 'program') {
    return `new ${classVariable(symbol)}().$init().${constructorName(node.call?.method)}(${args.join(', ')})`;
  }
  if (symbol.namespace === 'System' && ['List', 'Set', 'Map'].includes(symbol.name))
    return emitNewCollection(emission, type, args);
  if (node.call?.method.annotations.has('callsite')) args.unshift(emission.callSite());
  return `new ${emission.library(symbol)}(${args.join(', ')})`;
}

function emitNewCollection(emission: Emission, type: Type & { kind: 'class' }, args: readonly string[]): string {
  const types = type.args.map((_, index) => emission.type(elementType(type, index)));
  const hasArgument = args.length > 0;
  if (isLibraryClass(type.symbol, 'List'))
    return hasArgument ? `$newList(${types[0]}, ${args[0]})` : `new $List(${types[0]}, [])`;
  if (isLibraryClass(type.symbol, 'Set'))
    return hasArgument ? `$newSet(${types[0]}, ${args[0]})` : `new $Set(${types[0]})`;
  return hasArgument ? `$newMapOf(${types.join(', ')}, ${args[0]})` : `new $Map(${types.join(', ')})`;
}

function emitNewRecord(emission: Emission, node: NewObject, object: string): string {
  const fields: string[] = [];
  const parents: string[] = [];
  for (const { name, field, value } of node.fields) {
    const text = emitExpression(emission, value);
    const isParent = value.resultType?.kind === 'sobject';
    if (isParent) parents.push(stringLiteral(field ?? name.name), text);
    else fields.push(emission.field(object, field ?? name.name), text);
  }
  const record = `$newRecord(${[emission.object(object), ...fields].join(', ')})`;
  return parents.length === 0 ? record : `$withParents(${[record, ...parents].join(', ')})`;
}

/** `this(…)` or `super(…)`. */
export function emitConstructorCall(emission: Emission, node: ConstructorCall): string {
  const args = emitArguments(emission, node.arguments);
  const name = constructorName(node.call?.method);
  if (node.target === 'super') return `super.${name}(${args.join(', ')})`;
  // A subclass may have a constructor with the same parameters, and so of the same name: this class's own is meant.
  return `${classVariable(emission.owner)}.prototype.${name}.call(${['this', ...args].join(', ')})`;
}
