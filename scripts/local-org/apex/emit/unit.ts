/**
 * Emits one unit: a script whose lines are Apex's. The first line begins with the unit's constants, the last ends with
 * the definitions of its classes and an object through which the loader links, resets and runs it.
 */
import type { AnonymousMember, Statement, TypeDeclaration } from '../ast.ts';
import type { CheckedUnit } from '../check/unit.ts';
import { unsupported } from '../../unsupported.ts';
import type { ClassSymbol } from '../symbols/types.ts';
import { classInfo } from './class-info.ts';
import { emitType } from './classes.ts';
import type { EmittedClass } from './classes.ts';
import { Emission } from './emission.ts';
import type { EmittedUnit } from './emitted-unit.ts';
import { emitFunction } from './functions.ts';
import { LineWriter } from './line-writer.ts';
import {
  ancestors,
  classVariable,
  coverageVariable,
  outermost,
  readyFunction,
  readyVariable,
  staticVariable,
  typeVariable,
} from './names.ts';
import { defineType, inDefinitionOrder } from './type-definitions.ts';

export function emitUnit(unit: CheckedUnit): EmittedUnit {
  const symbol = unit.symbol;
  if (symbol === undefined) return unsupported(`a unit without a symbol (${unit.path})`);
  const emission = new Emission(unit.source, symbol);
  emission.isTrigger = unit.kind === 'trigger';
  emission.isTest = symbol.isTest;
  const classes: EmittedClass[] = [];
  const declarations = emission.writer;
  const declaration = unit.kind === 'class' ? (unit.ast as TypeDeclaration) : scriptDeclaration(unit);
  emitType(emission, declaration, classes);
  const body = unit.kind === 'class' ? undefined : emitScriptBody(emission, unit);
  const ending = endingOf(emission, classes);
  const prefix = prefixOf(emission, unit);
  const javascript = declarations.finish(prefix, ending);
  const shifted = emission.methods.map((method) => ({
    ...method,
    startColumn: method.startColumn + (method.startLine === 1 && method.name !== 'AnonymousBlock' ? prefix.length : 0),
    endColumn: method.endColumn + (method.endLine === 1 ? prefix.length : 0),
  }));
  return {
    name: unit.name,
    kind: unit.kind,
    path: unit.path,
    apiVersion: unit.apiVersion,
    javascript,
    body,
    extends: [...new Set(classes.flatMap((each) => extendedUnits(each.symbol, symbol)))],
    dependencies: unit.dependencies,
    coverableLines: [...emission.coverableLines].sort((a, b) => a - b),
    methods: shifted,
    classes: classes.map(({ symbol: each }) => classInfo(each, unit.source)),
    queries: emission.queries,
    triggerObject: unit.triggerObject,
    triggerEvents: unit.triggerEvents,
  };
}

function extendedUnits(symbol: ClassSymbol, unit: ClassSymbol): string[] {
  return ancestors(symbol)
    .filter((ancestor) => ancestor.origin === 'program' && outermost(ancestor) !== unit)
    .map((ancestor) => outermost(ancestor).name);
}

function prefixOf(emission: Emission, unit: CheckedUnit): string {
  const lines = unit.source.lines().length + 1;
  const coverage = `const ${coverageVariable(emission.unit)} = $coverage(${JSON.stringify(unit.name)}, ${lines});`;
  return `'use strict'; ${coverage} ${emission.constantsText()} `;
}

/** The end of the last line: classes, static initializers, and what the loader calls. */
function endingOf(emission: Emission, classes: readonly EmittedClass[]): string {
  const top = classes.find(({ symbol }) => symbol === emission.unit)!;
  const ready = readyVariable(emission.unit);
  const statics = top.staticFields;
  emission.declare(
    `let ${[`${ready} = false`, ...statics.map((field) => `${staticVariable(field)} = null`)].join(', ')};`,
  );
  const definitions = inDefinitionOrder(classes).map((each) => defineType(emission, each));
  const parent = emission.unit.superclass;
  const before =
    parent?.kind === 'class' && parent.symbol.origin === 'program'
      ? `${readyFunction(outermost(parent.symbol))}();`
      : '';
  const runs = top.staticInitializers.map((name) => `${classVariable(emission.unit)}.${name}();`).join(' ');
  const initialize = `function ${readyFunction(emission.unit)}() { if (${ready}) return; ${ready} = true; ${before} ${runs} } `;
  const types = classes.map(({ symbol }) => `${JSON.stringify(symbol.name)}: ${typeVariable(symbol)}`).join(', ');
  const reset = `reset() { ${ready} = false; ${statics.map((field) => `${staticVariable(field)} = null;`).join(' ')} }`;
  const parts = [
    `types: { ${types} }`,
    `classes: { ${classTable(classes)} }`,
    `ready: ${readyFunction(emission.unit)}`,
    reset,
  ];
  return ` ${definitions.join(' ')} ${initialize} ({ ${parts.join(', ')}, link() { ${emission.linksText()} } })`;
}

function classTable(classes: readonly EmittedClass[]): string {
  return classes
    .filter(({ declaration }) => declaration.kind === 'ClassDeclaration')
    .map(({ symbol }) => `${JSON.stringify(symbol.name)}: ${classVariable(symbol)}`)
    .join(', ');
}

/**
 * A trigger or an anonymous block mixes statements with declarations, so it becomes two scripts with the same lines:
 * one with the declarations, and one with a function that holds the statements.
 */
function emitScriptBody(emission: Emission, unit: CheckedUnit): string {
  const { body } = unit.ast as { body: AnonymousMember[] };
  emission.writer = new LineWriter();
  emitFunction(emission, {
    name: unit.kind === 'trigger' ? `Trigger.${unit.name}` : 'AnonymousBlock',
    header: '(function',
    parameters: [],
    isStatic: true,
    statements: body.filter((member) => !isDeclaration(member)) as Statement[],
    startOffset: 0,
    endOffset: unit.source.text.length,
  });
  return emission.writer.finish("'use strict'; ", ')');
}

function scriptDeclaration(unit: CheckedUnit): TypeDeclaration {
  const { body } = unit.ast as { body: AnonymousMember[] };
  const start = 0;
  const end = unit.source.text.length;
  return {
    kind: 'ClassDeclaration',
    name: { kind: 'Identifier', name: unit.name, start, end },
    members: body.filter(isDeclaration),
    modifiers: [],
    annotations: [],
    doc: undefined,
    typeParameters: [],
    superclass: undefined,
    interfaces: [],
    symbol: unit.symbol,
    start,
    end,
  };
}

type ScriptDeclaration =
  Extract<AnonymousMember, { kind: 'MethodDeclaration' | 'PropertyDeclaration' }> | TypeDeclaration;
const DECLARATIONS = new Set([
  'MethodDeclaration',
  'PropertyDeclaration',
  'ClassDeclaration',
  'InterfaceDeclaration',
  'EnumDeclaration',
]);

function isDeclaration(member: AnonymousMember): member is ScriptDeclaration {
  return DECLARATIONS.has(member.kind);
}
