/** Which value may stand where another type is asked for, and how far apart the two are. */
import type { Context } from './context.ts';
import {
  brokenType,
  isCollection,
  isNull,
  isPrimitive,
  isText,
  isVoid,
  numericRank,
  sameType,
  supertypes,
  superclassChain,
} from '../symbols/primitives.ts';
import type { Type } from '../symbols/types.ts';
import { POLYMORPHIC } from './sobjects.ts';

const OBJECT_DISTANCE = 1000;
const INTERFACE_DISTANCE = 20;
const FARTHEST_ELEMENT = 50;

/** Undefined: not assignable. 0: the same type (or null). The smaller, the more specific. */
export function distance(context: Context, from: Type, to: Type): number | undefined {
  if (from === brokenType || to === brokenType) return 0;
  if (sameType(from, to)) return isVoid(from) ? undefined : 0;
  if (isVoid(from) || isVoid(to)) return undefined;
  if (isNull(from)) return 0;
  if (isPrimitive(to, 'Object')) return OBJECT_DISTANCE;
  const query = context.queryTypes.get(from);
  if (query !== undefined && to.kind === 'sobject') return querySingleDistance(query, to);
  if (from.kind === 'primitive' && to.kind === 'primitive') return primitiveDistance(from, to);
  if (from.kind === 'sobject' && to.kind === 'sobject')
    return to.name === 'SObject' || to.name === POLYMORPHIC ? 1 : undefined;
  if (from.kind === 'class' && to.kind === 'class') return classDistance(context, from, to);
  return undefined;
}

export function isAssignable(context: Context, from: Type, to: Type): boolean {
  return distance(context, from, to) !== undefined;
}

function querySingleDistance(element: Type, to: Type): number | undefined {
  if (sameType(element, to)) return 5;
  if (to.kind === 'sobject' && to.name === 'SObject') return 6;
  // Database.query answers List<SObject>, which fits any record.
  return element.kind === 'sobject' && element.name === 'SObject' ? 6 : undefined;
}

function primitiveDistance(from: Type, to: Type): number | undefined {
  const a = numericRank(from);
  const b = numericRank(to);
  if (a > 0 && b > 0) {
    if (a < b) return b - a;
    return isPrimitive(from, 'Decimal') && isPrimitive(to, 'Double') ? 1 : undefined;
  }
  if (isText(from) && isText(to)) return 1;
  return isPrimitive(from, 'Date') && isPrimitive(to, 'Datetime') ? 1 : undefined;
}

function classDistance(
  context: Context,
  from: Type & { kind: 'class' },
  to: Type & { kind: 'class' },
): number | undefined {
  if (from.symbol === to.symbol) return argumentsDistance(context, from, to);
  let steps = 0;
  for (const each of superclassChain(from)) {
    if (each.symbol === to.symbol) return steps + (argumentsDistance(context, each, to) ?? 0);
    steps++;
  }
  for (const each of supertypes(from)) {
    if (each.symbol !== to.symbol) continue;
    const inner = argumentsDistance(context, each, to);
    return inner === undefined ? undefined : INTERFACE_DISTANCE + inner;
  }
  return undefined;
}

/** Lists, iterables and the values of maps take what their element takes; sets and keys only the very type. */
function argumentsDistance(
  context: Context,
  from: Type & { kind: 'class' },
  to: Type & { kind: 'class' },
): number | undefined {
  if (from.args.length !== to.args.length) return 0;
  let total = 0;
  for (const [index, argument] of from.args.entries()) {
    const wanted = to.args[index]!;
    const isExact = isCollection(to, 'Set') || (isCollection(to, 'Map') && index === 0);
    const step = isExact ? exactDistance(argument, wanted) : elementDistance(context, argument, wanted, to);
    if (step === undefined) return undefined;
    // A list of anything is still nearer to a list than Object is.
    total += Math.min(step, FARTHEST_ELEMENT);
  }
  return total;
}

function exactDistance(from: Type, to: Type): number | undefined {
  return sameType(from, to) ? 0 : undefined;
}

function elementDistance(
  context: Context,
  from: Type,
  to: Type,
  container: Type & { kind: 'class' },
): number | undefined {
  const isList = isCollection(container, 'List');
  const direct = distance(context, from, to);
  if (direct !== undefined) return direct;
  // What is iterated may be of a wider type than is asked for, too: it is asked element by element.
  if (container.symbol.kind === 'interface' && distance(context, to, from) !== undefined) return FARTHEST_ELEMENT;
  // A list of any records passes for a list of one object's (what is in it is asked at run time).
  return isList && from.kind === 'sobject' && from.name === 'SObject' && to.kind === 'sobject' ? 2 : undefined;
}
