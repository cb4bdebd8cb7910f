/**
 * Named and external credentials, remote sites, and the secrets behind them. Secrets are read only while a callout is put
 * together: nothing else in the org can see them.
 */
import type { SecretStore } from '../../database/stores/credential-store.ts';
import { unsupported } from '../../unsupported.ts';
import type { ExternalCredentialDetails, NamedCredentialDetails } from '../local-org.ts';

export class CredentialBook {
  private readonly store: SecretStore;

  constructor(store: SecretStore) {
    this.store = store;
  }

  named(developerName: string): NamedCredentialDetails | undefined {
    const text = this.store.details('named', developerName);
    return text === undefined ? undefined : (JSON.parse(text) as NamedCredentialDetails);
  }

  external(developerName: string): ExternalCredentialDetails | undefined {
    const text = this.store.details('external', developerName);
    return text === undefined ? undefined : (JSON.parse(text) as ExternalCredentialDetails);
  }

  saveNamed(details: NamedCredentialDetails): void {
    this.store.saveDetails('named', details.developerName, JSON.stringify(details));
  }

  saveExternal(details: ExternalCredentialDetails): void {
    this.store.saveDetails('external', details.developerName, JSON.stringify(details));
  }

  deleteNamed(developerName: string): boolean {
    return this.store.deleteDetails('named', developerName);
  }

  deleteExternal(developerName: string): boolean {
    return this.store.deleteDetails('external', developerName);
  }

  /** Undefined when there is no such credential or principal. */
  secretNames(externalCredential: string, principal: string): readonly string[] | undefined {
    const details = this.external(externalCredential);
    if (details === undefined || !hasPrincipal(details, principal)) return undefined;
    return this.store.secretNames(externalCredential, principal);
  }

  saveSecrets(
    externalCredential: string,
    principal: string,
    secrets: ReadonlyMap<string, string>,
    merge: boolean,
  ): void {
    this.store.saveSecrets(externalCredential, principal, secrets, merge);
  }

  deleteSecrets(externalCredential: string, principal: string): void {
    this.store.deleteSecrets(externalCredential, principal);
  }

  /** The headers that an external credential adds to a callout made as one of its principals. */
  headersFor(details: ExternalCredentialDetails, principal: string): Array<readonly [string, string]> {
    const secrets = this.store.secrets(details.developerName, principal);
    const ordered = [...details.customHeaders].sort((a, b) => a.sequence - b.sequence);
    return ordered.map(({ name, value }) => [name, fillHeader(value, details.developerName, secrets)] as const);
  }
}

function hasPrincipal(details: ExternalCredentialDetails, principal: string): boolean {
  return details.principals.some((known) => known.name.toLowerCase() === principal.toLowerCase());
}

/** A header is text with `{!…}` expressions in it. */
export function fillHeader(template: string, credential: string, secrets: ReadonlyMap<string, string>): string {
  return template.replace(/\{!([^}]*)\}/g, (_all, expression: string) =>
    evaluateHeader(expression, credential, secrets),
  );
}

/** Text and `$Credential.<external credential>.<parameter>` joined by `&`: what external credentials are written with. */
function evaluateHeader(expression: string, credential: string, secrets: ReadonlyMap<string, string>): string {
  let rest = expression.trim();
  let result = '';
  for (;;) {
    const term = /^'((?:[^'\\]|\\.)*)'|^"((?:[^"\\]|\\.)*)"|^\$Credential\.([A-Za-z0-9_]+)\.([A-Za-z0-9_]+)/.exec(rest);
    if (term === null) unsupported(`the external credential formula ${expression}`);
    if (term[4] !== undefined) {
      if (term[3]!.toLowerCase() !== credential.toLowerCase())
        unsupported(`a formula over another external credential (${expression})`);
      result += secretValue(secrets, term[4]);
    } else {
      result += (term[1] ?? term[2] ?? '').replace(/\\(.)/g, '$1');
    }
    rest = rest.slice(term[0].length).trim();
    if (rest === '') return result;
    if (!/^[&+]/.test(rest)) unsupported(`the external credential formula ${expression}`);
    rest = rest.slice(1).trim();
  }
}

function secretValue(secrets: ReadonlyMap<string, string>, name: string): string {
  for (const [key, value] of secrets) if (key.toLowerCase() === name.toLowerCase()) return value;
  return '';
}
