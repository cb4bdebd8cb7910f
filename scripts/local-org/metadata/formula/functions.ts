/** The functions whose arguments are all evaluated first; what looks at its arguments unevaluated is in evaluate.ts. */
import { dateFunctions } from './date-functions.ts';
import type { FormulaContext } from './evaluate.ts';
import { numberFunctions } from './number-functions.ts';
import { textFunctions } from './text-functions.ts';

export type FormulaFunction = (args: readonly unknown[], context: FormulaContext) => unknown;

export const functions: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries({ ...textFunctions, ...numberFunctions, ...dateFunctions }),
);
