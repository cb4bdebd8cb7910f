/**
 * Endpoints and secrets that Salesforce presents to another platform: Named and External Credential through the
 * named-credentials REST resources (Connect REST API), never through metadata, so that a redeploy cannot reset them.
 */
import type { Connection } from '@salesforce/core';
import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { BridgeError } from './bridge-error.ts';
import { assign } from './provision.ts';
import { userIdOf } from './tokens.ts';

const PRINCIPAL = 'Bridge';

export interface CredentialRequest {
  readonly system: string;
  readonly url: string;
  /** Sent as `Authorization: Bearer …`; undefined: no authorization header. */
  readonly apiKey?: string;
  /** `whsec_…`, the key of the Standard Webhooks signature; undefined: leave what is there. */
  readonly signingSecret?: string;
  readonly permissionSetAssignee: string;
}

/** Creates or changes the credential of a system, gives its permission set to the integration user, stores the signing key. */
export async function setCredential(connection: Connection, request: CredentialRequest): Promise<void> {
  checkUrl(request.url);
  const { system } = request;
  const hasKey = request.apiKey !== undefined;
  await put(connection, `external-credentials/${system}`, {
    developerName: system,
    masterLabel: system.replaceAll('_', ' '),
    authenticationProtocol: 'Custom',
    principals: [{ principalName: PRINCIPAL, principalType: 'NamedPrincipal', sequenceNumber: 1 }],
    customHeaders: hasKey
      ? [{ headerName: 'Authorization', headerValue: `{!'Bearer ' & $Credential.${system}.ApiKey}`, sequenceNumber: 1 }]
      : [],
  });
  await put(connection, `named-credential-setup/${system}`, {
    developerName: system,
    masterLabel: system.replaceAll('_', ' '),
    type: 'SecuredEndpoint',
    calloutUrl: request.url,
    externalCredentials: [{ developerName: system }],
    calloutOptions: {
      generateAuthorizationHeader: false,
      allowMergeFieldsInBody: false,
      allowMergeFieldsInHeader: false,
    },
  });
  if (hasKey) await saveSecret(connection, system, request.apiKey!);
  await deployPrincipalAccess(connection, system);
  const { permissionSetAssignee: username } = request;
  await assign(connection, credentialPermissionSet(system), await userIdOf(connection, username), username);
  if (request.signingSecret !== undefined) await saveSigningSecret(connection, system, request.signingSecret);
}

/** A key as Standard Webhooks asks for it: 24–64 random bytes in base64 after `whsec_`. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** The permission set through which the principal of a system is used. */
export function credentialPermissionSet(system: string): string {
  return `Bridge_Credential_${system}`;
}

function checkUrl(text: string): void {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new BridgeError('BadUrlError', `"${text}" is not a URL.`, [
      'Give the base address of the platform, such as https://api.example.com.',
    ]);
  }
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !isLoopback)
    throw new BridgeError('BadUrlError', 'Only https is allowed, except on this machine.');
}

async function put(connection: Connection, path: string, body: unknown): Promise<void> {
  await connection.request({
    method: 'PUT',
    url: `${connection.baseUrl()}/named-credentials/${path}`,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

async function saveSecret(connection: Connection, system: string, apiKey: string): Promise<void> {
  const url = `${connection.baseUrl()}/named-credentials/credential`;
  const query = `externalCredential=${system}&principalName=${PRINCIPAL}&principalType=NamedPrincipal`;
  const present = (await connection.request({ method: 'GET', url: `${url}?${query}` })) as {
    credentials?: Record<string, unknown>;
  };
  await connection.request({
    method: Object.keys(present.credentials ?? {}).length === 0 ? 'POST' : 'PATCH',
    url,
    body: JSON.stringify({
      externalCredential: system,
      authenticationProtocol: 'Custom',
      principalName: PRINCIPAL,
      principalType: 'NamedPrincipal',
      credentials: { ApiKey: { value: apiKey, encrypted: true } },
    }),
    headers: { 'content-type': 'application/json' },
  });
}

/** A permission set of its own for each system: nobody else's set is touched. */
async function deployPrincipalAccess(connection: Connection, system: string): Promise<void> {
  const name = credentialPermissionSet(system);
  const permissionSet = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <description>Lets the integration user call ${system} with its credential.</description>
    <externalCredentialPrincipalAccesses>
        <enabled>true</enabled>
        <externalCredentialPrincipal>${system}-${PRINCIPAL}</externalCredentialPrincipal>
    </externalCredentialPrincipalAccesses>
    <hasActivationRequired>false</hasActivationRequired>
    <label>Bridge Credential ${system.replaceAll('_', ' ')}</label>
</PermissionSet>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
    <types><members>${name}</members><name>PermissionSet</name></types>
    <version>67.0</version>
</Package>`;
  const zip = zipSync({
    'package.xml': strToU8(manifest),
    [`permissionsets/${name}.permissionset`]: strToU8(permissionSet),
  });
  const result = await connection.metadata
    .deploy(Buffer.from(zip).toString('base64'), { singlePackage: true, rollbackOnError: true })
    .complete(true);
  if (!result.success) {
    const failures = [result.details?.componentFailures ?? []].flat() as Array<{ problem?: string }>;
    throw new BridgeError(
      'CredentialAccessError',
      `The permission set of ${system} was refused: ${failures[0]?.problem ?? 'no reason given'}`,
    );
  }
}

/** An encrypted field that is in no permission set can be written by our own Apex alone. */
async function saveSigningSecret(connection: Connection, system: string, secret: string): Promise<void> {
  if (!/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret)) {
    throw new BridgeError('BadSigningSecretError', 'A signing secret is "whsec_" and at least 24 bytes in base64.');
  }
  await connection.request({
    method: 'PUT',
    url: `${connection.instanceUrl}/services/apexrest/leadbridge-admin/v1/signing-secrets/${system}`,
    body: JSON.stringify({ secret }),
    headers: { 'content-type': 'application/json' },
  });
}
