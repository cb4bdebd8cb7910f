import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canonicalId,
  copySetup,
  customKeyPrefix,
  makeId,
  OrgDatabase,
  withChecksum,
} from '../../../scripts/local-org/database/index.ts';
import { ApexBlob } from '../../../scripts/local-org/library/core/apex-blob.ts';
import { ApexDate } from '../../../scripts/local-org/library/core/apex-date.ts';
import { ApexDatetime } from '../../../scripts/local-org/library/core/apex-datetime.ts';
import { Decimal } from '../../../scripts/local-org/library/core/decimal.ts';
import type { Component } from '../../../scripts/local-org/metadata/component.ts';
import { definitionOf } from '../../../scripts/local-org/metadata/definition.ts';
import { OrgMetadata } from '../../../scripts/local-org/metadata/org-metadata.ts';
import { parseXml } from '../../../scripts/local-org/metadata/xml.ts';

const EMPTY = OrgMetadata.empty();

function number(precision: number, scale: number): Component {
  const definition = definitionOf(
    parseXml(
      `<CustomField><type>Number</type><label>N</label><precision>${precision}</precision><scale>${scale}</scale></CustomField>`,
    ),
  );
  return { type: 'CustomField', fullName: 'Lead.N__c', path: '', apiVersion: null, definition, files: new Map() };
}

function opened(metadata = EMPTY, path = ':memory:'): OrgDatabase {
  const database = new OrgDatabase(path);
  database.write(() => database.applySchema(metadata.schema));
  return database;
}

/** Inserts a record of plain values and answers its id. */
function insert(
  database: OrgDatabase,
  metadata: OrgMetadata,
  objectName: string,
  values: Record<string, unknown>,
): string {
  const object = metadata.schema.object(objectName)!;
  return database.write(() => {
    const id = database.newId(object);
    const row: unknown[] = [];
    for (const [name, value] of Object.entries({ ...values, Id: id }))
      row[object.fieldByName.get(name.toLowerCase())!.index] = value;
    database.insert(object, [row]);
    return id;
  });
}

function value(database: OrgDatabase, metadata: OrgMetadata, objectName: string, id: string, field: string): unknown {
  const object = metadata.schema.object(objectName)!;
  return database.read(object, [id]).get(id)?.[object.fieldByName.get(field.toLowerCase())!.index];
}

describe('ids', () => {
  it.each([
    ['00Q000000000001', '00Q000000000001EAA'],
    ['001A0000006Vm9r', '001A0000006Vm9rIAC'],
    ['00Q000000000001EAA', '00Q000000000001EAA'],
    ['001a0000006vm9riac', '001A0000006Vm9rIAC'],
    ['not an id', undefined],
    ['00Q00000000000', undefined],
  ])('%s is canonically %s', (text, expected) => {
    expect(canonicalId(text)).toBe(expected);
  });

  it('count in base 62 behind the key prefix', () => {
    expect(makeId('00Q', 1)).toBe(withChecksum('00QLo0000000001'));
    expect(makeId('00Q', 62 + 11).slice(0, 15)).toBe('00QLo000000001B');
    expect([0, 10, 61, 62].map((at) => customKeyPrefix('a', at))).toEqual(['a00', 'a0A', 'a0z', 'a10']);
  });

  it('are not handed out twice, after a rollback neither', () => {
    const database = opened();
    const lead = EMPTY.schema.object('Lead')!;

    database.begin('write');
    const lost = database.newId(lead);
    database.rollback();

    expect(insert(database, EMPTY, 'Lead', { LastName: 'A' })).not.toBe(lost);
  });
});

describe('values', () => {
  const metadata = EMPTY.with([number(18, 4)]);
  const database = opened(metadata);

  it.each<[string, string, unknown, string]>([
    ['Lead', 'Company', 'Ünïcode', 'Ünïcode'],
    ['Lead', 'Company', '', 'null'],
    ['Lead', 'DoNotCall', null, 'false'],
    ['Lead', 'N__c', Decimal.parse('12345678901234.5678'), '12345678901234.5678'],
    ['Lead', 'N__c', Decimal.parse('-0.00005'), '-0.0001'],
    ['Lead', 'N__c', 5, '5.0000'],
    ['Lead', 'NumberOfEmployees', 7, '7'],
    ['Lead', 'ConvertedDate', ApexDate.of(1969, 2, 28), '1969-02-28'],
    ['Lead', 'EmailBouncedDate', new ApexDatetime(1_000_999), '1970-01-01 00:16:40'],
    ['Lead', 'OwnerId', '00G000000000001', '00G000000000001EAA'],
    ['Attachment', 'Body', ApexBlob.ofText('x'), 'x'],
  ])('%s.%s keeps %s as %s', (object, field, given, expected) => {
    const id = insert(database, metadata, object, { [field]: given });

    expect(String(value(database, metadata, object, id, field))).toBe(expected);
  });

  it('make the name of a person of its parts', () => {
    const id = insert(database, metadata, 'Lead', { FirstName: 'Ann', LastName: 'Lee' });

    expect(value(database, metadata, 'Lead', id, 'Name')).toBe('Ann Lee');
  });

  it('keep what an update does not mention', () => {
    const lead = metadata.schema.object('Lead')!;
    const id = insert(database, metadata, 'Lead', { FirstName: 'Ann', LastName: 'Lee' });
    const row: unknown[] = [];
    row[lead.fieldByName.get('id')!.index] = id;
    row[lead.fieldByName.get('lastname')!.index] = 'Fox';

    database.write(() => database.update(lead, [row]));

    expect(value(database, metadata, 'Lead', id, 'Name')).toBe('Ann Fox');
  });
});

describe('keys', () => {
  it('match as the field compares, and leave the recycle bin out', () => {
    const database = opened();
    const lead = EMPTY.schema.object('Lead')!;
    const email = lead.fieldByName.get('email')!;
    const alive = insert(database, EMPTY, 'Lead', { LastName: 'A', Email: 'Ann@X.com' });
    const gone = insert(database, EMPTY, 'Lead', { LastName: 'B', Email: 'ann@x.com' });

    database.write(() => database.setDeleted(lead, [gone], true, 0));

    expect(database.findByField(lead, email, ['ANN@x.com']).map((match) => match.id)).toEqual([alive]);
    expect(database.findByField(lead, email, ['ANN@x.com'], { includeDeleted: true }).map((match) => match.id)).toEqual(
      [alive, gone],
    );
  });
});

describe('a new schema', () => {
  it('keeps numbers exact when a field gets another scale', () => {
    const before = EMPTY.with([number(18, 2)]);
    const database = opened(before);
    const id = insert(database, before, 'Lead', { N__c: Decimal.parse('10.25') });
    const after = before.with([number(18, 4)]);

    database.write(() => database.applySchema(after.schema));

    expect(String(value(database, after, 'Lead', id, 'N__c'))).toBe('10.2500');
  });

  it('drops the columns of removed fields, and is undone with its transaction', () => {
    const before = EMPTY.with([number(18, 2)]);
    const database = opened(before);
    const id = insert(database, before, 'Lead', { N__c: Decimal.parse('1') });

    database.begin('write');
    database.applySchema(EMPTY.schema);
    database.rollback();

    expect(String(value(database, before, 'Lead', id, 'N__c'))).toBe('1.00');
    expect(database.schemaVersion()).toBe(1);
  });
});

it('copies set-up and leaves business records behind', () => {
  const from = opened();
  const into = opened();
  const user = insert(from, EMPTY, 'User', { Username: 'a@example.com', LastName: 'A' });
  const lead = insert(from, EMPTY, 'Lead', { LastName: 'A' });

  copySetup(from, into, EMPTY.schema);

  expect(value(into, EMPTY, 'User', user, 'Username')).toBe('a@example.com');
  expect(value(into, EMPTY, 'Lead', lead, 'LastName')).toBeUndefined();
});

it('keeps what was committed when its process is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'org-database-'));
  const path = join(folder, 'org.db');
  opened(EMPTY, path).close();
  const root = join(__dirname, '../../../scripts/local-org');
  const script = `
    import { OrgDatabase } from ${JSON.stringify(join(root, 'database/org-database.ts'))};
    const database = new OrgDatabase(${JSON.stringify(path)});
    database.write(() => database.setMeta('kept', 'yes'));
    database.begin('write');
    database.setMeta('kept', 'no');
    process.kill(process.pid, 'SIGKILL');`;

  const child = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], { encoding: 'utf8' });

  const database = new OrgDatabase(path);
  expect(child.signal).toBe('SIGKILL');
  expect(database.meta('kept')).toBe('yes');
  expect(String(database.connection.get('PRAGMA integrity_check')![0])).toBe('ok');
  database.close();
  rmSync(folder, { recursive: true });
});
