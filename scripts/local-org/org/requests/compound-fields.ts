/** Addresses and locations in a record that is read whole: the database has their parts, the REST API shows them as one. */
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import type { JsonRecord } from '../local-org.ts';

interface Compound {
  readonly name: string;
  /** The member of the JSON object → the field that holds it. */
  readonly parts: ReadonlyArray<readonly [member: string, field: string]>;
}

/** In the order in which the platform writes them. */
const ADDRESS_PARTS = [
  'City',
  'Country',
  'CountryCode',
  'GeocodeAccuracy',
  'Latitude',
  'Longitude',
  'PostalCode',
  'State',
  'StateCode',
  'Street',
];

export function compoundsAmong(object: ObjectDescribe, names: readonly string[]): readonly Compound[] {
  return names.flatMap((name) => {
    const field = object.fieldByName.get(name.toLowerCase());
    if (field === undefined || (field.type !== 'ADDRESS' && field.type !== 'LOCATION')) return [];
    return [{ name: field.name, parts: partsOf(object, field) }];
  });
}

/** The names to ask for: parts in place of the whole. */
export function withParts(names: readonly string[], compounds: readonly Compound[]): string[] {
  const whole = new Set(compounds.map(({ name }) => name.toLowerCase()));
  const simple = names.filter((name) => !whole.has(name.toLowerCase()));
  const asked = new Set(simple.map((name) => name.toLowerCase()));
  const parts = compounds.flatMap((compound) => compound.parts.map(([, field]) => field));
  return [...simple, ...parts.filter((name) => !asked.has(name.toLowerCase()))];
}

/** Puts the wholes in, null where no part is set, and takes out the parts that nobody asked for. */
export function withCompounds(
  record: JsonRecord,
  names: readonly string[],
  compounds: readonly Compound[],
): JsonRecord {
  if (compounds.length === 0) return record;
  const wholes = new Map(compounds.map((compound) => [compound.name.toLowerCase(), compound]));
  const answer: JsonRecord = { attributes: record.attributes };
  if (!names.some((name) => name.toLowerCase() === 'id')) answer.Id = record.Id;
  const keyOf = new Map(Object.keys(record).map((key) => [key.toLowerCase(), key]));
  for (const name of names) {
    const compound = wholes.get(name.toLowerCase());
    const key = compound?.name ?? keyOf.get(name.split('.')[0]!.toLowerCase());
    if (key !== undefined) answer[key] = compound === undefined ? record[key] : whole(record, compound);
  }
  return answer;
}

function whole(record: JsonRecord, { parts }: Compound): JsonRecord | null {
  const value = Object.fromEntries(parts.map(([member, field]) => [member, record[field] ?? null]));
  return Object.values(value).every((part) => part === null) ? null : value;
}

function partsOf(object: ObjectDescribe, field: FieldDescribe): ReadonlyArray<readonly [string, string]> {
  const found = (name: string): string | undefined => object.fieldByName.get(name.toLowerCase())?.name;
  const candidates =
    field.type === 'ADDRESS'
      ? ADDRESS_PARTS.map((part) => [part, `${field.name.replace(/Address$/i, '')}${part}`] as const)
      : ['Latitude', 'Longitude'].map((part) => [part, field.name.replace(/__c$/i, `__${part}__s`)] as const);
  return candidates.flatMap(([part, name]) => {
    const declared = found(name);
    return declared === undefined ? [] : [[part.charAt(0).toLowerCase() + part.slice(1), declared] as const];
  });
}
