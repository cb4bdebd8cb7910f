/** Test.loadData: records from a static resource in CSV. */
import type { FieldDescribe, ObjectDescribe } from '../metadata/schema.ts';
import { ApexList } from './core/apex-list.ts';
import { StringException } from './core/exceptions.ts';
import { sobjectType } from './core/runtime-type.ts';
import { SObjectRecord } from './core/sobject-record.ts';
import { throwFailures } from './database/dml-failure.ts';
import { host } from './host.ts';
import { fieldOf } from './json/deserialize.ts';

const SITE = { className: 'System.Test', apiVersion: 67, sharing: 'without', isTrigger: false, isTest: true } as const;

export function loadTestData(object: ObjectDescribe, resource: string): ApexList {
  const content = host().staticResource(resource);
  if (content === null) throw new StringException(`Static Resource not found: ${resource}`);
  const [header = [], ...rows] = parseCsv(new TextDecoder().decode(content));
  const records = rows.map((row) => recordOf(object, header, row));
  throwFailures('insert', host().dml({ operation: 'insert', records, allOrNone: true, accessMode: 'system' }, SITE));
  return new ApexList(sobjectType(object.name), records);
}

function recordOf(object: ObjectDescribe, header: readonly string[], row: readonly string[]): SObjectRecord {
  const record = new SObjectRecord(object);
  header.forEach((name, index) => {
    const text = row[index] ?? '';
    const field = record.fieldNamed(name.trim());
    if (text !== '' && field.name !== 'Id') record.slots[field.index] = valueOf(field, text);
  });
  return record;
}

function valueOf(field: FieldDescribe, text: string): unknown {
  return fieldOf({ kind: 'string', text: field.type === 'BOOLEAN' ? text.toLowerCase() : text }, field.apexType);
}

/** RFC 4180: quoted values may hold commas, quotes and line ends. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) throw new StringException('The static resource is no CSV');
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows.filter((values) => values.some((value) => value !== ''));
}
