/** The local org's own door: its clock, its state, its end. No real org has it. */
import { ApiError } from '../../org/local-org.ts';
import { json, jsonBody, type DoorContext, type DoorResponse } from '../http.ts';
import type { Route } from '../router.ts';

export function localOrgRoutes(stop: () => void): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/local-org/status',
      summary: 'Tells where the org listens and what time it is there.',
      authentication: 'own',
      run: status,
    },
    ...['/', '/secur/frontdoor.jsp'].map((path) => ({
      method: 'GET',
      path,
      summary: 'Shows a page that says what this is: the org has no user interface.',
      authentication: 'own' as const,
      run: landingPage,
    })),
    {
      method: 'POST',
      path: '/local-org/clock',
      summary: 'Sets the clock: {offsetMilliseconds} from real time, or {at}; jobs that become due run.',
      run: moveClock,
    },
    {
      method: 'POST',
      path: '/local-org/idle',
      summary: 'Answers once no job runs or is due: {timeoutMilliseconds}.',
      run: idle,
    },
    {
      method: 'POST',
      path: '/local-org/stop',
      summary: 'Stops the org.',
      run: () => {
        setTimeout(stop, 20);
        return json(202, { stopping: true });
      },
    },
  ];
}

/** Where `sf org open` leads. */
function landingPage({ org, urls }: DoorContext): DoorResponse {
  const text =
    `This is a local org (${org.organizationId}) at ${urls.instanceUrl}; its Sites are at ${urls.siteUrl}. ` +
    'It has no user interface: look around with the sf command line, or call its REST API.';
  return {
    status: 200,
    headers: [['content-type', 'text/html;charset=UTF-8']],
    body: `<!doctype html><html lang="en"><head><title>Local org</title></head><body><h1>Local org</h1><p>${text}</p></body></html>`,
  };
}

function status({ org, urls }: DoorContext): DoorResponse {
  return json(200, {
    organizationId: org.organizationId,
    username: org.administrator.username,
    now: org.now().toISOString(),
    ...urls,
  });
}

async function moveClock({ org, request }: DoorContext): Promise<DoorResponse> {
  const { offsetMilliseconds, at } = jsonBody(request) as { offsetMilliseconds?: number; at?: string };
  if (typeof at === 'string') return json(200, { now: await org.setClock({ at }) });
  if (typeof offsetMilliseconds === 'number') return json(200, { now: await org.setClock({ offsetMilliseconds }) });
  throw new ApiError(400, 'INVALID_INPUT', 'Give "offsetMilliseconds" (a number) or "at" (a time).');
}

async function idle({ org, request }: DoorContext): Promise<DoorResponse> {
  const { timeoutMilliseconds = 10000 } = jsonBody(request) as { timeoutMilliseconds?: number };
  return json(200, { idle: await org.idle(timeoutMilliseconds), now: org.now().toISOString() });
}
