/** Statics of numbers, Math, Boolean, Id. Source: Apex Reference. */
import { ApexDouble, Decimal } from '../../../scripts/local-org/library/core/decimal.ts';
import { System_Math } from '../../../scripts/local-org/library/system/Math.ts';
import { System_Id } from '../../../scripts/local-org/library/system/Id.ts';
import {
  System_Boolean,
  System_Decimal,
  System_Double,
  System_Integer,
  System_Long,
} from '../../../scripts/local-org/library/system/numbers.ts';
import { thrownBy, useHost } from './fake-host.ts';

beforeAll(() => useHost());
const decimal = (text: string): Decimal => Decimal.parse(text)!;
const shown = (value: unknown): string => String(value);

test('whole numbers are read from text and from other numbers', () => {
  expect(System_Integer.valueOf('-42')).toBe(-42);
  expect(System_Integer.valueOf(decimal('3.9'))).toBe(3);
  expect(System_Long.valueOf('123456789123')).toBe(123456789123n);
  expect(thrownBy(() => System_Integer.valueOf('1.5'))).toBe('System.TypeException: Invalid integer: 1.5');
  expect(thrownBy(() => System_Integer.valueOf('2147483648'))).toBe(
    'System.TypeException: Invalid integer: 2147483648',
  );
  expect(thrownBy(() => System_Decimal.valueOf('x'))).toBe('System.TypeException: Invalid decimal: x');
  expect(thrownBy(() => System_Integer.valueOf(null))).toBe('System.NullPointerException: Argument 1 cannot be null');
  expect(System_Integer.format(1234567)).toBe('1,234,567');
  expect(shown(System_Double.valueOf('3.5'))).toBe('3.5');
});

test('Boolean.valueOf takes nothing but true for true', () => {
  expect([System_Boolean.valueOf('TRUE'), System_Boolean.valueOf('yes'), System_Boolean.valueOf(true)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('Math answers in the type it was given', () => {
  expect(System_Math.abs(-3)).toBe(3);
  expect(System_Math.mod(-7, 3)).toBe(-1);
  expect(System_Math.max(3, 5)).toBe(5);
  expect(shown(System_Math.max(decimal('1.5'), new ApexDouble(2)))).toBe('2.0');
  expect(System_Math.round(decimal('2.5'))).toBe(3);
  expect(System_Math.round(decimal('-2.5'))).toBe(-3); // assumed: half away from zero for Decimal
  expect(System_Math.roundToLong(new ApexDouble(2.5))).toBe(3n);
  expect(shown(System_Math.ceil(decimal('1.2')))).toBe('2');
  expect(shown(System_Math.rint(new ApexDouble(2.5)))).toBe('2.0');
  expect(shown(System_Math.pow(new ApexDouble(2), new ApexDouble(10)))).toBe('1024.0');
  expect(thrownBy(() => System_Math.mod(1, 0))).toBe('System.MathException: Divide by 0');
});

test('ids become 18 characters, and regain their capitals', () => {
  expect(System_Id.valueOf('001000000000001')).toBe('001000000000001AAA');
  expect(System_Id.valueOf('001D000000IRT53IAD'.toLowerCase(), true)).toBe('001D000000IRt53IAD');
  expect(System_Id.to15('001000000000001AAA')).toBe('001000000000001');
  expect(shown(System_Id.getSObjectType('001000000000001AAA'))).toBe('Account');
  expect(thrownBy(() => System_Id.valueOf('abc'))).toBe('System.StringException: Invalid id: abc');
});
