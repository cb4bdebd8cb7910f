/** The bodies of methods, constructors, accessors and initializers, with what every one of them begins with. */
import type { Block, ConstructorCall, Parameter, Statement } from '../ast.ts';
import { findNeverNullLocals } from '../lower/never-null.ts';
import type { Emission } from './emission.ts';
import { emitConstructorCall } from './calls.ts';
import { TICK } from './loops.ts';
import { emitCovered, emitStatements } from './statements.ts';

export interface FunctionShape {
  /** As a stack trace has it. */
  readonly name: string;
  /** `static bar$Integer` */
  readonly header: string;
  readonly parameters: readonly Parameter[];
  /** JavaScript names of parameters that no Parameter declares. */
  readonly extra?: readonly string[];
  readonly isStatic: boolean;
  readonly isConstructor?: boolean;
  readonly statements: readonly Statement[];
  readonly startOffset: number;
  readonly endOffset: number;
  /** Runs before the statements. */
  readonly before?: () => void;
  readonly after?: string;
}

/** Writes `header(parameters) { … }`. */
export function emitFunction(emission: Emission, shape: FunctionShape): void {
  const { writer } = emission;
  writer.moveTo(emission.line(shape.startOffset));
  const start = writer.position;
  emission.beginMethod();
  emission.isStatic = shape.isStatic;
  emission.isConstructor = shape.isConstructor ?? false;
  emission.neverNull = findNeverNullLocals(shape.statements);
  const names = [...shape.parameters.map(({ local }) => local!.jsName), ...(shape.extra ?? [])];
  writer.write(`${shape.header}(${names.join(', ')}) {`);
  const mark = writer.mark();
  writer.write(TICK);
  emission.locals = shape.parameters.map(({ local }) => local!);
  shape.before?.();
  emitStatements(emission, shape.statements);
  writer.moveTo(emission.line(Math.max(shape.startOffset, shape.endOffset - 1)));
  writer.write(`${shape.after ?? ''}} `);
  const temporaries = emission.takeTemporaries();
  if (emission.hasLoops) temporaries.push('$turns = 0');
  if (temporaries.length > 0) writer.insert(mark, `let ${temporaries.join(', ')};`);
  const end = writer.position;
  emission.methods.push({
    name: shape.name,
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  });
}

/** A constructor: `super(…)` or `this(…)` first, written or not, then the body. */
export function emitConstructorFunction(
  emission: Emission,
  shape: Omit<FunctionShape, 'statements' | 'before' | 'after' | 'isStatic'> & { readonly body: Block | undefined },
  superCall: string,
): void {
  const statements = shape.body?.statements ?? [];
  const first = statements[0];
  const call =
    first?.kind === 'ExpressionStatement' && first.expression.kind === 'ConstructorCall' ? first.expression : undefined;
  const before = (): void => {
    if (call === undefined) emission.writer.write(superCall);
    else emitExplicitCall(emission, call);
  };
  const rest = call === undefined ? statements : statements.slice(1);
  emitFunction(emission, {
    ...shape,
    statements: rest,
    isStatic: false,
    isConstructor: true,
    before,
    after: 'return this;',
  });
}

function emitExplicitCall(emission: Emission, call: ConstructorCall): void {
  emitCovered(emission, call.start);
  emission.writer.write(`${emitConstructorCall(emission, call)};`);
}
