/** Converts a value to what a record's field holds, as SObject.put does. */
import type { FieldDescribe } from '../../metadata/schema.ts';
import { ApexBlob } from './apex-blob.ts';
import { ApexDate } from './apex-date.ts';
import { ApexDatetime } from './apex-datetime.ts';
import { ApexTime } from './apex-time.ts';
import { ApexDouble, Decimal, toDecimal } from './decimal.ts';
import { SObjectException } from './exceptions.ts';
import { toId } from './id.ts';
import { typeOf } from './type-of.ts';

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble;

export function fieldValue(field: FieldDescribe, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const converted = convert(field.apexType, value);
  if (converted !== undefined) return converted;
  throw new SObjectException(`Illegal assignment from ${typeOf(value).getName()} to ${field.apexType}`);
}

/** undefined: does not fit. */
function convert(apexType: string, value: unknown): unknown {
  switch (apexType) {
    case 'String':
      return typeof value === 'string' ? value : undefined;
    case 'Id':
      return typeof value === 'string' ? toId(value) : undefined;
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Integer':
      return typeof value === 'number' ? value : undefined;
    case 'Long':
      return typeof value === 'number' ? BigInt(value) : typeof value === 'bigint' ? value : undefined;
    case 'Double':
      return isNumber(value) ? (value instanceof ApexDouble ? value : toDecimal(value).doubleValue()) : undefined;
    case 'Decimal':
      return isNumber(value) ? toDecimal(value) : undefined;
    case 'Date':
      return value instanceof ApexDate ? value : undefined;
    case 'Datetime':
      return value instanceof ApexDate
        ? new ApexDatetime(value.millis)
        : value instanceof ApexDatetime
          ? value
          : undefined;
    case 'Time':
      return value instanceof ApexTime ? value : undefined;
    case 'Blob':
      return value instanceof ApexBlob ? value : undefined;
    default:
      return value;
  }
}
