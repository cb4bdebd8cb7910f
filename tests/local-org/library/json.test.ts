/** System.JSON, JSONParser, JSONGenerator. Source: Apex Reference; Jackson's layout. */
import { ApexDate } from '../../../scripts/local-org/library/core/apex-date.ts';
import { ApexDatetime } from '../../../scripts/local-org/library/core/apex-datetime.ts';
import { ApexList } from '../../../scripts/local-org/library/core/apex-list.ts';
import { ApexMap } from '../../../scripts/local-org/library/core/apex-map.ts';
import { ApexObject } from '../../../scripts/local-org/library/core/apex-object.ts';
import { Decimal } from '../../../scripts/local-org/library/core/decimal.ts';
import {
  ANY_TYPE,
  DATE_TYPE,
  INTEGER_TYPE,
  STRING_TYPE,
  declareType,
  listType,
  mapType,
  sobjectType,
} from '../../../scripts/local-org/library/core/runtime-type.ts';
import type { RuntimeField, RuntimeType } from '../../../scripts/local-org/library/core/runtime-type.ts';
import { SObjectRecord } from '../../../scripts/local-org/library/core/sobject-record.ts';
import { Database_SaveResult } from '../../../scripts/local-org/library/database/results.ts';
import { libraryClasses } from '../../../scripts/local-org/library/registry.ts';
import { System_JSON } from '../../../scripts/local-org/library/system/JSON.ts';
import { CONTACT, NOW, thrownBy, useHost } from './fake-host.ts';

const shape = (name: string, key: string, type: RuntimeType, isTransient = false): RuntimeField => ({
  name,
  key,
  type: () => type,
  isTransient,
  isStatic: false,
  isProperty: false,
  visibility: 'public',
});

class Point extends ApexObject {
  $x: unknown = null;
  $names: unknown = null;
  $secret: unknown = 'hidden';
}
const POINT = declareType({
  name: 'Point',
  namespace: '',
  kind: 'class',
  jsClass: () => Point,
  allocate: () => new Point(),
  fields: [
    shape('x', '$x', INTEGER_TYPE),
    shape('names', '$names', listType(STRING_TYPE)),
    shape('secret', '$secret', STRING_TYPE, true),
  ],
});
Object.defineProperty(Point.prototype, '$type', { value: POINT });

beforeAll(() => useHost());

function map(entries: Record<string, unknown>): ApexMap {
  const result = new ApexMap(STRING_TYPE, ANY_TYPE);
  for (const [key, value] of Object.entries(entries)) result.put(key, value);
  return result;
}

test('values become JSON', () => {
  const value = map({
    i: 1,
    l: 2n,
    d: Decimal.parse('1.50'),
    s: 'a"\n\u0001é',
    n: null,
    day: ApexDate.of(2026, 11, 23),
    at: new ApexDatetime(NOW),
    list: new ApexList(ANY_TYPE, [true]),
  });
  expect(System_JSON.serialize(value)).toBe(
    '{"i":1,"l":2,"d":1.50,"s":"a\\"\\n\\u0001é","n":null,"day":"2026-11-23","at":"2026-11-23T18:54:00.000Z","list":[true]}',
  );
});

test('objects of classes lose their transient fields, and nulls if asked', () => {
  const point = new Point();
  expect(System_JSON.serialize(point)).toBe('{"x":null,"names":null}');
  point.$x = 3;
  expect(System_JSON.serialize(point, true)).toBe('{"x":3}');
});

test("pretty printing is Jackson's", () => {
  const value = map({ a: 1, b: new ApexList(ANY_TYPE, [1, map({ c: 2 })]), e: new ApexList(ANY_TYPE), m: map({}) });
  expect(System_JSON.serializePretty(value)).toBe(
    '{\n  "a" : 1,\n  "b" : [ 1, {\n    "c" : 2\n  } ],\n  "e" : [ ],\n  "m" : { }\n}',
  );
});

test('records carry attributes, and come back', () => {
  const record = new SObjectRecord(CONTACT);
  record.id = '003000000000001AAA';
  record.put('LastName', 'Byron');
  const json = System_JSON.serialize(record);
  expect(json).toBe(
    '{"attributes":{"type":"Contact","url":"/services/data/v67.0/sobjects/Contact/003000000000001AAA"},"Id":"003000000000001AAA","LastName":"Byron"}',
  );
  const back = System_JSON.deserialize(json, sobjectType('SObject')) as SObjectRecord;
  expect([back.object.name, back.get('lastname')]).toEqual(['Contact', 'Byron']);
  const withParent = System_JSON.deserialize(
    '{"Account":{"Name":"x"},"Birthdate":"2026-11-23"}',
    sobjectType('Contact'),
  ) as SObjectRecord;
  expect([withParent.getSObject('Account')!.get('Name'), String(withParent.get('Birthdate'))]).toEqual([
    'x',
    '2026-11-23',
  ]);
});

test('typed and untyped reading', () => {
  const point = System_JSON.deserialize('{"X":5,"names":["a"],"other":1}', POINT) as Point;
  expect([point.$x, (point.$names as ApexList).items]).toEqual([5, ['a']]);
  expect(thrownBy(() => System_JSON.deserializeStrict('{"other":1}', POINT))).toBe(
    'System.JSONException: Unknown field: Point.other',
  );
  const untyped = System_JSON.deserializeUntyped('{"a":[1,2147483648,1.5,null,"x"]}') as ApexMap;
  expect((untyped.get('a') as ApexList).items.map((item) => [typeof item, String(item)])).toEqual([
    ['number', '1'],
    ['bigint', '2147483648'],
    ['object', '1.5'],
    ['object', 'null'],
    ['string', 'x'],
  ]);
  const days = System_JSON.deserialize('{"a":"2026-11-23"}', mapType(STRING_TYPE, DATE_TYPE)) as ApexMap;
  expect(String(days.get('a'))).toBe('2026-11-23');
});

test.each([
  [
    '{a:1}',
    "Unexpected character ('a' (code 97)): was expecting double-quote to start field name at [line:1, column:3]",
  ],
  ['{"a":1', 'Unexpected end-of-input: expected close marker for OBJECT'],
  ['{"a" 1}', 'was expecting a colon'],
  ['[1 2]', 'was expecting comma to separate ARRAY entries'],
])('%s is refused', (text, message) => expect(thrownBy(() => System_JSON.deserializeUntyped(text))).toContain(message));

test('a parser walks over tokens', () => {
  const parser = System_JSON.createParser('{"a":{"b":[1]},"c":"x","d":{"x":7,"names":[]}}');
  const seen: string[] = [];
  for (let token = parser.nextToken(); token !== null; token = parser.nextToken()) {
    seen.push(`${token.name()} ${parser.getCurrentName()}`);
    if (parser.getText() === 'd') break;
  }
  expect(seen.slice(0, 8)).toEqual([
    'START_OBJECT null',
    'FIELD_NAME a',
    'START_OBJECT a',
    'FIELD_NAME b',
    'START_ARRAY b',
    'VALUE_NUMBER_INT null',
    'END_ARRAY b',
    'END_OBJECT a',
  ]);
  parser.nextToken();
  expect((parser.readValueAs(POINT) as Point).$x).toBe(7);
  expect(parser.nextToken()!.name()).toBe('END_OBJECT');
  expect(parser.nextToken()).toBe(null);
});

test('a generator writes token by token', () => {
  const generator = System_JSON.createGenerator(false) as unknown as Record<string, (...args: unknown[]) => unknown>;
  generator['writeStartObject']!();
  generator['writeStringField']!('a', 'x');
  generator['writeFieldName']!('b');
  generator['writeStartArray']!();
  generator['writeNumber']!(1);
  generator['writeEndArray']!();
  generator['writeObjectField']!('p', map({ z: null }));
  generator['writeEndObject']!();
  expect(generator['getAsString']!()).toBe('{"a":"x","b":[1],"p":{"z":null}}');
});

test('results of Database are made from JSON, and say what is in it', () => {
  const text =
    '{"success":false,"id":"null","errors":[{"statusCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","message":"No."}]}';
  libraryClasses();
  const type = (Database_SaveResult.prototype as unknown as { $type: RuntimeType }).$type;
  const result = System_JSON.deserialize(text, type) as Database_SaveResult & { success: boolean };
  expect([result.isSuccess(), result.success, result.getId()]).toEqual([false, false, 'null']);
  expect((result.getErrors().items[0] as { getMessage(): string }).getMessage()).toBe('No.');
});
