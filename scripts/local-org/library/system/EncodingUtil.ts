/** System.EncodingUtil. */
import { ApexBlob } from '../core/apex-blob.ts';
import { IllegalArgumentException, InvalidParameterValueException } from '../core/exceptions.ts';
import { argument } from '../arguments.ts';

function bytes(blob: ApexBlob | null): Buffer {
  return Buffer.from(argument(blob, 1).bytes);
}

function charset(name: string | null): BufferEncoding {
  const encoding = argument(name, 2).toLowerCase();
  if (encoding === 'utf-8' || encoding === 'utf8') return 'utf8';
  if (encoding === 'iso-8859-1' || encoding === 'latin1' || encoding === 'us-ascii') return 'latin1';
  throw new IllegalArgumentException(`Unsupported encoding: ${name}`);
}

/** As java.net.URLEncoder: letters, digits and `.-*_` stay, a space becomes `+`. */
function urlEncode(text: string | null, encoding: string | null): string {
  const to = charset(encoding);
  let result = '';
  for (const character of argument(text, 1)) {
    if (/[A-Za-z0-9.\-*_]/.test(character)) result += character;
    else if (character === ' ') result += '+';
    else
      for (const byte of Buffer.from(character, to)) result += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return result;
}

function urlDecode(text: string | null, encoding: string | null): string {
  const from = charset(encoding);
  const parts: Buffer[] = [];
  for (const part of argument(text, 1)
    .replaceAll('+', ' ')
    .split(/((?:%[^%]{0,2})+)/)) {
    if (!part.startsWith('%')) parts.push(Buffer.from(part, from));
    else parts.push(decodedBytes(part));
  }
  return Buffer.concat(parts).toString(from);
}

function decodedBytes(escapes: string): Buffer {
  if (!/^(?:%[0-9A-Fa-f]{2})+$/.test(escapes)) {
    throw new IllegalArgumentException(`URLDecoder: Illegal hex characters in escape (%) pattern: ${escapes}`);
  }
  return Buffer.from(escapes.replaceAll('%', ''), 'hex');
}

export const System_EncodingUtil = {
  base64Decode(text: string | null): ApexBlob {
    const source = argument(text, 1);
    return new ApexBlob(new Uint8Array(Buffer.from(source, 'base64')));
  },
  base64Encode: (blob: ApexBlob | null): string => bytes(blob).toString('base64'),
  convertFromHex(text: string | null): ApexBlob {
    const source = argument(text, 1);
    if (source.length % 2 !== 0 || /[^0-9A-Fa-f]/.test(source)) {
      throw new InvalidParameterValueException('Invalid hex string');
    }
    return new ApexBlob(new Uint8Array(Buffer.from(source, 'hex')));
  },
  convertToHex: (blob: ApexBlob | null): string => bytes(blob).toString('hex'),
  urlDecode,
  urlEncode,
};
