/** Starts, finds, stops and empties the local org of this project: a process of its own, its data in `.local-org/`. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BridgeError } from './bridge-error.ts';
import { projectFolder } from './project.ts';

export interface RunningOrg {
  readonly pid: number;
  readonly instanceUrl: string;
  readonly siteUrl: string;
  readonly username: string;
  readonly alias: string;
}

const START_TIMEOUT_MILLISECONDS = 60_000;

export function localOrgFolder(): string {
  return process.env.BRIDGE_LOCAL_ORG_DIR ?? join(projectFolder, '.local-org');
}

/** The org that runs now; undefined when there is none (a file left by a killed process does not count). */
export function runningOrg(folder = localOrgFolder()): RunningOrg | undefined {
  const file = join(folder, 'org.json');
  if (!existsSync(file)) return undefined;
  const org = JSON.parse(readFileSync(file, 'utf8')) as RunningOrg;
  return isAlive(org.pid) ? org : undefined;
}

/** Starts the org in the background and waits until it listens. @returns the org, and whether it had been running. */
export async function startOrg(
  port: number,
  sitePort: number,
  folder = localOrgFolder(),
): Promise<{ org: RunningOrg; wasRunning: boolean }> {
  const running = runningOrg(folder);
  if (running !== undefined && (await answers(running))) return { org: running, wasRunning: true };
  if (running !== undefined) await died(running.pid);
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'org.log');
  const log = openSync(logFile, 'a');
  const script = join(projectFolder, 'scripts', 'org-start.ts');
  const child = spawn(
    process.execPath,
    ['--no-warnings', script, '--folder', folder, '--port', String(port), '--site-port', String(sitePort)],
    {
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  child.unref();
  closeSync(log);
  let exitCode: number | null = null;
  child.on('exit', (code) => (exitCode = code ?? 1));
  const until = Date.now() + START_TIMEOUT_MILLISECONDS;
  while (Date.now() < until && exitCode === null) {
    const org = runningOrg(folder);
    if (org !== undefined) return { org, wasRunning: false };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new BridgeError('OrgNotStartedError', 'The local org did not start.', [
    `Read ${logFile}.`,
    'If a port is taken, choose another with --port and --site-port.',
  ]);
}

/** Stops the org. @returns false when none ran. */
export async function stopOrg(folder = localOrgFolder()): Promise<boolean> {
  const org = runningOrg(folder);
  if (org === undefined) return false;
  process.kill(org.pid, 'SIGTERM');
  const until = Date.now() + 10_000;
  while (isAlive(org.pid) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  if (isAlive(org.pid)) process.kill(org.pid, 'SIGKILL');
  return true;
}

/** Stops the org and forgets all its data. */
export async function resetOrg(folder = localOrgFolder()): Promise<void> {
  await stopOrg(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** A killed process is still there for a moment, and answers no more. */
async function answers({ instanceUrl }: RunningOrg): Promise<boolean> {
  try {
    const response = await fetch(`${instanceUrl}/local-org/status`, { signal: AbortSignal.timeout(5000) });
    return response.ok;
  } catch {
    return false;
  }
}

async function died(pid: number): Promise<void> {
  const until = Date.now() + 10_000;
  while (isAlive(pid) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
