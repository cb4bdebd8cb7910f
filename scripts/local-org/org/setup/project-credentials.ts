/** Named and external credentials from metadata: endpoint, headers and principals; secrets never come this way. */
import type { Component } from '../../metadata/component.ts';
import { list, text, type Definition } from '../../metadata/definition.ts';
import { upsert, type SetupWorld } from './project-metadata.ts';

export function projectCredential(world: SetupWorld, component: Component): void {
  if (component.type === 'ExternalCredential') projectExternal(world, component);
  else projectNamed(world, component);
}

function parameters(definition: Definition, tag: string, type: string): Definition[] {
  return list(definition, tag).filter((parameter) => text(parameter, 'parameterType') === type);
}

function projectExternal(world: SetupWorld, { fullName, definition }: Component): void {
  const tag = 'externalCredentialParameters';
  const principals = ['NamedPrincipal', 'PerUserPrincipal'].flatMap((type) =>
    parameters(definition, tag, type).map((parameter) => ({
      name: text(parameter, 'parameterName') ?? '',
      type,
      sequence: Number(text(parameter, 'sequenceNumber') ?? 1),
    })),
  );
  const customHeaders = parameters(definition, tag, 'AuthHeader').map((parameter) => ({
    name: text(parameter, 'parameterName') ?? '',
    value: text(parameter, 'parameterValue') ?? '',
    sequence: Number(text(parameter, 'sequenceNumber') ?? 1),
  }));
  world.credentials.saveExternal({
    developerName: fullName,
    masterLabel: text(definition, 'label') ?? fullName,
    authenticationProtocol: text(definition, 'authenticationProtocol') ?? 'Custom',
    principals,
    customHeaders,
  });
}

function projectNamed(world: SetupWorld, { fullName, definition }: Component): void {
  const tag = 'namedCredentialParameters';
  const url = text(parameters(definition, tag, 'Url')[0] ?? {}, 'parameterValue') ?? text(definition, 'endpoint') ?? '';
  world.credentials.saveNamed({
    developerName: fullName,
    masterLabel: text(definition, 'label') ?? fullName,
    type: text(definition, 'namedCredentialType') ?? 'Legacy',
    calloutUrl: url,
    externalCredential: text(parameters(definition, tag, 'Authentication')[0] ?? {}, 'externalCredential'),
    generateAuthorizationHeader: text(definition, 'generateAuthorizationHeader') !== 'false',
    allowMergeFieldsInHeader: text(definition, 'allowMergeFieldsInHeader') === 'true',
    allowMergeFieldsInBody: text(definition, 'allowMergeFieldsInBody') === 'true',
    isEnabled: (text(definition, 'calloutStatus') ?? 'Enabled') === 'Enabled',
    customHeaders: parameters(definition, tag, 'HttpHeader').map((parameter) => ({
      name: text(parameter, 'parameterName') ?? '',
      value: text(parameter, 'parameterValue') ?? '',
    })),
  });
  upsert(world.rows, 'NamedCredential', 'DeveloperName', fullName, {
    MasterLabel: text(definition, 'label') ?? fullName,
    Endpoint: url,
  });
}
