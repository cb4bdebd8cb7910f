/**
 * System validation: what the platform checks of every save before custom validation rules. Required fields first, then
 * each field's own type (Apex Developer Guide, "Triggers and Order of Execution", step 5).
 */
import { ApexDouble, Decimal } from '../../library/core/decimal.ts';
import type { DmlError } from '../../library/host.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { rowErrors } from './row-error.ts';
import { fail, type SaveRow } from './save-row.ts';

/** What Salesforce accepts as an e-mail address, near enough: no spaces, one @, a dotted domain. */
const EMAIL = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@.<>(),;:"\\[\]]{2,}$/;

export interface ValidationOptions {
  readonly isInsert: boolean;
  readonly allowFieldTruncation: boolean;
}

/** Reports what is wrong with a row, and shortens or rounds what the platform would. */
export function validateFields(object: ObjectDescribe, row: SaveRow, options: ValidationOptions): void {
  const missing = object.fields.filter((field) => isMissing(field, row, options)).map((field) => field.name);
  if (missing.length > 0) fail(row, rowErrors.requiredFieldsMissing(missing.sort()));
  for (const field of object.fields) {
    const value = row.values[field.index];
    if (value === undefined || value === null) continue;
    if (row.old !== undefined && row.old[field.index] === value) continue;
    const error = checkValue(field, value, row, options);
    if (error !== undefined) fail(row, error);
  }
}

function isMissing(field: FieldDescribe, row: SaveRow, options: ValidationOptions): boolean {
  if (!field.isRequired || field.type === 'BOOLEAN') return false;
  const value = row.values[field.index];
  if (value !== undefined && value !== null) return false;
  // An update complains only of what it takes away: rows older than the requirement stay editable.
  return options.isInsert || (row.old?.[field.index] ?? null) !== null || row.given.has(field.index);
}

function checkValue(
  field: FieldDescribe,
  value: unknown,
  row: SaveRow,
  options: ValidationOptions,
): DmlError | undefined {
  switch (field.type) {
    case 'STRING':
    case 'TEXTAREA':
    case 'PHONE':
    case 'URL':
    case 'ENCRYPTEDSTRING':
    case 'COMBOBOX':
      return checkLength(field, String(value), row, options);
    case 'EMAIL':
      return (
        checkLength(field, String(value), row, options) ??
        (EMAIL.test(String(value)) ? undefined : rowErrors.badEmail(field, String(value)))
      );
    case 'PICKLIST':
      return checkPicklist(field, [String(value)]) ?? checkLength(field, String(value), row, options);
    case 'MULTIPICKLIST':
      return checkPicklist(
        field,
        String(value)
          .split(';')
          .map((item) => item.trim()),
      );
    case 'INTEGER':
    case 'LONG':
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return checkNumber(field, value, row);
    default:
      return undefined;
  }
}

function checkLength(
  field: FieldDescribe,
  value: string,
  row: SaveRow,
  options: ValidationOptions,
): DmlError | undefined {
  if (field.length === 0 || value.length <= field.length) return undefined;
  if (!options.allowFieldTruncation) return rowErrors.tooLong(field, value);
  row.values[field.index] = value.slice(0, field.length);
  return undefined;
}

function checkPicklist(field: FieldDescribe, values: readonly string[]): DmlError | undefined {
  if (!field.isRestrictedPicklist || field.picklistValues.length === 0) return undefined;
  for (const value of values) {
    if (value === '') continue;
    const known = field.picklistValues.some(
      (entry) => entry.isActive && entry.value.toLowerCase() === value.toLowerCase(),
    );
    if (!known) return rowErrors.badPicklistValue(field, value);
  }
  return undefined;
}

function checkNumber(field: FieldDescribe, value: unknown, row: SaveRow): DmlError | undefined {
  if (field.precision === 0 || field.type === 'INTEGER') return undefined;
  const decimal = decimalOf(value);
  if (decimal === undefined) return undefined;
  const rounded = decimal.places > field.scale ? decimal.rescaled(field.scale, 'HALF_UP') : decimal;
  const limit = 10n ** BigInt(Math.max(0, field.precision - field.scale));
  const whole = rounded.abs().rescaled(0, 'DOWN').unscaled;
  if (whole >= limit) return rowErrors.outOfRange(field, String(value));
  if (rounded !== decimal && value instanceof Decimal) row.values[field.index] = rounded;
  return undefined;
}

function decimalOf(value: unknown): Decimal | undefined {
  if (value instanceof Decimal) return value;
  if (value instanceof ApexDouble) return Number.isFinite(value.value) ? Decimal.ofDouble(value.value) : undefined;
  if (typeof value === 'number') return Decimal.ofInteger(value);
  if (typeof value === 'bigint') return Decimal.ofLong(value);
  return undefined;
}
