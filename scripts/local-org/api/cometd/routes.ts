/**
 * The streaming door, as far as `sf apex get test` needs it: a handshake, and the message that a test run is over
 * (Streaming API Developer Guide, "Bayeux Protocol"; sf-cli-protocol §3.6). Every other channel is refused.
 */
import { randomUUID } from 'node:crypto';
import { json, jsonBody, type DoorContext, type DoorResponse } from '../http.ts';
import type { Route } from '../router.ts';
import type { TestRuns } from '../tooling/test-run-tables.ts';
import { UNSUPPORTED_CODE } from '../../unsupported.ts';

const TEST_RESULTS = '/systemTopic/TestResult';
/** How long a long poll waits before it answers that nothing happened. */
const POLL_MILLISECONDS = 20_000;
const STEP_MILLISECONDS = 100;

interface Message {
  readonly channel?: string;
  readonly id?: string;
  readonly clientId?: string;
  readonly subscription?: string;
}

type Reply = Record<string, unknown>;

export function cometdRoutes(runs: TestRuns): readonly Route[] {
  /** Which runs each client has been told of. */
  const told = new Map<string, Set<string>>();
  return [
    {
      method: 'GET',
      path: '/cometd/:version',
      summary: 'Offers long polling to a client that asks for a web socket.',
      run: () => json(200, []),
    },
    {
      method: 'POST',
      path: '/cometd/:version',
      summary: 'Streams the end of test runs (`sf apex get test`); other channels are refused.',
      run: (context) => answerMessages(context, runs, told),
    },
  ];
}

async function answerMessages(
  { request }: DoorContext,
  runs: TestRuns,
  told: Map<string, Set<string>>,
): Promise<DoorResponse> {
  const body: unknown = jsonBody(request);
  const messages = (Array.isArray(body) ? body : [body]) as Message[];
  const replies: Reply[] = [];
  for (const message of messages) replies.push(...(await answer(message, runs, told)));
  return json(200, replies);
}

async function answer(message: Message, runs: TestRuns, told: Map<string, Set<string>>): Promise<Reply[]> {
  const { channel, id, clientId = '', subscription } = message;
  switch (channel) {
    case '/meta/handshake':
      return [handshake(id, told)];
    case '/meta/connect':
      if (!told.has(clientId)) return [refusal(message, '403::Unknown client', 'handshake')];
      return [
        ...(await endedRuns(runs, told.get(clientId)!)),
        { channel, id, clientId, successful: true, advice: { reconnect: 'retry', interval: 0, timeout: 110_000 } },
      ];
    case '/meta/subscribe':
      if (subscription !== TEST_RESULTS)
        return [refusal(message, `403::${UNSUPPORTED_CODE}: the local org does not stream ${subscription}`, 'none')];
      return [{ channel, id, clientId, subscription, successful: true }];
    case '/meta/unsubscribe':
      return [{ channel, id, clientId, subscription, successful: true }];
    case '/meta/disconnect':
      told.delete(clientId);
      return [{ channel, id, clientId, successful: true }];
    default:
      return [refusal(message, `403::${UNSUPPORTED_CODE}: the local org does not take messages on ${channel}`, 'none')];
  }
}

function handshake(id: string | undefined, told: Map<string, Set<string>>): Reply {
  const clientId = randomUUID();
  told.set(clientId, new Set());
  return {
    channel: '/meta/handshake',
    id,
    clientId,
    version: '1.0',
    minimumVersion: '1.0',
    supportedConnectionTypes: ['long-polling'],
    successful: true,
    advice: { reconnect: 'retry', interval: 0, timeout: 110_000 },
  };
}

function refusal({ channel, id, clientId, subscription }: Message, error: string, reconnect: string): Reply {
  return { channel, id, clientId, subscription, successful: false, error, advice: { reconnect } };
}

async function endedRuns(runs: TestRuns, told: Set<string>): Promise<Reply[]> {
  const until = Date.now() + POLL_MILLISECONDS;
  for (;;) {
    const ended = runs.ended().filter((jobId) => !told.has(jobId));
    for (const jobId of ended) told.add(jobId);
    if (ended.length > 0) {
      return ended.map((jobId) => ({
        channel: TEST_RESULTS,
        data: { event: { type: 'updated', createdDate: new Date().toISOString() }, sobject: { Id: jobId } },
      }));
    }
    if (Date.now() >= until) return [];
    await new Promise((resolve) => setTimeout(resolve, STEP_MILLISECONDS));
  }
}
