/** Locations in a record that is read whole: queries give their parts, the REST API shows them as one. */
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import type { JsonRecord } from '../local-org.ts';

interface Location {
  readonly name: string;
  /** The member of the JSON object → the field that holds it. */
  readonly parts: ReadonlyArray<readonly [member: string, field: string]>;
}

export function locationsAmong(object: ObjectDescribe, names: readonly string[]): readonly Location[] {
  return names.flatMap((name) => {
    const field = object.fieldByName.get(name.toLowerCase());
    if (field?.type !== 'LOCATION') return [];
    return [{ name: field.name, parts: partsOf(object, field) }];
  });
}

/** The names to ask for: parts in place of the whole. */
export function withParts(names: readonly string[], locations: readonly Location[]): string[] {
  const whole = new Set(locations.map(({ name }) => name.toLowerCase()));
  const simple = names.filter((name) => !whole.has(name.toLowerCase()));
  const asked = new Set(simple.map((name) => name.toLowerCase()));
  const parts = locations.flatMap((location) => location.parts.map(([, field]) => field));
  return [...simple, ...parts.filter((name) => !asked.has(name.toLowerCase()))];
}

/** Puts the wholes in, null where no part is set, and takes out the parts that nobody asked for. */
export function withLocations(
  record: JsonRecord,
  names: readonly string[],
  locations: readonly Location[],
): JsonRecord {
  if (locations.length === 0) return record;
  const wholes = new Map(locations.map((location) => [location.name.toLowerCase(), location]));
  const answer: JsonRecord = { attributes: record.attributes };
  if (!names.some((name) => name.toLowerCase() === 'id')) answer.Id = record.Id;
  const keyOf = new Map(Object.keys(record).map((key) => [key.toLowerCase(), key]));
  for (const name of names) {
    const location = wholes.get(name.toLowerCase());
    const key = location?.name ?? keyOf.get(name.split('.')[0]!.toLowerCase());
    if (key !== undefined) answer[key] = location === undefined ? record[key] : whole(record, location);
  }
  return answer;
}

function whole(record: JsonRecord, { parts }: Location): JsonRecord | null {
  const value = Object.fromEntries(parts.map(([member, field]) => [member, record[field] ?? null]));
  return Object.values(value).every((part) => part === null) ? null : value;
}

function partsOf(object: ObjectDescribe, field: FieldDescribe): ReadonlyArray<readonly [string, string]> {
  return ['Latitude', 'Longitude'].flatMap((part) => {
    const declared = object.fieldByName.get(field.name.replace(/__c$/i, `__${part}__s`).toLowerCase())?.name;
    return declared === undefined ? [] : [[part.toLowerCase(), declared] as const];
  });
}
