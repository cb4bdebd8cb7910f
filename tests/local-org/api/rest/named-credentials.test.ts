import { expectError, openDoors, type Doors } from '../support/doors.ts';

const EXTERNAL = {
  developerName: 'Platform',
  masterLabel: 'Platform',
  authenticationProtocol: 'Custom',
  principals: [{ principalName: 'Standard', principalType: 'NamedPrincipal' }],
};
const SECRET = {
  externalCredential: 'Platform',
  principalName: 'Standard',
  principalType: 'NamedPrincipal',
  authenticationProtocol: 'Custom',
  credentials: { Token: { value: 'very secret', encrypted: true } },
};
const PRINCIPAL = 'named-credentials/credential?externalCredential=Platform&principalName=Standard';

describe('/named-credentials', () => {
  let doors: Doors;

  beforeAll(async () => {
    doors = await openDoors();
    await doors.call('POST', 'named-credentials/external-credentials', EXTERNAL);
  }, 60_000);
  afterAll(() => doors.close());

  it('refuses what is not there', async () => {
    expectError(await doors.call('GET', 'named-credentials/external-credentials/Nope'), 404, 'NOT_FOUND');
    expectError(await doors.call('GET', 'named-credentials/named-credential-setup/Nope'), 404, 'NOT_FOUND');
    const stranger = { ...SECRET, principalName: 'Stranger' };
    expectError(await doors.call('POST', 'named-credentials/credential', stranger), 404, 'NOT_FOUND');
  });

  it('returns the names of secrets and never a secret', async () => {
    const made = await doors.call('POST', 'named-credentials/credential', SECRET);
    const read = await doors.call('GET', PRINCIPAL);
    expect([made.status, read.status]).toEqual([201, 200]);
    expect(Object.keys(read.body.credentials)).toEqual(['Token']);
    expect(JSON.stringify([made.body, read.body])).not.toContain('very secret');
    expectError(await doors.call('POST', 'named-credentials/credential', SECRET), 400, 'INVALID_INPUT');
    expect((await doors.call('PUT', 'named-credentials/credential', SECRET)).status).toBe(200);
  });

  it('changes an endpoint in place and deletes it', async () => {
    const setup = {
      developerName: 'Platform',
      masterLabel: 'Platform',
      type: 'SecuredEndpoint',
      calloutUrl: 'http://127.0.0.1:1/old',
      externalCredentials: [{ developerName: 'Platform' }],
    };
    const path = 'named-credentials/named-credential-setup';
    expect((await doors.call('POST', path, setup)).status).toBe(201);
    const changed = await doors.call('PUT', `${path}/Platform`, { ...setup, calloutUrl: 'http://127.0.0.1:1/new' });
    expect([changed.status, changed.body.calloutUrl]).toEqual([200, 'http://127.0.0.1:1/new']);
    expect((await doors.call('DELETE', `${path}/Platform`)).status).toBe(204);
    expectError(await doors.call('GET', `${path}/Platform`), 404, 'NOT_FOUND');
  });
});
