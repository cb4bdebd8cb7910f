import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startLeadPlatform, type LeadPlatform } from '../../scripts/lead-platform/index.ts';
import { change, deliver, SECRET } from './support/caller.ts';
import type { Json } from '../support/json.ts';

interface Request {
  readonly headers: IncomingHttpHeaders;
  readonly events: Json[];
}

let platform: LeadPlatform;
let server: Server;
let requests: Request[];

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ headers: request.headers, events: JSON.parse(Buffer.concat(chunks).toString()) });
      response.end('{"items":[]}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  platform = await startLeadPlatform({ system: 'Lead_Platform', signingSecrets: [SECRET] });
  platform.salesforce = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    header: ['x-leadbridge-token', 'lbt_key_secret'],
  };
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await platform.stop();
});

describe('the activity that the platform sends', () => {
  it('refusesToSendBeforeItKnowsSalesforce', () => {
    platform.salesforce = undefined;

    expect(() => platform.send([{ resource: 'Lead', key: 'k', set: {} }])).toThrow('does not know Salesforce');
  });

  it('namesTheSystemTheTokenAndAKeyOfItsOwn', async () => {
    await platform.send([{ resource: 'Lead', key: 'k', set: { LastName: 'Diaz' }, clear: ['Language'] }]);

    const [{ headers, events }] = requests as [Request];
    expect(headers).toMatchObject({
      'x-leadbridge-token': 'lbt_key_secret',
      'idempotency-key': expect.stringMatching(/^".+"$/),
    });
    expect(events).toEqual([
      expect.objectContaining({
        specversion: '1.0',
        source: 'urn:leadbridge:Lead_Platform',
        type: 'lead.changed',
        subject: 'k',
        data: { set: { LastName: 'Diaz' }, clear: ['Language'] },
      }),
    ]);
  });

  it('countsItsEventsAndNamesTheRevItHadApplied', async () => {
    await deliver(platform, [change('k', 3, { LastName: 'Diaz' })]);

    await platform.send([
      { resource: 'Lead', key: 'k', set: { HomeCity: 'Chicago' } },
      { resource: 'Lead', key: 'new', set: { LastName: 'Ito' } },
    ]);

    const [{ events }] = requests as [Request];
    expect(events.map((event) => [event.sequence, event.data.baseRev])).toEqual([
      ['1', 3],
      ['2', undefined],
    ]);
  });

  it('holdsItsOwnValuesFromThenOn', async () => {
    await platform.send([{ resource: 'Lead', key: 'k', set: { LastName: 'Diaz' } }]);

    expect(platform.store.record('Lead', 'k')?.values).toEqual({ LastName: 'Diaz' });
  });

  it('repeatsAMessageWithTheSameKeyAndBytes', async () => {
    const message = await platform.send([{ resource: 'Lead', key: 'k', set: { LastName: 'Diaz' } }]);

    await platform.repeat(message);

    const [first, second] = requests as [Request, Request];
    expect(second.events).toEqual(first.events);
    expect(second.headers['idempotency-key']).toBe(first.headers['idempotency-key']);
  });
});
