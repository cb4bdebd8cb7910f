/** Loops. Each turn takes a tick of the transaction's time; a loop goes no further over a collection that was changed. */
import type { DoWhileStatement, ForEachStatement, ForStatement, Statement, WhileStatement } from '../ast.ts';
import type { Emission } from './emission.ts';
import { emitCondition, emitExpression } from './expressions.ts';
import { emitBlock, emitBody, emitDeclaration, emitForEffect } from './statements.ts';

/** At the start of each method. */
export const TICK = 'if (--$ticks < 0) $tick();';

/** A local counter costs less than the shared one, so turns of a loop are settled a thousand at a time. */
const TURN = 'if (++$turns === 1000) { $turns = 0; $spend(); }';

/** `{ tick; body }` */
function emitTicking(emission: Emission, body: Statement | undefined, before = ''): void {
  emission.loopDepth++;
  emission.hasLoops = true;
  emission.writer.write(`{${TURN}${before}`);
  emitBody(emission, body);
  emission.writer.write('}');
  emission.loopDepth--;
}

export function emitWhile(emission: Emission, node: WhileStatement): void {
  emission.writer.write(`while (${emitCondition(emission, node.condition)}) `);
  emitTicking(emission, node.body);
}

export function emitDoWhile(emission: Emission, node: DoWhileStatement): void {
  emission.hasLoops = true;
  emission.writer.write(`do {${TURN}`);
  emission.loopDepth++;
  emitBlock(emission, node.body);
  emission.loopDepth--;
  emission.writer.write('} while (');
  emission.writer.moveTo(emission.line(node.condition.start));
  emission.writer.write(`${emitCondition(emission, node.condition)});`);
}

export function emitFor(emission: Emission, node: ForStatement): void {
  const outer = emission.locals;
  emission.locals = [...outer];
  const { initializer } = node;
  const start = Array.isArray(initializer)
    ? initializer.map((each) => emitForEffect(emission, each)).join(', ')
    : emitDeclaration(emission, initializer);
  const condition = node.condition === undefined ? '' : emitCondition(emission, node.condition);
  const updates = node.updates.map((update) => emitForEffect(emission, update)).join(', ');
  emission.writer.write(`for (${start}; ${condition}; ${updates}) `);
  emitTicking(emission, node.body);
  emission.locals = outer;
}

/** Older code runs over a copy of a set, and may change the set meanwhile (Winter '25 release notes). */
const SETS_GUARDED_SINCE = 62;

export function emitForEach(emission: Emission, node: ForEachStatement): void {
  const { writer } = emission;
  const outer = emission.locals;
  const iterable = emitExpression(emission, node.iterable);
  emission.locals = [...outer, node.local!];
  const variable = node.local!.jsName;
  switch (node.over) {
    case 'iterable':
    case 'iterator': {
      const iterator = emission.temporary();
      writer.write(
        `${iterator} = $n(${iterable})${node.over === 'iterable' ? '.iterator()' : ''}; while (${iterator}.hasNext()) `,
      );
      emitTicking(emission, node.body, `let ${variable} = ${iterator}.next();`);
      break;
    }
    case 'chunks':
      writer.write(`for (let ${variable} of $chunks(${iterable})) `);
      emitTicking(emission, node.body);
      break;
    case 'set':
      if (emission.unit.apiVersion < SETS_GUARDED_SINCE) {
        writer.write(`for (let ${variable} of [...$n(${iterable})]) `);
        emitTicking(emission, node.body);
        break;
      }
      emitGuarded(emission, node, iterable, (collection) => `for (let ${variable} of [...${collection}]) `);
      break;
    default:
      emitListLoop(emission, node, iterable, variable);
  }
  emission.locals = outer;
}

/** By index, which costs less than an iterator. */
function emitListLoop(emission: Emission, node: ForEachStatement, iterable: string, variable: string): void {
  const index = emission.temporary();
  emitGuarded(
    emission,
    node,
    iterable,
    (list) => `for (${index} = 0; ${index} !== ${list}.items.length; ${index}++) `,
    (list) => `let ${variable} = ${list}.items[${index}];`,
  );
}

/**
 * A change is no error in itself: the next turn is refused, so a loop that is left, or that had its last turn, may change
 * what it ran over (TestDataFactory and apex-dml-mocking do).
 */
function emitGuarded(
  emission: Emission,
  node: ForEachStatement,
  iterable: string,
  header: (collection: string) => string,
  before: (collection: string) => string = () => '',
): void {
  const collection = emission.temporary();
  const known = emission.temporary();
  emission.writer.write(
    `${collection} = $iterated(${iterable}); ${known} = ${collection}.changes; try { ${header(collection)}`,
  );
  emitTicking(
    emission,
    node.body,
    `if (${collection}.changes !== ${known}) $changedMeanwhile(); ${before(collection)}`,
  );
  emission.writer.write(`} finally { $iteratedEnd(${collection}); }`);
}
