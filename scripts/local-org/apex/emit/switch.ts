/** `switch on` as a chain of ifs: texts are compared with their case here, records by their type. */
import type { Expression, SwitchStatement, WhenClause } from '../ast.ts';
import type { ClassSymbol, Type } from '../symbols/types.ts';
import type { Emission } from './emission.ts';
import { emitExpression, stringLiteral } from './expressions.ts';
import { emitBlock } from './statements.ts';

export function emitSwitch(emission: Emission, node: SwitchStatement): void {
  const { writer } = emission;
  const subject = emission.temporary();
  writer.write(`${subject} = ${emitExpression(emission, node.subject)}; `);
  const type = node.subject.convertTo ?? node.subject.resultType;
  node.cases.forEach((clause, index) => {
    writer.moveTo(emission.line(clause.start));
    if (index > 0) writer.write(' else ');
    emitClause(emission, clause, subject, type, index === 0);
  });
}

function emitClause(
  emission: Emission,
  clause: WhenClause,
  subject: string,
  type: Type | undefined,
  isFirst: boolean,
): void {
  const { writer } = emission;
  if (clause.kind === 'WhenElse') {
    if (isFirst) writer.write('if (true) ');
    emitBlock(emission, clause.body);
    return;
  }
  if (clause.kind === 'WhenValues') {
    const tests = clause.values.map((value) => emitTest(emission, value, subject, type));
    writer.write(`if (${tests.join(' || ')}) `);
    emitBlock(emission, clause.body);
    return;
  }
  writer.write(
    `if ($isInstance(${subject}, ${emission.type(clause.type.resolved!)})) { let ${clause.local!.jsName} = ${subject}; `,
  );
  emission.locals.push(clause.local!);
  emitBlock(emission, clause.body);
  emission.locals.pop();
  writer.write('}');
}

function emitTest(emission: Emission, value: Expression, subject: string, type: Type | undefined): string {
  if (type?.kind === 'class' && type.symbol.kind === 'enum' && value.kind === 'Name') {
    return `${subject} === ${enumConstant(emission, type.symbol, value.name)}`;
  }
  const text = emitExpression(emission, value);
  const isPlain =
    type?.kind === 'primitive' && (type.name === 'String' || type.name === 'Integer' || type.name === 'Long');
  return isPlain ? `${subject} === ${text}` : `$equal(${subject}, ${text})`;
}

function enumConstant(emission: Emission, symbol: ClassSymbol, name: string): string {
  const constant = symbol.enumConstants.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
  return emission.afterInitializing(symbol, `${emission.classReference(symbol)}[${stringLiteral(constant)}]`);
}
