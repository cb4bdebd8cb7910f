/**
 * What the scenes play on: a local org as a process of its own, two simulated platforms, and the real `sf` CLI, all with
 * state in one temporary folder. Nothing of the user's is touched.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../bridge/project.ts';
import { startLeadPlatform, type LeadPlatform } from '../lead-platform/index.ts';
import { sfEnvironment, sfPath } from '../sf-environment.mjs';
import { SceneFailure } from './scene.ts';

const START_TIMEOUT_MILLISECONDS = 30_000;
const POLL_MILLISECONDS = 25;

export interface SfAnswer<T = Record<string, unknown>> {
  readonly exitCode: number;
  readonly result: T;
  readonly message: string | undefined;
}

export interface RestAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export class Stage {
  readonly folder: string;
  readonly seed: number;
  readonly instanceUrl: string;
  readonly siteUrl: string;
  readonly accessToken: string;
  readonly platform: LeadPlatform;
  readonly thirdParty: LeadPlatform;
  /** Facts that a scene leaves for the later ones. */
  readonly facts: { token?: string; tokenKeyId?: string; oauthToken?: string; clockOffsetMilliseconds: number } = {
    clockOffsetMilliseconds: 0,
  };
  readonly #org: ChildProcess;

  private constructor(parts: {
    folder: string;
    seed: number;
    org: ChildProcess;
    state: OrgState;
    accessToken: string;
    platform: LeadPlatform;
    thirdParty: LeadPlatform;
  }) {
    this.folder = parts.folder;
    this.seed = parts.seed;
    this.#org = parts.org;
    this.instanceUrl = parts.state.instanceUrl;
    this.siteUrl = parts.state.siteUrl;
    this.accessToken = parts.accessToken;
    this.platform = parts.platform;
    this.thirdParty = parts.thirdParty;
  }

  static async open(seed: number): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'lead-bridge-'));
    const { org, state } = await startOrgProcess(folder);
    const authorization = JSON.parse(readFileSync(join(folder, 'home', '.sfdx', `${state.username}.json`), 'utf8')) as {
      accessToken: string;
    };
    const [platform, thirdParty] = await Promise.all([
      startLeadPlatform({ system: 'Lead_Platform', file: join(folder, 'lead-platform.sqlite') }),
      startLeadPlatform({ system: 'Third_Party', file: join(folder, 'third-party.sqlite') }),
    ]);
    return new Stage({ folder, seed, org, state, accessToken: authorization.accessToken, platform, thirdParty });
  }

  /** The base address of our door on the Site, which needs a token in a header of ours. */
  get siteDoor(): string {
    return `${this.siteUrl}/leadbridge/services/apexrest/leadbridge/v1`;
  }

  /** The base address of our door for OAuth clients. */
  get oauthDoor(): string {
    return `${this.instanceUrl}/services/apexrest/leadbridge/v1`;
  }

  /** Runs the real CLI with --json. A failing exit is answered, not thrown. */
  async sf<T = Record<string, unknown>>(
    args: readonly string[],
    environment: Record<string, string> = {},
  ): Promise<SfAnswer<T>> {
    const child = spawn(process.execPath, ['--no-deprecation', '--no-warnings', sfPath, ...args, '--json'], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...sfEnvironment(this.folder), ...environment },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    const exitCode = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
    const text = Buffer.concat(out).toString('utf8');
    try {
      const answer = JSON.parse(text) as { result?: T; data?: T; message?: string };
      return { exitCode, result: (answer.result ?? answer.data ?? {}) as T, message: answer.message };
    } catch {
      throw new SceneFailure(
        `sf ${args.join(' ')} printed no JSON (exit ${exitCode}): ${(text + Buffer.concat(err).toString('utf8')).slice(0, 2000)}`,
      );
    }
  }

  /** The CLI, where success is expected. */
  async sfOk<T = Record<string, unknown>>(
    args: readonly string[],
    environment: Record<string, string> = {},
  ): Promise<T> {
    const { exitCode, result, message } = await this.sf<T>(args, environment);
    if (exitCode !== 0)
      throw new SceneFailure(
        `sf ${args.slice(0, 4).join(' ')} ended with ${exitCode}: ${message ?? JSON.stringify(result).slice(0, 1500)}`,
      );
    return result;
  }

  /** The org's REST API, as its administrator. */
  async rest<T = unknown>(method: string, path: string, body?: unknown): Promise<RestAnswer<T>> {
    const response = await fetch(`${this.instanceUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.accessToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as T,
    };
  }

  async query<T = Record<string, unknown>>(soql: string): Promise<T[]> {
    const { status, body } = await this.rest<{ records: T[]; nextRecordsUrl?: string }>(
      'GET',
      `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`,
    );
    if (status !== 200) throw new SceneFailure(`${soql}: ${JSON.stringify(body)}`);
    return body.records;
  }

  /** A request to our door as any client would send it. */
  async door(
    method: string,
    path: string,
    options: { token?: string; bearer?: string; body?: string; key?: string; contentType?: string } = {},
  ): Promise<RestAnswer> {
    const base = options.bearer === undefined ? this.siteDoor : this.oauthDoor;
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...(options.body === undefined ? {} : { 'content-type': options.contentType ?? 'application/json' }),
        ...(options.token === undefined ? {} : { 'x-leadbridge-token': options.token }),
        ...(options.bearer === undefined ? {} : { authorization: `Bearer ${options.bearer}` }),
        ...(options.key === undefined ? {} : { 'idempotency-key': `"${options.key}"` }),
      },
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    const text = await response.text();
    let body: unknown = text;
    try {
      body = text === '' ? undefined : JSON.parse(text);
    } catch {
      // Not JSON: shown as it is.
    }
    return { status: response.status, headers: response.headers, body };
  }

  /** Waits until the org has no job left that is due. */
  async idle(timeoutMilliseconds = 60_000): Promise<void> {
    const { body } = await this.rest<{ idle: boolean }>('POST', '/local-org/idle', { timeoutMilliseconds });
    if (!body.idle) throw new SceneFailure(`The org was still busy after ${timeoutMilliseconds / 1000} s`);
  }

  /** Moves the org's clock, and with it the clocks by which the platforms check signatures. */
  async moveClock(milliseconds: number): Promise<string> {
    this.facts.clockOffsetMilliseconds += milliseconds;
    for (const platform of [this.platform, this.thirdParty])
      platform.clockOffsetMilliseconds = this.facts.clockOffsetMilliseconds;
    const { body } = await this.rest<{ now: string }>('POST', '/local-org/clock', {
      offsetMilliseconds: this.facts.clockOffsetMilliseconds,
    });
    return body.now;
  }

  /** Polls until the check answers something. @throws SceneFailure after the timeout. */
  async until<T>(
    what: string,
    timeoutMilliseconds: number,
    check: () => Promise<T | undefined> | T | undefined,
  ): Promise<T> {
    const end = Date.now() + timeoutMilliseconds;
    for (;;) {
      const value = await check();
      if (value !== undefined) return value;
      if (Date.now() > end) throw new SceneFailure(`${what}: not within ${timeoutMilliseconds / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.platform.stop(), this.thirdParty.stop()]);
    this.#org.kill('SIGTERM');
    await new Promise((resolve) =>
      this.#org.exitCode === null ? this.#org.once('exit', resolve) : resolve(undefined),
    );
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface OrgState {
  readonly instanceUrl: string;
  readonly siteUrl: string;
  readonly username: string;
}

async function startOrgProcess(folder: string): Promise<{ org: ChildProcess; state: OrgState }> {
  const script = join(projectFolder, 'scripts', 'org-start.ts');
  const errors: Buffer[] = [];
  const org = spawn(
    process.execPath,
    ['--no-warnings', script, '--folder', folder, '--port', '0', '--site-port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // Whatever ends this process ends the org, too.
  process.once('exit', () => org.kill('SIGTERM'));
  org.stderr!.on('data', (chunk: Buffer) => errors.push(chunk));
  const end = Date.now() + START_TIMEOUT_MILLISECONDS;
  while (Date.now() < end && org.exitCode === null) {
    const file = join(folder, 'org.json');
    if (existsSync(file)) return { org, state: JSON.parse(readFileSync(file, 'utf8')) as OrgState };
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
  throw new Error(`The local org did not start: ${Buffer.concat(errors).toString('utf8').slice(-3000)}`);
}
