import { ApexDouble, Decimal } from '../../../../scripts/local-org/library/core/index.ts';

const decimal = (text: string): Decimal => Decimal.parse(text)!;

/** Expectations of java.math.BigDecimal and of the Apex Reference Guide, "Decimal Class". */
function expectText(name: string, actual: () => unknown, expected: string): void {
  it(name, () => expect(String(actual())).toBe(expected));
}

describe('division', () => {
  expectText('keeps 33 digits', () => decimal('1.0').dividedBy(decimal('3.0')), '0.333333333333333333333333333333333');
  expectText(
    'counts digits before the point too',
    () => decimal('100').dividedBy(decimal('3')),
    '33.3333333333333333333333333333333',
  );
  expectText('drops zeros', () => decimal('10').dividedBy(decimal('4.0')), '2.5');
  expectText('gives whole numbers', () => decimal('6').dividedBy(decimal('3')), '2');
  expectText('rounds to a scale half to even', () => decimal('1').divide(decimal('8'), 2), '0.12');
  expectText('rounds as told', () => decimal('1').divide(decimal('8'), 2, 'HALF_UP'), '0.13');
  expectText('divides small by large', () => decimal('1').dividedBy(decimal('1000')), '0.001');
});

describe('rounding', () => {
  const modes = ['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN'];
  const table: Record<string, string> = {
    '5.5': '6 5 6 5 6 5 6',
    '2.5': '3 2 3 2 3 2 2',
    '1.1': '2 1 2 1 1 1 1',
    '-1.1': '-2 -1 -1 -2 -1 -1 -1',
    '-2.5': '-3 -2 -2 -3 -3 -2 -2',
  };
  for (const [value, expected] of Object.entries(table)) {
    expectText(value, () => modes.map((mode) => decimal(value).setScale(0, mode)).join(' '), expected);
  }
  expectText('setScale rounds half to even', () => decimal('5.245').setScale(2), '5.24');
  expectText('round gives a Long', () => decimal('4.5').round(), '4');
});

describe('text', () => {
  expectText('keeps the scale', () => decimal('1.50'), '1.50');
  expectText('uses an exponent for the very small', () => decimal('0.0000001'), '1E-7');
  expectText('writes it out when asked', () => decimal('0.0000001').toPlainString(), '0.0000001');
  expectText('formats with three places', () => decimal('12345.6789').format(), '12,345.679');
  expectText('strips zeros', () => decimal('1.2300').stripTrailingZeros(), '1.23');
  expectText(
    'shows doubles as Java does',
    () => [1, 1e10, 0.00001, 0.1].map((each) => new ApexDouble(each)).join(' '),
    '1.0 1.0E10 1.0E-5 0.1',
  );
});
