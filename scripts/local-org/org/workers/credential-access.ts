/** The credentials of the org as the named-credentials door sees and sets them. */
import type { CredentialBook } from '../callouts/credential-book.ts';
import type { DataSession } from '../engine/data-session.ts';
import type { CredentialStore, NamedCredentialDetails } from '../local-org.ts';
import { upsert } from '../setup/project-metadata.ts';
import type { Rows } from '../engine/rows.ts';

export function credentialStore(book: CredentialBook, data: DataSession, rows: Rows): CredentialStore {
  return {
    namedCredential: async (name) => book.named(name),
    saveNamedCredential: async (details) => data.write(() => saveNamed(book, rows, details)),
    deleteNamedCredential: async (name) => data.write(() => deleteNamed(book, rows, name)),
    externalCredential: async (name) => book.external(name),
    saveExternalCredential: async (details) => data.write(() => book.saveExternal(details)),
    deleteExternalCredential: async (name) => data.write(() => book.deleteExternal(name)),
    secretNames: async (credential, principal) => book.secretNames(credential, principal),
    saveSecrets: async (credential, principal, secrets, merge) =>
      data.write(() => book.saveSecrets(credential, principal, secrets, merge)),
    deleteSecrets: async (credential, principal) => data.write(() => book.deleteSecrets(credential, principal)),
  };
}

/** A named credential is a row too, so that queries find it. */
function saveNamed(book: CredentialBook, rows: Rows, details: NamedCredentialDetails): void {
  book.saveNamed(details);
  upsert(rows, 'NamedCredential', 'DeveloperName', details.developerName, {
    MasterLabel: details.masterLabel,
    Endpoint: details.calloutUrl,
  });
}

function deleteNamed(book: CredentialBook, rows: Rows, name: string): boolean {
  for (const row of rows.where('NamedCredential', 'DeveloperName', [name]))
    rows.delete('NamedCredential', [String(row.Id)]);
  return book.deleteNamed(name);
}
