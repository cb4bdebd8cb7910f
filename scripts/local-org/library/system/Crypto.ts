/** System.Crypto on node:crypto. Random numbers come from the host, like all randomness of an org. */
import * as crypto from 'node:crypto';
import { ApexBlob } from '../core/apex-blob.ts';
import { InvalidParameterValueException, SecurityException } from '../core/exceptions.ts';
import { unsupported } from '../../unsupported.ts';
import { host } from '../host.ts';
import { argument } from '../arguments.ts';

const blob = (bytes: Uint8Array): ApexBlob => new ApexBlob(new Uint8Array(bytes));

const DIGESTS: Record<string, string> = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  'SHA-256': 'sha256',
  SHA384: 'sha384',
  'SHA-384': 'sha384',
  SHA512: 'sha512',
  'SHA-512': 'sha512',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512',
};
const MACS: Record<string, string> = {
  HMACMD5: 'md5',
  HMACSHA1: 'sha1',
  HMACSHA256: 'sha256',
  HMACSHA384: 'sha384',
  HMACSHA512: 'sha512',
};
const SIGNATURES: Record<string, string> = {
  RSA: 'sha1',
  'RSA-SHA1': 'sha1',
  'RSA-SHA256': 'sha256',
  'RSA-SHA384': 'sha384',
  'RSA-SHA512': 'sha512',
  'ECDSA-SHA256': 'sha256',
  'ECDSA-SHA384': 'sha384',
  'ECDSA-SHA512': 'sha512',
};
const CIPHERS: Record<string, { readonly name: string; readonly keyBytes: number }> = {
  AES128: { name: 'aes-128-cbc', keyBytes: 16 },
  AES192: { name: 'aes-192-cbc', keyBytes: 24 },
  AES256: { name: 'aes-256-cbc', keyBytes: 32 },
};
const IV_BYTES = 16;

function find<T>(table: Record<string, T>, algorithm: string | null): T {
  const found = table[argument(algorithm, 1).toUpperCase()];
  if (found === undefined) throw new InvalidParameterValueException(`Unsupported algorithm: ${algorithm}`);
  return found;
}

function cipherOf(algorithm: string | null, key: ApexBlob | null): { name: string; key: Uint8Array } {
  const { name, keyBytes } = find(CIPHERS, algorithm);
  const { bytes } = argument(key, 2);
  if (bytes.length !== keyBytes) {
    throw new InvalidParameterValueException(`Invalid private key. Must be ${keyBytes} bytes.`);
  }
  return { name, key: bytes };
}

function vectorOf(vector: ApexBlob | null): Uint8Array {
  const { bytes } = argument(vector, 3);
  if (bytes.length !== IV_BYTES)
    throw new InvalidParameterValueException(`Invalid initialization vector. Must be ${IV_BYTES} bytes.`);
  return bytes;
}

function encryptBytes(algorithm: string | null, key: ApexBlob | null, iv: Uint8Array, data: ApexBlob): Buffer {
  const { name, key: secret } = cipherOf(algorithm, key);
  const cipher = crypto.createCipheriv(name, secret, iv);
  return Buffer.concat([cipher.update(data.bytes), cipher.final()]);
}

function decryptBytes(algorithm: string | null, key: ApexBlob | null, iv: Uint8Array, data: Uint8Array): ApexBlob {
  const { name, key: secret } = cipherOf(algorithm, key);
  if (data.length === 0 || data.length % IV_BYTES !== 0) {
    throw new SecurityException('Input length must be multiple of 16 when decrypting with padded cipher');
  }
  try {
    const decipher = crypto.createDecipheriv(name, secret, iv);
    return blob(Buffer.concat([decipher.update(data), decipher.final()]));
  } catch {
    throw new SecurityException(
      'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.',
    );
  }
}

function randomBytes(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => Math.floor(host().random() * 256));
}

function privateKey(key: ApexBlob | null): crypto.KeyObject {
  try {
    return crypto.createPrivateKey({ key: Buffer.from(argument(key, 3).bytes), format: 'der', type: 'pkcs8' });
  } catch {
    throw new InvalidParameterValueException('Invalid private key. Must be a PKCS #8 key.');
  }
}

function hmac(algorithm: string | null, data: ApexBlob | null, key: ApexBlob | null): Buffer {
  const digest = find(MACS, algorithm);
  return crypto.createHmac(digest, argument(key, 3).bytes).update(argument(data, 2).bytes).digest();
}

export const System_Crypto = {
  decrypt: (algorithm: string | null, key: ApexBlob | null, vector: ApexBlob | null, data: ApexBlob | null) =>
    decryptBytes(algorithm, key, vectorOf(vector), argument(data, 4).bytes),
  decryptWithManagedIV(algorithm: string | null, key: ApexBlob | null, data: ApexBlob | null) {
    const { bytes } = argument(data, 3);
    if (bytes.length < IV_BYTES * 2) throw new SecurityException('Input length must be at least 32 bytes');
    return decryptBytes(algorithm, key, bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES));
  },
  encrypt: (algorithm: string | null, key: ApexBlob | null, vector: ApexBlob | null, data: ApexBlob | null) =>
    blob(encryptBytes(algorithm, key, vectorOf(vector), argument(data, 4))),
  /** The vector goes in front of what it encrypts. */
  encryptWithManagedIV(algorithm: string | null, key: ApexBlob | null, data: ApexBlob | null) {
    const vector = randomBytes(IV_BYTES);
    return blob(Buffer.concat([vector, encryptBytes(algorithm, key, vector, argument(data, 3))]));
  },
  generateAesKey(size: number | null) {
    const bits = argument(size, 1);
    if (![128, 192, 256].includes(bits))
      throw new InvalidParameterValueException('Invalid key size. Must be 128, 192 or 256.');
    return blob(randomBytes(bits / 8));
  },
  generateDigest: (algorithm: string | null, data: ApexBlob | null) =>
    blob(crypto.createHash(find(DIGESTS, algorithm)).update(argument(data, 2).bytes).digest()),
  generateMac: (algorithm: string | null, data: ApexBlob | null, key: ApexBlob | null) =>
    blob(hmac(algorithm, data, key)),
  getRandomInteger: () => Buffer.from(randomBytes(4)).readInt32BE(),
  getRandomLong: () => Buffer.from(randomBytes(8)).readBigInt64BE(),
  sign: (algorithm: string | null, data: ApexBlob | null, key: ApexBlob | null) =>
    blob(crypto.sign(find(SIGNATURES, algorithm), argument(data, 2).bytes, privateKey(key))),
  signWithCertificate: (): never => unsupported('Crypto.signWithCertificate: the local org has no certificates'),
  verify(algorithm: string | null, data: ApexBlob | null, signature: ApexBlob | null, key: ApexBlob | string | null) {
    if (typeof key === 'string') unsupported('Crypto.verify with a certificate: the local org has none');
    const publicKey = crypto.createPublicKey({ key: Buffer.from(argument(key, 4).bytes), format: 'der', type: 'spki' });
    return crypto.verify(find(SIGNATURES, algorithm), argument(data, 2).bytes, publicKey, argument(signature, 3).bytes);
  },
  verifyHMac(algorithm: string | null, data: ApexBlob | null, key: ApexBlob | null, mac: ApexBlob | null) {
    const wanted = hmac(algorithm, data, key);
    const { bytes } = argument(mac, 4);
    return bytes.length === wanted.length && crypto.timingSafeEqual(bytes, wanted);
  },
};
