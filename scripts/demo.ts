/** `npm run demo`: the main job, end to end, on a local org of its own. Exit 0: every scene held; 1: one did not; 2: bad usage. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SceneFailure, type Evidence, type Scene } from './demo/scene.ts';
import { foundations, scenes } from './demo/scenes/index.ts';
import { Stage } from './demo/stage.ts';

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly evidence: Evidence;
}

const flags = readFlags();
let stage: Stage | undefined;

// Ctrl-C at any time leaves nothing running.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void interrupt());

// With --json standard output carries one line only, the last.
const print = (text: string): void =>
  (flags.json ? process.stderr : process.stdout).write(`${text}\n`) as unknown as void;

process.exitCode = await main();

async function main(): Promise<number> {
  const chosen = choose(flags.only);
  if (chosen === undefined) {
    console.error(`There is no scene "${flags.only}". Scenes: ${scenes.map((scene) => scene.name).join(', ')}.`);
    return 2;
  }
  print('Lead Bridge, end to end: a local org, the real sf CLI, and two simulated platforms.');
  print('Building the commands, starting the org …');
  build();
  stage = await Stage.open(flags.seed);
  const outcomes: Outcome[] = [];
  try {
    for (const [index, scene] of chosen.entries()) {
      const outcome = await play(stage, scene, index + 1, chosen.length);
      outcomes.push(outcome);
      if (!outcome.ok && foundations.includes(scene.name)) break;
    }
  } finally {
    if (flags.keep) tellHowToStop(stage);
    else await stage.close();
  }
  return report(chosen, outcomes);
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        only: { type: 'string' },
        seed: { type: 'string', default: '1' },
      },
    });
    const seed = Number(values.seed);
    if (!Number.isSafeInteger(seed)) throw new Error(`--seed is a whole number, not "${values.seed}".`);
    return { ...values, seed };
  } catch (error) {
    console.error(
      `${(error as Error).message}\nUsage: npm run demo -- [--only <scene>] [--seed <number>] [--json] [--keep]`,
    );
    process.exit(2);
  }
}

async function interrupt(): Promise<void> {
  if (!flags.keep) await stage?.close();
  process.exit(130);
}

function choose(only: string | undefined): Scene[] | undefined {
  if (only === undefined) return [...scenes];
  const wanted = scenes.find((scene) => scene.name === only);
  if (wanted === undefined) return undefined;
  const end = scenes.indexOf(wanted);
  return scenes.filter((scene, index) => scene === wanted || (index < end && foundations.includes(scene.name)));
}

function build(): void {
  const project = join(import.meta.dirname, '..');
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(project, 'node_modules/typescript/bin/tsc'), '-p', join(project, 'tsconfig.build.json')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The commands do not build:\n${stdout}`);
}

async function play(stage: Stage, scene: Scene, number: number, total: number): Promise<Outcome> {
  print(`\n${number}/${total}  ${scene.name}: ${scene.title}`);
  const began = Date.now();
  const progress = setInterval(() => print(`    … ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  try {
    const evidence = await scene.play(stage, (text) => print(`    ${text}`));
    const seconds = (Date.now() - began) / 1000;
    print(`    ✓ held (${seconds.toFixed(1)} s)`);
    return { name: scene.name, ok: true, seconds, evidence };
  } catch (error) {
    const reason = error instanceof SceneFailure ? error.message : ((error as Error).stack ?? String(error));
    print(`    ✗ ${reason}`);
    return { name: scene.name, ok: false, seconds: (Date.now() - began) / 1000, evidence: { reason } };
  } finally {
    clearInterval(progress);
  }
}

function report(chosen: readonly Scene[], outcomes: readonly Outcome[]): number {
  const failed = outcomes.filter((outcome) => !outcome.ok).length;
  const unplayed = chosen.slice(outcomes.length);
  print('');
  for (const { name, ok, seconds } of outcomes)
    print(`${ok ? '✓' : '✗'} ${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s`);
  for (const { name } of unplayed) print(`- ${name.padEnd(20)} not played: a scene before it failed`);
  print(`${outcomes.length - failed} passed, ${failed + unplayed.length} failed`);
  const all = [
    ...outcomes,
    ...unplayed.map(({ name }) => ({ name, ok: false, seconds: 0, evidence: { reason: 'not played' } })),
  ];
  if (flags.json) process.stdout.write(`${JSON.stringify({ ok: failed + unplayed.length === 0, scenes: all })}\n`);
  return failed + unplayed.length > 0 ? 1 : 0;
}

function tellHowToStop(stage: Stage): void {
  print(`\nEverything is left running:
  org             ${stage.instanceUrl}   Sites ${stage.siteUrl}
  lead platform   ${stage.platform.url}   third party ${stage.thirdParty.url}
  look around     BRIDGE_LOCAL_ORG_DIR=${stage.folder} npm run sf -- data query --query "SELECT ContactKey__c, Last_Updated_By_System__c FROM Lead LIMIT 5"
  what they know  curl '${stage.platform.url}/control/records?resource=Lead'
  stop            Ctrl-C here (the folder ${stage.folder} stays)`);
}
