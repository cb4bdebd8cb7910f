/**
 * `npm run bench`: one run, figures as ratios or per record, beside the goals that the project set itself. `--json` prints
 * them as one line; `--only <part>` runs one part. Exit 0: every part ran (goals are reported, not enforced); 1: one could not.
 */
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { BenchOrg } from './bench-org.ts';
import { benchKernels } from './kernels.ts';
import { measureInbound, measureInsert, measureOutbound, measureRestart } from './org-parts.ts';
import { benchParse } from './parse.ts';
import { isReached, rounded, runPart, type Figure, type PartResult } from './run-part.ts';

const { values: flags } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
});

const withoutOrg: Record<string, () => Figure[]> = { parse: parseFigures, kernels: kernelFigures };
/** In this order: the way out is measured on an org that is nearly empty, and again on one that the other parts have filled. */
const withOrg: Record<string, (org: BenchOrg) => Promise<Figure[]>> = {
  outbound: measureOutbound,
  insert: measureInsert,
  inbound: measureInbound,
  'outbound, filled': measureOutbound,
  restart: measureRestart,
};

process.exitCode = await main();

async function main(): Promise<number> {
  const chosen = (name: string): boolean => flags.only === undefined || flags.only === name;
  const names = [...Object.keys(withoutOrg), ...Object.keys(withOrg)];
  if (!names.some(chosen)) {
    console.error(`There is no part "${flags.only}". Parts: ${names.join(', ')}.`);
    return 2;
  }
  // What else runs on the machine is part of a figure.
  const load = loadavg()[0]!.toFixed(1);
  const machine = `${cpus().length} vCPU, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, load average before the run ${load}`;
  if (!flags.json) console.log(`Machine: ${machine}`);
  const results: PartResult[] = [];
  for (const [name, measure] of Object.entries(withoutOrg))
    if (chosen(name)) results.push(tell(await runPart(name, measure)));
  const parts = Object.entries(withOrg).filter(([name]) => chosen(name));
  if (parts.length > 0) await runOrgParts(parts, results);
  if (flags.json) console.log(JSON.stringify({ machine, parts: results }));
  return results.some(({ failure }) => failure !== undefined) ? 1 : 0;
}

async function runOrgParts(
  parts: ReadonlyArray<readonly [string, (org: BenchOrg) => Promise<Figure[]>]>,
  results: PartResult[],
): Promise<void> {
  let org: BenchOrg;
  try {
    org = await BenchOrg.open();
  } catch (error) {
    for (const [name] of parts)
      results.push(tell({ name, figures: [], failure: `no org: ${(error as Error).message}` }));
    return;
  }
  try {
    for (const [name, measure] of parts) results.push(tell(await runPart(name, () => measure(org))));
  } finally {
    await org.close();
  }
}

function parseFigures(): Figure[] {
  const { ours, antlr } = benchParse();
  return [
    { name: 'ours, warm', value: ours.warm, unit: 'MB/s' },
    { name: 'ours, cold', value: ours.cold, unit: 'MB/s' },
    { name: 'ours, cold with its import', value: ours.coldWithLoad, unit: 'MB/s' },
    { name: 'apex-parser, warm', value: antlr.warm, unit: 'MB/s' },
    { name: 'apex-parser, cold', value: antlr.cold, unit: 'MB/s' },
    { name: 'ours against apex-parser, warm', value: rounded(ours.warm / antlr.warm), unit: 'times' },
    {
      name: 'ours against apex-parser, cold with import',
      value: rounded(ours.coldWithLoad / antlr.coldWithLoad),
      unit: 'times',
    },
  ];
}

function kernelFigures(): Figure[] {
  const { kernels, geometricMean } = benchKernels();
  return [
    ...kernels.map(({ name, ratio }) => ({ name, value: rounded(ratio), unit: 'times JavaScript' })),
    {
      name: 'geometric mean',
      value: rounded(geometricMean),
      unit: 'times JavaScript',
      goal: { at: 'most' as const, value: 2.5 },
    },
  ];
}

function tell(result: PartResult): PartResult {
  if (flags.json) return result;
  console.log(`\n${result.name}`);
  if (result.failure !== undefined) console.log(`  COULD NOT RUN: ${result.failure}`);
  for (const figure of result.figures) {
    const { name, value, unit, goal } = figure;
    const aim =
      goal === undefined
        ? ''
        : `   goal ${goal.at === 'most' ? '≤' : '≥'} ${goal.value}: ${isReached(figure) ? 'reached' : 'MISSED'}`;
    console.log(`  ${name.padEnd(44)} ${String(value).padStart(8)} ${unit}${aim}`);
  }
  return result;
}
