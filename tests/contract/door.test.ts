import { event, outcomeOf, postEvents, rawRequest, request, type Answer } from './support/door.ts';
import { leadOf, query } from './support/org.ts';
import { freshKey, itCan, target } from './support/target.ts';

const { tokens } = target();
const OVERSIZED = `["${'x'.repeat(1_048_576)}"]`;

const leadCount = async (): Promise<number> => (await query('SELECT COUNT(Id) n FROM Lead'))[0].n;

describe('GET /health', () => {
  it('saysThatTheDoorRunsAndNothingElse', async () => {
    const answer = await request('GET', '/health', { token: null });

    expect([answer.status, answer.body]).toEqual([200, { status: 'up' }]);
  });

  it('answersAlikeWhateverTokenIsSent', async () => {
    const answer = await request('GET', '/health', { token: 'nonsense' });

    expect(answer.status).toBe(200);
  });
});

describe('every answer', () => {
  it('carriesTheVersionAndATraceId', async () => {
    const { headers } = await request('GET', '/health');

    expect(headers.get('x-leadbridge-version')).toBe('1');
    expect(headers.get('x-leadbridge-trace')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('takesOverTheTraceOfTheCaller', async () => {
    const traceId = '0b6d0c3c0d9a4c0f8a44d7a2a3f1c0de';

    const { headers } = await request('GET', '/health', {
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });

    expect(headers.get('x-leadbridge-trace')).toBe(traceId);
  });
});

describe('a path or verb that does not exist', () => {
  it.each(['/nothing', '/leads/k/more', '/digests', '/entity-events'])('answers404For %s', async (path) => {
    expect(outcomeOf(await request('GET', path))).toBe('404 not-found');
  });

  it('answers404ForTheHandshakeThatIsToCome', async () => {
    expect(outcomeOf(await request('POST', '/handshake', { body: {} }))).toBe('404 not-found');
  });

  it.each([
    ['DELETE', '/leads/k', 'GET, PUT, PATCH'],
    ['GET', '/events', 'POST'],
    ['PUT', '/leads', 'GET'],
    ['POST', '/health', 'GET'],
  ])('answers405For %s %s', async (method, path, allowed) => {
    const answer = await request(method, path, method === 'GET' ? {} : { body: {} });

    expect(outcomeOf(answer)).toBe('405 method-not-allowed');
    expect(answer.headers.get('allow')?.split(', ').sort()).toEqual(allowed.split(', ').sort());
  });
});

describe('a token', () => {
  const kinds: ReadonlyArray<readonly [string, string | null]> = [
    ['malformed', 'lbt_short'],
    ['of no known key', `lbt_${'0'.repeat(12)}_${'a'.repeat(43)}`],
    ['with a wrong secret', `${tokens.full.slice(0, -4)}AAAA`],
    ['that has expired', tokens.expired],
    ['that was revoked', tokens.revoked],
  ];

  it.each(kinds)('%s opens nothing', async (_kind, token) => {
    const answer = await postEvents([event(freshKey(), { LastName: 'Never' })], { token });

    expect(outcomeOf(answer)).toBe('401 invalid-token');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="leadbridge", error="invalid_token"');
  });

  itCan('site')('that is missing opens nothing', async () => {
    expect(outcomeOf(await request('GET', '/leads', { token: null }))).toBe('401 invalid-token');
  });

  it('thatOpensNothingLooksTheSameForEveryReason', async () => {
    const answers = await Promise.all(kinds.map(([, token]) => request('GET', '/leads', { token })));

    const seen = answers.map(({ body }) => JSON.stringify({ ...body, traceId: undefined }));
    expect(new Set(seen).size).toBe(1);
  });

  it.each([
    ['POST', '/events', [event('k', {})]],
    ['PUT', '/leads/k', { LastName: 'Never' }],
    ['GET', '/members', undefined],
    ['PATCH', '/members/k', { MemberNickname: 'Never' }],
  ])('without the scope is refused at %s %s', async (method, path, body) => {
    expect(outcomeOf(await request(method, path, { token: tokens.leadsRead, body }))).toBe('403 insufficient-scope');
  });

  it('withTheScopeIsLetIn', async () => {
    expect((await request('GET', '/leads?limit=1', { token: tokens.leadsRead })).status).toBe(200);
  });

  it('speaksForItsOwnSystemOnly', async () => {
    const key = freshKey();
    const foreign = event(key, { LastName: 'Never' }, { source: 'urn:leadbridge:Third_Party' });

    const answer = await postEvents([event(key, { LastName: 'Never' }), foreign]);

    expect(outcomeOf(answer)).toBe('403 system-mismatch');
    expect(answer.body.errors[0].pointer).toBe('/1/source');
    expect(await leadOf(key)).toBeUndefined();
  });
});

describe('the OAuth door', () => {
  const { bearer } = target();

  itCan('oauth')('letsTheRunAsUserOfAClientIn', async () => {
    const key = freshKey();

    const answer = await postEvents([event(key, { LastName: 'Diaz' })], { bearer });

    expect(answer.body.items[0].status).toBe('applied');
    expect(await leadOf(key)).toBeDefined();
  });

  itCan('oauth')('refusesAUserWithoutTheCustomPermission', async () => {
    const answer = await request('GET', '/leads', { bearer: target().accessToken });

    expect(outcomeOf(answer)).toBe('403 forbidden');
  });

  it('leavesAnExpiredSessionToSalesforce', async () => {
    const answer = await rawRequest('GET', '/leads', { bearer: '00Dxx!expired' });

    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-leadbridge-version')).toBeNull();
    expect(answer.body[0].errorCode).toBe('INVALID_SESSION_ID');
  });
});

describe('the Site', () => {
  itCan('site')('takesAuthorizationForASessionOfItsOwn', async () => {
    const answer = await rawRequest('GET', '/health', { headers: { authorization: 'Bearer anything' } });

    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-leadbridge-version')).toBeNull();
  });

  itCan('site')('opensNoOtherApexClassToTheGuest', async () => {
    const other = `${target().siteUrl}/leadbridge/services/apexrest/leadbridge-admin/v1/signing-secrets/Lead_Platform`;

    const response = await fetch(other, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: `whsec_${'A'.repeat(44)}` }),
    });

    expect([401, 403, 404]).toContain(response.status);
    expect(response.headers.get('x-leadbridge-version')).toBeNull();
  });

  itCan('site')('opensNoDataToTheGuest', async () => {
    const paths = [
      '/services/data/v67.0/query?q=SELECT+Id+FROM+Lead',
      '/services/data/v67.0/sobjects/Lead',
      '/services/Soap/u/67.0',
    ];

    const answers = await Promise.all(paths.map((path) => fetch(`${target().siteUrl}/leadbridge${path}`)));
    const texts = await Promise.all(answers.map((answer) => answer.text()));

    expect(texts.some((text) => text.includes('"records"') || text.includes('recentItems'))).toBe(false);
    expect(answers.every(({ status }) => status >= 400)).toBe(true);
  });
});

describe('the order of the checks', () => {
  const cases: ReadonlyArray<readonly [string, Parameters<typeof request>[2], string]> = [
    [
      'size before media type',
      { rawBody: OVERSIZED, headers: { 'content-type': 'text/plain' }, token: 'x' },
      '413 too-large',
    ],
    [
      'media type before token',
      { rawBody: 'text', headers: { 'content-type': 'text/plain' }, token: 'x' },
      '415 unsupported-media-type',
    ],
    ['token before scope and body', { rawBody: '[{', token: 'x' }, '401 invalid-token'],
    ['scope before body', { rawBody: '[{', token: tokens.leadsRead }, '403 insufficient-scope'],
  ];

  it.each(cases)('%s', async (_rule, options, expected) => {
    expect(outcomeOf(await request('POST', '/events', options))).toBe(expected);
  });
});

describe('a request that is refused', () => {
  const refused: ReadonlyArray<readonly [string, () => Promise<Answer>, string]> = [
    ['not JSON', () => request('POST', '/events', { rawBody: '[{"specversion":' }), '400 malformed-request'],
    ['empty', () => request('POST', '/events', { rawBody: '' }), '400 malformed-request'],
    ['not an array of events', () => request('POST', '/events', { rawBody: '"text"' }), '400 malformed-request'],
    ['an empty array', () => postEvents([]), '400 malformed-request'],
    [
      'not UTF-8',
      () => request('POST', '/events', { rawBody: new Uint8Array([0x5b, 0x22, 0xc3, 0x28, 0x22, 0x5d]) }),
      '400 malformed-request',
    ],
    [
      'nested too deep',
      () => request('POST', '/events', { rawBody: `${'['.repeat(9)}${']'.repeat(9)}` }),
      '400 malformed-request',
    ],
    [
      'more than a hundred events',
      () => postEvents(Array.from({ length: 101 }, (_, n) => event(`${target().prefix}many-${n}`, { LastName: 'N' }))),
      '413 too-large',
    ],
    ['without idempotency key', () => postEvents([event('k', {})], { key: null }), '400 idempotency-key-missing'],
    [
      'with a key too long',
      () => postEvents([event('k', {})], { key: 'k'.repeat(201) }),
      '400 idempotency-key-missing',
    ],
    ['a bad limit', () => request('GET', '/leads?limit=0'), '400 malformed-request'],
    ['a bad cursor', () => request('GET', '/leads?cursor=nonsense'), '400 malformed-request'],
    [
      'a bad header',
      () => request('PUT', '/leads/k', { body: { LastName: 'N' }, headers: { 'if-match': '"many"' } }),
      '400 malformed-request',
    ],
    [
      'another media type',
      () =>
        request('PUT', '/leads/k', {
          rawBody: 'LastName=N',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      '415 unsupported-media-type',
    ],
  ];

  it.each(refused)('%s gets its answer', async (_name, send, expected) => {
    const answer = await send();

    expect(outcomeOf(answer)).toBe(expected);
    expect(answer.body.status).toBe(answer.status);
  });

  it('changesNothing', async () => {
    const before = await leadCount();

    for (const [, send] of refused) await send();

    expect(await leadCount()).toBe(before);
  });
});
