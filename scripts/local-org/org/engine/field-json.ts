/** Field values between Apex and JSON: what REST clients send and see, and what metadata files write. */
import { ApexBlob } from '../../library/core/apex-blob.ts';
import { ApexDate } from '../../library/core/apex-date.ts';
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { ApexTime } from '../../library/core/apex-time.ts';
import { ApexDouble, Decimal } from '../../library/core/decimal.ts';
import { System_Address } from '../../library/system/small.ts';
import { canonicalId } from '../../database/index.ts';
import type { FieldDescribe } from '../../metadata/schema.ts';

/** Says that a value does not fit; the message is the JSON parser's of the platform. */
export class FieldJsonError extends Error {}

/** Reads a JSON value (or a metadata file's text) as the field's Apex value. */
export function valueFromJson(field: FieldDescribe, json: unknown): unknown {
  if (json === null || json === undefined || json === '') return null;
  const value = convert(field, json);
  if (value === undefined)
    throw new FieldJsonError(
      `Cannot deserialize instance of ${jsonTypeName(field)} from ${jsonKind(json)} value ${String(json)} or request may be missing a required field`,
    );
  return value;
}

function convert(field: FieldDescribe, json: unknown): unknown {
  const text = String(json);
  switch (field.type) {
    case 'BOOLEAN':
      return typeof json === 'boolean'
        ? json
        : /^(true|1)$/i.test(text)
          ? true
          : /^(false|0)$/i.test(text)
            ? false
            : undefined;
    case 'INTEGER':
      return /^[+-]?\d+(\.0+)?$/.test(text) ? Math.trunc(Number(text)) : undefined;
    case 'LONG':
      return /^[+-]?\d+$/.test(text) ? BigInt(text) : undefined;
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return numberOf(field, text);
    case 'DATE':
      return ApexDate.parseIso(text.slice(0, 10));
    case 'DATETIME':
      return datetimeOf(text);
    case 'TIME':
      return ApexTime.parseIso(text);
    case 'BASE64':
      return new ApexBlob(new Uint8Array(Buffer.from(text, 'base64')));
    case 'ID':
    case 'REFERENCE':
      return canonicalId(text) ?? text;
    default:
      return typeof json === 'object' ? undefined : text;
  }
}

function numberOf(field: FieldDescribe, text: string): unknown {
  const decimal = Decimal.parse(/[eE]/.test(text) ? String(Number(text)) : text);
  if (decimal === undefined) return undefined;
  return field.apexType === 'Double'
    ? new ApexDouble(decimal.toNumber())
    : field.apexType === 'Integer'
      ? decimal.intValue()
      : decimal;
}

function datetimeOf(text: string): ApexDatetime | undefined {
  const iso = text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const millis = Date.parse(
    /^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00:00Z` : /(Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}Z`,
  );
  return Number.isNaN(millis) ? undefined : new ApexDatetime(millis);
}

function jsonTypeName(field: FieldDescribe): string {
  return field.type.toLowerCase();
}

function jsonKind(json: unknown): string {
  return typeof json === 'string'
    ? 'VALUE_STRING'
    : typeof json === 'number'
      ? 'VALUE_NUMBER'
      : typeof json === 'boolean'
        ? 'VALUE_BOOLEAN'
        : 'START_OBJECT';
}

/** As REST answers show it. */
export function valueToJson(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDatetime) return new Date(value.millis).toISOString().replace('Z', '+0000');
  if (value instanceof ApexTime) return new Date(value.millis).toISOString().slice(11);
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof System_Address)
    return Object.fromEntries(value.partList().map(([name, part]) => [lowerFirst(name), valueToJson(part)]));
  return String(value);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
