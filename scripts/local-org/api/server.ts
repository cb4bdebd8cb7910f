/** Listens on two ports, the org's and its Sites', and leads each request through route → session → operation. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, type LocalOrg, type Session } from '../org/local-org.ts';
import { UnsupportedError, UNSUPPORTED_CODE } from '../unsupported.ts';
import { apexRestRoutes } from './apexrest/routes.ts';
import { apexSoapRoutes } from './apex-soap/routes.ts';
import {
  errorAnswer,
  json,
  readRequest,
  writeResponse,
  type DoorContext,
  type DoorRequest,
  type DoorResponse,
  type DoorUrls,
} from './http.ts';
import { localOrgRoutes } from './local-org/routes.ts';
import { Deployments } from './metadata-soap/deployments.ts';
import { metadataRoutes } from './metadata-soap/routes.ts';
import { oauthRoutes } from './oauth/routes.ts';
import { cometdRoutes } from './cometd/routes.ts';
import { batchWith, compositeWith } from './rest/composite.ts';
import { platformResourceOf } from './rest/platform-resources.ts';
import { restRoutes } from './rest/routes.ts';
import { API_VERSION } from './rest/versions.ts';
import { Router, type Route } from './router.ts';
import { Sessions } from './sessions.ts';
import { answerSite } from './site/site-server.ts';
import { toolingRoutes } from './tooling/routes.ts';
import { TestRuns } from './tooling/test-run-tables.ts';

export interface ServerOptions {
  /** Loopback by default: the org has no password. */
  readonly host?: string;
  /** 0: any free port. */
  readonly port: number;
  readonly sitePort: number;
  readonly onStop: () => void;
}

export interface OrgServer extends DoorUrls {
  readonly accessToken: string;
  close(): Promise<void>;
}

/** Opens all doors of an org. */
export async function serve(org: LocalOrg, options: ServerOptions): Promise<OrgServer> {
  const sessions = new Sessions(org);
  const router = new Router(allRoutes(org, sessions, options.onStop));
  const host = options.host ?? '127.0.0.1';
  const urls: { instanceUrl: string; siteUrl: string } = { instanceUrl: '', siteUrl: '' };
  const orgServer = await listen(host, options.port, (request) => answer(org, sessions, router, urls, request));
  const siteServer = await listen(host, options.sitePort, (request) => answerSite(org, urls, request));
  urls.instanceUrl = `http://${host}:${(orgServer.address() as AddressInfo).port}`;
  urls.siteUrl = `http://${host}:${(siteServer.address() as AddressInfo).port}`;
  org.setBaseUrls(urls);
  return {
    ...urls,
    accessToken: await sessions.administratorToken(),
    close: async () => {
      await Promise.all(
        [orgServer, siteServer].map(
          (server) => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
        ),
      );
    },
  };
}

/** The tables of all doors; the support page is made from them too. */
export function allRoutes(org: LocalOrg, sessions: Sessions, onStop: () => void): readonly Route[] {
  const BASE = '/services/data/:version';
  const testRuns = new TestRuns(org);
  const routes: Route[] = [
    ...restRoutes,
    ...toolingRoutes(testRuns),
    ...cometdRoutes(testRuns),
    ...metadataRoutes(new Deployments(org), sessions),
    ...apexSoapRoutes(sessions),
    ...apexRestRoutes,
    ...oauthRoutes(sessions),
    ...localOrgRoutes(onStop),
  ];
  const inner = new Router(routes);
  const dispatch = (context: DoorContext, request: DoorRequest): Promise<DoorResponse> =>
    dispatchWithin(inner, context, request);
  return [
    ...routes,
    {
      method: 'POST',
      path: `${BASE}/composite`,
      summary: 'Runs several REST calls in one; later ones may name results of earlier ones.',
      run: compositeWith(dispatch),
    },
    {
      method: 'POST',
      path: `${BASE}/composite/batch`,
      summary: 'Runs several independent REST calls in one.',
      run: batchWith(dispatch),
    },
  ];
}

async function dispatchWithin(router: Router, context: DoorContext, request: DoorRequest): Promise<DoorResponse> {
  const match = router.match(request.method, request.path);
  if (match === undefined || 'allowed' in match) throw missing(request.path);
  return match.route.run({ ...context, request, parameters: match.parameters });
}

async function answer(
  org: LocalOrg,
  sessions: Sessions,
  router: Router,
  urls: DoorUrls,
  request: DoorRequest,
): Promise<DoorResponse> {
  const match = router.match(request.method, request.path);
  if (match === undefined) throw missing(request.path);
  if ('allowed' in match) {
    const allowed = [...new Set(match.allowed)].join(',');
    throw new ApiError(
      405,
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${request.method}' not allowed. Allowed are ${allowed}`,
    );
  }
  checkVersion(match.parameters.version);
  const session: Session =
    match.route.authentication === 'own' ? { userId: '', kind: 'guest' } : await sessions.fromRequest(request);
  return match.route.run({ org, session, request, parameters: match.parameters, urls });
}

/** Nothing is there: a resource that a real org has is called missing here, any other is unknown on both. */
function missing(path: string): Error {
  const feature = platformResourceOf(path);
  return feature === undefined ? notFound() : new UnsupportedError(feature);
}

function notFound(): ApiError {
  return new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

/** @throws ApiError 404 for a version that the platform does not have (yet). */
function checkVersion(text: string | undefined): void {
  if (text === undefined) return;
  const version = /^v?(\d{2})\.0$/.exec(text)?.[1];
  if (version === undefined || Number(version) > Number(API_VERSION)) throw notFound();
}

function listen(
  host: string,
  port: number,
  answerRequest: (request: DoorRequest) => Promise<DoorResponse>,
): Promise<Server> {
  const server = createServer((message, response) => void respond(message, response, answerRequest));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

async function respond(
  message: IncomingMessage,
  response: ServerResponse,
  answerRequest: (request: DoorRequest) => Promise<DoorResponse>,
): Promise<void> {
  let result: DoorResponse;
  try {
    result = await answerRequest(await readRequest(message));
  } catch (error) {
    result = failure(error);
  }
  writeResponse(response, result);
}

function failure(error: unknown): DoorResponse {
  if (error instanceof ApiError) return errorAnswer(error);
  if (error instanceof UnsupportedError) return json(501, [{ errorCode: UNSUPPORTED_CODE, message: error.message }]);
  const { message, stack } = error as Error;
  console.error(stack ?? message);
  return json(500, [{ errorCode: 'UNKNOWN_EXCEPTION', message: `The local org failed: ${message}` }]);
}
