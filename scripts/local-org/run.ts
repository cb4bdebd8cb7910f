/** A local org as a process: one for each folder, found by others through `org.json`, known to the CLI through its home. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalOrg, type RunningLocalOrg } from './start.ts';

export interface RunOptions {
  readonly folder: string;
  readonly port: number;
  readonly sitePort: number;
  readonly alias: string;
}

/** Runs until SIGINT, SIGTERM or a call of the org's own stop door. Exits 1 if an org runs on this folder already. */
export async function runLocalOrg(options: RunOptions): Promise<void> {
  const file = join(options.folder, 'org.json');
  const other = runningPid(file);
  if (other !== undefined) {
    console.error(
      `A local org runs on ${options.folder} already (process ${other}). Stop it with "sf bridge org stop", or Ctrl-C where it runs.`,
    );
    process.exit(1);
  }
  mkdirSync(join(options.folder, 'data'), { recursive: true });
  let org: RunningLocalOrg | undefined;
  const stop = async (): Promise<void> => {
    rmSync(file, { force: true });
    await org?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  try {
    org = await startLocalOrg({
      dataFile: join(options.folder, 'data', 'org.sqlite'),
      port: options.port,
      sitePort: options.sitePort,
      onStop: () => void stop(),
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.error(`Port ${options.port} or ${options.sitePort} is taken. Choose others with --port and --site-port.`);
    process.exit(1);
  }
  writeAuthFiles(join(options.folder, 'home'), options.alias, org);
  const state = {
    pid: process.pid,
    instanceUrl: org.instanceUrl,
    siteUrl: org.siteUrl,
    username: org.username,
    alias: options.alias,
  };
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  console.log(`The local org listens on ${org.instanceUrl} (its Sites on ${org.siteUrl}).`);
  console.log(`Look around:  npm run sf -- org display --target-org ${options.alias}`);
  console.log('Stop it with Ctrl-C, or "npm run sf -- bridge org stop".');
}

function runningPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number };
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

/**
 * What `sf org login` would write, so that the CLI knows the org without a login (sf-cli-protocol §2.2). The CLI encrypts
 * the token on its next save.
 */
export function writeAuthFiles(home: string, alias: string, org: RunningLocalOrg): void {
  const folder = join(home, '.sfdx');
  mkdirSync(folder, { recursive: true });
  const authorization = {
    accessToken: org.accessToken,
    instanceUrl: org.instanceUrl,
    loginUrl: org.instanceUrl,
    username: org.username,
    orgId: org.organizationId,
    isDevHub: false,
    isSandbox: false,
    isScratch: false,
    tracksSource: false,
    instanceApiVersion: '67.0',
    instanceApiVersionLastRetrieved: new Date().toISOString(),
  };
  writeFileSync(join(folder, `${org.username}.json`), JSON.stringify(authorization, null, 2), { mode: 0o600 });
  writeFileSync(join(folder, 'alias.json'), JSON.stringify({ orgs: { [alias]: org.username } }, null, 2));
  mkdirSync(join(home, '.sf'), { recursive: true });
  writeFileSync(join(home, '.sf', 'config.json'), JSON.stringify({ 'target-org': alias }, null, 2));
}
