/** Makes values of Apex from JSON: of a given type, or untyped. */
import { ApexBlob } from '../core/apex-blob.ts';
import { ApexDate } from '../core/apex-date.ts';
import { ApexDatetime } from '../core/apex-datetime.ts';
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexList } from '../core/apex-list.ts';
import { ApexMap } from '../core/apex-map.ts';
import { ApexSet } from '../core/apex-set.ts';
import { ApexTime } from '../core/apex-time.ts';
import { ApexDouble, Decimal } from '../core/decimal.ts';
import { JSONException } from '../core/exceptions.ts';
import { toId } from '../core/id.ts';
import { ANY_TYPE, STRING_TYPE, primitiveType } from '../core/runtime-type.ts';
import type { RuntimeType } from '../core/runtime-type.ts';
import { host } from '../host.ts';
import { deserializeRecord } from './deserialize-record.ts';
import type { JsonNode } from './tree.ts';

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;

export function untyped(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': {
      const map = new ApexMap(STRING_TYPE, ANY_TYPE);
      for (const [name, value] of node.fields) map.put(name, untyped(value));
      return map;
    }
    case 'array':
      return new ApexList(ANY_TYPE, node.items.map(untyped));
    case 'string':
      return node.text;
    case 'integer':
      return wholeNumber(node.text);
    case 'fraction':
      return Decimal.parse(node.text)!;
    case 'boolean':
      return node.value;
    default:
      return null;
  }
}

/** An Integer where it fits, else a Long, else a Decimal. */
function wholeNumber(text: string): unknown {
  const value = BigInt(text);
  if (BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value ? value : new Decimal(value, 0);
}

export function typed(node: JsonNode, type: RuntimeType, isStrict: boolean): unknown {
  if (type.kind === 'any') return untyped(node);
  if (node.kind === 'null') return null;
  switch (type.kind) {
    case 'primitive':
      return primitive(node, type.name);
    case 'list':
      return new ApexList(
        type.args[0],
        items(node, type).map((item) => typed(item, type.args[0]!, isStrict)),
      );
    case 'set':
      return new ApexSet(
        type.args[0],
        items(node, type).map((item) => typed(item, type.args[0]!, isStrict)),
      );
    case 'map':
      return mapOf(object(node, type), type, isStrict);
    case 'sobject':
      return deserializeRecord(object(node, type), type, isStrict);
    case 'enum':
      return enumOf(node, type);
    case 'class':
      return instanceOf(object(node, type), type, isStrict);
    default:
      throw new JSONException(`Apex Type unsupported in JSON: ${type.getName()}`);
  }
}

function items(node: JsonNode, type: RuntimeType): readonly JsonNode[] {
  if (node.kind !== 'array') throw new JSONException(`Malformed JSON: Expected '[' at the beginning of List/Set`);
  return type.args.length > 0 ? node.items : [];
}

function object(node: JsonNode, type: RuntimeType): ObjectNode {
  if (node.kind !== 'object') {
    throw new JSONException(
      type.kind === 'map'
        ? `Malformed JSON: Expected '{' at the beginning of Map`
        : `Malformed JSON: Expected '{' at the beginning of object`,
    );
  }
  return node;
}

function mapOf(node: ObjectNode, type: RuntimeType, isStrict: boolean): ApexMap {
  const [keyType, valueType] = type.args as [RuntimeType, RuntimeType];
  const map = new ApexMap(keyType, valueType);
  for (const [name, value] of node.fields) {
    map.put(
      keyType.kind === 'any' ? name : typed({ kind: 'string', text: name }, keyType, isStrict),
      typed(value, valueType, isStrict),
    );
  }
  return map;
}

function enumOf(node: JsonNode, type: RuntimeType): unknown {
  const name = 'text' in node ? node.text.toUpperCase() : '';
  const found = type.constants.find((constant) => (constant as ApexEnumValue).$name.toUpperCase() === name);
  if (found === undefined) throw new JSONException(`Invalid enum value for type ${type.getName()}: ${name}`);
  return found;
}

/** The fields of the class get their values behind its initializers; no constructor runs. */
function instanceOf(node: ObjectNode, type: RuntimeType, isStrict: boolean): unknown {
  const ofLibrary = type.shape?.jsClass?.() as { $fromJson?(value: (name: string) => unknown): unknown } | undefined;
  if (ofLibrary?.$fromJson !== undefined) {
    const values = new Map(node.fields.map(([name, value]) => [name.toLowerCase(), untyped(value)]));
    return ofLibrary.$fromJson((name) => values.get(name.toLowerCase()) ?? null);
  }
  const allocate = type.shape?.allocate;
  if (allocate === undefined || type.shape?.isAbstract) {
    throw new JSONException(`Apex Type unsupported in JSON: ${type.getName()}`);
  }
  const instance = allocate() as Record<string, unknown>;
  const fields = new Map(
    type.fields.filter((field) => !field.isStatic).map((field) => [field.name.toLowerCase(), field]),
  );
  for (const [name, value] of node.fields) {
    const field = fields.get(name.toLowerCase());
    if (field === undefined) {
      if (isStrict) throw new JSONException(`Unknown field: ${type.getName()}.${name}`);
      continue;
    }
    instance[field.key] = typed(value, field.type(), isStrict);
  }
  return instance;
}

function invalid(format: string, text: string): never {
  throw new JSONException(`${format}: "${text}"`);
}

export function primitive(node: JsonNode, type: string): unknown {
  if (node.kind === 'object' || node.kind === 'array') throw new JSONException('Illegal value for primitive');
  if (node.kind === 'null') return null;
  const text = node.kind === 'boolean' ? String(node.value) : node.text;
  switch (type) {
    case 'String':
      return text;
    case 'Id':
      return toId(text);
    case 'Boolean':
      return booleanOf(text);
    case 'Date':
      return ApexDate.parseIso(text.slice(0, 10)) ?? invalid('Invalid format', text);
    case 'Datetime':
      return parseDatetime(text) ?? invalid('Invalid format', text);
    case 'Time':
      return ApexTime.parseIso(text) ?? invalid('Invalid format', text);
    case 'Blob':
      return new ApexBlob(new Uint8Array(Buffer.from(text, 'base64')));
    default:
      return numberOf(text, type);
  }
}

function booleanOf(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new JSONException('Illegal value for primitive');
}

function numberOf(text: string, type: string): unknown {
  const decimal = Decimal.parse(text);
  if (decimal === undefined) throw new JSONException('Illegal value for primitive');
  switch (type) {
    case 'Integer':
      if (!/^[+-]?\d+$/.test(text)) throw new JSONException('Illegal value for primitive');
      return decimal.intValue();
    case 'Long':
      if (!/^[+-]?\d+$/.test(text)) throw new JSONException('Illegal value for primitive');
      return decimal.longValue();
    case 'Double':
      return new ApexDouble(Number(text));
    default:
      return decimal;
  }
}

const DATETIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/** ISO 8601; without a zone it is GMT. */
export function parseDatetime(text: string): ApexDatetime | undefined {
  const match = DATETIME.exec(text);
  if (match === null) return undefined;
  const zone = (match[3] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const millis = Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}${zone}`);
  return Number.isNaN(millis) ? undefined : new ApexDatetime(millis);
}

/** The value of a record's field. */
export function fieldOf(node: JsonNode, apexType: string): unknown {
  return apexType === 'Object' ? untyped(node) : primitive(node, primitiveType(apexType).name);
}

export function objectNamed(name: string): ReturnType<ReturnType<typeof host>['schema']['object']> {
  return host().schema.object(name);
}
