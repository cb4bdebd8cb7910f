/** Deploys force-app with the real CLI: main and tests in one deploy, the Site in another, for it fails where no Sites domain is registered. */
import type { Connection } from '@salesforce/core';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { BridgeError } from './bridge-error.ts';
import { projectFolder } from './project.ts';

export interface DeployOptions {
  readonly username: string;
  readonly isDryRun: boolean;
  readonly onProgress: (text: string) => void;
}

export interface DeployedPackage {
  readonly name: string;
  readonly components: number;
  readonly outcome: 'deployed' | 'validated' | 'skipped';
  readonly detail: string;
}

interface CliAnswer {
  readonly status: number;
  readonly message?: string;
  readonly result?: {
    readonly numberComponentsDeployed?: number;
    readonly numberComponentsTotal?: number;
    readonly details?: { readonly componentFailures?: Failure | readonly Failure[] };
  };
}

interface Failure {
  readonly fullName: string;
  readonly problem: string;
  readonly lineNumber?: string;
}

/** @throws BridgeError when the core is refused, or a Lead field of ours would overwrite one that is not. */
export async function deploy(connection: Connection, options: DeployOptions): Promise<DeployedPackage[]> {
  await refuseToOverwrite(connection);
  const core = await deployFolders(['force-app/main', 'force-app/tests'], options);
  if (core.status !== 0) throw refused(core);
  const outcome = options.isDryRun ? 'validated' : 'deployed';
  const packages: DeployedPackage[] = [
    { name: 'main and tests', components: componentCount(core), outcome, detail: '' },
  ];
  options.onProgress(`${outcome}  main and tests: ${componentCount(core)} components`);
  const site = await deployFolders(
    options.isDryRun ? ['force-app/main', 'force-app/tests', 'force-app/site'] : ['force-app/site'],
    options,
  );
  if (site.status === 0) packages.push({ name: 'site', components: componentCount(site), outcome, detail: '' });
  else packages.push({ name: 'site', components: 0, outcome: 'skipped', detail: firstProblem(site) });
  const last = packages.at(-1)!;
  options.onProgress(
    last.outcome === 'skipped'
      ? `skipped   site: ${last.detail}. Register a Sites domain (Setup → Sites) and deploy again, or use the OAuth door.`
      : `${outcome}  site: ${last.components} components`,
  );
  return packages;
}

const MARK = 'Last_Updated_By_System__c';

/** A Lead field has no prefix: one of the same name that is not ours stays untouched. Ours are there together with our stamp. */
async function refuseToOverwrite(connection: Connection): Promise<void> {
  const describe = await connection.describe('Lead');
  const names = new Set(describe.fields.map((field) => field.name));
  if (names.has(MARK)) return;
  const taken = OUR_LEAD_FIELDS.filter((name) => names.has(name));
  if (taken.length === 0) return;
  throw new BridgeError(
    'FieldTakenError',
    `Lead has fields of the same name that are not Lead Bridge's: ${taken.join(', ')}.`,
    ['Rename your fields, or map them to Lead Bridge and deploy without ours.'],
  );
}

const OUR_LEAD_FIELDS = [
  'ContactKey__c',
  'Assigned_Agent__c',
  'Assigned_At__c',
  'Distribution_Status__c',
  'Interest__c',
  'Sync_Message__c',
  'Sync_Revision__c',
];

async function deployFolders(folders: readonly string[], options: DeployOptions): Promise<CliAnswer> {
  const cli = join(projectFolder, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
  const args = [
    'project',
    'deploy',
    'start',
    ...folders.flatMap((folder) => ['--source-dir', folder]),
    '--target-org',
    options.username,
    '--json',
    '--wait',
    '60',
  ];
  if (options.isDryRun) args.push('--dry-run');
  const child = spawn(process.execPath, ['--no-deprecation', cli, ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => child.on('close', resolve));
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as CliAnswer;
}

function componentCount(answer: CliAnswer): number {
  return answer.result?.numberComponentsDeployed ?? answer.result?.numberComponentsTotal ?? 0;
}

function firstProblem(answer: CliAnswer): string {
  const [failure] = failures(answer);
  return failure === undefined ? (answer.message ?? 'no reason given') : `${failure.fullName}: ${failure.problem}`;
}

function failures(answer: CliAnswer): readonly Failure[] {
  return [answer.result?.details?.componentFailures ?? []].flat() as readonly Failure[];
}

function refused(answer: CliAnswer): BridgeError {
  const lines = failures(answer)
    .slice(0, 20)
    .map(
      (failure) =>
        `${failure.fullName}${failure.lineNumber === undefined ? '' : `:${failure.lineNumber}`}: ${failure.problem}`,
    );
  return new BridgeError(
    'DeployRefusedError',
    `Salesforce refused the deploy. ${lines.length === 0 ? (answer.message ?? '') : `\n${lines.join('\n')}`}`,
  );
}
