import { planCallout, type CalloutPermissions } from '../../../../scripts/local-org/org/callouts/callout-plan.ts';
import { CredentialBook, fillHeader } from '../../../../scripts/local-org/org/callouts/credential-book.ts';
import { Connection } from '../../../../scripts/local-org/database/connection.ts';
import { SecretStore } from '../../../../scripts/local-org/database/stores/credential-store.ts';

function bookWithPlatform(): CredentialBook {
  const connection = new Connection(':memory:');
  SecretStore.create(connection);
  const book = new CredentialBook(new SecretStore(connection));
  book.saveExternal({
    developerName: 'Platform',
    masterLabel: 'Platform',
    authenticationProtocol: 'Custom',
    principals: [{ name: 'Bridge', type: 'NamedPrincipal', sequence: 1 }],
    customHeaders: [{ name: 'Authorization', value: "{!'Bearer ' & $Credential.Platform.ApiKey}", sequence: 1 }],
  });
  book.saveNamed({
    developerName: 'Platform',
    masterLabel: 'Platform',
    type: 'SecuredEndpoint',
    calloutUrl: 'http://127.0.0.1:9000/base/',
    externalCredential: 'Platform',
    generateAuthorizationHeader: false,
    allowMergeFieldsInHeader: false,
    allowMergeFieldsInBody: false,
    isEnabled: true,
    customHeaders: [{ name: 'X-Extra', value: '1' }],
  });
  book.saveSecrets('Platform', 'Bridge', new Map([['ApiKey', 's3cret']]), false);
  return book;
}

const request = (endpoint: string) => ({
  method: 'GET',
  endpoint,
  headers: [['X-Own', 'a']] as const,
  body: new Uint8Array(),
  timeoutMilliseconds: 10_000,
});
const holder: CalloutPermissions = { remoteSites: ['http://127.0.0.1:9000'], mayUsePrincipal: () => true };
const stranger: CalloutPermissions = { remoteSites: [], mayUsePrincipal: () => false };

describe('where a callout goes', () => {
  it('joins the path to the named credential and adds its headers and secret', () => {
    expect(planCallout(request('callout:Platform/v1/leads?x=1'), bookWithPlatform(), holder)).toEqual({
      request: expect.objectContaining({
        url: 'http://127.0.0.1:9000/base/v1/leads?x=1',
        headers: [
          ['X-Extra', '1'],
          ['Authorization', 'Bearer s3cret'],
          ['X-Own', 'a'],
        ],
      }),
    });
  });

  it('refuses a credential whose principal the user does not hold', () => {
    expect(planCallout(request('callout:Platform/x'), bookWithPlatform(), stranger)).toEqual({
      refusal: expect.stringContaining("We couldn't access the credential(s)"),
    });
  });

  it('refuses a named credential that is not there', () => {
    expect(planCallout(request('callout:Other/x'), bookWithPlatform(), holder)).toHaveProperty('refusal');
  });

  it('lets a URL out to a remote site and to no other', () => {
    expect(planCallout(request('http://127.0.0.1:9000/x'), bookWithPlatform(), holder)).toHaveProperty('request');
    expect(planCallout(request('http://127.0.0.1:9001/x'), bookWithPlatform(), holder)).toEqual({
      refusal:
        'Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = http://127.0.0.1:9001/x',
    });
  });

  it('refuses a header formula that it does not know', () => {
    expect(() => fillHeader('{!HMAC("x")}', 'Platform', new Map())).toThrow('does not support');
  });
});
