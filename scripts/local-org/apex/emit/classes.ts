/** Classes, with their members in the order in which they are written, and the types that are declared for them. */
import type {
  Accessor,
  ConstructorDeclaration,
  FieldDeclaration,
  InitializerBlock,
  Member,
  MethodDeclaration,
  PropertyDeclaration,
  TypeDeclaration,
} from '../ast.ts';
import type { ClassSymbol, FieldSymbol } from '../symbols/types.ts';
import { emitAliases } from './aliases.ts';
import type { Emission } from './emission.ts';
import { emitExpression } from './expressions.ts';
import { emitConstructorFunction, emitFunction } from './functions.ts';
import {
  ancestors,
  classVariable,
  constructorName,
  fieldKey,
  getterName,
  isAccessor,
  isLibraryClass,
  isStaticField,
  makerVariable,
  methodName,
  outermost,
  readyFunction,
  readyVariable,
  setterName,
  staticVariable,
} from './names.ts';
import { emitCovered } from './statements.ts';

/** What the end of the unit needs to know of each class in it. */
export interface EmittedClass {
  readonly symbol: ClassSymbol;
  readonly declaration: TypeDeclaration;
  /** Static methods that run the static initializers, in order. */
  readonly staticInitializers: readonly string[];
  readonly staticFields: readonly FieldSymbol[];
}

/** Writes the maker of a class and of the classes within it. */
export function emitType(emission: Emission, declaration: TypeDeclaration, classes: EmittedClass[]): void {
  const symbol = declaration.symbol!;
  emission.writer.moveTo(emission.line(declaration.name.start));
  if (declaration.kind !== 'ClassDeclaration') {
    classes.push({ symbol, declaration, staticInitializers: [], staticFields: [] });
    return;
  }
  const outerOwner = emission.owner;
  emission.owner = symbol;
  emission.declare(`let ${makerVariable(symbol)};`);
  emission.writer.write(
    `${makerVariable(symbol)} = () => class ${classVariable(symbol)} extends ${superclassText(emission, symbol)} {`,
  );
  const members = new Members(emission, symbol, classes);
  for (const member of declaration.members) members.emit(member);
  members.finish();
  emission.writer.moveTo(emission.line(declaration.end - 1));
  emission.writer.write('};');
  emission.owner = outerOwner;
  classes.push({
    symbol,
    declaration,
    staticInitializers: members.staticInitializers,
    staticFields: members.staticFields,
  });
}

function superclassText(emission: Emission, symbol: ClassSymbol): string {
  return symbol.superclass?.kind === 'class' ? emission.classReference(symbol.superclass.symbol) : '$Object';
}

export function isExceptionClass(symbol: ClassSymbol): boolean {
  return ancestors(symbol).some((ancestor) => isLibraryClass(ancestor, 'Exception'));
}

const has = (declaration: { modifiers: readonly { name: string }[] }, name: string): boolean =>
  declaration.modifiers.some((modifier) => modifier.name === name);

class Members {
  readonly staticInitializers: string[] = [];
  readonly staticFields: FieldSymbol[] = [];
  private readonly initializers: string[] = [];
  private readonly instanceFields: FieldSymbol[] = [];
  private readonly properties: FieldSymbol[] = [];
  private hasConstructor = false;
  private readonly emission: Emission;
  private readonly symbol: ClassSymbol;
  private readonly classes: EmittedClass[];
  private readonly key: string;

  constructor(emission: Emission, symbol: ClassSymbol, classes: EmittedClass[]) {
    this.emission = emission;
    this.symbol = symbol;
    this.classes = classes;
    this.key = classVariable(symbol).slice(2);
  }

  emit(member: Member): void {
    switch (member.kind) {
      case 'FieldDeclaration':
        return this.emitField(member);
      case 'PropertyDeclaration':
        return this.emitProperty(member);
      case 'MethodDeclaration':
        return this.emitMethod(member);
      case 'ConstructorDeclaration':
        return this.emitConstructor(member);
      case 'InitializerBlock':
        return this.emitInitializerBlock(member);
      default:
        this.emission.writer.moveTo(this.emission.line(member.name.start));
        this.emission.writer.write('static { ');
        emitType(this.emission, member, this.classes);
        this.emission.writer.write('}');
    }
  }

  private traceName(method: string): string {
    return `Class.${this.symbol.name}.${method}`;
  }

  private addField(field: FieldSymbol): void {
    if (isStaticField(field)) this.staticFields.push(field);
    else this.instanceFields.push(field);
  }

  private emitField(member: FieldDeclaration): void {
    for (const { field, initializer } of member.declarators) {
      this.addField(field!);
      if (initializer === undefined) continue;
      const assign = (): void => {
        emitCovered(this.emission, member.start);
        const target = isStaticField(field!) ? staticVariable(field!) : `this.${fieldKey(field!)}`;
        this.emission.writer.write(`${target} = ${emitExpression(this.emission, initializer)};`);
      };
      this.emitInitializer(isStaticField(field!), member.start, member.end, [], assign);
    }
  }

  private emitInitializerBlock(member: InitializerBlock): void {
    this.emitInitializer(member.isStatic, member.start, member.end, member.body.statements);
  }

  private emitInitializer(
    isStatic: boolean,
    startOffset: number,
    endOffset: number,
    statements: InitializerBlock['body']['statements'],
    before?: () => void,
  ): void {
    const list = isStatic ? this.staticInitializers : this.initializers;
    const name = `$${isStatic ? 's' : 'i'}$${this.key}$${list.length}`;
    list.push(name);
    emitFunction(this.emission, {
      name: this.traceName(isStatic ? '<clinit>' : '<init>'),
      header: isStatic ? `static ${name}` : name,
      parameters: [],
      isStatic,
      statements,
      startOffset,
      endOffset,
      before,
    });
  }

  private emitProperty(member: PropertyDeclaration): void {
    const field = member.field!;
    this.addField(field);
    if (!isAccessor(field)) return;
    if (!isStaticField(field)) this.properties.push(field);
    if (member.getter !== undefined) this.emitGetter(member.getter, field);
    if (member.setter !== undefined) this.emitSetter(member.setter, field);
  }

  private stored(field: FieldSymbol): string {
    return isStaticField(field) ? staticVariable(field) : `this.${fieldKey(field)}`;
  }

  private emitGetter(getter: Accessor, field: FieldSymbol): void {
    const isAbstract = field.declaration?.kind === 'PropertyDeclaration' && has(field.declaration, 'abstract');
    if (getter.body === undefined && isAbstract) return;
    const header = `${isStaticField(field) ? 'static ' : ''}${getterName(field)}`;
    if (getter.body === undefined) {
      this.emission.writer.write(`${header}() { return ${this.stored(field)}; } `);
      return;
    }
    this.emitAccessor(getter, field, header, []);
  }

  private emitSetter(setter: Accessor, field: FieldSymbol): void {
    const isAbstract = field.declaration?.kind === 'PropertyDeclaration' && has(field.declaration, 'abstract');
    if (setter.body === undefined && isAbstract) return;
    const header = `${isStaticField(field) ? 'static ' : ''}${setterName(field)}`;
    if (setter.body === undefined) {
      this.emission.writer.write(`${header}($v) { ${this.stored(field)} = $v; return $v; } `);
      return;
    }
    const value = setter.local?.jsName ?? 'value';
    this.emitAccessor(setter, field, header, [value], `return ${value};`);
  }

  private emitAccessor(accessor: Accessor, field: FieldSymbol, header: string, extra: string[], after?: string): void {
    this.emission.accessor = field;
    emitFunction(this.emission, {
      name: this.traceName(`__sfdc_${field.name}`),
      header,
      parameters: [],
      extra,
      isStatic: isStaticField(field),
      statements: accessor.body!.statements,
      startOffset: accessor.start,
      endOffset: accessor.body!.end,
      after,
    });
    this.emission.accessor = undefined;
  }

  private emitMethod(member: MethodDeclaration): void {
    if (member.body === undefined) return;
    const method = member.symbol!;
    emitFunction(this.emission, {
      name: this.traceName(method.name),
      header: `${method.isStatic ? 'static ' : ''}${methodName(method)}`,
      parameters: member.parameters,
      isStatic: method.isStatic,
      statements: member.body.statements,
      startOffset: member.name.start,
      endOffset: member.body.end,
    });
  }

  /** What a constructor begins with where nothing is written: the superclass's without parameters. */
  private superCall(): string {
    return this.hasProgramParent ? 'super.$c$();' : '';
  }

  private get hasProgramParent(): boolean {
    const parent = this.symbol.superclass;
    return parent?.kind === 'class' && parent.symbol.origin === 'program';
  }

  private emitConstructor(member: ConstructorDeclaration): void {
    this.hasConstructor = true;
    emitConstructorFunction(
      this.emission,
      {
        name: this.traceName('<init>'),
        header: constructorName(member.symbol),
        parameters: member.parameters,
        body: member.body,
        startOffset: member.name.start,
        endOffset: member.body?.end ?? member.end,
      },
      this.superCall(),
    );
  }

  /**
   * Every object is initialized before any of its constructors runs, superclass first: a method that a constructor of
   * the superclass calls finds the subclass's fields set (fflib_SObjectUnitOfWorkTest relies on it). The statics of the
   * class come before that.
   */
  private writeInitialize(): void {
    const top = outermost(this.symbol);
    const statics = `${readyVariable(top)} || ${readyFunction(top)}();`;
    const parent = this.hasProgramParent ? 'super.$init();' : '';
    const runs = this.initializers.map((name) => `this.${name}();`).join(' ');
    this.emission.writer.write(`$init() { ${statics} ${parent} ${runs} return this; } `);
  }

  /** What nobody wrote: empty fields, the default constructor, and the plain names under which the library calls. */
  finish(): void {
    const { writer } = this.emission;
    const isException = isExceptionClass(this.symbol);
    const empty = this.instanceFields.map((field) => `this.${fieldKey(field)} = null;`).join(' ');
    writer.write(isException ? `constructor(m, c) { super(m, c); ${empty} } ` : `constructor() { super(); ${empty} } `);
    this.writeInitialize();
    if (!this.hasConstructor) writer.write(`$c$() { ${this.superCall()} return this; } `);
    if (isException) writer.write('$c$x(m, c) { super.$c$x(m, c); return this; } ');
    for (const property of this.properties) {
      const key = propertyKey(property);
      writer.write(
        `get ${key}() { return this.${getterName(property)}(); } set ${key}(v) { this.${setterName(property)}(v); } `,
      );
    }
    writer.write(emitAliases(this.symbol));
  }
}

/** The key under which reflection (JSON, toString) reaches a field: a property's calls its accessors. */
export function propertyKey(field: FieldSymbol): string {
  return isAccessor(field) ? `$p_${field.name.toLowerCase()}` : fieldKey(field);
}
