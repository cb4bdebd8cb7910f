/** The definitions at the end of a unit: each class is made, in an order in which superclasses come first. */
import type { ClassSymbol, FieldSymbol, Type } from '../symbols/types.ts';
import type { EmittedClass } from './classes.ts';
import { isExceptionClass, propertyKey } from './classes.ts';
import type { Emission } from './emission.ts';
import {
  ancestors,
  classVariable,
  isStaticField,
  makerVariable,
  outermost,
  readyFunction,
  typeVariable,
} from './names.ts';

export function inDefinitionOrder(classes: readonly EmittedClass[]): EmittedClass[] {
  const ordered: EmittedClass[] = [];
  const bySymbol = new Map(classes.map((each) => [each.symbol, each]));
  const add = (each: EmittedClass | undefined): void => {
    if (each === undefined || ordered.includes(each)) return;
    // The maker of an inner class is known only when its outer class has been made.
    if (each.symbol.outer !== undefined) add(bySymbol.get(each.symbol.outer));
    const { superclass } = each.symbol;
    if (superclass?.kind === 'class') add(bySymbol.get(superclass.symbol));
    if (!ordered.includes(each)) ordered.push(each);
  };
  for (const each of classes) add(each);
  return ordered;
}

export function defineType(emission: Emission, { symbol, declaration }: EmittedClass): string {
  const type = typeVariable(symbol);
  if (declaration.kind === 'EnumDeclaration') {
    const made = `$enum(${JSON.stringify(symbol.name)}, '', ${JSON.stringify(symbol.enumConstants)})`;
    return `const ${classVariable(symbol)} = ${made}; const ${type} = ${classVariable(symbol)}.$type;`;
  }
  const shape = `$declareType({ ${shapeOf(emission, symbol).join(', ')} })`;
  if (declaration.kind === 'InterfaceDeclaration') return `const ${type} = ${shape};`;
  return `const ${classVariable(symbol)} = ${makerVariable(symbol)}(); const ${type} = ${shape}; $typed(${classVariable(symbol)}, ${type});`;
}

function shapeOf(emission: Emission, symbol: ClassSymbol): string[] {
  const kind = symbol.kind === 'class' && isExceptionClass(symbol) ? 'exception' : symbol.kind;
  const parts = [
    `name: ${JSON.stringify(symbol.name)}`,
    "namespace: ''",
    `kind: '${kind}'`,
    `isAbstract: ${symbol.isAbstract}`,
  ];
  parts.push(`annotations: ${JSON.stringify([...symbol.annotations.keys()])}`);
  if (symbol.superclass !== undefined) parts.push(`superclass: ${emission.typeExpression(symbol.superclass)}`);
  parts.push(`interfaces: () => [${symbol.interfaces.map((each) => emission.typeExpression(each)).join(', ')}]`);
  if (symbol.kind !== 'class') return parts;
  const fields = [...symbol.fields.values()].map((field) => fieldText(emission, field));
  parts.push(`fields: [${fields.join(', ')}]`, `jsClass: () => ${classVariable(symbol)}`);
  const tops = new Set([symbol, ...ancestors(symbol)].filter(({ origin }) => origin === 'program').map(outermost));
  const before = [...tops].map((top) => `${readyFunction(top)}();`).join(' ');
  const canCreate =
    symbol.constructors.length === 0 || symbol.constructors.some((each) => each.parameters.length === 0);
  if (!symbol.isAbstract) {
    if (canCreate) parts.push(`create: () => new ${classVariable(symbol)}().$init().$c$()`);
    parts.push(`allocate: () => { ${before} return new ${classVariable(symbol)}(); }`);
  }
  return parts;
}

function fieldText(emission: Emission, field: FieldSymbol): string {
  const type: Type = field.type;
  const isProperty = field.declaration?.kind === 'PropertyDeclaration';
  return `{ name: ${JSON.stringify(field.name)}, key: ${JSON.stringify(propertyKey(field))}, type: () => ${emission.typeExpression(type)}, isTransient: ${field.isTransient}, isStatic: ${isStaticField(field)}, isProperty: ${isProperty}, visibility: '${field.visibility}' }`;
}
