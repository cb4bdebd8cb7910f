/** Conversions between types: the implicit ones (Integer → Long → Double → Decimal, String → Id) and casts. */
import { ApexDate } from './apex-date.ts';
import { ApexDatetime } from './apex-datetime.ts';
import { ApexDouble, Decimal, doubleToLong, toDecimal } from './decimal.ts';
import { TypeException } from './exceptions.ts';
import { toId } from './id.ts';
import type { RuntimeType } from './runtime-type.ts';
import { isInstance, typeOf } from './type-of.ts';

/** Any number of Apex as another type of number; null stays null. */
export function toInteger(value: unknown): number | null {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  return (value as ApexDouble | Decimal).intValue();
}

export function toLong(value: unknown): bigint | null {
  if (value === null || typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  return value instanceof ApexDouble ? doubleToLong(value.value) : (value as Decimal).longValue();
}

export function toDouble(value: unknown): ApexDouble | null {
  if (value === null || value instanceof ApexDouble) return value;
  return new ApexDouble(value instanceof Decimal ? value.toNumber() : Number(value));
}

export function toDecimalOrNull(value: unknown): Decimal | null {
  return value === null ? null : toDecimal(value);
}

export function toDatetime(value: unknown): ApexDatetime | null {
  return value instanceof ApexDate ? new ApexDatetime(value.millis) : (value as ApexDatetime | null);
}

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble;

/** `(T) value` where the static type says nothing of the value. */
export function cast(value: unknown, type: RuntimeType): unknown {
  if (value === null || value === undefined) return null;
  if (type.kind === 'primitive') return castPrimitive(value, type);
  if (isInstance(value, type)) return value;
  return invalidConversion(value, type);
}

function castPrimitive(value: unknown, type: RuntimeType): unknown {
  switch (type.name) {
    case 'Decimal':
      if (isNumber(value)) return toDecimal(value);
      break;
    case 'Double':
      if (isNumber(value)) return toDouble(value);
      break;
    case 'Long':
      if (typeof value === 'number' || typeof value === 'bigint') return toLong(value);
      break;
    case 'Id':
      if (typeof value === 'string') return toId(value);
      break;
    case 'Datetime':
      if (value instanceof ApexDate) return toDatetime(value);
      break;
    default:
  }
  return isInstance(value, type) ? value : invalidConversion(value, type);
}

export function invalidConversion(value: unknown, type: RuntimeType): never {
  const from = typeOf(value);
  throw new TypeException(`Invalid conversion from runtime type ${from.getName()} to ${type.getName()}`);
}
