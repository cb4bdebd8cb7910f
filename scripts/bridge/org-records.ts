/** The few ways in which the commands read and write an org's records. Needs nothing but the REST API. */
import type { Connection } from '@salesforce/core';
import { BridgeError } from './bridge-error.ts';

export type OrgRecord = Record<string, unknown> & { Id?: string };

/** Salesforce's limit for one call of the sObject Collections resource. */
const CHUNK = 200;

export async function query<T = OrgRecord>(connection: Connection, soql: string): Promise<T[]> {
  const { records } = await connection.query(soql, { autoFetch: true, maxFetch: 50_000 });
  return records as T[];
}

export async function queryOne<T = OrgRecord>(connection: Connection, soql: string): Promise<T | undefined> {
  return (await query<T>(connection, soql))[0];
}

/** Quotes a value for SOQL text. */
export function quote(value: string): string {
  return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

interface SaveAnswer {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: ReadonlyArray<{ readonly statusCode?: string; readonly message: string }>;
}

/** Inserts records in chunks of 200 and returns their ids in order. @throws BridgeError naming the first refusal. */
export async function insertAll(
  connection: Connection,
  object: string,
  records: readonly OrgRecord[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < records.length; at += CHUNK) {
    const chunk = records.slice(at, at + CHUNK).map((record) => ({ attributes: { type: object }, ...record }));
    const answers = (await connection.requestPost(`${connection.baseUrl()}/composite/sobjects`, {
      allOrNone: true,
      records: chunk,
    })) as unknown as SaveAnswer[];
    for (const [index, answer] of answers.entries()) {
      if (!answer.success) throw refused(object, at + index, answers);
      ids.push(answer.id!);
    }
  }
  return ids;
}

export async function insertOne(connection: Connection, object: string, record: OrgRecord): Promise<string> {
  const answer = (await connection.requestPost(
    `${connection.baseUrl()}/sobjects/${object}`,
    record,
  )) as unknown as SaveAnswer;
  return answer.id!;
}

export async function updateOne(connection: Connection, object: string, id: string, record: OrgRecord): Promise<void> {
  await connection.request({
    method: 'PATCH',
    url: `${connection.baseUrl()}/sobjects/${object}/${id}`,
    body: JSON.stringify(record),
    headers: { 'content-type': 'application/json' },
  });
}

function refused(object: string, row: number, answers: readonly SaveAnswer[]): BridgeError {
  const culprit = answers.find(
    (answer) => !answer.success && answer.errors[0]?.statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  );
  const [error] = (culprit ?? answers.find((answer) => !answer.success))!.errors;
  return new BridgeError(
    'RecordRefusedError',
    `Salesforce refused ${object} number ${row + 1}: ${error?.statusCode ?? ''} ${error?.message ?? ''}`,
    ['Look at the validation rules and required fields of the object.'],
  );
}
