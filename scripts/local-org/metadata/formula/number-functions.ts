/** The number functions of formulas: a blank argument makes the result blank. */
import { Decimal, type Rounding } from '../../library/core/decimal.ts';
import type { FormulaFunction } from './functions.ts';
import { FormulaDataError } from './syntax.ts';
import { fromNumber, numberOf, shortened } from './values.ts';

const PI = Decimal.parse('3.14159265358979')!;

function ofOne(compute: (value: Decimal) => Decimal): FormulaFunction {
  return ([value]) => {
    const number = numberOf(value);
    return number === null ? null : compute(number);
  };
}

function ofTwo(compute: (first: Decimal, second: Decimal) => Decimal): FormulaFunction {
  return ([first, second]) => {
    const [a, b] = [numberOf(first), numberOf(second)];
    return a === null || b === null ? null : compute(a, b);
  };
}

const toWhole = (rounding: Rounding) => ofOne((value) => value.rescaled(0, rounding));

/** MAX and MIN pass blanks over. */
function extreme(sign: 1 | -1): FormulaFunction {
  return (args) => {
    let best: Decimal | null = null;
    for (const number of args.map(numberOf)) {
      if (number !== null && (best === null || number.compare(best) * sign > 0)) best = number;
    }
    return best;
  };
}

/** Keeps the sign of the dividend. */
function remainder(dividend: Decimal, divisor: Decimal): Decimal {
  if (divisor.isZero()) throw new FormulaDataError('Division by zero');
  return dividend.minus(dividend.dividedBy(divisor).rescaled(0, 'DOWN').times(divisor));
}

function squareRoot(value: Decimal): Decimal {
  if (value.compare(Decimal.ZERO) < 0) throw new FormulaDataError('SQRT of a negative number');
  return fromNumber(Math.sqrt(value.toNumber()));
}

export const numberFunctions: Readonly<Record<string, FormulaFunction>> = {
  ABS: ofOne((value) => value.abs()),
  // Away from zero; MCEILING is the one of mathematics. Likewise FLOOR and MFLOOR.
  CEILING: toWhole('UP'),
  EXP: ofOne((value) => fromNumber(Math.exp(value.toNumber()))),
  FLOOR: toWhole('DOWN'),
  LN: ofOne((value) => fromNumber(Math.log(value.toNumber()))),
  LOG: ofOne((value) => fromNumber(Math.log10(value.toNumber()))),
  MAX: extreme(1),
  MCEILING: toWhole('CEILING'),
  MFLOOR: toWhole('FLOOR'),
  MIN: extreme(-1),
  MOD: ofTwo(remainder),
  PI: () => PI,
  ROUND: ofTwo((value, places) => shortened(value).rescaled(places.rescaled(0, 'DOWN').toNumber(), 'HALF_UP')),
  SQRT: ofOne(squareRoot),
  TRUNC: ([value, places]) => numberOf(value)?.rescaled(numberOf(places ?? null)?.toNumber() ?? 0, 'DOWN') ?? null,
};
