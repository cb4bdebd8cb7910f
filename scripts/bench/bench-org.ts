/** A local org in a process of its own, set up as an admin would, with two simulated platforms: what the bench loads. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUpPracticeOrg } from '../bridge/practice-org.ts';
import { projectFolder } from '../bridge/project.ts';
import { Stage } from '../demo/stage.ts';
import type { RestAnswer } from '../demo/stage.ts';

const AGENTS = 50;
const RESTART_TIMEOUT_MILLISECONDS = 30_000;
const RESTART_POLL_MILLISECONDS = 2;

export class BenchOrg {
  readonly stage: Stage;
  readonly token: string;

  private constructor(stage: Stage, token: string) {
    this.stage = stage;
    this.token = token;
  }

  static async open(): Promise<BenchOrg> {
    const stage = await Stage.open(1);
    try {
      const rest = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
        ok(await stage.rest<T>(method, path, body));
      const systems = { Lead_Platform: stage.platform, Third_Party: stage.thirdParty };
      const secrets = await setUpPracticeOrg(
        { sf: (args) => stage.sfOk(args), rest },
        { Lead_Platform: stage.platform.url, Third_Party: stage.thirdParty.url },
      );
      for (const [system, platform] of Object.entries(systems)) platform.signingSecrets = [secrets[system]!];
      await rest('POST', '/services/data/v67.0/composite/sobjects', { allOrNone: true, records: agents() });
      const { token } = await stage.sfOk<{ token: string }>(['bridge', 'token', 'create', '--system', 'Lead_Platform']);
      await stage.idle();
      return new BenchOrg(stage, token);
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  async rest<T>(method: string, path: string, body?: unknown): Promise<T> {
    return ok(await this.stage.rest<T>(method, path, body));
  }

  /** Kills the org's process and starts it again on its data. @returns milliseconds from the start to the first answer. */
  async restart(): Promise<number> {
    const { pid, instanceUrl, siteUrl } = JSON.parse(readFileSync(join(this.stage.folder, 'org.json'), 'utf8')) as {
      pid: number;
      instanceUrl: string;
      siteUrl: string;
    };
    process.kill(pid, 'SIGTERM');
    await until(async () => !isAlive(pid));
    const port = (url: string): string => new URL(url).port;
    const began = performance.now();
    spawn(
      process.execPath,
      [
        '--no-warnings',
        join(projectFolder, 'scripts', 'org-start.ts'),
        ...['--folder', this.stage.folder, '--port', port(instanceUrl), '--site-port', port(siteUrl)],
      ],
      { stdio: 'ignore' },
    ).unref();
    await until(() => answers(`${instanceUrl}/local-org/status`));
    return performance.now() - began;
  }

  async close(): Promise<void> {
    const { pid } = JSON.parse(readFileSync(join(this.stage.folder, 'org.json'), 'utf8')) as { pid: number };
    if (isAlive(pid)) process.kill(pid, 'SIGTERM');
    await until(async () => !isAlive(pid));
    await this.stage.close();
  }
}

/** As many as a brokerage has, without a limit of leads: each new lead is counted among those of its own agent only. */
function agents(): unknown[] {
  return Array.from({ length: AGENTS }, (_, index) => ({
    attributes: { type: 'People__c' },
    MemberKey__c: `bench-agent-${index}`,
    MemberLastName__c: `Bench ${index}`,
    MemberStatus__c: 'Active',
    MemberStateLicense__c: `L-${index}`,
    MemberStateLicenseExpirationDate__c: '2099-12-31',
    Accepting_Leads__c: true,
  }));
}

function ok<T>({ status, body }: RestAnswer<T>): T {
  if (status >= 400) throw new Error(`The org answered ${status}: ${String(JSON.stringify(body)).slice(0, 500)}`);
  return body;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function until(check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + RESTART_TIMEOUT_MILLISECONDS;
  while (!(await check())) {
    if (Date.now() > end) throw new Error('The org did not come back in time.');
    await new Promise((resolve) => setTimeout(resolve, RESTART_POLL_MILLISECONDS));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
