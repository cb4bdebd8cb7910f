/** System.Version of a package. */
import { argument } from '../arguments.ts';

export class System_Version {
  private readonly parts: readonly [number, number, number | null];

  constructor(major: number | null, minor: number | null, patch: number | null = null) {
    this.parts = [argument(major, 1), argument(minor, 2), patch];
  }

  major(): number {
    return this.parts[0];
  }

  minor(): number {
    return this.parts[1];
  }

  patch(): number | null {
    return this.parts[2];
  }

  compareTo(other: System_Version | null): number {
    const right = argument(other, 1).parts;
    for (const at of [0, 1, 2]) {
      const order = (this.parts[at] ?? 0) - (right[at] ?? 0);
      if (order !== 0) return Math.sign(order);
    }
    return 0;
  }

  equals(other: unknown): boolean {
    return other instanceof System_Version && this.compareTo(other) === 0;
  }

  hashCode(): number {
    return this.parts.reduce<number>((hash, part) => Math.imul(hash, 31) + (part ?? 0), 1) | 0;
  }

  toString(): string {
    return this.parts.filter((part) => part !== null).join('.');
  }
}
