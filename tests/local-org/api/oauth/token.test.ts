import { expectError, openDoors, userWithToken, type Doors, type Json } from '../support/doors.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

describe('POST /services/oauth2/token', () => {
  let doors: Doors;
  let client: { clientId: string; clientSecret: string };
  const ask = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    doors.call('POST', '/services/oauth2/token', new URLSearchParams(form).toString(), {
      token: null,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
  const assertion = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
  const refusal = ({ status, body }: { status: number; body: Json }) => [status, body.error];

  beforeAll(async () => {
    doors = await openDoors();
    await userWithToken(doors, 'client@token.example');
    client = (await doors.call('POST', '/local-org/oauth-clients', { runAsUsername: 'client@token.example' })).body;
  }, 60_000);
  afterAll(() => doors.close());

  describe('refuses', () => {
    it('a wrong, a missing and an unreadable secret alike', async () => {
      const form = { grant_type: 'client_credentials' };
      const wrong = { ...form, client_id: client.clientId, client_secret: 'wrong' };
      for (const answer of [await ask(wrong), await ask(form), await ask(form, basic('%zz:%zz'))])
        expect(refusal(answer)).toEqual([400, 'invalid_client']);
    });

    it('an unknown user and a broken assertion', async () => {
      expect(refusal(await ask({ grant_type: JWT_BEARER, assertion: assertion({ sub: 'nobody@x.example' }) }))).toEqual(
        [400, 'invalid_grant'],
      );
      expect(refusal(await ask({ grant_type: JWT_BEARER, assertion: 'broken' }))).toEqual([400, 'invalid_grant']);
    });

    it('another grant', async () => {
      expect(refusal(await ask({ grant_type: 'password' }))).toEqual([400, 'unsupported_grant_type']);
    });

    it('a client for an unknown user, and one registered by another than the administrator', async () => {
      const register = (runAsUsername: string, token = doors.token) =>
        doors.call('POST', '/local-org/oauth-clients', { runAsUsername }, { token });
      expectError(await register('nobody@x.example'), 400, 'INVALID_INPUT');
      const { token } = await userWithToken(doors, 'other@token.example');
      expectError(await register('client@token.example', token), 403, 'INSUFFICIENT_ACCESS');
    });
  });

  describe('returns', () => {
    it('a token to a client that shows its secret in the form or by Basic', async () => {
      const form = { grant_type: 'client_credentials' };
      const inForm = await ask({ ...form, client_id: client.clientId, client_secret: client.clientSecret });
      const byBasic = await ask(form, basic(`${client.clientId}:${client.clientSecret}`));
      for (const { status, body } of [inForm, byBasic]) {
        expect(status).toBe(200);
        expect(body).toMatchObject({ token_type: 'Bearer', instance_url: doors.instanceUrl });
        const who = await doors.call('GET', '/services/oauth2/userinfo', undefined, { token: body.access_token });
        expect(who.body.preferred_username).toBe('client@token.example');
      }
    });

    it('a token to the CLI that logs in by JWT', async () => {
      const claims = { sub: doors.org.administrator.username };
      const { status, body } = await ask({ grant_type: JWT_BEARER, assertion: assertion(claims) });
      expect(status).toBe(200);
      // The form that the CLI checks.
      expect(body.access_token).toMatch(/^00D\w{12}![.\w]+$/);
    });
  });
});
