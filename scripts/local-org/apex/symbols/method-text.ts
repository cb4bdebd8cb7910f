/** How error messages print methods and argument lists. */
import { substitute } from './primitives.ts';
import type { MethodSymbol, Type } from './types.ts';
import { className, typeName } from './types.ts';

/** `Integer Foo.bar(String, List<Id>)`; with the arguments of a generic receiver in place. */
export function methodText(method: MethodSymbol, receiver?: Type): string {
  const args = receiver?.kind === 'class' ? receiver.args : [];
  const parameters = method.parameters.map(({ type }) => typeName(substitute(type, args))).join(', ');
  const owner = receiver?.kind === 'class' && receiver.symbol === method.owner ? typeName(receiver) : ownerName(method);
  return `${typeName(substitute(method.returnType, args))} ${owner}.${method.name}(${parameters})`;
}

function ownerName(method: MethodSymbol): string {
  const { owner } = method;
  return owner.origin === 'library' && PRIMITIVE_OWNERS.has(owner.name) ? owner.name : className(owner);
}

const PRIMITIVE_OWNERS = new Set([
  'Boolean',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Id',
  'Date',
  'Datetime',
  'Time',
  'Blob',
]);

/** `Integer, String, NULL` */
export function argumentsText(types: readonly Type[]): string {
  return types.map(typeName).join(', ');
}
