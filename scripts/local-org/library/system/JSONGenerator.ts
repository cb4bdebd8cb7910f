/** System.JSONGenerator: one method of writing for each type of value, with and without a field's name. */
import { JSONException } from '../core/exceptions.ts';
import { argument } from '../arguments.ts';
import { writeValue } from '../json/serialize.ts';
import { JsonWriter } from '../json/writer.ts';

export class System_JSONGenerator {
  private readonly writer: JsonWriter;
  private isFinished = false;

  constructor(isPretty: boolean) {
    this.writer = new JsonWriter(isPretty);
  }

  private value(value: unknown): void {
    this.check();
    if (!this.writer.isValueExpected) throw new JSONException('Can not write value, expecting field name');
    writeValue(this.writer, value);
  }

  private field(name: string | null, value: unknown): void {
    this.writeFieldName(name);
    this.value(value);
  }

  private check(): void {
    if (this.isFinished) throw new JSONException('JSONGenerator is closed');
  }

  close(): void {
    this.getAsString();
  }

  /** Closes what is open, as Jackson does. */
  getAsString(): string {
    while (!this.isFinished && this.writer.openLevel !== undefined) this.writer.close();
    this.isFinished = true;
    return this.writer.result();
  }

  isClosed(): boolean {
    return this.isFinished;
  }

  writeFieldName(name: string | null): void {
    this.check();
    if (this.writer.openLevel !== 'object' || this.writer.isValueExpected) {
      throw new JSONException('Can not write a field name, expecting a value');
    }
    this.writer.name(argument(name, 1));
  }

  writeStartObject(): void {
    this.start(true);
  }

  writeStartArray(): void {
    this.start(false);
  }

  private start(isObject: boolean): void {
    this.check();
    if (!this.writer.isValueExpected)
      throw new JSONException(`Can not start an ${isObject ? 'object' : 'array'}, expecting field name`);
    this.writer.open(isObject);
  }

  writeEndObject(): void {
    this.end('object');
  }

  writeEndArray(): void {
    this.end('array');
  }

  private end(level: 'object' | 'array'): void {
    this.check();
    if (this.writer.openLevel !== level)
      throw new JSONException(`Current context not an ${level} but ${this.writer.openLevel ?? 'ROOT'}`);
    this.writer.close();
  }

  writeNull(): void {
    this.value(null);
  }

  writeNullField(name: string | null): void {
    this.field(name, null);
  }
}

for (const type of ['Blob', 'Boolean', 'Date', 'DateTime', 'Id', 'Number', 'Object', 'String', 'Time']) {
  const prototype = System_JSONGenerator.prototype as unknown as Record<string, unknown> & {
    value(value: unknown): void;
    field(name: string | null, value: unknown): void;
  };
  prototype[`write${type}`] = function (this: typeof prototype, value: unknown): void {
    this.value(value);
  };
  prototype[`write${type}Field`] = function (this: typeof prototype, name: string | null, value: unknown): void {
    this.field(name, value);
  };
}
