/** Method calls: finds what is called, chooses the overload, converts the arguments. */
import type { Expression, FieldAccess, MethodCall } from '../ast.ts';
import { methodText, argumentsText } from '../symbols/method-text.ts';
import { classType, elementType, isCollection, isPrimitive, isVoid, substitute } from '../symbols/primitives.ts';
import { bindMethod, findMethods, isVisible } from './members.ts';
import type { FoundMethod } from './members.ts';
import { hasUnknownAncestor, isScript } from '../symbols/declare.ts';
import type { CallTarget, ClassSymbol, Type } from '../symbols/types.ts';
import { typeName } from '../symbols/types.ts';
import { isAssignable } from './assignability.ts';
import type { Context } from './context.ts';
import { report, useClass } from './context.ts';
import { coerce } from './conversion.ts';
import { checkExpression } from './expressions.ts';
import type { Qualifier } from './names.ts';
import { qualify, reportMissing } from './names.ts';
import { chooseOverload } from './overloads.ts';

type ArgumentTypes = readonly Type[] | undefined;

export function checkMethodCall(context: Context, node: MethodCall): Type | undefined {
  if (node.target === undefined) return checkOwnCall(context, node, checkArguments(context, node.arguments));
  if (node.target.kind === 'SuperExpression') return checkSuperCall(context, node);
  const target = qualify(context, node.target);
  const args = checkArguments(context, node.arguments);
  switch (target.kind) {
    case 'broken':
      return undefined;
    case 'value':
      return checkInstanceCall(context, node, target.type, args);
    case 'type':
      return checkStaticCall(context, node, target, args);
    default:
      return reportMissing(context, node.target);
  }
}

/** Undefined when an argument has an error of its own. */
export function checkArguments(context: Context, args: readonly Expression[]): ArgumentTypes {
  const types = args.map((argument) => checkExpression(context, argument));
  return types.includes(undefined) ? undefined : (types as Type[]);
}

export function coerceArguments(context: Context, args: readonly Expression[], found: FoundMethod): void {
  for (const [index, argument] of args.entries()) coerce(context, argument, found.parameterTypes[index]!);
}

/** `f(x)`: of this class and what it extends, or a static of the classes around it. */
function checkOwnCall(context: Context, node: MethodCall, args: ArgumentTypes): Type | undefined {
  for (let owner: ClassSymbol | undefined = context.owner; owner !== undefined; owner = owner.outer) {
    const candidates = findMethods(context, classType(owner), node.name.name).filter(({ method }) =>
      isOwnCandidate(context, owner!, method.isStatic, method.owner),
    );
    const found = pick(context, node, candidates, args, owner === context.owner ? !context.member.isStatic : false);
    if (found === 'ambiguous') return undefined;
    if (found !== undefined) return finishOwnCall(context, node, found, owner, args);
  }
  return notFound(context, node, classType(context.owner), args);
}

// What Object gives every class is not reached through the class around.
function isOwnCandidate(context: Context, owner: ClassSymbol, isStatic: boolean, declaredBy: ClassSymbol): boolean {
  return owner === context.owner || isStatic || isScript(owner) || declaredBy === owner
    ? declaredBy.origin === 'program' || owner === context.owner
    : false;
}

function finishOwnCall(
  context: Context,
  node: MethodCall,
  found: FoundMethod,
  owner: ClassSymbol,
  args: ArgumentTypes,
): Type | undefined {
  const { method } = found;
  if (!isVisible(context, method)) return notVisible(context, node, found);
  if (!method.isStatic && owner !== context.owner) return notFound(context, node, classType(context.owner), args);
  if (!method.isStatic && context.member.isStatic) {
    return report(
      context,
      node.name,
      `Non static method cannot be referenced from a static context: ${methodText(method)}`,
    );
  }
  if (context.member.inConstructorCall && !method.isStatic) {
    return report(
      context,
      node.name,
      `Cannot reference instance methods in a constructor invocation: ${methodText(method)}`,
    );
  }
  return finish(context, node, found, {
    method,
    receiver: method.isStatic ? 'static' : 'this',
    through: found.through,
  });
}

function checkSuperCall(context: Context, node: MethodCall): Type | undefined {
  const args = checkArguments(context, node.arguments);
  if (context.member.isStatic) return report(context, node.target!, 'Super cannot be referenced in a static context');
  const { superclass } = context.owner;
  if (superclass === undefined) {
    const object = findMethods(context, classType(context.owner), node.name.name).filter(
      ({ method }) => method.owner.origin === 'library',
    );
    const found = pick(context, node, object, args, true);
    if (found === undefined)
      return report(context, node.target!, `No super type defined: ${typeName(classType(context.owner))}`);
    return found === 'ambiguous'
      ? undefined
      : finish(context, node, found, { method: found.method, receiver: 'super', through: found.through });
  }
  node.target!.resultType = superclass;
  const found = pick(context, node, findMethods(context, superclass, node.name.name), args, true);
  if (found === 'ambiguous') return undefined;
  if (found === undefined) return notFound(context, node, superclass, args);
  if (found.method.isAbstract && found.method.owner.kind === 'class') {
    return report(context, node.name, `Abstract method cannot be called directly: ${methodText(found.method)}`);
  }
  return finish(context, node, found, { method: found.method, receiver: 'super', through: superclass });
}

function checkInstanceCall(context: Context, node: MethodCall, receiver: Type, args: ArgumentTypes): Type | undefined {
  if (node.name.name.toLowerCase() === 'adderror') {
    const result = checkFieldError(context, node, receiver, args);
    if (result !== 'other') return result;
  }
  const found = pick(context, node, findMethods(context, receiver, node.name.name), args, true);
  if (found === 'ambiguous') return undefined;
  if (found === undefined || isVoid(receiver)) return notFound(context, node, receiver, args);
  const { method } = found;
  if (!isVisible(context, method)) return notVisible(context, node, found);
  if (method.isStatic) {
    return report(
      context,
      node.name,
      `Static method cannot be referenced from a non static context: ${methodText(method, receiver)}`,
    );
  }
  return finish(context, node, found, { method, receiver: 'expression', through: receiver }, receiver);
}

/** `record.Phone.addError('x')` belongs to the record, not to the String. */
function checkFieldError(
  context: Context,
  node: MethodCall,
  receiver: Type,
  args: ArgumentTypes,
): Type | undefined | 'other' {
  const target = node.target!;
  const binding = (target as FieldAccess).binding;
  if (receiver.kind === 'sobject') return 'other';
  const isField = target.kind === 'FieldAccess' && binding?.kind === 'sobject-field';
  if (!isField) {
    if (receiver.kind === 'class') return 'other';
    return report(
      context,
      node.name,
      'addError must be invoked on an expression that is an exact SObject field reference',
    );
  }
  const found = pick(context, node, findMethods(context, { kind: 'sobject', name: 'SObject' }, 'addError'), args, true);
  if (found === undefined || found === 'ambiguous') return notFound(context, node, receiver, args);
  const call: CallTarget = {
    method: found.method,
    receiver: 'sobject-field',
    object: binding.object,
    field: binding.field,
    through: found.through,
  };
  return finish(context, node, found, call);
}

function checkStaticCall(
  context: Context,
  node: MethodCall,
  target: Qualifier & { kind: 'type' },
  args: ArgumentTypes,
): Type | undefined {
  const { type } = target;
  if (type.kind === 'sobject') {
    const custom = checkCustomObjectCall(context, node, type, args);
    if (custom !== undefined) return custom;
  }
  const found = pick(context, node, staticCandidates(context, node, type), args, false);
  if (found === 'ambiguous') return undefined;
  if (found === undefined) return notFound(context, node, type, args);
  const { method } = found;
  if (!isVisible(context, method)) return notVisible(context, node, found);
  if (type.kind === 'sobject' && method.name === 'getSObjectType') {
    return finish(context, node, found, { method, receiver: 'sobject-static', object: type.name, through: type });
  }
  if (!method.isStatic) {
    return report(
      context,
      node.name,
      `Non static method cannot be referenced from a static context: ${methodText(method)}`,
    );
  }
  return finish(context, node, found, { method, receiver: 'static', through: type });
}

/** `BusinessHours.add(…)`: an object's name may be that of a class of static methods, too. */
function staticCandidates(context: Context, node: MethodCall, type: Type): FoundMethod[] {
  const found = findMethods(context, type, node.name.name);
  const namesake = type.kind === 'sobject' ? context.library.find('System', type.name) : undefined;
  return namesake === undefined || namesake.name === 'SObject'
    ? found
    : [...findMethods(context, classType(namesake), node.name.name), ...found];
}

/** `Setting__c.getInstance()`, `Type__mdt.getAll()`: declared for any object, typed by this one. */
function checkCustomObjectCall(
  context: Context,
  node: MethodCall,
  type: Type & { kind: 'sobject' },
  args: ArgumentTypes,
): Type | undefined {
  const kind = context.schema.object(type.name)?.kind;
  const isSetting = kind === 'setting' || kind === 'hierarchy-setting';
  if (!isSetting && kind !== 'metadata') return undefined;
  const symbol = context.library.find('System', isSetting ? 'CustomSetting' : 'CustomMetadata');
  if (symbol === undefined) return undefined;
  const candidates = (symbol.methods.get(node.name.name.toLowerCase()) ?? []).map((method) =>
    bindMethod(method, classType(symbol)),
  );
  const found = pick(context, node, candidates, args, false);
  if (found === undefined || found === 'ambiguous') return undefined;
  const typed: FoundMethod = { ...found, returnType: withObject(found.returnType, type) };
  return finish(context, node, typed, {
    method: found.method,
    receiver: 'sobject-static',
    object: type.name,
    through: type,
  });
}

function withObject(type: Type, record: Type): Type {
  if (type.kind === 'sobject') return record;
  return type.kind === 'class' && type.args.length > 0
    ? { ...type, args: type.args.map((argument) => withObject(argument, record)) }
    : type;
}

/**
 * The chosen method; undefined when none fits. Prefers what the context can call (`String.valueOf(x)` is static), and
 * what it can see. With a broken argument the only candidate of that many parameters is taken.
 */
function pick(
  context: Context,
  node: MethodCall,
  candidates: readonly FoundMethod[],
  args: ArgumentTypes,
  isInstance: boolean,
): FoundMethod | 'ambiguous' | undefined {
  if (args === undefined)
    return candidates.find(({ parameterTypes }) => parameterTypes.length === node.arguments.length) ?? 'ambiguous';
  const callable = candidates.filter(({ method }) => isInstance || method.isStatic);
  const preferred = isInstance ? candidates.filter(({ method }) => !method.isStatic) : callable;
  for (const group of [preferred.filter(({ method }) => isVisible(context, method)), preferred, callable, candidates]) {
    const choice = chooseOverload(context, group, args);
    if (choice.kind === 'one') return choice.found;
    if (choice.kind === 'ambiguous') {
      report(context, node.name, `Ambiguous method signature: void ${node.name.name}(${argumentsText(args)})`);
      return 'ambiguous';
    }
  }
  return undefined;
}

function notFound(context: Context, node: MethodCall, receiver: Type, args: ArgumentTypes): undefined {
  if (args === undefined || (receiver.kind === 'class' && hasUnknownAncestor(receiver.symbol))) return undefined;
  const [argument] = args;
  const isAll =
    /^(add|remove|retain|contains)All$/i.test(node.name.name) &&
    args.length === 1 &&
    elementType(receiver) !== undefined;
  if (isAll && argument !== undefined && isCollection(receiver, 'Set') && isCollection(argument, 'List')) {
    return report(
      context,
      node.name,
      `Illegal all method call for argument type, ${typeName(argument)}, for collection: ${typeName(receiver)}`,
    );
  }
  const name = isPrimitive(receiver, 'null') ? 'NULL' : typeName(receiver);
  return report(
    context,
    node.name,
    `Method does not exist or incorrect signature: void ${node.name.name}(${argumentsText(args)}) from the type ${name}`,
  );
}

function notVisible(context: Context, node: MethodCall, found: FoundMethod): undefined {
  return report(context, node.name, `Method is not visible: ${methodText(found.method)}`);
}

function finish(
  context: Context,
  node: MethodCall,
  found: FoundMethod,
  call: CallTarget,
  receiver?: Type,
): Type | undefined {
  if (!isVisible(context, found.method)) return notVisible(context, node, found);
  node.call = call;
  coerceArguments(context, node.arguments, found);
  if (found.through.kind === 'class') useClass(context, found.through.symbol);
  return adjustResult(context, found, receiver);
}

/** Results that are more exact than their declaration can say. */
function adjustResult(context: Context, found: FoundMethod, receiver: Type | undefined): Type {
  const { method, returnType } = found;
  if (method.owner.origin !== 'library') return returnType;
  const isQuery = method.owner.name === 'Database' && /^query(WithBinds)?$/i.test(method.name);
  if (isQuery && isCollection(returnType, 'List')) {
    const own: Type = { ...returnType };
    context.queryTypes.set(own, returnType.args[0]!);
    return own;
  }
  // A list's clone keeps its type even where the signature says no more than the class.
  if (receiver !== undefined && /^(deep)?clone$/i.test(method.name) && isAssignable(context, receiver, returnType))
    return receiver;
  return substitute(returnType, []);
}
