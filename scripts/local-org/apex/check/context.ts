/** What the checker knows while it walks one unit. */
import type { Node, NodeBase, TypeReference } from '../ast.ts';
import type { Source } from '../source.ts';
import type { ErrorList } from '../symbols/compile-error.ts';
import type { Library } from '../symbols/library.ts';
import { resolveType } from '../symbols/resolve-type.ts';
import type { TypeScope } from '../symbols/resolve-type.ts';
import type { SchemaProvider } from '../symbols/schema-provider.ts';
import type { ClassSymbol, Type } from '../symbols/types.ts';
import { Scope } from './scope.ts';

/** A body's own rules: changed on entering a member, restored on leaving it. */
export interface MemberState {
  /** No `this`: a static method, a static initializer, a trigger. */
  isStatic: boolean;
  /** What `return` must give; undefined where it may not stand. */
  returnType: Type | undefined;
  /** Where final fields may be assigned. */
  isInitializing: boolean;
  kind: 'method' | 'constructor' | 'initializer' | 'trigger' | 'setter' | 'getter';
  /** Inside the arguments of `this(…)` or `super(…)`. */
  inConstructorCall: boolean;
  /** Offset before which fields are already initialised; undefined: all are (forward references). */
  fieldsDeclaredBefore: number | undefined;
  scope: Scope;
  loops: number;
  /** The one `this(…)` or `super(…)` that may stand here: the first statement. */
  allowedCall: Node | undefined;
  /** What is being assigned to: of a property the setter counts, not the getter. */
  storeTarget: Node | undefined;
}

export interface Context {
  readonly library: Library;
  readonly schema: SchemaProvider;
  readonly classes: ReadonlyMap<string, ClassSymbol>;
  readonly source: Source;
  readonly errors: ErrorList;
  readonly apiVersion: number;
  readonly triggerObject: string | undefined;
  /** Inline queries by the list type made for each: only they also fit a single record. */
  readonly queryTypes: WeakMap<Type, Type>;
  /** Top-level classes that the unit names. */
  readonly used: Set<ClassSymbol>;
  /** The class whose members are being checked. */
  owner: ClassSymbol;
  typeScope: TypeScope;
  member: MemberState;
}

export function report(context: Context, at: NodeBase | number, message: string): undefined {
  context.errors.report(typeof at === 'number' ? at : at.start, message);
  return undefined;
}

/** Finds a written type, with the rules of visibility. */
export function typeOfReference(context: Context, reference: TypeReference, at = reference.start): Type | undefined {
  const type = resolveType(reference, context.typeScope, context.errors, at);
  if (type !== undefined) useType(context, type, at);
  return type;
}

/** Notes that the unit needs a class, and refuses one that it may not see. */
export function useType(context: Context, type: Type, at: number): void {
  if (type.kind !== 'class') return;
  useClass(context, type.symbol);
  if (!isClassVisible(context, type.symbol)) report(context, at, `Type is not visible: ${type.symbol.name}`);
  for (const argument of type.args) useType(context, argument, at);
}

export function useClass(context: Context, symbol: ClassSymbol): void {
  if (symbol.origin === 'program') context.used.add(outermost(symbol));
}

function isClassVisible(context: Context, symbol: ClassSymbol): boolean {
  if (symbol.origin === 'library' || symbol.outer === undefined || symbol.visibility !== 'private') return true;
  if (outermost(symbol) === outermost(context.owner)) return true;
  return symbol.annotations.has('testvisible') && context.owner.isTest;
}

export function outermost(symbol: ClassSymbol): ClassSymbol {
  let current = symbol;
  while (current.outer !== undefined) current = current.outer;
  return current;
}

export function newMember(
  kind: MemberState['kind'],
  isStatic: boolean,
  returnType: Type | undefined,
  scope = new Scope(),
): MemberState {
  return {
    isStatic,
    returnType,
    kind,
    scope,
    loops: 0,
    allowedCall: undefined,
    storeTarget: undefined,
    isInitializing: kind === 'constructor' || kind === 'initializer',
    inConstructorCall: false,
    fieldsDeclaredBefore: undefined,
  };
}

/** Runs `work` as the body of another member. */
export function withMember<T>(context: Context, member: MemberState, work: () => T): T {
  const before = context.member;
  context.member = member;
  try {
    return work();
  } finally {
    context.member = before;
  }
}
