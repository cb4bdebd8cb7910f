import { createHash } from 'node:crypto';
import { createToken, listTokens, revokeToken, rotateToken, SCOPES } from '../../scripts/bridge/tokens.ts';
import { fakeConnection } from './support/fake-connection.ts';

const ORGANIZATION = '00D000000000001AAA';
const ORG_ROW = [/FROM Organization/, [{ Id: ORGANIZATION }]] as const;
const request = { system: 'Lead_Platform', expiresInDays: 30 };

describe('a new token', () => {
  it('hasTheFormOfTheContract', async () => {
    const { connection } = fakeConnection([ORG_ROW]);

    const { token, keyId } = await createToken(connection, request);

    expect(token).toMatch(/^lbt_[A-Za-z0-9]{8,32}_[A-Za-z0-9_-]{32,128}$/);
    expect(token).toContain(`_${keyId}_`);
  });

  it('leavesOnlyTheDigestOfOrganizationAndSecretInSalesforce', async () => {
    const { connection, writes } = fakeConnection([ORG_ROW]);

    const { token } = await createToken(connection, request);

    const secret = token!.slice(token!.indexOf('_', 4) + 1);
    const [row] = writes;
    expect(row!.body.Token_Hash__c).toBe(
      createHash('sha256')
        .update(ORGANIZATION + secret)
        .digest('hex'),
    );
    expect(JSON.stringify(writes)).not.toContain(secret);
  });

  it('isFencedToItsOrgAndHasEveryScopeUnlessTold', async () => {
    const { connection, writes } = fakeConnection([ORG_ROW]);

    await createToken(connection, request);
    await createToken(connection, { ...request, scopes: ['events:write'] });

    expect(writes.map(({ body }) => [body.Organization_Id__c, body.Scopes__c])).toEqual([
      [ORGANIZATION, SCOPES.join(' ')],
      [ORGANIZATION, 'events:write'],
    ]);
  });

  it('refusesAnUnknownScope', async () => {
    const { connection, writes } = fakeConnection([ORG_ROW]);

    await expect(createToken(connection, { ...request, scopes: ['everything'] })).rejects.toMatchObject({
      name: 'UnknownScopeError',
      actions: [expect.stringContaining('events:write')],
    });
    expect(writes).toEqual([]);
  });

  it('canHaveExpiredAlready', async () => {
    const { connection, writes } = fakeConnection([ORG_ROW]);

    await createToken(connection, { ...request, expiresInDays: -1 });

    const { Not_Before__c, Expires_At__c } = writes[0]!.body;
    expect(Date.parse(Expires_At__c)).toBeLessThan(Date.now());
    expect(Date.parse(Not_Before__c)).toBeLessThan(Date.parse(Expires_At__c));
  });

  it('forAnOauthUserIsARowWithoutASecret', async () => {
    const { connection, writes } = fakeConnection([ORG_ROW, [/FROM User/, [{ Id: '005000000000001AAA' }]]]);

    const { token } = await createToken(connection, { ...request, integrationUsername: 'platform@org.example' });

    expect(token).toBeUndefined();
    expect(writes[0]!.body).toMatchObject({ Integration_User__c: '005000000000001AAA' });
    expect(writes[0]!.body.Token_Hash__c).toBeUndefined();
  });

  it('refusesAnUnknownUser', async () => {
    const { connection } = fakeConnection([ORG_ROW]);

    await expect(createToken(connection, { ...request, integrationUsername: 'nobody' })).rejects.toMatchObject({
      name: 'NoUserError',
    });
  });
});

describe('the list of tokens', () => {
  it('quotesWhatComesFromOutside', async () => {
    const { connection, queries } = fakeConnection();

    await listTokens(connection, "x' OR System__c != '");

    expect(queries[0]).toContain("System__c = 'x\\' OR System__c != \\''");
  });
});

describe('revoking', () => {
  it('marksTheRowAtOnce', async () => {
    const { connection, writes } = fakeConnection([[/Key_Id__c = 'abc'/, [{ Id: 'a01' }]]]);

    await revokeToken(connection, 'abc');

    expect(writes[0]).toMatchObject({
      method: 'PATCH',
      body: { State__c: 'Revoked', Revoked_At__c: expect.any(String) },
    });
  });

  it('refusesAnUnknownKey', async () => {
    const { connection } = fakeConnection();

    await expect(revokeToken(connection, 'abc')).rejects.toMatchObject({ name: 'NoTokenError' });
  });
});

describe('a rotation', () => {
  const rows = (...states: string[]) =>
    [
      /State__c != 'Revoked'/,
      states.map((state) => ({ Id: `id-${state}`, Key_Id__c: `key-${state}`, State__c: state })),
    ] as const;

  it('firstMakesANextTokenBesideTheCurrentOne', async () => {
    const { connection, writes } = fakeConnection([rows('Current'), ORG_ROW]);

    const { created, revoked } = await rotateToken(connection, 'Lead_Platform', false, 30);

    expect(created!.token).toBeDefined();
    expect(revoked).toEqual([]);
    expect(writes.map(({ body }) => body.State__c)).toEqual(['Next']);
  });

  it('refusesASecondNextToken', async () => {
    const { connection } = fakeConnection([rows('Current', 'Next')]);

    await expect(rotateToken(connection, 'Lead_Platform', false, 30)).rejects.toMatchObject({
      name: 'RotationUnderWayError',
    });
  });

  it('thenMakesTheNextCurrentAndRevokesTheOthers', async () => {
    const { connection, writes } = fakeConnection([
      rows('Current', 'Next'),
      [/Key_Id__c = 'key-Current'/, [{ Id: 'id-Current' }]],
    ]);

    const { revoked } = await rotateToken(connection, 'Lead_Platform', true, 30);

    expect(revoked).toEqual(['key-Current']);
    expect(writes.map(({ path, body }) => [path.split('/').at(-1), body.State__c])).toEqual([
      ['id-Next', 'Current'],
      ['id-Current', 'Revoked'],
    ]);
  });

  it('refusesToFinishWhatWasNotBegun', async () => {
    const { connection } = fakeConnection([rows('Current')]);

    await expect(rotateToken(connection, 'Lead_Platform', true, 30)).rejects.toMatchObject({
      name: 'NoNextTokenError',
    });
  });
});
