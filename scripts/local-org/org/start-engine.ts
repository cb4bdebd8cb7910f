/** The engine of a local org: what the doors (api/) start. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { LocalOrg } from './local-org.ts';
import { OrgCoordinator } from './workers/org-coordinator.ts';

export type { LocalOrg } from './local-org.ts';

export interface EngineOptions {
  /** The SQLite file that keeps the org, made if absent; without it the org lives in a temporary folder until it stops. */
  readonly dataFile?: string;
  readonly administratorUsername?: string;
  readonly timeZone?: string;
  /** Hosts beyond loopback that callouts may reach; `*` allows all. */
  readonly allowedHosts?: readonly string[];
}

/** Opens an org and starts what is due in it. */
export async function startEngine(options: EngineOptions = {}): Promise<LocalOrg> {
  const temporary = options.dataFile === undefined ? mkdtempSync(join(tmpdir(), 'local-org-')) : undefined;
  const path = resolve(options.dataFile ?? join(temporary!, 'org.sqlite'));
  mkdirSync(dirname(path), { recursive: true });
  const { administratorUsername, timeZone, allowedHosts } = options;
  const org = new OrgCoordinator({ path, administratorUsername, timeZone, allowedHosts });
  org.start();
  if (temporary === undefined) return org;
  const stop = org.stop.bind(org);
  org.stop = async () => {
    await stop();
    rmSync(temporary, { recursive: true, force: true });
  };
  return org;
}
