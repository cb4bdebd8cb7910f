/** The escapes of String: CSV, ECMAScript, HTML, Java, Unicode, XML, after Apache Commons' StringEscapeUtils. */
import { HTML3_ENTITIES, HTML4_ENTITIES } from './html-entities.ts';

const SHORT: Record<string, string> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };
const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

function escapeWith(text: string, special: Record<string, string>): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const code = text.charCodeAt(at);
    result += special[character] ?? SHORT[character] ?? (code < 32 || code > 126 ? `\\u${hex(code)}` : character);
  }
  return result;
}

export const escapeJava = (text: string): string => escapeWith(text, { '"': '\\"', '\\': '\\\\' });

export const escapeEcmaScript = (text: string): string =>
  escapeWith(text, { '"': '\\"', '\\': '\\\\', "'": "\\'", '/': '\\/' });

/** Reads the escapes of Java and of ECMAScript alike. */
export function unescapeJava(text: string): string {
  const letters: Record<string, string> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };
  return text.replace(
    /\\(?:u+([0-9A-Fa-f]{4})|([0-3]?[0-7]{1,2})|([^]))/g,
    (_, unicode?: string, octal?: string, other?: string) => {
      if (unicode !== undefined) return String.fromCharCode(parseInt(unicode, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      return letters[other!] ?? other!;
    },
  );
}

export const escapeUnicode = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${hex(text.charCodeAt(at))}`).join('');

export const unescapeUnicode = (text: string): string =>
  text.replace(/\\u+\+?([0-9A-Fa-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

export const escapeCsv = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text.slice();

export function unescapeCsv(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text.slice();
  const inner = text.slice(1, -1);
  return /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

const BASIC: Record<string, string> = { '"': '&quot;', '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export const escapeXml = (text: string): string => text.replace(/["&<>']/g, (c) => (c === "'" ? '&apos;' : BASIC[c]!));

function escapeHtml(text: string, entities: ReadonlyMap<string, string>): string {
  return [...text.slice()].map((c) => BASIC[c] ?? (entities.has(c) ? `&${entities.get(c)};` : c)).join('');
}

export const escapeHtml3 = (text: string): string => escapeHtml(text, HTML3_ENTITIES);
export const escapeHtml4 = (text: string): string => escapeHtml(text, HTML4_ENTITIES);

const BASIC_NAMES: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
]);

function unescapeEntities(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(
    /&(?:#(\d+)|#[xX]([0-9A-Fa-f]+)|(\w+));/g,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hexadecimal !== undefined) return String.fromCodePoint(parseInt(hexadecimal, 16));
      return BASIC_NAMES.get(name!) ?? names.get(name!) ?? whole;
    },
  );
}

const reversed = (entities: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...entities].map(([character, name]) => [name, character]));
const HTML3_NAMES = reversed(HTML3_ENTITIES);
const HTML4_NAMES = reversed(HTML4_ENTITIES);

export const unescapeXml = (text: string): string => unescapeEntities(text, new Map([['apos', "'"]]));
export const unescapeHtml3 = (text: string): string => unescapeEntities(text, HTML3_NAMES);
export const unescapeHtml4 = (text: string): string => unescapeEntities(text, HTML4_NAMES);

/** Takes tags out; entities stay what they are. */
export const stripHtmlTags = (text: string): string => text.replace(/<!--[^]*?-->|<\/?[A-Za-z!][^>]*>/g, '');
