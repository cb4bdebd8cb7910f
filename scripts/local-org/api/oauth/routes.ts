/**
 * The OAuth door: client credentials for clients registered in this org's own settings (RFC 6749 §4.4), the JWT bearer
 * flow that lets the CLI log in by itself, and what the CLI asks about a token.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ApiError, type LocalOrg } from '../../org/local-org.ts';
import { json, jsonBody, type DoorContext, type DoorResponse } from '../http.ts';
import type { Route } from '../router.ts';
import type { Sessions } from '../sessions.ts';

const SETTING = 'oauth-clients';

interface Client {
  readonly clientId: string;
  readonly secretDigest: string;
  readonly runAsUserId: string;
}

export function oauthRoutes(sessions: Sessions): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/services/oauth2/token',
      summary: 'Issues a token: client_credentials, or JWT bearer for the CLI.',
      authentication: 'own',
      run: (context) => token(context, sessions),
    },
    { method: 'GET', path: '/services/oauth2/userinfo', summary: 'Tells whose token it is.', run: userInfo },
    {
      method: 'GET',
      path: '/services/oauth2/singleaccess',
      summary: 'Gives the address that `sf org open` prints.',
      run: singleAccess,
    },
    {
      method: 'POST',
      path: '/local-org/oauth-clients',
      summary: 'Registers an OAuth client of this org: {runAsUsername} → {clientId, clientSecret}.',
      run: registerClient,
    },
  ];
}

async function token(context: DoorContext, sessions: Sessions): Promise<DoorResponse> {
  const form = new URLSearchParams(Buffer.from(context.request.body).toString('utf8'));
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return clientCredentials(context, form, sessions);
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return jwtBearer(context, form, sessions);
    default:
      return oauthError(400, 'unsupported_grant_type', 'grant type not supported');
  }
}

async function clientCredentials(
  context: DoorContext,
  form: URLSearchParams,
  sessions: Sessions,
): Promise<DoorResponse> {
  const { clientId, clientSecret } = presentedClient(context, form);
  const client = (await readClients(context.org)).find((candidate) => candidate.clientId === clientId);
  if (client === undefined || !sameDigest(client.secretDigest, digest(clientSecret))) {
    return oauthError(400, 'invalid_client', 'invalid client credentials');
  }
  return granted(context, client.runAsUserId, sessions);
}

/** By HTTP Basic or in the form: RFC 6749 §2.3.1. */
function presentedClient({ request }: DoorContext, form: URLSearchParams): { clientId: string; clientSecret: string } {
  const basic = /^Basic (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (basic === undefined)
    return { clientId: form.get('client_id') ?? '', clientSecret: form.get('client_secret') ?? '' };
  const [clientId = '', clientSecret = ''] = Buffer.from(basic, 'base64')
    .toString('utf8')
    .split(':', 2)
    .map(decodeOrKeep);
  return { clientId, clientSecret };
}

/** RFC 6749 wants both encoded; what is not decodable is no client's name either. */
function decodeOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The signature is not checked: the key stays with the CLI, and the door is on loopback. Only existing users are let in. */
async function jwtBearer(context: DoorContext, form: URLSearchParams, sessions: Sessions): Promise<DoorResponse> {
  const subject = subjectOf(form.get('assertion') ?? '');
  if (subject === undefined) return oauthError(400, 'invalid_grant', 'invalid assertion');
  const userId = await userIdByName(context.org, subject);
  if (userId === undefined) return oauthError(400, 'invalid_grant', "user hasn't approved this consumer");
  return granted(context, userId, sessions);
}

function subjectOf(assertion: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const subject = (claims as { sub?: unknown } | null)?.sub;
    return typeof subject === 'string' ? subject : undefined;
  } catch {
    return undefined;
  }
}

async function granted({ org, urls }: DoorContext, userId: string, sessions: Sessions): Promise<DoorResponse> {
  return json(200, {
    access_token: await sessions.create(userId),
    instance_url: urls.instanceUrl,
    id: `${urls.instanceUrl}/id/${org.organizationId}/${userId}`,
    token_type: 'Bearer',
    scope: 'api',
    issued_at: String(org.now().getTime()),
  });
}

async function userInfo({ org, session, urls }: DoorContext): Promise<DoorResponse> {
  const user = await org.retrieve(administrator(org), 'User', session.userId, ['Username', 'Name', 'Email']);
  return json(200, {
    sub: `${urls.instanceUrl}/id/${org.organizationId}/${session.userId}`,
    user_id: session.userId,
    organization_id: org.organizationId,
    preferred_username: user.Username,
    name: user.Name,
    email: user.Email,
  });
}

function singleAccess({ urls }: DoorContext): DoorResponse {
  return json(200, {
    frontdoor_uri: `${urls.instanceUrl}/secur/frontdoor.jsp?otp=${randomBytes(8).toString('hex')}&startURL=%2F`,
  });
}

async function registerClient({ org, session, request }: DoorContext): Promise<DoorResponse> {
  if (session.userId !== org.administrator.userId)
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', 'Only the administrator registers OAuth clients.');
  const { runAsUsername } = jsonBody(request) as { runAsUsername?: string };
  const runAsUserId = await userIdByName(org, runAsUsername ?? '');
  if (runAsUserId === undefined) throw new ApiError(400, 'INVALID_INPUT', `There is no user named "${runAsUsername}".`);
  const clientId = `3MVG9${randomBytes(16).toString('hex')}`;
  const clientSecret = randomBytes(32).toString('hex');
  const clients = await readClients(org);
  await org.writeSetting(
    SETTING,
    JSON.stringify([...clients, { clientId, secretDigest: digest(clientSecret), runAsUserId }]),
  );
  return json(201, { clientId, clientSecret });
}

async function readClients(org: LocalOrg): Promise<Client[]> {
  const stored = await org.readSetting(SETTING);
  return stored === undefined ? [] : (JSON.parse(stored) as Client[]);
}

async function userIdByName(org: LocalOrg, username: string): Promise<string | undefined> {
  const quoted = username.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  const { records } = await org.query(
    administrator(org),
    `SELECT Id FROM User WHERE Username = '${quoted}' AND IsActive = true`,
  );
  return records[0]?.Id as string | undefined;
}

function administrator(org: LocalOrg) {
  return { userId: org.administrator.userId, kind: 'api' as const };
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function sameDigest(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function oauthError(status: number, error: string, description: string): DoorResponse {
  return json(status, { error, error_description: description });
}
