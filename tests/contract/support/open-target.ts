/** Opens what the contract tests speak to: a local org of their own, or the org that BRIDGE_TARGET_ORG names. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PLATFORM_USER, setUpPracticeOrg } from '../../../scripts/bridge/practice-org.ts';
import { projectFolder } from '../../../scripts/bridge/project.ts';
import { Stage } from '../../../scripts/demo/stage.ts';
import { startRecorder } from './recorder.ts';
import type { Capability, Target } from './target.ts';

export interface OpenTarget {
  readonly target: Target;
  close(): Promise<void>;
}

/** Runs a command of the CLI with --json and answers its result. */
type Sf = <T = Record<string, unknown>>(args: readonly string[]) => Promise<T>;
type Rest = <T = Record<string, unknown>>(method: string, path: string, body?: unknown) => Promise<T>;

export async function openTarget(): Promise<OpenTarget> {
  buildIfStale();
  const named = process.env.BRIDGE_TARGET_ORG;
  return named === undefined || named === '' ? openLocalOrg() : openNamedOrg(named);
}

async function openLocalOrg(): Promise<OpenTarget> {
  const [stage, recorder] = await Promise.all([Stage.open(1), startRecorder()]);
  const close = async (): Promise<void> => {
    await Promise.all([stage.close(), recorder.close()]);
  };
  try {
    const sf: Sf = (args) => stage.sfOk(args);
    const rest: Rest = restOf(stage.instanceUrl, stage.accessToken);
    const platformUrl = process.env.BRIDGE_PLATFORM_URL ?? stage.platform.url;
    const secrets = await setUpPracticeOrg({ sf, rest }, { Lead_Platform: platformUrl, Third_Party: recorder.url });
    await tellSecret(platformUrl, secrets.Lead_Platform!);
    const bearer = await oauthClient(sf, rest, stage.instanceUrl);
    const target: Target = {
      name: 'a local org of its own',
      instanceUrl: stage.instanceUrl,
      accessToken: stage.accessToken,
      siteUrl: stage.siteUrl,
      tokens: await tokens(sf),
      bearer,
      platformUrl,
      recorderUrl: recorder.url,
      recorderSecret: secrets.Third_Party,
      ...(await members(rest)),
      capabilities: ['site', 'oauth', 'platform', 'recorder', 'clock', 'switches'],
    };
    await tellDoor(target);
    return { target, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A real org, deployed and provisioned by its admin; only what BRIDGE_* names is touched beside records of this run. */
async function openNamedOrg(alias: string): Promise<OpenTarget> {
  const sf: Sf = (args) => sfOfUser([...args, '--target-org', alias]);
  const { instanceUrl } = await sf<{ instanceUrl: string }>(['org', 'display']);
  const { accessToken } = await sf<{ accessToken: string }>(['org', 'auth', 'show-access-token', '--no-prompt']);
  const rest = restOf(instanceUrl, accessToken);
  const siteUrl = process.env.BRIDGE_SITE_URL?.replace(/\/$/, '');
  const platformUrl = process.env.BRIDGE_PLATFORM_URL?.replace(/\/$/, '');
  if (platformUrl !== undefined) {
    const { signingSecret } = await sf<{ signingSecret: string }>([
      'bridge',
      'credential',
      'set',
      '--system',
      'Lead_Platform',
      '--url',
      platformUrl,
      '--generate-signing-secret',
    ]);
    await tellSecret(platformUrl, signingSecret);
    await sf(['bridge', 'provision']);
  }
  const capabilities: Capability[] = [
    ...(siteUrl === undefined ? [] : (['site'] as const)),
    // The simulator presents one header: on the Site the token alone is enough.
    ...(platformUrl === undefined || siteUrl === undefined ? [] : (['platform'] as const)),
  ];
  const target: Target = {
    name: alias,
    instanceUrl,
    accessToken,
    siteUrl,
    tokens: await tokens(sf),
    platformUrl,
    ...(await members(rest)),
    capabilities,
  };
  if (capabilities.includes('platform')) await tellDoor(target);
  return { target, close: () => forget(rest, target.prefix) };
}

async function tokens(sf: Sf): Promise<Target['tokens']> {
  const create = (...more: string[]): Promise<{ token: string; keyId: string }> =>
    sf(['bridge', 'token', 'create', '--system', 'Lead_Platform', ...more]);
  const given = process.env.BRIDGE_TOKEN;
  const full = given === undefined || given === '' ? (await create('--expires-in-days', '2')).token : given;
  const { token: leadsRead } = await create('--expires-in-days', '2', '--scope', 'leads:read');
  const { token: expired } = await create('--expires-in-days', '-1');
  const { token: revoked, keyId } = await create('--expires-in-days', '2');
  await sf(['bridge', 'token', 'revoke', '--key-id', keyId]);
  return { full, leadsRead, expired, revoked };
}

/** An OAuth client exists in the local org only: a real org's External Client App is its admin's. */
async function oauthClient(sf: Sf, rest: Rest, instanceUrl: string): Promise<string> {
  await sf(['org', 'assign', 'permset', '--name', 'Bridge_Integration', '--on-behalf-of', PLATFORM_USER]);
  await sf(['bridge', 'token', 'create', '--system', 'Lead_Platform', '--oauth-user', PLATFORM_USER]);
  const client = await rest<{ clientId: string; clientSecret: string }>('POST', '/local-org/oauth-clients', {
    runAsUsername: PLATFORM_USER,
  });
  const response = await fetch(`${instanceUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: client.clientId,
      client_secret: client.clientSecret,
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Two agents of this run: one who may receive leads, one who has left. */
async function members(rest: Rest): Promise<Pick<Target, 'prefix' | 'members'>> {
  const prefix = `ct-${Date.now().toString(36)}-`;
  const person = (name: string, status: string): Promise<unknown> =>
    rest('POST', '/services/data/v67.0/sobjects/People__c', {
      MemberKey__c: prefix + name,
      MemberFirstName__c: 'Con',
      MemberLastName__c: `Tract ${name}`,
      MemberEmail__c: `${name}@contract.example`,
      MemberStatus__c: status,
      MemberStateLicense__c: 'L-1',
      MemberStateLicenseExpirationDate__c: new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10),
      Accepting_Leads__c: true,
    });
  await person('eligible', 'Active');
  await person('ineligible', 'Inactive');
  return { prefix, members: { eligible: `${prefix}eligible`, ineligible: `${prefix}ineligible` } };
}

async function forget(rest: Rest, prefix: string): Promise<void> {
  for (const [object, field] of [
    ['Lead', 'ContactKey__c'],
    ['People__c', 'MemberKey__c'],
  ]) {
    const soql = `SELECT Id FROM ${object} WHERE ${field} LIKE '${prefix}%'`;
    const { records } = await rest<{ records: Array<{ Id: string }> }>(
      'GET',
      `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`,
    );
    for (let at = 0; at < records.length; at += 200) {
      const ids = records.slice(at, at + 200).map(({ Id }) => Id);
      await rest('DELETE', `/services/data/v67.0/composite/sobjects?ids=${ids.join(',')}`);
    }
  }
}

async function tellSecret(platformUrl: string, secret: string): Promise<void> {
  await fetch(`${platformUrl}/control/signing-secrets`, { method: 'PUT', body: JSON.stringify({ secrets: [secret] }) });
}

/** The platform learns the Site's door and its token, so that it can send. */
async function tellDoor({ platformUrl, siteUrl, tokens: { full } }: Target): Promise<void> {
  const salesforce = {
    baseUrl: `${siteUrl}/leadbridge/services/apexrest/leadbridge/v1`,
    header: ['x-leadbridge-token', full],
  };
  await fetch(`${platformUrl}/control/salesforce`, { method: 'PUT', body: JSON.stringify(salesforce) });
}

function restOf(instanceUrl: string, accessToken: string): Rest {
  return async (method, path, body) => {
    const response = await fetch(`${instanceUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text.slice(0, 500)}`);
    return (text === '' ? {} : JSON.parse(text)) as never;
  };
}

/** The CLI with the user's own logins and our commands. */
async function sfOfUser<T>(args: readonly string[]): Promise<T> {
  const child = spawn(process.execPath, [join(projectFolder, 'scripts', 'sf.mjs'), ...args, '--json'], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
    // Jest's NODE_ENV would make the CLI look for its own development plugins.
    env: { ...process.env, NODE_ENV: 'production', BRIDGE_OWN_LOGINS: '1' },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { result?: T; message?: string };
  if (exitCode !== 0 || answer.result === undefined)
    throw new Error(`sf ${args.slice(0, 4).join(' ')} ended with ${String(exitCode)}: ${answer.message}`);
  return answer.result;
}

/** `sf bridge …` runs from dist/: a stale build would test what nobody wrote. */
function buildIfStale(): void {
  const built = join(projectFolder, 'dist', 'commands');
  const sources = ['commands', 'bridge'].map((name) => join(projectFolder, 'scripts', name));
  if (
    existsSync(built) &&
    Math.min(...timesIn(built, '.js')) >= Math.max(...sources.flatMap((name) => timesIn(name, '.ts')))
  )
    return;
  const tsc = join(projectFolder, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', join(projectFolder, 'tsconfig.build.json')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The commands do not build:\n${stdout}`);
}

function timesIn(folder: string, ending: string): number[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => statSync(join(folder, name)).mtimeMs);
}
