/**
 * Keeps an Apex object as text and makes it again: the deep copy by which a job carries its state from the transaction that
 * enqueues it to the one that runs it. Objects that are met twice stay one object; transient fields are left out.
 */
import { ApexBlob } from '../../library/core/apex-blob.ts';
import { ApexDate } from '../../library/core/apex-date.ts';
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { ApexEnumValue } from '../../library/core/apex-enum-value.ts';
import { ApexException } from '../../library/core/apex-exception.ts';
import { ApexList } from '../../library/core/apex-list.ts';
import { ApexMap } from '../../library/core/apex-map.ts';
import { ApexSet } from '../../library/core/apex-set.ts';
import { ApexTime } from '../../library/core/apex-time.ts';
import { ApexDouble, Decimal } from '../../library/core/decimal.ts';
import {
  ANY_TYPE,
  RuntimeType,
  genericType,
  listType,
  mapType,
  primitiveType,
  setType,
  sobjectType,
} from '../../library/core/runtime-type.ts';
import { isFieldToken, isObjectToken, schemaTokens } from '../../library/core/schema-tokens.ts';
import { libraryType } from '../../library/core/library-types.ts';
import { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { Schema } from '../../metadata/schema.ts';
import { unsupported } from '../../unsupported.ts';

type Encoded = null | boolean | number | string | { readonly [key: string]: unknown };

interface StateText {
  readonly root: Encoded;
  readonly objects: unknown[];
}

export interface StateWorld {
  readonly schema: Schema;
  typeByName(name: string): RuntimeType | undefined;
}

export function serialiseState(value: unknown): string {
  const writer = new StateWriter();
  const root = writer.encode(value);
  return JSON.stringify({ root, objects: writer.objects } satisfies StateText);
}

export function deserialiseState(text: string, world: StateWorld): unknown {
  const { root, objects } = JSON.parse(text) as StateText;
  return new StateReader(objects, world).decode(root);
}

class StateWriter {
  readonly objects: unknown[] = [];
  private readonly seen = new Map<object, number>();

  encode(value: unknown): Encoded {
    if (value === undefined) return { u: 1 };
    if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
      return value;
    if (typeof value === 'bigint') return { long: value.toString() };
    if (value instanceof ApexDouble) return { double: String(value.value) };
    if (value instanceof Decimal) return { decimal: value.toPlainString() };
    if (value instanceof ApexDate) return { date: value.days };
    if (value instanceof ApexDatetime) return { datetime: value.millis };
    if (value instanceof ApexTime) return { time: value.millis };
    if (value instanceof ApexBlob) return { blob: Buffer.from(value.bytes).toString('base64') };
    if (value instanceof ApexEnumValue) return { enum: value.$name, type: encodeType(value.$type) };
    if (value instanceof RuntimeType) return { type: encodeType(value) };
    return this.reference(value as object);
  }

  private reference(value: object): Encoded {
    let index = this.seen.get(value);
    if (index === undefined) {
      index = this.objects.push(null) - 1;
      this.seen.set(value, index);
      this.objects[index] = this.encodeObject(value);
    }
    return { ref: index };
  }

  private encodeObject(value: object): unknown {
    if (value instanceof ApexList)
      return { list: encodeType(value.elementType), items: value.items.map((item) => this.encode(item)) };
    if (value instanceof ApexSet)
      return { set: encodeType(value.$type.args[0]!), items: [...value].map((item) => this.encode(item)) };
    if (value instanceof ApexMap) {
      const keys = [...(value.keySet() as Iterable<unknown>)];
      return {
        map: value.$type.args.map(encodeType),
        entries: keys.map((key) => [this.encode(key), this.encode(value.get(key))]),
      };
    }
    if (value instanceof SObjectRecord) return this.encodeRecord(value);
    if (isFieldToken(value)) return { fieldToken: [value.$object.name, value.$field.name] };
    if (isObjectToken(value)) return { objectToken: value.$object.name };
    if (value instanceof ApexException) return this.encodeException(value);
    return this.encodeInstance(value);
  }

  private encodeRecord(record: SObjectRecord): unknown {
    const fields: Record<string, Encoded> = {};
    for (const field of record.object.fields) {
      const value = record.slots[field.index];
      if (value !== undefined) fields[field.name] = this.encode(value);
    }
    const related = (map: Map<string, unknown> | undefined): unknown =>
      map === undefined ? undefined : [...map].map(([name, item]) => [name, this.encode(item)]);
    return {
      record: record.object.name,
      fields,
      isQueried: record.isQueried,
      parents: related(record.parents),
      children: related(record.children),
    };
  }

  private encodeException(error: ApexException): unknown {
    return {
      exception: encodeType(error.$type),
      message: error.getMessage(),
      cause: this.encode(error.getCause()),
      fields: this.encodeFields(error, error.$type),
    };
  }

  private encodeInstance(value: object): unknown {
    const type = (value as { $type?: RuntimeType }).$type;
    if (type !== undefined && isOfLibrary(type))
      return {
        library: encodeType(type),
        fields: Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.encode(part)])),
      };
    if (type?.shape?.allocate === undefined)
      return unsupported(`keeping a ${type?.getName() ?? value.constructor.name} in the state of a job`);
    return { object: encodeType(type), fields: this.encodeFields(value, type) };
  }

  private encodeFields(value: object, type: RuntimeType): Record<string, Encoded> {
    const fields: Record<string, Encoded> = {};
    for (const field of type.fields) {
      if (!field.isStatic && !field.isTransient && Object.hasOwn(value, field.key))
        fields[field.key] = this.encode((value as Record<string, unknown>)[field.key]);
    }
    return fields;
  }
}

/** Objects of the library are what their fields are. */
function isOfLibrary(type: RuntimeType): boolean {
  const { shape } = type;
  return shape?.kind === 'class' && shape.namespace !== '' && shape.jsClass !== undefined && !shape.allocate;
}

interface EncodedType {
  readonly kind: string;
  readonly name: string;
  readonly args?: readonly EncodedType[];
}

function encodeType(type: RuntimeType): EncodedType {
  const name = type.kind === 'generic' ? type.name.slice(0, type.name.indexOf('<')) : type.getName();
  return type.args.length === 0
    ? { kind: type.kind, name }
    : { kind: type.kind, name, args: type.args.map(encodeType) };
}

type AnyRecord = Record<string, never> & { [key: string]: unknown };

class StateReader {
  private readonly encoded: unknown[];
  private readonly made: unknown[] = [];
  private readonly world: StateWorld;

  constructor(objects: unknown[], world: StateWorld) {
    this.encoded = objects;
    this.world = world;
  }

  decode(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    const tagged = value as AnyRecord;
    if ('u' in tagged) return undefined;
    if ('long' in tagged) return BigInt(tagged.long as string);
    if ('double' in tagged) return new ApexDouble(Number(tagged.double));
    if ('decimal' in tagged) return Decimal.parse(tagged.decimal as string)!;
    if ('date' in tagged) return new ApexDate(tagged.date as number);
    if ('datetime' in tagged) return new ApexDatetime(tagged.datetime as number);
    if ('time' in tagged) return new ApexTime(tagged.time as number);
    if ('blob' in tagged) return new ApexBlob(new Uint8Array(Buffer.from(tagged.blob as string, 'base64')));
    if ('enum' in tagged)
      return (
        this.type(tagged.type as EncodedType).constants.find(
          (constant) => (constant as ApexEnumValue).$name === tagged.enum,
        ) ?? null
      );
    if ('type' in tagged) return this.type(tagged.type as EncodedType);
    return this.object(tagged.ref as number);
  }

  private object(index: number): unknown {
    if (this.made[index] === undefined) this.fill(index, this.encoded[index] as AnyRecord);
    return this.made[index];
  }

  /** The object is known by its index before its parts are made, so that parts may point back. */
  private fill(index: number, encoded: AnyRecord): void {
    if ('list' in encoded) {
      const list = (this.made[index] = new ApexList(this.type(encoded.list as EncodedType)));
      for (const item of encoded.items as unknown[]) list.items.push(this.decode(item));
    } else if ('set' in encoded) {
      const set = (this.made[index] = new ApexSet(this.type(encoded.set as EncodedType)));
      for (const item of encoded.items as unknown[]) set.add(this.decode(item));
    } else if ('map' in encoded) {
      const [key, value] = (encoded.map as EncodedType[]).map((type) => this.type(type));
      const map = (this.made[index] = new ApexMap(key, value));
      for (const [entryKey, entryValue] of encoded.entries as unknown[][])
        map.put(this.decode(entryKey), this.decode(entryValue));
    } else if ('record' in encoded) this.fillRecord(index, encoded);
    else if ('fieldToken' in encoded) {
      const [object, field] = encoded.fieldToken as string[];
      this.made[index] = schemaTokens().fieldByName(object!, field!);
    } else if ('objectToken' in encoded) this.made[index] = schemaTokens().objectByName(encoded.objectToken as string);
    else if ('library' in encoded) {
      const prototype = this.type(encoded.library as EncodedType).shape!.jsClass!().prototype as object;
      const instance = (this.made[index] = Object.create(prototype) as Record<string, unknown>);
      for (const [key, value] of Object.entries(encoded.fields as object)) instance[key] = this.decode(value);
    } else this.fillInstance(index, encoded);
  }

  private fillRecord(index: number, encoded: AnyRecord): void {
    const object = this.world.schema.object(encoded.record as string);
    if (object === undefined) throw new Error(`The object ${String(encoded.record)} is gone.`);
    const record = (this.made[index] = new SObjectRecord(object, encoded.isQueried as boolean));
    for (const [name, value] of Object.entries(encoded.fields as object)) {
      const field = object.fieldByName.get(name.toLowerCase());
      if (field !== undefined) record.slots[field.index] = this.decode(value);
    }
    for (const [name, parent] of (encoded.parents as unknown[][] | undefined) ?? [])
      record.setParent(name as string, this.decode(parent) as SObjectRecord | null);
    for (const [name, list] of (encoded.children as unknown[][] | undefined) ?? [])
      record.setChildList(name as string, this.decode(list) as ApexList);
  }

  private fillInstance(index: number, encoded: AnyRecord): void {
    const isException = 'exception' in encoded;
    const type = this.type((isException ? encoded.exception : encoded.object) as EncodedType);
    const instance = (this.made[index] = (type.shape?.allocate ?? type.shape?.create)?.() as Record<string, unknown>);
    if (instance === undefined) throw new Error(`A ${type.getName()} cannot be made again.`);
    if (isException) {
      (instance as unknown as ApexException).setMessage(encoded.message as string);
      const cause = this.decode(encoded.cause);
      if (cause !== null) (instance as unknown as ApexException).initCause(cause as ApexException);
    }
    for (const [key, value] of Object.entries(encoded.fields as object)) instance[key] = this.decode(value);
  }

  private type(encoded: EncodedType): RuntimeType {
    const args = (encoded.args ?? []).map((argument) => this.type(argument));
    switch (encoded.kind) {
      case 'any':
        return ANY_TYPE;
      case 'primitive':
        return primitiveType(encoded.name);
      case 'sobject':
        return sobjectType(encoded.name);
      case 'list':
        return listType(args[0]!);
      case 'set':
        return setType(args[0]!);
      case 'map':
        return mapType(args[0]!, args[1]!);
      case 'generic':
        return genericType(encoded.name, args);
      default: {
        const type =
          this.world.typeByName(encoded.name) ?? (encoded.name.includes('.') ? libraryType(encoded.name) : undefined);
        if (type === undefined) throw new Error(`The class ${encoded.name} is gone.`);
        return type;
      }
    }
  }
}
