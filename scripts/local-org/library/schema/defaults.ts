/** The default value of a field where it is a plain literal; a formula is the save's business. */
import type { FieldDescribe } from '../../metadata/schema.ts';
import { Decimal } from '../core/decimal.ts';
import { fieldValue } from '../core/field-value.ts';

/** undefined: there is none, or it is a formula. */
export function defaultOf(field: FieldDescribe): unknown {
  const picked = field.picklistValues.find((value) => value.isDefault && value.isActive);
  if (picked !== undefined) return picked.value;
  const text = field.defaultValue?.trim();
  if (text === undefined || text === '') return field.type === 'BOOLEAN' ? false : undefined;
  if (field.type === 'BOOLEAN') return text.toLowerCase() === 'true';
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  if (quoted !== null) return field.apexType === 'String' ? quoted[2] : undefined;
  const number = Decimal.parse(text);
  if (number === undefined || !['Decimal', 'Double', 'Integer', 'Long'].includes(field.apexType)) return undefined;
  return field.apexType === 'Integer'
    ? number.intValue()
    : fieldValue(field, field.apexType === 'Long' ? number.longValue() : number);
}
