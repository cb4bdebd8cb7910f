/** The credentials of the org as the named-credentials door sees and sets them. */
import type { CredentialBook } from '../callouts/credential-book.ts';
import type { DataSession } from '../engine/data-session.ts';
import type { CredentialStore } from '../local-org.ts';

export function credentialStore(book: CredentialBook, data: DataSession): CredentialStore {
  return {
    namedCredential: async (name) => book.named(name),
    saveNamedCredential: async (details) => data.write(() => book.saveNamed(details)),
    deleteNamedCredential: async (name) => data.write(() => book.deleteNamed(name)),
    externalCredential: async (name) => book.external(name),
    saveExternalCredential: async (details) => data.write(() => book.saveExternal(details)),
    deleteExternalCredential: async (name) => data.write(() => book.deleteExternal(name)),
    secretNames: async (credential, principal) => book.secretNames(credential, principal),
    saveSecrets: async (credential, principal, secrets, merge) =>
      data.write(() => book.saveSecrets(credential, principal, secrets, merge)),
    deleteSecrets: async (credential, principal) => data.write(() => book.deleteSecrets(credential, principal)),
  };
}
