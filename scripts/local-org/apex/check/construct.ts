/** `new`: objects, records, collections, arrays; and `this(…)`, `super(…)`. */
import type {
  ConstructorCall,
  FieldInitializer,
  MapEntry,
  NewArray,
  NewListInitializer,
  NewMapInitializer,
  NewObject,
} from '../ast.ts';
import { argumentsText, methodText } from '../symbols/method-text.ts';
import { classType, isCollection, isException, isPrimitive, primitive, sameType } from '../symbols/primitives.ts';
import type { ClassSymbol, Type } from '../symbols/types.ts';
import { className, typeName } from '../symbols/types.ts';
import { isAssignable } from './assignability.ts';
import { checkArguments, coerceArguments } from './calls.ts';
import type { Context } from './context.ts';
import { report, typeOfReference, useType } from './context.ts';
import { assignTo, coerce } from './conversion.ts';
import { checkExpression } from './expressions.ts';
import type { FoundMethod } from './members.ts';
import { findConstructors, findMethods, isVisible } from './members.ts';
import { chooseOverload } from './overloads.ts';
import { findSObjectMember } from './sobjects.ts';

export function checkNewObject(context: Context, node: NewObject): Type | undefined {
  const type = typeOfReference(context, node.type, node.start);
  if (node.fields.length > 0) return checkNewRecord(context, node, type);
  const args = checkArguments(context, node.arguments);
  if (type === undefined) return undefined;
  if (type.kind === 'sobject') return checkEmptyRecord(context, node, type);
  if (type.kind !== 'class') return notConstructable(context, node, type);
  if (isCollection(type, 'List') || isCollection(type, 'Set') || isCollection(type, 'Map')) {
    if (args !== undefined) checkCollection(context, node, type, args);
    return type;
  }
  if (type.symbol.kind !== 'class' || isBaseException(type.symbol)) return notConstructable(context, node, type);
  if (type.symbol.isAbstract) {
    report(context, node, `Abstract classes cannot be constructed: ${className(type.symbol)}`);
    return type;
  }
  return args === undefined || checkConstructor(context, node, type, args) ? type : undefined;
}

function isBaseException(symbol: ClassSymbol): boolean {
  return symbol.origin === 'library' && symbol.name === 'Exception' && symbol.namespace === 'System';
}

function notConstructable(context: Context, node: NewObject, type: Type): Type {
  report(context, node, `Type cannot be constructed: ${typeName(type)}`);
  return type;
}

function checkConstructor(
  context: Context,
  node: NewObject,
  type: Type & { kind: 'class' },
  args: readonly Type[],
): boolean {
  const found = findConstructor(context, type, args);
  if (found === 'default') return true;
  const problem = constructorProblem(context, type, args, found);
  if (problem !== undefined || typeof found !== 'object') {
    if (problem !== undefined) report(context, node, problem);
    return false;
  }
  node.call = { method: found.method, receiver: 'static', through: type };
  coerceArguments(context, node.arguments, found);
  return true;
}

function constructorProblem(
  context: Context,
  type: Type,
  args: readonly Type[],
  found: FoundMethod | 'ambiguous' | undefined,
): string | undefined {
  if (found === 'ambiguous') return `Ambiguous method signature: void <init>(${argumentsText(args)})`;
  if (found === undefined) return `Constructor not defined: [${typeName(type)}].<Constructor>(${argumentsText(args)})`;
  return isVisible(context, found.method) ? undefined : `Method is not visible: ${methodText(found.method)}`;
}

function findConstructor(
  context: Context,
  type: Type & { kind: 'class' },
  args: readonly Type[],
): FoundMethod | 'default' | 'ambiguous' | undefined {
  const constructors = findConstructors(context, type, isException(type.symbol));
  if (constructors.length === 0 && args.length === 0) return 'default';
  const choice = chooseOverload(context, constructors, args);
  if (choice.kind === 'one') return choice.found;
  return choice.kind === 'ambiguous' ? 'ambiguous' : undefined;
}

// --------------------------------------------------------------------------------------------------------- Records

function checkEmptyRecord(context: Context, node: NewObject, type: Type & { kind: 'sobject' }): Type {
  if (node.arguments.length > 0) report(context, node, `Type requires name=value pair construction: ${type.name}`);
  else if (type.name === 'SObject') report(context, node, 'Type cannot be constructed: SObject');
  else if (type.name === 'AggregateResult') report(context, node, 'SObject is not constructable: AggregateResult');
  return type;
}

function checkNewRecord(context: Context, node: NewObject, type: Type | undefined): Type | undefined {
  for (const field of node.fields) checkExpression(context, field.value);
  if (type === undefined) return undefined;
  if (type.kind !== 'sobject') {
    report(
      context,
      node,
      `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${typeName(type)}`,
    );
    return type;
  }
  if (type.name === 'SObject' || type.name === 'AggregateResult') return checkEmptyRecord(context, node, type);
  const seen = new Set<string>();
  for (const field of node.fields) {
    const key = field.name.name.toLowerCase();
    if (seen.has(key)) report(context, node, `Duplicate field initialization: ${field.name.name}`);
    else checkFieldInitializer(context, node, type.name, field);
    seen.add(key);
  }
  return type;
}

function checkFieldInitializer(context: Context, node: NewObject, object: string, field: FieldInitializer): void {
  const member = findSObjectMember(context, object, field.name.name);
  if (member === undefined || member.kind === 'children')
    return report(context, node, `Field does not exist: ${field.name.name} on ${object}`);
  field.field = member.name;
  if (member.kind === 'field' && member.shape?.isWritable === false && member.name !== 'Id') {
    return report(context, node, `Field is not writeable: ${object}.${member.name}`);
  }
  assignTo(context, field.value, member.type, node.start);
}

// ----------------------------------------------------------------------------------------------------- Collections

function checkCollection(
  context: Context,
  node: NewObject,
  type: Type & { kind: 'class' },
  args: readonly Type[],
): void {
  const [argument] = args;
  if (argument === undefined) return;
  const isFine = args.length === 1 && isInitializer(context, type, argument);
  if (!isFine) return report(context, node, badInitializer(type, argument));
  linkCollectionConstructor(context, node, type, args);
}

function linkCollectionConstructor(
  context: Context,
  node: NewObject,
  type: Type & { kind: 'class' },
  args: readonly Type[],
): void {
  const found = findConstructor(context, type, args);
  if (found === undefined || found === 'default' || found === 'ambiguous') return;
  node.call = { method: found.method, receiver: 'static', through: type };
}

function isInitializer(context: Context, type: Type & { kind: 'class' }, argument: Type): boolean {
  if (isPrimitive(argument, 'null')) return false;
  if (isCollection(type, 'Map')) return isMapInitializer(context, type, argument);
  if (isPrimitive(argument, 'Integer')) return isCollection(type, 'List');
  if (isAssignable(context, argument, type)) return true;
  const element = elementOfIterable(context, argument);
  const wanted = (type as Type & { kind: 'class' }).args[0]!;
  if (element === undefined) return false;
  return (
    isAssignable(context, element, wanted) ||
    (element.kind === 'sobject' && element.name === 'SObject' && wanted.kind === 'sobject')
  );
}

function isMapInitializer(context: Context, type: Type & { kind: 'class' }, argument: Type): boolean {
  const [key, value] = type.args as [Type, Type];
  if (isCollection(argument, 'Map')) {
    return (
      sameType(argument.args[0]!, key) &&
      (sameType(argument.args[1]!, value) || (value.kind !== 'sobject' && isAssignable(context, argument, type)))
    );
  }
  if (!isCollection(argument, 'List') || argument.args[0]!.kind !== 'sobject' || value.kind !== 'sobject') return false;
  return (
    isPrimitive(key, 'Id', 'String') &&
    (isAssignable(context, argument.args[0]!, value) || argument.args[0]!.name === 'SObject')
  );
}

/** What a for-each over the type gives. */
export function elementOfIterable(context: Context, type: Type): Type | undefined {
  if (isCollection(type, 'List') || isCollection(type, 'Set')) return type.args[0];
  const [iterator] = findMethods(context, type, 'iterator').filter(({ parameterTypes }) => parameterTypes.length === 0);
  const result = iterator?.returnType;
  return result?.kind === 'class' && result.symbol.name === 'Iterator' ? result.args[0] : undefined;
}

function badInitializer(type: Type & { kind: 'class' }, argument: Type): string {
  const [first, second] = type.args.map(typeName);
  const start = `Invalid initializer type ${typeName(argument)} found for`;
  if (isCollection(type, 'List')) return `${start} List<${first}>: expected an Integer or a List of type ${first}`;
  if (isCollection(type, 'Set')) return `${start} Set<${first}>: expected a List or a Set of type: ${first}`;
  return `${start} Map<${first},${second}>: expected a Map with the same key and value types, or a valid SObject List`;
}

export function checkNewArray(context: Context, node: NewArray): Type | undefined {
  const type = typeOfReference(context, node.type, node.start);
  const size = checkExpression(context, node.size);
  if (type?.kind === 'class' && size !== undefined && !isAssignable(context, size, primitive.Integer)) {
    report(context, node, badInitializer(type, size));
  }
  return type;
}

export function checkListInitializer(context: Context, node: NewListInitializer): Type | undefined {
  const type = typeOfReference(context, node.type, node.start);
  const types = node.elements.map((element) => checkExpression(context, element));
  if (type?.kind !== 'class' || type.args.length !== 1) return type;
  const wanted = type.args[0]!;
  for (const [index, found] of types.entries()) {
    if (found === undefined) continue;
    if (isAssignable(context, found, wanted)) coerce(context, node.elements[index]!, wanted);
    else
      report(
        context,
        node,
        `Initial expression is of incorrect type, expected: ${typeName(wanted)} but was: ${typeName(found)}`,
      );
  }
  return type;
}

export function checkMapInitializer(context: Context, node: NewMapInitializer): Type | undefined {
  const type = typeOfReference(context, node.type, node.start);
  for (const entry of node.entries) {
    checkExpression(context, entry.key);
    checkExpression(context, entry.value);
  }
  if (type?.kind !== 'class' || !isCollection(type, 'Map')) return type;
  const [key, value] = type.args as [Type, Type];
  for (const entry of node.entries) checkMapEntry(context, entry, key, value);
  return type;
}

function checkMapEntry(context: Context, entry: MapEntry, key: Type, value: Type): void {
  for (const [part, wanted, word] of [
    [entry.key, key, 'key'],
    [entry.value, value, 'value'],
  ] as const) {
    const found = part.resultType;
    if (found === undefined) continue;
    if (isAssignable(context, found, wanted)) coerce(context, part, wanted);
    else report(context, part, `Invalid ${word} type ${typeName(found)} for ${typeName(wanted)}`);
  }
}

// ------------------------------------------------------------------------------------------------- this(…), super(…)

export function checkConstructorCall(context: Context, node: ConstructorCall): Type | undefined {
  const { owner, member } = context;
  if (member.kind !== 'constructor' || member.allowedCall !== node)
    return report(context, node, `Call to '${node.target}()' must be the first statement in a constructor method`);
  const type = node.target === 'this' ? classType(owner) : owner.superclass;
  member.inConstructorCall = true;
  const args = checkArguments(context, node.arguments);
  member.inConstructorCall = false;
  if (args === undefined) return primitive.void;
  if (type?.kind !== 'class') {
    // Every class without a superclass may still say super().
    return args.length === 0
      ? primitive.void
      : report(context, node, `No constructor defined: void <init>(${argumentsText(args)})`);
  }
  const found = findConstructor(context, type, args);
  if (found === 'ambiguous')
    return report(context, node, `Ambiguous method signature: void <init>(${argumentsText(args)})`);
  if (found === undefined) return report(context, node, `No constructor defined: void <init>(${argumentsText(args)})`);
  if (found === 'default') return primitive.void;
  if (!isVisible(context, found.method))
    return report(context, node, `Method is not visible: ${methodText(found.method)}`);
  node.call = { method: found.method, receiver: node.target, through: type };
  coerceArguments(context, node.arguments, found);
  useType(context, type, node.start);
  return primitive.void;
}
