/** Double lives beside Decimal, since each converts to the other. */
export { ApexDouble, doubleText, doubleToLong } from './decimal.ts';
