/** A platform that keeps every call byte by byte, so that tests can check what the simulator takes for granted. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedCall {
  readonly number: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How the next calls to /events are answered; by default every item is applied. */
export interface Script {
  /** Statuses of the next calls, one each; then 200. */
  readonly statuses?: readonly number[];
  /** Keys whose items are answered `rejected`. */
  readonly rejectedKeys?: readonly string[];
}

export interface Recorder {
  readonly url: string;
  close(): Promise<void>;
}

export async function startRecorder(): Promise<Recorder> {
  const calls: RecordedCall[] = [];
  let script: { statuses: number[]; rejectedKeys: readonly string[] } = { statuses: [], rejectedKeys: [] };
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const answer = (status: number, value: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(value));
      };
      if (url.pathname === '/recorded')
        return answer(
          200,
          calls.filter((call) => call.number > Number(url.searchParams.get('after') ?? 0)),
        );
      if (url.pathname === '/script') {
        const wanted = JSON.parse(body) as Script;
        script = { statuses: [...(wanted.statuses ?? [])], rejectedKeys: wanted.rejectedKeys ?? [] };
        return answer(200, script);
      }
      calls.push({
        number: calls.length + 1,
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers as Record<string, string>,
        body,
      });
      const status = script.statuses.shift() ?? 200;
      if (request.method === 'GET') return answer(200, { resource: url.searchParams.get('resource'), buckets: {} });
      return answer(status, status === 200 ? { items: answersTo(body, script.rejectedKeys) } : { error: 'as told' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}

function answersTo(body: string, rejectedKeys: readonly string[]): unknown[] {
  return (JSON.parse(body) as Array<{ id: string; subject: string }>).map(({ id, subject }, index) => ({
    index,
    id,
    key: subject,
    ...(rejectedKeys.includes(subject)
      ? { status: 'rejected', problems: [{ pointer: `/${index}`, code: 'refused-here', detail: 'Not taken here' }] }
      : { status: 'applied' }),
  }));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
