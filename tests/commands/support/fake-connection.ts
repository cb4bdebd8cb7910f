/** Plays jsforce's connection: answers queries by pattern, keeps what was written. */
import type { Connection } from '@salesforce/core';
import type { Json } from '../../support/json.ts';

export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: Json;
}

export interface FakeConnection {
  readonly connection: Connection;
  readonly writes: Write[];
  readonly queries: string[];
}

type Rows = ReadonlyArray<Record<string, unknown>>;

/** `answers`: the first pattern that fits a query gives its rows; what no pattern fits has none. */
export function fakeConnection(answers: ReadonlyArray<readonly [RegExp, Rows | (() => Rows)]> = []): FakeConnection {
  const writes: Write[] = [];
  const queries: string[] = [];
  const query = (soql: string): { records: Rows } => {
    queries.push(soql);
    const rows = answers.find(([pattern]) => pattern.test(soql))?.[1] ?? [];
    return { records: typeof rows === 'function' ? rows() : rows };
  };
  const write = (method: string, url: string, body: unknown): unknown => {
    writes.push({ method, path: url.replace('https://org.example', ''), body });
    const records = (body as { records?: unknown[] } | undefined)?.records;
    if (records !== undefined) return records.map((_, index) => ({ id: `id-${index}`, success: true, errors: [] }));
    return { id: `id-${writes.length}`, success: true };
  };
  const connection = {
    instanceUrl: 'https://org.example',
    baseUrl: () => 'https://org.example/services/data/v67.0',
    getUsername: () => 'admin@org.example',
    query: async (soql: string) => query(soql),
    tooling: { query: async (soql: string) => query(soql) },
    requestPost: async (url: string, body: unknown) => write('POST', url, body),
    request: async ({ method, url, body }: { method: string; url: string; body?: string }) =>
      write(method, url, body === undefined ? undefined : JSON.parse(body)),
    metadata: {
      deploy: (zip: string) => ({
        complete: async () => {
          writes.push({ method: 'DEPLOY', path: '', body: zip });
          return { success: true };
        },
      }),
    },
  };
  return { connection: connection as unknown as Connection, writes, queries };
}
