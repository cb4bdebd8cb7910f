/** Sets up a local org for tests and measurements: users, credentials, provisioning. A real org is its admin's to set up. */

export interface PracticeOrg {
  /** Runs a command of the CLI and answers its result. @throws when it fails. */
  readonly sf: <T>(args: readonly string[]) => Promise<T>;
  /** Calls the org's REST API as its administrator. @throws when it refuses. */
  readonly rest: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

export const INTEGRATION_USER = 'integration@lead-bridge.example';
/** As whom an OAuth client of the lead platform runs. */
export const PLATFORM_USER = 'lead-platform@lead-bridge.example';

/**
 * Deploys force-app, makes the users, points each system to its address and provisions.
 * @returns the new signing secret of each system.
 */
export async function setUpPracticeOrg(
  { sf, rest }: PracticeOrg,
  urlBySystem: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  await sf(['project', 'deploy', 'start', '--source-dir', 'force-app']);
  for (const username of [INTEGRATION_USER, PLATFORM_USER]) await createUser({ sf, rest }, username);
  const secrets: Record<string, string> = {};
  for (const [system, url] of Object.entries(urlBySystem)) {
    const { signingSecret } = await sf<{ signingSecret: string }>([
      ...['bridge', 'credential', 'set', '--system', system, '--url', url],
      ...['--generate-signing-secret', '--integration-user', INTEGRATION_USER],
    ]);
    secrets[system] = signingSecret;
  }
  await sf(['bridge', 'provision', '--integration-user', INTEGRATION_USER]);
  return secrets;
}

async function createUser({ rest }: PracticeOrg, username: string): Promise<void> {
  const soql = "SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'";
  const { records } = await rest<{ records: Array<{ Id: string }> }>(
    'GET',
    `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`,
  );
  await rest('POST', '/services/data/v67.0/sobjects/User', {
    Username: username,
    LastName: username.split('@')[0],
    Email: username,
    Alias: username.slice(0, 8),
    ProfileId: records[0]?.Id,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
}
