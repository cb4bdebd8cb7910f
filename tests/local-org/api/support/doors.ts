/** An org with its doors open on free ports, in this process: what the tests of the doors call. */
import { startEngine } from '../../../../scripts/local-org/index.ts';
import { serve } from '../../../../scripts/local-org/api/server.ts';
import type { DeployMessage, DeployOptions, LocalOrg } from '../../../../scripts/local-org/org/local-org.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
export const DATA = '/services/data/v67.0';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface CallOptions {
  /** Default: the administrator's; null: none. */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Doors {
  readonly org: LocalOrg;
  readonly token: string;
  readonly instanceUrl: string;
  readonly siteUrl: string;
  /** A path below `/services/data/v67.0` unless it begins with a slash. A string is sent as it is, all else as JSON. */
  call<T = Json>(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Answer<T>>;
  close(): Promise<void>;
}

/** What tests look into without describing every answer. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests state what they expect of an answer
export type Json = any;

export async function openDoors(files: Readonly<Record<string, string>> = {}): Promise<Doors> {
  const org = await startEngine();
  const server = await serve(org, { port: 0, sitePort: 0, onStop: () => {} });
  if (Object.keys(files).length > 0) await deployed(org, files);
  const { accessToken, instanceUrl, siteUrl } = server;
  return {
    org,
    token: accessToken,
    instanceUrl,
    siteUrl,
    call: (method, path, body, options) => call({ instanceUrl, accessToken }, method, path, body, options),
    close: async () => {
      await server.close();
      await org.stop();
    },
  };
}

async function call<T>(
  { instanceUrl, accessToken }: { instanceUrl: string; accessToken: string },
  method: string,
  path: string,
  body: unknown,
  { token = accessToken, headers = {} }: CallOptions = {},
): Promise<Answer<T>> {
  const url = path.startsWith('http') ? path : `${instanceUrl}${path.startsWith('/') ? path : `${DATA}/${path}`}`;
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) as T };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

/** A REST refusal is an array of one error. */
export function expectError(answer: Answer<Json>, status: number, errorCode: string, fields?: readonly string[]): void {
  expect({ status: answer.status, errorCode: answer.body[0]?.errorCode }).toEqual({ status, errorCode });
  if (fields !== undefined) expect(answer.body[0].fields).toEqual(fields);
}

/** Deploys metadata-API files as the administrator. @throws when the org refuses them. */
export async function deployed(org: LocalOrg, files: Readonly<Record<string, string>>): Promise<void> {
  const options: DeployOptions = {
    checkOnly: false,
    rollbackOnError: true,
    testLevel: 'NoTestRun',
    runTests: [],
    ignoreWarnings: false,
    purgeOnDelete: false,
  };
  const { success, messages } = await org.deploy(
    { userId: org.administrator.userId, kind: 'api' },
    packageOf(files),
    options,
  );
  if (!success) throw new Error(messages.map((message: DeployMessage) => message.problem).join('\n'));
}

export function packageOf(files: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  const content = new Map<string, Uint8Array>();
  const add = (path: string, text: string): unknown => content.set(path, new Uint8Array(Buffer.from(text)));
  add('package.xml', `<Package ${XMLNS}><version>67.0</version></Package>`);
  for (const [path, text] of Object.entries(files)) {
    add(path, text);
    if (path.endsWith('.cls'))
      add(`${path}-meta.xml`, `<ApexClass ${XMLNS}><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`);
  }
  return content;
}

/** `Thing__c` with a unique external id and a lookup to itself; every field may be used by whom `Things` is assigned to. */
export const THING: Readonly<Record<string, string>> = {
  'objects/Thing__c.object': `<CustomObject ${XMLNS}><label>Thing</label><pluralLabel>Things</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField>
    <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>
    <fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>20</length><unique>true</unique><externalId>true</externalId></fields>
    <fields><fullName>Group__c</fullName><label>Group</label><type>Text</type><length>20</length><externalId>true</externalId></fields>
    <fields><fullName>Spot__c</fullName><label>Spot</label><type>Location</type><scale>4</scale><displayLocationInDecimal>true</displayLocationInDecimal></fields>
    <fields><fullName>Parent__c</fullName><label>Parent</label><type>Lookup</type><referenceTo>Thing__c</referenceTo><relationshipName>Children</relationshipName></fields>
    </CustomObject>`,
  'permissionsets/Things.permissionset': `<PermissionSet ${XMLNS}><label>Things</label>
    ${['Key__c', 'Group__c', 'Spot__c', 'Parent__c'].map((field) => `<fieldPermissions><editable>true</editable><field>Thing__c.${field}</field><readable>true</readable></fieldPermissions>`).join('')}
    <objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Thing__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>
    </PermissionSet>`,
};

/** Assigns the permission set `Things` to the administrator. */
export async function useThings({ call, org }: Doors): Promise<void> {
  const soql = encodeURIComponent("SELECT Id FROM PermissionSet WHERE Name = 'Things'");
  const { body } = await call('GET', `query?q=${soql}`);
  const { status } = await call('POST', 'sobjects/PermissionSetAssignment', {
    AssigneeId: org.administrator.userId,
    PermissionSetId: body.records[0].Id,
  });
  expect(status).toBe(201);
}

/** A user of a profile, with a token of its own by client credentials. @returns the token and the user's id. */
export async function userWithToken(
  { call }: Doors,
  username: string,
  profile = 'Standard User',
): Promise<{ token: string; userId: string }> {
  const profiles = await call(
    'GET',
    `query?q=${encodeURIComponent(`SELECT Id FROM Profile WHERE Name = '${profile}'`)}`,
  );
  const user = await call('POST', 'sobjects/User', {
    Username: username,
    LastName: 'Tester',
    Email: 'tester@example.com',
    Alias: 'tester',
    ProfileId: profiles.body.records[0].Id,
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
  const client = await call('POST', '/local-org/oauth-clients', { runAsUsername: username });
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.body.clientId,
    client_secret: client.body.clientSecret,
  });
  const granted = await call('POST', '/services/oauth2/token', form.toString(), {
    token: null,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return { token: granted.body.access_token, userId: user.body.id };
}
