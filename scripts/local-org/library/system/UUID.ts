/** System.UUID of version 4; its bits come from the host's randomness. */
import { IllegalArgumentException } from '../core/exceptions.ts';
import { stringHash } from '../core/hash.ts';
import { host } from '../host.ts';
import { argument } from '../arguments.ts';

export class System_UUID {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  static randomUUID(): System_UUID {
    const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(host().random() * 256)));
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return new System_UUID(bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  }

  static fromString(text: string | null): System_UUID {
    const given = argument(text, 1);
    if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(given)) {
      throw new IllegalArgumentException(`Invalid UUID string: ${given}`);
    }
    return new System_UUID(given.toLowerCase());
  }

  equals(other: unknown): boolean {
    return other instanceof System_UUID && other.text === this.text;
  }

  hashCode(): number {
    return stringHash(this.text);
  }

  collectionKey(): string {
    return `\0uuid ${this.text}`;
  }

  toString(): string {
    return this.text;
  }
}
