/** System.Id: an id is a string of 18 characters in JavaScript. */
import { SObjectException, StringException } from '../core/exceptions.ts';
import { isIdText, longId, toId } from '../core/id.ts';
import { idEquals } from '../core/equality.ts';
import { stringHash } from '../core/hash.ts';
import { unsupported } from '../../unsupported.ts';
import { host } from '../host.ts';
import { argument } from '../arguments.ts';
import { objectType } from '../schema/SObjectType.ts';
import type { Schema_SObjectType } from '../schema/SObjectType.ts';

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Gives the first 15 characters the capitals that the last three say. */
function restored(text: string): string {
  if (text.length !== 18 || !isIdText(text)) throw new StringException(`Invalid id: ${text}`);
  const bits = [...text.slice(15).toUpperCase()].map((character) => SUFFIX.indexOf(character));
  const id = [...text.slice(0, 15)]
    .map((c, at) => ((bits[Math.floor(at / 5)]! >> (at % 5)) & 1 ? c.toUpperCase() : c.toLowerCase()))
    .join('');
  return longId(id);
}

export const System_Id = {
  valueOf: (text: string | null, restoreCasing: boolean | null = false): string =>
    restoreCasing ? restored(argument(text, 1)) : toId(argument(text, 1))!,
  addError: (): never => unsupported('addError on what is not a field of a record'),
  compareTo: (id: string, other: string | null): number => (id < argument(other, 1) ? -1 : id === other ? 0 : 1),
  equals: (id: string, other: unknown): boolean => typeof other === 'string' && idEquals(id.toString(), other),
  getSObjectType(id: string): Schema_SObjectType {
    const object = host().schema.objectByPrefix(id.slice(0, 3));
    if (object === undefined) throw new SObjectException(`Cannot locate Apex Type for ID: ${id}`);
    return objectType(object);
  },
  hashCode: (id: string): number => stringHash(id.toString()),
  startsWith: (id: string, prefix: string | null): boolean => id.startsWith(argument(prefix, 1)),
  to15: (id: string): string => id.slice(0, 15),
  toString: (id: string): string => id.toString(),
};
