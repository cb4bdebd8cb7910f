/**
 * A loaded program: Apex that can run. It holds one V8 context with the prelude and a script for each unit; who loads
 * new code makes a new program.
 */
import { createContext, constants, Script } from 'node:vm';
import type { Context } from 'node:vm';
import type { ClassInfo, EmittedUnit, MethodInfo } from '../../apex/emit/index.ts';
import type { Schema } from '../../metadata/schema.ts';
import {
  TypeException,
  asApexError,
  exceptionTypes,
  nullPointer,
  registerLibraryTypes,
  setStackTraceReader,
  withTrigger,
} from '../../library/core/index.ts';
import type { TriggerContext, RuntimeType } from '../../library/core/index.ts';
import type { ApexStackTrace } from '../../library/core/apex-exception.ts';
import type { CodeCache } from './code-cache.ts';
import { PRELUDE } from './prelude.ts';
import { runtimeOf } from './runtime.ts';
import { StackTraces, scriptName } from './stack-trace.ts';
import { typeByName } from './type-names.ts';

export interface ProgramOptions {
  readonly schema: Schema;
  /** Library classes by full name (library/registry.ts). */
  readonly library: Readonly<Record<string, unknown>>;
  /** Asked every ten thousand turns of loops and calls: throws when the transaction's time is up. */
  readonly onTick?: () => void;
  /** Where V8's compiled code is kept between starts. */
  readonly codeCache?: CodeCache;
}

/** What a unit's script gives back (apex/emit/unit.ts). */
interface LoadedScript {
  readonly types: Readonly<Record<string, RuntimeType>>;
  readonly classes: Readonly<Record<string, Function>>;
  ready(): void;
  reset(): void;
  link(): void;
}

interface LoadedUnit {
  readonly unit: EmittedUnit;
  readonly script: LoadedScript;
  readonly run: (() => void) | undefined;
}

export interface UnitCoverage {
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
}

export class Program {
  private readonly context: Context;
  private readonly units = new Map<string, LoadedUnit>();
  private readonly triggersByName = new Map<string, LoadedUnit>();
  private readonly types = new Map<string, RuntimeType>();
  private readonly classInfos = new Map<string, { readonly info: ClassInfo; readonly unit: LoadedUnit }>();
  private readonly executed = new Map<string, Uint8Array>();
  private readonly traces = new StackTraces();
  private readonly setQueries: (queries: readonly unknown[]) => void;
  private readonly codeCache: CodeCache | undefined;
  private anonymousCount = 0;
  /** Units that were left out because something that they name is not there. */
  readonly skipped: readonly string[];

  constructor(units: readonly EmittedUnit[], options: ProgramOptions) {
    Error.stackTraceLimit = Math.max(Error.stackTraceLimit, 100);
    this.codeCache = options.codeCache;
    registerLibraryTypes(options.library);
    this.context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: false } });
    const core: Record<string, unknown> = runtimeOf({
      schema: options.schema,
      library: options.library,
      onTick: options.onTick ?? (() => undefined),
      coverage: (unit, lines) => this.coverageOf(unit, lines),
    });
    (this.context as { $core?: unknown }).$core = core;
    new Script(PRELUDE, { filename: 'apex-prelude' }).runInContext(this.context);
    this.setQueries = core['setQueries'] as (queries: readonly unknown[]) => void;
    const complete = withDependencies(units);
    this.skipped = units.filter((unit) => !complete.includes(unit)).map(({ name }) => name);
    for (const unit of inLoadOrder(complete)) this.load(unit);
    for (const { script } of [...this.units.values(), ...this.triggersByName.values()]) script.link();
    setStackTraceReader((error) => this.traces.read(error));
  }

  private coverageOf(unit: string, lines: number): Uint8Array {
    // V8 folds the address of an array that is too large to lie within its object.
    const counters = new Uint8Array(Math.max(lines + 1, 128));
    this.executed.set(unit, counters);
    return counters;
  }

  private load(unit: EmittedUnit): LoadedUnit {
    const filename = scriptName(unit);
    this.setQueries(unit.queries);
    const script = this.run(unit.javascript, filename) as LoadedScript;
    const run = unit.body === undefined ? undefined : (this.run(unit.body, filename) as () => void);
    const loaded: LoadedUnit = { unit, script, run };
    this.traces.add(unit);
    if (unit.kind === 'trigger') this.triggersByName.set(unit.name.toLowerCase(), loaded);
    else if (unit.kind === 'class') this.units.set(unit.name.toLowerCase(), loaded);
    if (unit.kind === 'class') {
      for (const [name, type] of Object.entries(script.types)) this.types.set(name.toLowerCase(), type);
      for (const info of unit.classes) this.classInfos.set(info.name.toLowerCase(), { info, unit: loaded });
    }
    return loaded;
  }

  private run(source: string, filename: string): unknown {
    const cachedData = this.codeCache?.read(source);
    const script = new Script(source, { filename, cachedData });
    const value: unknown = script.runInContext(this.context);
    if (this.codeCache !== undefined && (cachedData === undefined || script.cachedDataRejected))
      this.codeCache.add(source, script);
    return value;
  }

  // -------------------------------------------------------------------------------------------------- Running code

  /** Makes an object of a class of the program with the constructor that takes as many arguments. */
  newInstance(className: string, args: readonly unknown[] = []): unknown {
    const { info, unit } = this.classNamed(className);
    const constructor = unit.script.classes[info.name] as new () => Record<string, (...args: unknown[]) => unknown>;
    if (constructor === undefined) throw new TypeException(`Type cannot be constructed: ${className}`);
    const declared = info.methods.find(
      (method) => method.name === '<init>' && method.parameters.length === args.length,
    );
    const object = new constructor();
    object['$init']!();
    return object[declared?.jsName ?? '$c$']!(...args);
  }

  /** Calls a static method by its Apex name (or the JavaScript one), chosen by the number of arguments. */
  invokeStatic(className: string, methodName: string, args: readonly unknown[] = []): unknown {
    const { info, unit } = this.classNamed(className);
    const method = findMethod(info, methodName, args.length, true);
    if (method === undefined) throw new TypeException(`Method does not exist: ${className}.${methodName}`);
    unit.script.ready();
    const owner = unit.script.classes[info.name] as unknown as Record<string, (...args: unknown[]) => unknown>;
    return owner[method.jsName]!(...args);
  }

  /** Calls an instance method of an object of the program. */
  invoke(target: unknown, methodName: string, args: readonly unknown[] = []): unknown {
    if (target === null) nullPointer();
    const object = target as Record<string, (...args: unknown[]) => unknown> & { readonly $type: RuntimeType };
    for (let type: RuntimeType | undefined = object.$type; type !== undefined; type = type.superclass) {
      const found = this.classInfos.get(type.name.toLowerCase());
      const method = found === undefined ? undefined : findMethod(found.info, methodName, args.length, false);
      if (method === undefined) continue;
      found!.unit.script.ready();
      return object[method.jsName]!(...args);
    }
    return object[methodName]!(...args);
  }

  runTrigger(name: string, context: TriggerContext): void {
    const trigger = this.triggersByName.get(name.toLowerCase());
    if (trigger?.run === undefined) throw new Error(`There is no trigger ${name}.`);
    withTrigger(context, trigger.run);
  }

  /** Loads and runs an anonymous block, which sees the program's classes. */
  runAnonymous(unit: EmittedUnit): void {
    // Each block gets names of its own: a context knows no second declaration of a name.
    const suffix = `$$anonymousblock${++this.anonymousCount}`;
    const renamed = (text: string): string => text.replaceAll('$$anonymousblock', suffix);
    const loaded = this.load({ ...unit, javascript: renamed(unit.javascript), body: renamed(unit.body!) });
    loaded.script.link();
    loaded.run!();
  }

  /** Forgets all statics: a transaction begins. Classes run their static initializers again when first used. */
  resetStatics(): void {
    for (const { script } of this.units.values()) script.reset();
    for (const { script } of this.triggersByName.values()) script.reset();
  }

  private classNamed(name: string): { readonly info: ClassInfo; readonly unit: LoadedUnit } {
    const found = this.classInfos.get(name.toLowerCase());
    if (found === undefined) throw new TypeException(`Invalid class name: ${name}`);
    return found;
  }

  // ---------------------------------------------------------------------------------------------------- Reflection

  /** Type.forName: classes of the program, then the library's, records, and `List<…>`. */
  typeByName(name: string, schema?: Schema): RuntimeType | undefined {
    return typeByName(name, (simple) => this.types.get(simple) ?? exceptionNamed(simple), schema);
  }

  classInfo(name: string): ClassInfo | undefined {
    return this.classInfos.get(name.toLowerCase())?.info;
  }

  get classes(): readonly ClassInfo[] {
    return [...this.classInfos.values()].map(({ info }) => info);
  }

  get triggers(): readonly EmittedUnit[] {
    return [...this.triggersByName.values()].map(({ unit }) => unit);
  }

  unit(name: string): EmittedUnit | undefined {
    return this.units.get(name.toLowerCase())?.unit;
  }

  /** Classes annotated with @IsTest that have test methods. */
  testClasses(): ReadonlyArray<{
    readonly name: string;
    readonly methods: readonly string[];
    readonly setup: readonly string[];
  }> {
    return this.classes
      .map(({ name, methods }) => ({
        name,
        methods: methods.filter(isTestMethod).map((method) => method.name),
        setup: methods.filter(({ annotations }) => 'testsetup' in annotations).map((method) => method.name),
      }))
      .filter(({ methods }) => methods.length > 0);
  }

  /** Classes annotated with @RestResource. */
  restClasses(): ReadonlyArray<{
    readonly name: string;
    readonly urlMapping: string;
    readonly methods: readonly MethodInfo[];
  }> {
    return this.classes.flatMap(({ name, annotations, methods }) => {
      const rest = annotations['restresource'];
      if (rest === undefined) return [];
      const mapping = Object.entries(rest).find(([key]) => key.toLowerCase() === 'urlmapping')?.[1] ?? '';
      return [
        {
          name,
          urlMapping: mapping,
          methods: methods.filter(({ annotations: own }) => Object.keys(own).some((key) => key.startsWith('http'))),
        },
      ];
    });
  }

  // ------------------------------------------------------------------------------------------ Coverage and errors

  coverage(): Map<string, UnitCoverage> {
    const result = new Map<string, UnitCoverage>();
    for (const { unit } of [...this.units.values(), ...this.triggersByName.values()]) {
      const executed = this.executed.get(unit.name)!;
      const covered = unit.coverableLines.filter((line) => executed[line] === 1);
      result.set(unit.name, { covered, uncovered: unit.coverableLines.filter((line) => executed[line] !== 1) });
    }
    return result;
  }

  resetCoverage(): void {
    for (const counters of this.executed.values()) counters.fill(0);
  }

  /** The exception of Apex that an error stands for, if it is one. */
  asApexError(error: unknown): unknown {
    return asApexError(error);
  }

  stackTraceOf(error: unknown): string {
    return error instanceof Error || hasStack(error) ? this.traces.read(error as Error).text : '';
  }

  /** Text and innermost line at once. */
  traceOf(error: Error): ApexStackTrace {
    return this.traces.read(error);
  }

  /** The line of the program that is running now, for debug logs. */
  currentLine(): number {
    return this.traces.read(new Error()).line;
  }
}

function hasStack(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'stack' in error;
}

function isTestMethod({ annotations, isStatic }: MethodInfo): boolean {
  return isStatic && 'istest' in annotations;
}

function findMethod(info: ClassInfo, name: string, count: number, isStatic: boolean): MethodInfo | undefined {
  const wanted = name.toLowerCase();
  const exact = info.methods.find((method) => method.isStatic === isStatic && method.jsName === name);
  if (exact !== undefined) return exact;
  return info.methods.find(
    (method) =>
      method.isStatic === isStatic && method.name.toLowerCase() === wanted && method.parameters.length === count,
  );
}

function exceptionNamed(name: string): RuntimeType | undefined {
  return exceptionTypes().find(
    (type) => `${type.namespace}.${type.name}`.toLowerCase() === name || type.name.toLowerCase() === name,
  );
}

/** Drops units that name a missing one, until all that are left have what they need. */
function withDependencies(units: readonly EmittedUnit[]): EmittedUnit[] {
  let kept = [...units];
  for (;;) {
    const names = new Set(kept.filter(({ kind }) => kind === 'class').map(({ name }) => name.toLowerCase()));
    const next = kept.filter((unit) => unit.dependencies.every((name) => names.has(name.toLowerCase())));
    if (next.length === kept.length) return kept;
    kept = next;
  }
}

/** Units whose classes others extend come before those. */
function inLoadOrder(units: readonly EmittedUnit[]): EmittedUnit[] {
  const byName = new Map(units.filter(({ kind }) => kind === 'class').map((unit) => [unit.name.toLowerCase(), unit]));
  const ordered = new Set<EmittedUnit>();
  const visiting = new Set<EmittedUnit>();
  const add = (unit: EmittedUnit | undefined): void => {
    if (unit === undefined || ordered.has(unit) || visiting.has(unit)) return;
    visiting.add(unit);
    for (const name of unit.extends) add(byName.get(name.toLowerCase()));
    ordered.add(unit);
  };
  for (const unit of units) add(unit);
  return [...ordered];
}

/** Loads emitted units into a context of their own. */
export function loadProgram(units: readonly EmittedUnit[], options: ProgramOptions): Program {
  return new Program(units, options);
}
