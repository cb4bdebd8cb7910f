import { unzipSync, strFromU8 } from 'fflate';
import { newSigningSecret, setCredential } from '../../scripts/bridge/credentials.ts';
import { fakeConnection } from './support/fake-connection.ts';

const ANSWERS = [
  [/FROM User/, [{ Id: '005A' }]],
  [/FROM PermissionSet WHERE/, [{ Id: '0PS1' }]],
] as const;
const request = {
  system: 'Lead_Platform',
  url: 'https://api.example.com',
  permissionSetAssignee: 'bridge@org.example',
};

describe('setting a credential', () => {
  it.each(['http://api.example.com', 'nonsense', 'ftp://api.example.com'])('refuses %s', async (url) => {
    const { connection, writes } = fakeConnection([...ANSWERS]);

    await expect(setCredential(connection, { ...request, url })).rejects.toMatchObject({ name: 'BadUrlError' });
    expect(writes).toEqual([]);
  });

  it('takesPlainHttpOnThisMachine', async () => {
    const { connection } = fakeConnection([...ANSWERS]);

    await expect(setCredential(connection, { ...request, url: 'http://127.0.0.1:9000' })).resolves.toBeUndefined();
  });

  it('makesCredentialsAndAPermissionSetOfTheSystemsOwn', async () => {
    const { connection, writes } = fakeConnection([...ANSWERS]);

    await setCredential(connection, request);

    expect(writes.map(({ method, path }) => `${method} ${path.split('/v67.0/').at(-1)}`)).toEqual([
      'PUT named-credentials/external-credentials/Lead_Platform',
      'PUT named-credentials/named-credential-setup/Lead_Platform',
      'DEPLOY ',
      'POST sobjects/PermissionSetAssignment',
    ]);
    const files = unzipSync(Buffer.from(writes[2]!.body as string, 'base64'));
    expect(strFromU8(files['permissionsets/Bridge_Credential_Lead_Platform.permissionset']!)).toContain(
      'Lead_Platform-Bridge',
    );
  });

  it('sendsAnApiKeyOnceToTheCredentialAndNowhereElse', async () => {
    const { connection, writes } = fakeConnection([...ANSWERS]);

    await setCredential(connection, { ...request, apiKey: 'top-secret' });

    const holding = writes.filter(({ body }) => JSON.stringify(body ?? '').includes('top-secret'));
    expect(holding.map(({ path }) => path)).toEqual(['/services/data/v67.0/named-credentials/credential']);
  });

  it('sendsASigningSecretToOurOwnResource', async () => {
    const { connection, writes } = fakeConnection([...ANSWERS]);
    const signingSecret = newSigningSecret();

    await setCredential(connection, { ...request, signingSecret });

    expect(writes.at(-1)).toEqual({
      method: 'PUT',
      path: '/services/apexrest/leadbridge-admin/v1/signing-secrets/Lead_Platform',
      body: { secret: signingSecret },
    });
  });

  it('refusesASigningSecretThatIsTooShort', async () => {
    const { connection } = fakeConnection([...ANSWERS]);

    await expect(setCredential(connection, { ...request, signingSecret: 'whsec_short' })).rejects.toMatchObject({
      name: 'BadSigningSecretError',
    });
  });
});

describe('a new signing secret', () => {
  it('hasAtLeast24RandomBytes', () => {
    const [one, other] = [newSigningSecret(), newSigningSecret()];

    expect(Buffer.from(one.slice('whsec_'.length), 'base64').length).toBeGreaterThanOrEqual(24);
    expect(one).not.toBe(other);
  });
});
