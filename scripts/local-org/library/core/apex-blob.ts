/** Apex's Blob: bytes. As text it reads as UTF-8, and refuses what is not. */
import { BLOB_TYPE } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { StringException } from './exceptions.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

export class ApexBlob {
  declare readonly $type: RuntimeType;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static ofText(text: string): ApexBlob {
    return new ApexBlob(encoder.encode(text));
  }

  size(): number {
    return this.bytes.length;
  }

  equals(other: unknown): boolean {
    return other instanceof ApexBlob && this.key() === other.key();
  }

  hashCode(): number {
    let hash = 1;
    for (const byte of this.bytes) hash = (Math.imul(hash, 31) + ((byte << 24) >> 24)) | 0;
    return hash;
  }

  key(): string {
    return Buffer.from(this.bytes).toString('latin1');
  }

  toString(): string {
    try {
      return decoder.decode(this.bytes);
    } catch {
      throw new StringException('BLOB is not a valid UTF-8 string');
    }
  }
}
Object.defineProperty(ApexBlob.prototype, '$type', { value: BLOB_TYPE });
