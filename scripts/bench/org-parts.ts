/** The measurements that need an org: saves through triggers, the inbound door, the way out, a restart. */
import { randomUUID } from 'node:crypto';
import type { BenchOrg } from './bench-org.ts';
import { percentile, rounded, type Figure } from './run-part.ts';

const API = '/services/data/v67.0';
const INSERT_ROUNDS = 7;
const CHUNK = 200;
const SINGLE_REQUESTS = 1500;
const BATCHES = 60;
const BATCH_SIZE = 100;
const CONNECTIONS = 8;
const LATENCY_CHANGES = 100;
const RESTARTS = 5;

/** 200 leads in one call of sObject Collections: before and after trigger, outbox row, wake event. */
export async function measureInsert(org: BenchOrg): Promise<Figure[]> {
  const times: number[] = [];
  for (let round = 0; round <= INSERT_ROUNDS; round += 1) {
    const records = Array.from({ length: CHUNK }, (_, index) => ({
      attributes: { type: 'Lead' },
      LastName: `Bench ${round}-${index}`,
      Company: 'Bench',
      Email: `bench-${round}-${index}@mail.example`,
    }));
    const began = performance.now();
    const rows = await org.rest<Array<{ success: boolean }>>('POST', `${API}/composite/sobjects`, {
      allOrNone: true,
      records,
    });
    times.push(performance.now() - began);
    if (rows.some(({ success }) => !success)) throw new Error('A lead was not saved.');
    await org.stage.idle();
  }
  // The first round compiles and fills caches.
  const median = percentile(sorted(times.slice(1)), 0.5);
  return [
    { name: `insert of ${CHUNK} leads`, value: rounded(median), unit: 'ms' },
    { name: 'per record', value: rounded(median / CHUNK), unit: 'ms' },
  ];
}

export async function measureInbound(org: BenchOrg): Promise<Figure[]> {
  await load(org, 100, 1);
  const single = await load(org, SINGLE_REQUESTS, 1);
  await org.stage.idle(300_000);
  const batched = await load(org, BATCHES, BATCH_SIZE);
  await org.stage.idle(600_000);
  const [one, hundred] = [await statementsOf(org, 1), await statementsOf(org, BATCH_SIZE)];
  return [
    {
      name: 'single-item requests',
      value: Math.round(single.requestsPerSecond),
      unit: 'requests/s',
      goal: { at: 'least', value: 500 },
    },
    {
      name: `items in batches of ${BATCH_SIZE}`,
      value: Math.round(batched.itemsPerSecond),
      unit: 'items/s',
      goal: { at: 'least', value: 2000 },
    },
    { name: 'answered retry', value: batched.retries + single.retries, unit: 'items' },
    { name: 'SOQL of a single-item request', value: one.queries, unit: 'queries' },
    { name: 'DML of a single-item request', value: one.statements, unit: 'statements' },
    { name: `SOQL of a batch of ${BATCH_SIZE}`, value: hundred.queries, unit: 'queries' },
    { name: `DML of a batch of ${BATCH_SIZE}`, value: hundred.statements, unit: 'statements' },
  ];
}

/** One change at a time: from the answer of the save to the arrival of the call at the platform. */
export async function measureOutbound(org: BenchOrg): Promise<Figure[]> {
  const { stage } = org;
  await stage.idle(300_000);
  const key = `bench-${randomUUID()}`;
  const { id } = await org.rest<{ id: string }>('POST', `${API}/sobjects/Lead`, {
    ContactKey__c: key,
    LastName: 'Out',
    Company: 'Bench',
  });
  await stage.until('The new lead arrives', 20_000, () => stage.platform.store.record('Lead', key));
  await stage.idle();
  const latencies: number[] = [];
  for (let round = 0; round < LATENCY_CHANGES; round += 1) {
    const after = stage.platform.store.lastCall();
    await org.rest('PATCH', `${API}/sobjects/Lead/${id}`, { Title: `Round ${round}` });
    const committed = Date.now();
    const item = await stage.until('A change arrives', 20_000, () =>
      stage.platform.store.items(after, key).find(({ set }) => set.JobTitle === `Round ${round}`),
    );
    latencies.push(Math.max(0, item.at - committed));
  }
  const times = sorted(latencies);
  const [{ n }] = (await stage.query<{ n: number }>('SELECT COUNT(Id) n FROM Sync_State__c')) as [{ n: number }];
  return [
    { name: 'state rows in the org', value: n, unit: 'rows' },
    { name: 'commit to arrival, p50', value: percentile(times, 0.5), unit: 'ms' },
    { name: 'commit to arrival, p99', value: percentile(times, 0.99), unit: 'ms', goal: { at: 'most', value: 300 } },
  ];
}

export async function measureRestart(org: BenchOrg): Promise<Figure[]> {
  await org.stage.idle(300_000);
  // The first fills the compile cache.
  await org.restart();
  const times: number[] = [];
  for (let round = 0; round < RESTARTS; round += 1) times.push(await org.restart());
  const began = performance.now();
  await org.stage.door('GET', '/health');
  return [
    {
      name: 'start of the process to the first answer',
      value: rounded(percentile(sorted(times), 0.5) / 1000),
      unit: 's',
      goal: { at: 'most', value: 0.5 },
    },
    { name: 'then the first call of Apex', value: rounded((performance.now() - began) / 1000), unit: 's' },
  ];
}

interface Load {
  readonly requestsPerSecond: number;
  readonly itemsPerSecond: number;
  readonly retries: number;
}

/** New leads by several connections at once. An item that is answered `retry` does not count. */
async function load(org: BenchOrg, requests: number, size: number): Promise<Load> {
  let left = requests;
  let [items, retries] = [0, 0];
  const began = performance.now();
  const connection = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { status, body } = await org.stage.door('POST', '/events', {
        token: org.token,
        key: randomUUID(),
        body: batch(size),
      });
      if (status !== 200) throw new Error(`The door answered ${status}: ${String(JSON.stringify(body)).slice(0, 400)}`);
      for (const item of (body as { items: Array<{ status: string; problems?: unknown }> }).items) {
        if (item.status === 'applied') items += 1;
        else if (item.status === 'retry') retries += 1;
        else throw new Error(`An item was ${item.status}: ${JSON.stringify(item.problems)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONNECTIONS, requests) }, connection));
  const seconds = (performance.now() - began) / 1000;
  return { requestsPerSecond: requests / seconds, itemsPerSecond: items / seconds, retries };
}

function batch(size: number): string {
  const events = Array.from({ length: size }, () => {
    const key = `bench-${randomUUID()}`;
    return {
      specversion: '1.0',
      id: `evt-${key}`,
      source: 'urn:leadbridge:Lead_Platform',
      type: 'lead.changed',
      subject: key,
      time: new Date().toISOString(),
      data: { set: { FirstName: 'Ana', LastName: 'Diaz', Email: `${key}@mail.example`, HomeCity: 'Chicago' } },
    };
  });
  return JSON.stringify(events);
}

/** Counts by asking Limits in the transaction itself: the request is made from anonymous Apex, and undone by an exception. */
async function statementsOf(org: BenchOrg, size: number): Promise<{ queries: number; statements: number }> {
  // The events are made in Apex: as text they would not fit into the address of the request.
  const code = `
List<Object> events = new List<Object>();
for (Integer index = 0; index < ${size}; index++) {
    String key = 'bench-${randomUUID()}-' + index;
    events.add(new Map<String, Object>{
        'specversion' => '1.0', 'id' => key, 'source' => 'urn:leadbridge:Lead_Platform', 'type' => 'lead.changed', 'subject' => key,
        'data' => new Map<String, Object>{ 'set' => new Map<String, Object>{ 'LastName' => 'Diaz', 'HomeCity' => 'Chicago' } }
    });
}
RestRequest request = new RestRequest();
request.requestURI = '/leadbridge/v1/events';
request.httpMethod = 'POST';
request.addHeader('Content-Type', 'application/json');
request.addHeader('Idempotency-Key', '${randomUUID()}');
request.addHeader('X-LeadBridge-Token', '${org.token}');
request.requestBody = Blob.valueOf(JSON.serialize(events));
RestContext.request = request;
RestContext.response = new RestResponse();
BridgeInboundResource.doPost();
throw new IllegalArgumentException(RestContext.response.statusCode + ' ' + Limits.getQueries() + ' ' + Limits.getDmlStatements());`;
  const result = await org.rest<{ compiled: boolean; compileProblem: string | null; exceptionMessage: string | null }>(
    'GET',
    `${API}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`,
  );
  const match = /(\d+) (\d+) (\d+)$/.exec(result.exceptionMessage ?? '');
  if (match === null || match[1] !== '200')
    throw new Error(`Counting statements failed: ${result.compileProblem ?? result.exceptionMessage ?? 'no answer'}`);
  return { queries: Number(match[2]), statements: Number(match[3]) };
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
