/**
 * Rows by name for the engine's own books (jobs, users, permissions): plain objects in and out, no triggers, no
 * permissions, no limits. Business records go through org/dml instead.
 */
import type { OrgDatabase } from '../../database/index.ts';
import type { ObjectDescribe, Schema } from '../../metadata/schema.ts';
import { ApexDatetime } from '../../library/core/apex-datetime.ts';

export type PlainRow = Record<string, unknown>;

export class Rows {
  private readonly database: OrgDatabase;
  private readonly schema: () => Schema;
  private readonly now: () => number;
  private readonly userId: () => string;

  constructor(database: OrgDatabase, schema: () => Schema, now: () => number, userId: () => string) {
    this.database = database;
    this.schema = schema;
    this.now = now;
    this.userId = userId;
  }

  /** See OrgDatabase.setupRevision. */
  get setupRevision(): number {
    return this.database.setupRevision;
  }

  object(name: string): ObjectDescribe {
    const object = this.schema().object(name);
    if (object === undefined) throw new Error(`The org has no object ${name}.`);
    return object;
  }

  byId(name: string, id: string): PlainRow | undefined {
    const object = this.object(name);
    const values = this.database.read(object, [id]).get(id);
    return values === undefined ? undefined : plain(object, values);
  }

  all(name: string): PlainRow[] {
    const object = this.object(name);
    return [...this.database.read(object, this.database.allIds(object)).values()].map((values) =>
      plain(object, values),
    );
  }

  /** Rows whose field has one of the values. */
  where(name: string, fieldName: string, values: readonly unknown[]): PlainRow[] {
    const object = this.object(name);
    const field = object.fieldByName.get(fieldName.toLowerCase());
    if (field === undefined) throw new Error(`${name} has no field ${fieldName}.`);
    const ids = this.database.findByField(object, field, values).map((match) => match.id);
    const found = this.database.read(object, ids);
    return ids.filter((id) => found.has(id)).map((id) => plain(object, found.get(id)!));
  }

  /** Inserts one row with the system fields filled, and answers its id. */
  insert(name: string, values: PlainRow): string {
    const object = this.object(name);
    const id = (values.Id as string | undefined) ?? this.database.newId(object);
    const stamp = new ApexDatetime(this.now());
    const system: PlainRow = {
      CreatedDate: stamp,
      CreatedById: this.userId(),
      LastModifiedDate: stamp,
      LastModifiedById: this.userId(),
      SystemModstamp: stamp,
      IsDeleted: false,
    };
    this.database.insert(object, [slots(object, { ...system, ...values, Id: id })]);
    return id;
  }

  update(name: string, id: string, values: PlainRow): void {
    const object = this.object(name);
    const stamp = new ApexDatetime(this.now());
    const system: PlainRow = { LastModifiedDate: stamp, LastModifiedById: this.userId(), SystemModstamp: stamp };
    this.database.update(object, [slots(object, { ...system, ...values, Id: id })]);
  }

  delete(name: string, ids: readonly string[]): void {
    if (ids.length > 0) this.database.purge(this.object(name), ids);
  }
}

/** Only names that the object has: the books are written for several editions of the schema. */
function slots(object: ObjectDescribe, values: PlainRow): unknown[] {
  const row = new Array<unknown>(object.fields.length);
  for (const [name, value] of Object.entries(values)) {
    const field = object.fieldByName.get(name.toLowerCase());
    if (field !== undefined) row[field.index] = value;
  }
  return row;
}

function plain(object: ObjectDescribe, values: readonly unknown[]): PlainRow {
  return Object.fromEntries(object.fields.map((field) => [field.name, values[field.index] ?? null]));
}
