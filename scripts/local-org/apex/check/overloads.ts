/** Chooses among methods of one name, as Salesforce's compiler does. */
import { brokenType } from '../symbols/primitives.ts';
import type { Type } from '../symbols/types.ts';
import { distance } from './assignability.ts';
import type { Context } from './context.ts';
import type { FoundMethod } from './members.ts';

export type Choice =
  { readonly kind: 'one'; readonly found: FoundMethod } | { readonly kind: 'none' } | { readonly kind: 'ambiguous' };

/** The candidate that is nearest in every argument. */
export function chooseOverload(context: Context, candidates: readonly FoundMethod[], args: readonly Type[]): Choice {
  const applicable: Array<{ found: FoundMethod; distances: number[] }> = [];
  for (const found of candidates) {
    const distances = distancesTo(context, found, args);
    if (distances !== undefined) applicable.push({ found, distances });
  }
  const [first] = applicable;
  if (first === undefined) return { kind: 'none' };
  if (applicable.length === 1) return { kind: 'one', found: first.found };
  for (const each of applicable) {
    if (applicable.every((other) => other === each || isNearer(each.distances, other.distances)))
      return { kind: 'one', found: each.found };
  }
  return tieBreak(applicable);
}

function distancesTo(context: Context, found: FoundMethod, args: readonly Type[]): number[] | undefined {
  if (found.parameterTypes.length !== args.length) return undefined;
  const distances: number[] = [];
  for (const [index, argument] of args.entries()) {
    const step = distance(context, argument, found.parameterTypes[index]!);
    if (step === undefined) return undefined;
    distances.push(step);
  }
  return distances;
}

function isNearer(a: readonly number[], b: readonly number[]): boolean {
  return a.every((step, index) => step <= b[index]!) && a.some((step, index) => step < b[index]!);
}

/** The library's overloads of one name are one function at run time, so any of them will do there. */
function tieBreak(applicable: ReadonlyArray<{ found: FoundMethod; distances: number[] }>): Choice {
  const isUnsure = applicable.some(({ found }) => found.parameterTypes.includes(brokenType));
  return isUnsure || applicable[0]!.found.method.owner.origin === 'library' ? least(applicable) : { kind: 'ambiguous' };
}

function least(applicable: ReadonlyArray<{ found: FoundMethod; distances: number[] }>): Choice {
  const total = (distances: readonly number[]): number => distances.reduce((sum, step) => sum + step, 0);
  const best = applicable.reduce((a, b) => (total(b.distances) < total(a.distances) ? b : a));
  return { kind: 'one', found: best.found };
}
