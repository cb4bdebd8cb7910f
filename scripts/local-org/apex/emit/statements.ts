/** Statements, each on its own line, with the counters of coverage and time. */
import type {
  Block,
  DmlStatement,
  Expression,
  LocalVariableDeclaration,
  MergeStatement,
  RunAsStatement,
  Statement,
  TryStatement,
} from '../ast.ts';
import { unsupported } from '../../unsupported.ts';
import { emitIncrementStatement } from './assignments.ts';
import type { Emission } from './emission.ts';
import { emitCondition, emitExpression, emitOperand, stringLiteral } from './expressions.ts';
import { emitDoWhile, emitFor, emitForEach, emitWhile } from './loops.ts';
import { isLibraryClass } from './names.ts';
import { emitSwitch } from './switch.ts';

export function emitStatements(emission: Emission, statements: readonly Statement[]): void {
  const outer = emission.locals;
  emission.locals = [...outer];
  for (const statement of statements) emitStatement(emission, statement);
  emission.locals = outer;
}

/** `{ … }`, closing on the line where the block does. */
export function emitBlock(emission: Emission, block: Block): void {
  emission.writer.write('{');
  emitStatements(emission, block.statements);
  emission.writer.moveTo(emission.line(Math.max(block.start, block.end - 1)));
  emission.writer.write('}');
}

/** A statement that is the body of another. */
export function emitBody(emission: Emission, body: Statement | undefined): void {
  if (body === undefined) emission.writer.write('{}');
  else if (body.kind === 'Block') emitBlock(emission, body);
  else {
    emission.writer.write('{');
    emitStatements(emission, [body]);
    emission.writer.write('}');
  }
}

/** Counts a line as executed. */
export function emitCovered(emission: Emission, offset: number): void {
  const line = emission.line(offset);
  emission.writer.moveTo(line);
  emission.coverableLines.add(line);
  emission.writer.write(`${emission.coverage()}[${line}]=1;`);
}

export function emitStatement(emission: Emission, node: Statement): void {
  const { writer } = emission;
  if (node.kind === 'Block') {
    writer.moveTo(emission.line(node.start));
    emitBlock(emission, node);
    return;
  }
  if (
    node.kind === 'LocalVariableDeclaration' &&
    node.declarators.every(({ initializer }) => initializer === undefined)
  ) {
    writer.moveTo(emission.line(node.start));
  } else emitCovered(emission, node.start);
  emitUncounted(emission, node);
}

function emitUncounted(emission: Emission, node: Exclude<Statement, Block>): void {
  const { writer } = emission;
  switch (node.kind) {
    case 'LocalVariableDeclaration':
      return writer.write(`${emitDeclaration(emission, node)};`);
    case 'ExpressionStatement':
      return writer.write(`${emitForEffect(emission, node.expression)};`);
    case 'IfStatement':
      return emitIf(emission, node);
    case 'SwitchStatement':
      return emitSwitch(emission, node);
    case 'ForStatement':
      return emitFor(emission, node);
    case 'ForEachStatement':
      return emitForEach(emission, node);
    case 'WhileStatement':
      return emitWhile(emission, node);
    case 'DoWhileStatement':
      return emitDoWhile(emission, node);
    case 'TryStatement':
      return emitTry(emission, node);
    case 'ThrowStatement':
      return writer.write(`throw ${emitOperand(emission, node.expression)};`);
    case 'ReturnStatement':
      return writer.write(emitReturn(emission, node.expression));
    case 'BreakStatement':
    case 'ContinueStatement':
      return writer.write(emitJump(emission, node.kind === 'BreakStatement' ? 'break' : 'continue'));
    case 'DmlStatement':
      return writer.write(emitDml(emission, node));
    case 'MergeStatement':
      return writer.write(emitMerge(emission, node));
    case 'RunAsStatement':
      return emitRunAs(emission, node);
  }
}

export function emitDeclaration(emission: Emission, node: LocalVariableDeclaration): string {
  const parts = node.declarators.map(({ local, initializer }) => {
    const value = initializer === undefined ? 'null' : emitExpression(emission, initializer);
    emission.locals.push(local!);
    return `${local!.jsName} = ${value}`;
  });
  return `let ${parts.join(', ')}`;
}

/** An expression whose value nobody wants. */
export function emitForEffect(emission: Emission, node: Expression): string {
  const isIncrement =
    (node.kind === 'UnaryExpression' && (node.operator === '++' || node.operator === '--')) ||
    node.kind === 'PostfixExpression';
  return isIncrement ? emitIncrementStatement(emission, node) : emitExpression(emission, node);
}

function emitIf(emission: Emission, node: Extract<Statement, { kind: 'IfStatement' }>): void {
  const { writer } = emission;
  writer.write(`if (${emitCondition(emission, node.condition)}) `);
  emitBody(emission, node.consequent);
  if (node.alternate === undefined) return;
  writer.write(' else ');
  if (node.alternate.kind === 'IfStatement') {
    // Braces, since the line's counter stands before the inner `if`.
    writer.write('{');
    emitStatement(emission, node.alternate);
    writer.write('}');
  } else emitBody(emission, node.alternate);
}

function emitReturn(emission: Emission, expression: Expression | undefined): string {
  if (expression !== undefined) return `return ${emitExpression(emission, expression)};`;
  return emission.isConstructor ? 'return this;' : 'return;';
}

/** A loop around a runAs block is out of reach for a `break` within it: that block is a function. */
function emitJump(emission: Emission, keyword: 'break' | 'continue'): string {
  if (emission.runAsDepth > 0 && emission.loopDepth === 0) return unsupported(`${keyword} out of a System.runAs block`);
  return `${keyword};`;
}

function emitDml(emission: Emission, node: DmlStatement): string {
  const access = node.access === undefined ? 'undefined' : `'${node.access}'`;
  const field = node.externalIdField ?? node.externalId?.at(-1)?.name;
  const externalId = field === undefined ? 'undefined' : stringLiteral(field);
  const records = emitExpression(emission, node.expression);
  return `$dml(${emission.callSite()}, '${node.operation}', ${records}, ${access}, ${externalId});`;
}

function emitMerge(emission: Emission, node: MergeStatement): string {
  const access = node.access === undefined ? 'undefined' : `'${node.access}'`;
  const master = emitExpression(emission, node.master);
  return `$merge(${emission.callSite()}, ${master}, ${emitExpression(emission, node.duplicates)}, ${access});`;
}

function emitRunAs(emission: Emission, node: RunAsStatement): void {
  const { writer } = emission;
  const result = emission.temporary();
  const args = node.arguments.map((argument) => emitExpression(emission, argument));
  writer.write(`${result} = $runAs(${args.join(', ')}, () => `);
  const { loopDepth } = emission;
  emission.loopDepth = 0;
  emission.runAsDepth++;
  writer.write('{');
  emitBlock(emission, node.body);
  writer.write(`return $none;}); if (${result} !== $none) return ${result};`);
  emission.runAsDepth--;
  emission.loopDepth = loopDepth;
}

/**
 * Catch clauses become one JavaScript clause that asks for each type in turn. A finally block is skipped when the
 * transaction ends (a limit): what nobody can catch, nobody can tidy up after.
 */
function emitTry(emission: Emission, node: TryStatement): void {
  const { writer } = emission;
  const ending = node.finallyBlock === undefined ? undefined : emission.temporary();
  if (ending !== undefined) writer.write(`${ending} = false; try {`);
  if (node.catches.length > 0) writer.write('try ');
  emitBlock(emission, node.block);
  if (node.catches.length > 0) emitCatches(emission, node);
  if (ending === undefined) return;
  writer.write(`} catch ($e) { ${ending} = $endsTransaction($e); throw $e; } finally { if (!${ending}) `);
  emitBlock(emission, node.finallyBlock!);
  writer.write('}');
}

function emitCatches(emission: Emission, node: TryStatement): void {
  const { writer } = emission;
  writer.write(' catch ($e) { $e = $caught($e); ');
  let isExhaustive = false;
  node.catches.forEach(({ type, local, body, start }, index) => {
    writer.moveTo(emission.line(start));
    const caught = type.resolved;
    const isRoot = caught?.kind === 'class' && isLibraryClass(caught.symbol, 'Exception');
    isExhaustive ||= isRoot;
    const test =
      isRoot || caught?.kind !== 'class' ? 'true' : `$e instanceof ${emission.classReference(caught.symbol)}`;
    writer.write(`${index === 0 ? '' : 'else '}if (${test}) { let ${local!.jsName} = $e; `);
    emission.locals.push(local!);
    emitBlock(emission, body);
    emission.locals.pop();
    writer.write('} ');
  });
  writer.write(isExhaustive ? '}' : 'else throw $e; }');
}
