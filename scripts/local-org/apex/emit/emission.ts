/**
 * The state of emitting one unit: its writer, and the constants that its code refers to. Constants of the library,
 * field indexes, types and numbers are declared once on the first line, under names that begin with the unit's own.
 */
import type { SoqlQuery, SoslQuery } from '../ast.ts';
import type { Source } from '../source.ts';
import type { ClassSymbol, FieldSymbol, LocalSymbol, Type } from '../symbols/types.ts';
import type { NeverNullLocals } from '../lower/never-null.ts';
import { numberBinds } from '../lower/number-binds.ts';
import type { EmittedMethod } from './emitted-unit.ts';
import { LineWriter } from './line-writer.ts';
import {
  classVariable,
  coverageVariable,
  isLibraryClass,
  libraryName,
  outermost,
  readyFunction,
  readyVariable,
  typeVariable,
  unitPrefix,
} from './names.ts';

export class Emission {
  readonly source: Source;
  readonly unit: ClassSymbol;
  writer = new LineWriter();
  readonly coverableLines = new Set<number>();
  readonly methods: EmittedMethod[] = [];
  readonly queries: Array<SoqlQuery | SoslQuery> = [];
  private readonly prefix: string;
  /** Initialised when the unit is loaded. */
  private readonly constants = new Map<string, string>();
  private readonly declarations: string[] = [];
  /** Initialised when all units are loaded: types of other units' classes among them. */
  private readonly links: string[] = [];
  private counter = 0;

  /** The class whose members are being emitted. */
  owner: ClassSymbol;
  isTrigger = false;
  isTest = false;

  // ---- The method being emitted.
  neverNull: NeverNullLocals = new Set();
  isStatic = false;
  /** The property whose accessor is being emitted: there its name means the stored value. */
  accessor: FieldSymbol | undefined;
  /** Variables in reach, for the binds of dynamic queries. */
  locals: LocalSymbol[] = [];
  private temporaries: string[] = [];
  /** Guards of the safe-navigation chain being emitted, outermost first. */
  guards: Array<{ readonly temporary: string; readonly value: string }> = [];
  loopDepth = 0;
  hasLoops = false;
  runAsDepth = 0;
  /** There `return` gives the object itself. */
  isConstructor = false;

  constructor(source: Source, unit: ClassSymbol) {
    this.source = source;
    this.unit = unit;
    this.owner = unit;
    this.prefix = unitPrefix(unit);
  }

  line(offset: number): number {
    return this.source.line(offset);
  }

  /** A constant of the unit: the same expression gets the same name. */
  constant(expression: string): string {
    let name = this.constants.get(expression);
    if (name === undefined) {
      name = `${this.prefix}${++this.counter}`;
      this.constants.set(expression, name);
      this.declarations.push(`const ${name} = ${expression};`);
    }
    return name;
  }

  private link(expression: string): string {
    let name = this.constants.get(expression);
    if (name === undefined) {
      name = `${this.prefix}${++this.counter}`;
      this.constants.set(expression, name);
      this.declarations.push(`let ${name};`);
      this.links.push(`${name} = ${expression};`);
    }
    return name;
  }

  library(symbol: ClassSymbol): string {
    return this.constant(`$library(${JSON.stringify(libraryName(symbol))})`);
  }

  field(object: string, field: string): string {
    return this.constant(`$field(${JSON.stringify(object)}, ${JSON.stringify(field)})`);
  }

  object(name: string): string {
    return this.constant(`$object(${JSON.stringify(name)})`);
  }

  /** Declares a variable of the unit, outside of all classes. */
  declare(declaration: string): void {
    this.declarations.push(declaration);
  }

  /** Something to do once all units are loaded. */
  addLink(statement: string): void {
    this.links.push(statement);
  }

  /** The number under which the loader finds a query, and its binds. */
  query<T extends SoqlQuery | SoslQuery>(query: T): ReturnType<typeof numberBinds<T>> & { readonly name: string } {
    const lowered = numberBinds(query);
    const index = this.queries.push(lowered.query) - 1;
    return { ...lowered, name: this.constant(`$queries[${index}]`) };
  }

  /** What the library is told of the place that calls it. */
  callSite(): string {
    const { owner } = this;
    const site = {
      className: owner.name,
      apiVersion: this.unit.apiVersion,
      sharing: this.isTrigger ? 'without' : owner.sharing,
      isTrigger: this.isTrigger,
      isTest: this.isTest,
    };
    return this.constant(`Object.freeze(${JSON.stringify(site)})`);
  }

  coverage(): string {
    return coverageVariable(this.unit);
  }

  isOwnUnit(symbol: ClassSymbol): boolean {
    return outermost(symbol) === this.unit;
  }

  /** Wraps what uses a class of another unit so that its static initializers run first. */
  afterInitializing(symbol: ClassSymbol, expression: string): string {
    if (this.isOwnUnit(symbol) || symbol.origin === 'library') return expression;
    const top = outermost(symbol);
    return `(${readyVariable(top)} || ${readyFunction(top)}(), ${expression})`;
  }

  classReference(symbol: ClassSymbol): string {
    return symbol.origin === 'library' ? this.library(symbol) : classVariable(symbol);
  }

  /** The RuntimeType of a static type. */
  type(type: Type): string {
    if (type.kind === 'primitive')
      return type.name === 'Object' || type.name === 'void' || type.name === 'null' ? '$ANY' : `$T_${type.name}`;
    if (type.kind === 'parameter') return '$ANY';
    // Types of the program's classes exist only when all units are loaded; a constant costs less to read.
    return mentionsProgram(type) ? this.link(this.typeExpression(type)) : this.constant(this.typeExpression(type));
  }

  typeExpression(type: Type): string {
    if (type.kind === 'sobject') return `$sobjectType(${JSON.stringify(type.name)})`;
    if (type.kind !== 'class') return this.type(type);
    const { symbol } = type;
    const args = type.args.map((argument) => this.typeExpression(argument));
    if (symbol.origin === 'program') return typeVariable(symbol);
    if (isLibraryClass(symbol, 'List')) return `$listType(${args.join(', ')})`;
    if (isLibraryClass(symbol, 'Set')) return `$setType(${args.join(', ')})`;
    if (isLibraryClass(symbol, 'Map')) return `$mapType(${args.join(', ')})`;
    const name = JSON.stringify(libraryName(symbol));
    return args.length === 0 ? `$libraryType(${name})` : `$genericType(${name}, [${args.join(', ')}])`;
  }

  temporary(): string {
    const name = `$t${this.temporaries.length}`;
    this.temporaries.push(name);
    return name;
  }

  /** Starts a method: what belongs to one is forgotten.  */
  beginMethod(): void {
    this.temporaries = [];
    this.locals = [];
    this.guards = [];
    this.loopDepth = 0;
    this.hasLoops = false;
    this.runAsDepth = 0;
  }

  takeTemporaries(): string[] {
    const taken = this.temporaries;
    this.temporaries = [];
    return taken;
  }

  constantsText(): string {
    return this.declarations.join(' ');
  }

  linksText(): string {
    return this.links.join(' ');
  }
}

function mentionsProgram(type: Type): boolean {
  return type.kind === 'class' && (type.symbol.origin === 'program' || type.args.some(mentionsProgram));
}
