/** The result of checking: what the emitter takes and what a deployment reports. */
import type { CompilationUnit } from '../ast.ts';
import type { Source } from '../source.ts';
import type { CompileError } from '../symbols/compile-error.ts';
import type { ClassSymbol } from '../symbols/types.ts';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly apiVersion: number;
  readonly kind: 'class' | 'trigger' | 'anonymous';
}

export interface CheckedUnit {
  readonly path: string;
  /** Of the class or trigger; of an anonymous block `AnonymousBlock`. */
  readonly name: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly apiVersion: number;
  readonly ast: CompilationUnit;
  readonly source: Source;
  /** A trigger's or an anonymous block's holds its methods, properties and inner types. */
  readonly symbol?: ClassSymbol;
  readonly triggerObject?: string;
  /** `before insert` … */
  readonly triggerEvents?: readonly string[];
  /** Names of the units that this one names: they must be loaded and without errors for this one to work. */
  readonly dependencies: readonly string[];
  readonly errors: readonly CompileError[];
}

export interface CheckedProgram {
  readonly units: readonly CheckedUnit[];
  readonly errors: readonly CompileError[];
  /** Top-level classes by lower-case name, those with errors too. */
  readonly classes: ReadonlyMap<string, ClassSymbol>;
}
