/** Long values are bigints of 64 bits that wrap as Java's do. */
import { MathException } from './exceptions.ts';

export const wrapLong = (value: bigint): bigint => BigInt.asIntN(64, value);

export function addLong(left: bigint, right: bigint): bigint {
  return BigInt.asIntN(64, left + right);
}

export function subtractLong(left: bigint, right: bigint): bigint {
  return BigInt.asIntN(64, left - right);
}

export function multiplyLong(left: bigint, right: bigint): bigint {
  return BigInt.asIntN(64, left * right);
}

export function divideLong(left: bigint, right: bigint): bigint {
  if (right === 0n) throw new MathException('Divide by 0');
  return BigInt.asIntN(64, left / right);
}

/** Shifts use the lowest six bits of the distance. */
export function shiftLeftLong(value: bigint, distance: bigint): bigint {
  return BigInt.asIntN(64, value << (distance & 63n));
}

export function shiftRightLong(value: bigint, distance: bigint): bigint {
  return value >> (distance & 63n);
}

export function shiftRightUnsignedLong(value: bigint, distance: bigint): bigint {
  return BigInt.asIntN(64, BigInt.asUintN(64, value) >> (distance & 63n));
}
