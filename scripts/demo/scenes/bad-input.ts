import { randomUUID } from 'node:crypto';
import { expect, type Scene } from '../scene.ts';
import type { RestAnswer, Stage } from '../stage.ts';

interface Case {
  readonly name: string;
  readonly answer: RestAnswer;
  readonly status: number;
  readonly slug: string;
}

export const badInput: Scene = {
  name: 'bad-input',
  title:
    'Bad items, bad JSON, too much, and four kinds of bad token: each gets its documented answer, and nothing else changes',
  play: async (stage, say) => {
    const token = stage.facts.token!;
    const batch = await stage.door('POST', '/events', {
      token,
      key: randomUUID(),
      body: JSON.stringify([
        event('bad-1', { LastName: 'Good' }),
        event('bad-2', { LastName: 'Bad', PriceMinimum: 'much' }),
        event('bad-3', { LastName: 'Fine' }),
      ]),
    });
    const { items } = batch.body as {
      items: ReadonlyArray<{ status: string; problems?: ReadonlyArray<{ pointer: string; code: string }> }>;
    };
    say(
      `a batch of three with one bad item → ${batch.status} ${items.map((item) => item.status).join(', ')}; ${JSON.stringify(items[1]?.problems)}`,
    );
    expect(
      items.map((item) => item.status).join() === 'applied,rejected,applied',
      'Two are applied, one is rejected',
      items,
    );
    expect(items[1]?.problems?.[0]?.pointer === '/1/data/set/PriceMinimum', 'The pointer names the member', items[1]);
    // These events went past the platform's own sender: it knows the two records that were taken.
    for (const [key, name] of [
      ['bad-1', 'Good'],
      ['bad-3', 'Fine'],
    ] as const) {
      stage.platform.store.write('Lead', key, { LastName: name }, undefined);
    }
    await stage.idle();

    const count = await leadCount(stage);
    const good = JSON.stringify([event('bad-4', { LastName: 'Never' })]);
    const cases: Case[] = [
      {
        name: 'malformed JSON',
        answer: await stage.door('POST', '/events', { token, key: randomUUID(), body: '[{"specversion":' }),
        status: 400,
        slug: 'malformed-request',
      },
      {
        name: 'oversized body',
        answer: await stage.door('POST', '/events', { token, key: randomUUID(), body: `["${'x'.repeat(1_100_000)}"]` }),
        status: 413,
        slug: 'too-large',
      },
      {
        name: 'wrong media type',
        answer: await stage.door('POST', '/events', {
          token,
          key: randomUUID(),
          body: good,
          contentType: 'text/plain',
        }),
        status: 415,
        slug: 'unsupported-media-type',
      },
      {
        name: 'missing token',
        answer: await stage.door('POST', '/events', { key: randomUUID(), body: good }),
        status: 401,
        slug: 'invalid-token',
      },
      {
        name: 'wrong token',
        answer: await stage.door('POST', '/events', {
          token: `${token.slice(0, -4)}AAAA`,
          key: randomUUID(),
          body: good,
        }),
        status: 401,
        slug: 'invalid-token',
      },
      {
        name: 'expired token',
        answer: await stage.door('POST', '/events', {
          token: await expiredToken(stage),
          key: randomUUID(),
          body: good,
        }),
        status: 401,
        slug: 'invalid-token',
      },
      {
        name: 'revoked token',
        answer: await stage.door('POST', '/events', {
          token: await revokedToken(stage),
          key: randomUUID(),
          body: good,
        }),
        status: 401,
        slug: 'invalid-token',
      },
    ];
    for (const { name, answer, status, slug } of cases) {
      const type = (answer.body as { type?: string }).type;
      say(`${name} → ${answer.status} ${type}`);
      expect(
        answer.status === status && type === `urn:leadbridge:problem:${slug}`,
        `${name} is answered ${status} ${slug}`,
        { status: answer.status, body: answer.body },
      );
    }
    const unauthorized = cases.filter(({ status }) => status === 401).map(({ answer }) => withoutTrace(answer.body));
    expect(new Set(unauthorized).size === 1, 'Every kind of bad token looks the same from outside', unauthorized);
    expect((await leadCount(stage)) === count, 'Nothing else changed', {
      before: count,
      after: await leadCount(stage),
    });
    return { items, answers: cases.map(({ name, answer }) => ({ name, status: answer.status, body: answer.body })) };
  },
};

function event(key: string, set: Record<string, unknown>): Record<string, unknown> {
  return {
    specversion: '1.0',
    id: `evt-${key}`,
    source: 'urn:leadbridge:Lead_Platform',
    type: 'lead.changed',
    subject: key,
    time: new Date().toISOString(),
    data: { set },
  };
}

function withoutTrace(body: unknown): string {
  return JSON.stringify({ ...(body as Record<string, unknown>), traceId: undefined });
}

async function leadCount(stage: Stage): Promise<number> {
  const [row] = await stage.query<{ n: number }>('SELECT COUNT(Id) n FROM Lead');
  return row!.n;
}

async function expiredToken(stage: Stage): Promise<string> {
  const { token } = await stage.sfOk<{ token: string }>([
    'bridge',
    'token',
    'create',
    '--system',
    'Lead_Platform',
    '--expires-in-days',
    '-1',
  ]);
  return token;
}

async function revokedToken(stage: Stage): Promise<string> {
  const { token, keyId } = await stage.sfOk<{ token: string; keyId: string }>([
    'bridge',
    'token',
    'create',
    '--system',
    'Lead_Platform',
  ]);
  await stage.sfOk(['bridge', 'token', 'revoke', '--key-id', keyId]);
  return token;
}
