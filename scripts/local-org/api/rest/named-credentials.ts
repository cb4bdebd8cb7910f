/**
 * The named-credentials resources (REST API: Named Credential Resources), by which `sf bridge credential set` gives the org
 * an endpoint and a secret. A secret goes in and never comes out: a read names the secrets that exist.
 */
import type { ExternalCredentialDetails, NamedCredentialDetails } from '../../org/local-org.ts';
import { ApiError } from '../../org/local-org.ts';
import { json, jsonBody, noContent, type DoorContext, type DoorResponse } from '../http.ts';

interface CredentialInput {
  readonly externalCredential?: string;
  readonly principalName?: string;
  readonly principalType?: string;
  readonly authenticationProtocol?: string;
  readonly credentials?: Readonly<Record<string, { readonly value?: string; readonly encrypted?: boolean }>>;
}

export async function readCredential({ org, request }: DoorContext): Promise<DoorResponse> {
  const externalCredential = request.query.get('externalCredential') ?? '';
  const principalName = request.query.get('principalName') ?? '';
  const names = await org.credentials.secretNames(externalCredential, principalName);
  if (names === undefined)
    throw notFound(`The external credential "${externalCredential}" has no principal "${principalName}".`);
  return json(200, credentialView(externalCredential, principalName, names));
}

export async function createCredential(context: DoorContext): Promise<DoorResponse> {
  return saveCredential(context, 'create');
}

export async function replaceCredential(context: DoorContext): Promise<DoorResponse> {
  return saveCredential(context, 'replace');
}

export async function mergeCredential(context: DoorContext): Promise<DoorResponse> {
  return saveCredential(context, 'merge');
}

export async function deleteCredential({ org, request }: DoorContext): Promise<DoorResponse> {
  await org.credentials.deleteSecrets(
    request.query.get('externalCredential') ?? '',
    request.query.get('principalName') ?? '',
  );
  return noContent();
}

async function saveCredential(
  { org, request }: DoorContext,
  how: 'create' | 'replace' | 'merge',
): Promise<DoorResponse> {
  const input = jsonBody(request) as CredentialInput;
  const { externalCredential = '', principalName = '', credentials = {} } = input;
  const existing = await org.credentials.secretNames(externalCredential, principalName);
  if (existing === undefined)
    throw notFound(`The external credential "${externalCredential}" has no principal "${principalName}".`);
  if (how === 'create' && existing.length > 0)
    throw new ApiError(400, 'INVALID_INPUT', 'Credentials exist already: use PUT or PATCH.');
  const secrets = new Map(Object.entries(credentials).map(([name, { value }]) => [name, value ?? '']));
  await org.credentials.saveSecrets(externalCredential, principalName, secrets, how === 'merge');
  const names = (await org.credentials.secretNames(externalCredential, principalName)) ?? [];
  return json(how === 'create' ? 201 : 200, credentialView(externalCredential, principalName, names));
}

function credentialView(
  externalCredential: string,
  principalName: string,
  names: readonly string[],
): Record<string, unknown> {
  return {
    authenticationProtocol: 'Custom',
    authenticationStatus: names.length > 0 ? 'Configured' : 'NotConfigured',
    credentials: Object.fromEntries(names.map((name) => [name, { encrypted: true, value: null }])),
    externalCredential,
    principalName,
    principalType: 'NamedPrincipal',
  };
}

export async function readNamedCredential({ org, parameters }: DoorContext): Promise<DoorResponse> {
  const details = await org.credentials.namedCredential(parameters.name!);
  if (details === undefined) throw notFound(`There is no named credential "${parameters.name}".`);
  return json(200, namedView(details));
}

export async function saveNamedCredential({ org, request, parameters }: DoorContext): Promise<DoorResponse> {
  const input = jsonBody(request) as {
    developerName?: string;
    masterLabel?: string;
    type?: string;
    calloutUrl?: string;
    externalCredentials?: Array<{ developerName: string }>;
    customHeaders?: Array<{ headerName: string; headerValue: string }>;
    calloutOptions?: {
      allowMergeFieldsInBody?: boolean;
      allowMergeFieldsInHeader?: boolean;
      generateAuthorizationHeader?: boolean;
    };
  };
  const developerName = parameters.name ?? input.developerName ?? '';
  if (input.calloutUrl === undefined) throw new ApiError(400, 'INVALID_INPUT', 'calloutUrl is required.');
  const existed = (await org.credentials.namedCredential(developerName)) !== undefined;
  const details: NamedCredentialDetails = {
    developerName,
    masterLabel: input.masterLabel ?? developerName,
    type: input.type ?? 'SecuredEndpoint',
    calloutUrl: input.calloutUrl,
    externalCredential: input.externalCredentials?.[0]?.developerName,
    generateAuthorizationHeader: input.calloutOptions?.generateAuthorizationHeader ?? true,
    allowMergeFieldsInHeader: input.calloutOptions?.allowMergeFieldsInHeader ?? false,
    allowMergeFieldsInBody: input.calloutOptions?.allowMergeFieldsInBody ?? false,
    isEnabled: true,
    customHeaders: (input.customHeaders ?? []).map((header) => ({
      name: header.headerName,
      value: header.headerValue,
    })),
  };
  await org.credentials.saveNamedCredential(details);
  return json(existed ? 200 : 201, namedView(details));
}

export async function deleteNamedCredential({ org, parameters }: DoorContext): Promise<DoorResponse> {
  if (!(await org.credentials.deleteNamedCredential(parameters.name!)))
    throw notFound(`There is no named credential "${parameters.name}".`);
  return noContent();
}

function namedView(details: NamedCredentialDetails): Record<string, unknown> {
  return {
    calloutOptions: {
      allowMergeFieldsInBody: details.allowMergeFieldsInBody,
      allowMergeFieldsInHeader: details.allowMergeFieldsInHeader,
      generateAuthorizationHeader: details.generateAuthorizationHeader,
    },
    calloutStatus: details.isEnabled ? 'Enabled' : 'Disabled',
    calloutUrl: details.calloutUrl,
    customHeaders: details.customHeaders.map((header) => ({ headerName: header.name, headerValue: header.value })),
    developerName: details.developerName,
    externalCredentials:
      details.externalCredential === undefined ? [] : [{ developerName: details.externalCredential }],
    masterLabel: details.masterLabel,
    type: details.type,
  };
}

export async function readExternalCredential({ org, parameters }: DoorContext): Promise<DoorResponse> {
  const details = await org.credentials.externalCredential(parameters.name!);
  if (details === undefined) throw notFound(`There is no external credential "${parameters.name}".`);
  return json(200, externalView(details));
}

export async function saveExternalCredential({ org, request, parameters }: DoorContext): Promise<DoorResponse> {
  const input = jsonBody(request) as {
    developerName?: string;
    masterLabel?: string;
    authenticationProtocol?: string;
    principals?: Array<{ principalName: string; principalType: string; sequenceNumber?: number }>;
    customHeaders?: Array<{ headerName: string; headerValue: string; sequenceNumber?: number }>;
  };
  const developerName = parameters.name ?? input.developerName ?? '';
  const existed = (await org.credentials.externalCredential(developerName)) !== undefined;
  const details: ExternalCredentialDetails = {
    developerName,
    masterLabel: input.masterLabel ?? developerName,
    authenticationProtocol: input.authenticationProtocol ?? 'Custom',
    principals: (input.principals ?? []).map((p, i) => ({
      name: p.principalName,
      type: p.principalType,
      sequence: p.sequenceNumber ?? i + 1,
    })),
    customHeaders: (input.customHeaders ?? []).map((h, i) => ({
      name: h.headerName,
      value: h.headerValue,
      sequence: h.sequenceNumber ?? i + 1,
    })),
  };
  await org.credentials.saveExternalCredential(details);
  return json(existed ? 200 : 201, externalView(details));
}

export async function deleteExternalCredential({ org, parameters }: DoorContext): Promise<DoorResponse> {
  if (!(await org.credentials.deleteExternalCredential(parameters.name!)))
    throw notFound(`There is no external credential "${parameters.name}".`);
  return noContent();
}

function externalView(details: ExternalCredentialDetails): Record<string, unknown> {
  return {
    authenticationProtocol: details.authenticationProtocol,
    customHeaders: details.customHeaders.map((h) => ({
      headerName: h.name,
      headerValue: h.value,
      sequenceNumber: h.sequence,
    })),
    developerName: details.developerName,
    masterLabel: details.masterLabel,
    principals: details.principals.map((p) => ({
      principalName: p.name,
      principalType: p.type,
      sequenceNumber: p.sequence,
    })),
  };
}

function notFound(message: string): ApiError {
  return new ApiError(404, 'NOT_FOUND', message);
}
