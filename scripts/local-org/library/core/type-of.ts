/** The type that a value has at run time. A String and an Id are told apart by nothing: both are String. */
import { ANY_TYPE, BOOLEAN_TYPE, INTEGER_TYPE, LONG_TYPE, STRING_TYPE } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { isIdText } from './id.ts';

export function typeOf(value: unknown): RuntimeType {
  switch (typeof value) {
    case 'string':
      return STRING_TYPE;
    case 'number':
      return INTEGER_TYPE;
    case 'bigint':
      return LONG_TYPE;
    case 'boolean':
      return BOOLEAN_TYPE;
    default:
      return (value as { $type?: RuntimeType } | null | undefined)?.$type ?? ANY_TYPE;
  }
}

/** A number is an instance of the wider types too, and so is a Date of Datetime (fflib-apex-mocks, AnyDouble, AnyDatetime). */
const WIDER_TYPES: Readonly<Record<string, readonly string[]>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Decimal: ['Double'],
  Date: ['Datetime'],
};

/** instanceof: never true of null. */
export function isInstance(value: unknown, type: RuntimeType): boolean {
  if (value === null || value === undefined) return false;
  if (type.kind === 'primitive' && type.name === 'Id') return typeof value === 'string' && isIdText(value);
  const own = typeOf(value);
  if (type.kind === 'primitive' && WIDER_TYPES[own.name]?.includes(type.name)) return true;
  return own.isSubtypeOf(type);
}
