/** The Apex REST door for callers with a session: `/services/apexrest/…` goes to the program. */
import type { Session } from '../../org/local-org.ts';
import type { DoorContext, DoorResponse } from '../http.ts';
import type { Route } from '../router.ts';

export const apexRestRoutes: readonly Route[] = [
  {
    method: '*',
    path: '/services/apexrest/*path',
    summary: 'Calls an Apex REST resource with a session.',
    run: (context) => callApex(context, context.session),
  },
];

export async function callApex({ org, request, parameters }: DoorContext, session: Session): Promise<DoorResponse> {
  const answer = await org.apexRest(session, {
    method: request.method,
    path: `/${parameters.path}`,
    parameters: [...request.query],
    headers: request.rawHeaders,
    body: request.body,
    remoteAddress: request.remoteAddress,
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
}
