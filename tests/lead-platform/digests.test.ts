import { createHash } from 'node:crypto';
import { startLeadPlatform, type LeadPlatform, type WireValue } from '../../scripts/lead-platform/index.ts';
import { SECRET, call, change, deliver } from './support/caller.ts';

let platform: LeadPlatform;

beforeEach(async () => {
  platform = await startLeadPlatform({ system: 'Lead_Platform', signingSecrets: [SECRET] });
});
afterEach(() => platform.stop());

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

async function hold(key: string, set: Record<string, WireValue>): Promise<void> {
  await deliver(platform, [change(key, 1, set)]);
}

async function fieldDigestOf(value: WireValue): Promise<string | undefined> {
  await hold('lp-100200', { Field: value });
  const { body } = await call(platform, 'GET', '/digests?resource=Lead&bucket=2');
  return body.rows['lp-100200']?.Field;
}

describe('the worked example of the contract (docs/contract §10)', () => {
  it('isWhatThePlatformAnswers', async () => {
    await hold('lp-100200', { Email: 'ana@example.com', DoNotCall: false });

    const sums = await call(platform, 'GET', '/digests?resource=Lead');
    const rows = await call(platform, 'GET', '/digests?resource=Lead&bucket=2');

    expect(sums.body).toEqual({ resource: 'Lead', buckets: { '2': 'd5001a855405' } });
    expect(rows.body).toEqual({
      resource: 'Lead',
      bucket: 2,
      rows: {
        'lp-100200': { Email: 'f378c23453f0fe472016365dc2c3eefc', DoNotCall: '0ebaa6d9c6d6f3a3d5221917945a191b' },
      },
    });
  });
});

describe('a value as text', () => {
  it.each([
    ['a string', 'Ana', 's:Ana'],
    ['a string beyond ASCII', 'Zoë', 's:Zoë'],
    ['a whole number', 250000, 'n:250000'],
    ['zero', 0, 'n:0'],
    ['a fraction', 1.5, 'n:1.5'],
    ['a large number without exponent', 1e21, 'n:1000000000000000000000'],
    ['a small number without exponent', 1e-7, 'n:0.0000001'],
    ['false', false, 'b:false'],
    ['a list, sorted', ['b', 'a', 'B'], 'l:B\na\nb'],
  ])('writes %s', async (_name, value, text) => {
    expect(await fieldDigestOf(value)).toBe(digest(text));
  });

  it.each([
    ['null', null],
    ['an empty string', ''],
    ['an empty list', []],
  ])('leaves out %s', async (_name, value) => {
    expect(await fieldDigestOf(value)).toBeUndefined();
  });
});

describe('the sum of a bucket', () => {
  it('addsTheRowsOfTheBucketWithoutCarryingOver48Bits', async () => {
    const keys = keysOfOneBucket(12);
    for (const key of keys) await hold(key, { LastName: key });

    const { body } = await call(platform, 'GET', '/digests?resource=Lead');

    const sum = keys.reduce((total, key) => (total + firstBitsOfRow(key)) % (1n << 48n), 0n);
    expect(Object.values(body.buckets)).toEqual([sum.toString(16).padStart(12, '0')]);
  });

  it('leavesOutDeletedRecords', async () => {
    await hold('k', { LastName: 'Diaz' });
    await deliver(platform, [change('k', 2, {}, { type: 'lead.deleted' })]);

    expect((await call(platform, 'GET', '/digests?resource=Lead')).body).toEqual({ resource: 'Lead', buckets: {} });
  });
});

describe('GET of one record', () => {
  it('returnsItsValuesAnd404WhereThereIsNone', async () => {
    await hold('with space', { Email: 'ana@example.com' });

    const found = await call(platform, 'GET', `/leads/${encodeURIComponent('with space')}`);
    const missing = await call(platform, 'GET', '/leads/none');

    expect(found.body).toEqual({ key: 'with space', values: { Email: 'ana@example.com' } });
    expect(missing.status).toBe(404);
  });
});

function keysOfOneBucket(count: number): string[] {
  const keys: string[] = [];
  for (let number = 0; keys.length < count; number += 1) {
    const key = `k-${number}`;
    if (createHash('sha256').update(key).digest()[0] === 2) keys.push(key);
  }
  return keys;
}

function firstBitsOfRow(key: string): bigint {
  const row = createHash('sha256')
    .update(`LastName=${digest(`s:${key}`)}\n`)
    .digest('hex');
  return BigInt(`0x${row.slice(0, 12)}`);
}
