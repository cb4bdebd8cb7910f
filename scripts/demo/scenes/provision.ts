import { expect, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

interface Steps {
  readonly steps: ReadonlyArray<{ readonly name: string; readonly outcome: string; readonly detail: string }>;
}

const INTEGRATION_USER = 'integration@lead-bridge.example';
const PLATFORM_USER = 'lead-platform@lead-bridge.example';
const PEOPLE = 50;
const LEADS = 200;

export const provision: Scene = {
  name: 'provision',
  title:
    'What metadata cannot carry is set up; a token is made; a roster and leads are loaded and reach both platforms',
  play: async (stage, say) => {
    await createUser(stage, INTEGRATION_USER, 'Integration');
    await createUser(stage, PLATFORM_USER, 'Lead Platform');
    for (const [system, platform] of [
      ['Lead_Platform', stage.platform],
      ['Third_Party', stage.thirdParty],
    ] as const) {
      const args = [
        'bridge',
        'credential',
        'set',
        '--system',
        system,
        '--url',
        platform.url,
        '--generate-signing-secret',
        '--integration-user',
        INTEGRATION_USER,
      ];
      const { signingSecret } = await stage.sfOk<{ signingSecret: string }>(args);
      platform.signingSecrets = [signingSecret];
      say(`$ sf bridge credential set --system ${system} --url ${platform.url} --generate-signing-secret`);
    }
    const args = ['bridge', 'provision', '--integration-user', INTEGRATION_USER];
    say(`$ sf ${args.join(' ')}`);
    const first = await stage.sfOk<Steps>(args);
    for (const step of first.steps) say(`  ${step.outcome.padEnd(9)} ${step.name}: ${step.detail}`);
    const second = await stage.sfOk<Steps>(args);
    const changed = second.steps.filter((step) => step.outcome === 'done');
    expect(changed.length === 0, 'Provisioning a second time changes nothing', changed);
    say('  run again: nothing to do');

    await makeTokens(stage, say);
    const seeded = await stage.sfOk<{ people: number; leads: number; eligible: number }>([
      'bridge',
      'seed',
      '--seed',
      String(stage.seed),
    ]);
    expect(
      seeded.people === PEOPLE && seeded.leads === LEADS,
      `${PEOPLE} people and ${LEADS} leads are loaded`,
      seeded,
    );
    say(`$ sf bridge seed → ${seeded.people} people (${seeded.eligible} eligible), ${seeded.leads} leads`);
    const started = Date.now();
    await stage.until('Both platforms hold the roster and the leads', 60_000, () =>
      holdsAll(stage) ? true : undefined,
    );
    say(
      `  both platforms hold ${PEOPLE} members and ${LEADS} leads after ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    await stage.idle();
    return { steps: first.steps.length, ...seeded, platformLeads: stage.platform.store.records('Lead').length };
  },
};

function holdsAll(stage: Stage): boolean {
  return [stage.platform, stage.thirdParty].every(
    ({ store }) => store.records('Member').length >= PEOPLE && store.records('Lead').length >= LEADS,
  );
}

async function createUser(stage: Stage, username: string, lastName: string): Promise<void> {
  const [profile] = await stage.query<{ Id: string }>(
    "SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'",
  );
  expect(profile !== undefined, 'The org has the profile "Minimum Access - Salesforce"');
  const values = `Username=${username} LastName='${lastName}' Email=${username} Alias=${lastName.slice(0, 8).toLowerCase().replaceAll(' ', '')} ProfileId=${profile!.Id} TimeZoneSidKey=GMT LocaleSidKey=en_US EmailEncodingKey=UTF-8 LanguageLocaleKey=en_US`;
  await stage.sfOk(['data', 'create', 'record', '--sobject', 'User', '--values', values]);
}

async function makeTokens(stage: Stage, say: (text: string) => void): Promise<void> {
  const created = await stage.sfOk<{ token: string; keyId: string }>([
    'bridge',
    'token',
    'create',
    '--system',
    'Lead_Platform',
  ]);
  stage.facts.token = created.token;
  stage.facts.tokenKeyId = created.keyId;
  stage.platform.salesforce = { baseUrl: stage.siteDoor, header: ['x-leadbridge-token', created.token] };
  say(`$ sf bridge token create --system Lead_Platform → lbt_${created.keyId}_… (shown once)`);
  await stage.sfOk(['org', 'assign', 'permset', '--name', 'Bridge_Integration', '--on-behalf-of', PLATFORM_USER]);
  await stage.sfOk(['bridge', 'token', 'create', '--system', 'Lead_Platform', '--oauth-user', PLATFORM_USER]);
  const client = await stage.rest<{ clientId: string; clientSecret: string }>('POST', '/local-org/oauth-clients', {
    runAsUsername: PLATFORM_USER,
  });
  const response = await fetch(`${stage.instanceUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: client.body.clientId,
      client_secret: client.body.clientSecret,
    }),
  });
  stage.facts.oauthToken = ((await response.json()) as { access_token: string }).access_token;
  say('  an OAuth client got an access token by client credentials');
}
