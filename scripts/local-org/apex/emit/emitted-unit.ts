/** What the emitter makes of one unit: plain data, so that it can be kept and loaded again without compiling. */
import type { SoqlQuery, SoslQuery } from '../ast.ts';

export interface EmittedMethod {
  /** As a stack trace has it: `Foo.bar`, `Foo.<init>`, `Foo.<clinit>`; a trigger's body and anonymous code have their own. */
  readonly name: string;
  /** Where its code stands in the JavaScript: lines are Apex's, columns are not. */
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface MethodInfo {
  readonly name: string;
  readonly jsName: string;
  readonly isStatic: boolean;
  readonly visibility: string;
  readonly parameters: readonly string[];
  readonly parameterNames: readonly string[];
  readonly returnType: string;
  readonly annotations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly line: number;
}

export interface ClassInfo {
  /** `Foo` or `Foo.Bar`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly isTest: boolean;
  readonly isAbstract: boolean;
  readonly visibility: string;
  readonly annotations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly methods: readonly MethodInfo[];
}

export interface EmittedUnit {
  readonly name: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly path: string;
  readonly apiVersion: number;
  readonly javascript: string;
  /** Triggers and anonymous blocks: a second script with the same lines, whose value is the function to run. */
  readonly body?: string;
  /** Names of units whose classes this one's extend: they are loaded first. */
  readonly extends: readonly string[];
  readonly dependencies: readonly string[];
  readonly coverableLines: readonly number[];
  readonly methods: readonly EmittedMethod[];
  readonly classes: readonly ClassInfo[];
  /** Inline queries and searches without what the checker added; binds are numbered. */
  readonly queries: ReadonlyArray<SoqlQuery | SoslQuery>;
  readonly triggerObject?: string;
  readonly triggerEvents?: readonly string[];
}
