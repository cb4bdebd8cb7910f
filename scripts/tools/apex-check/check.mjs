#!/usr/bin/env node
// Offline gate: would this Apex and metadata source deploy to a Salesforce org? See README.md.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CannotRun } from './lib/java.mjs';
import { projectSchema } from './lib/schema.mjs';
import { readSources } from './lib/sources.mjs';

/** The steps, in the order in which their findings are the most useful to read. */
const STEPS = {
  metadata: async (context) => (await import('./lib/metadata.mjs')).metadata(context),
  syntax: async (context) => (await import('./lib/syntax.mjs')).syntax(context),
  'apex-ls': async (context) => (await import('./lib/apexls.mjs')).apexLs(context),
  jorje: async (context) => (await import('./lib/jorje.mjs')).jorje(context),
};
const DEFAULT_STEPS = ['metadata', 'syntax', 'apex-ls', 'jorje'];

async function main() {
  const { values } = parseArgs({
    options: {
      'source-dir': { type: 'string', multiple: true },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || !values['source-dir']?.length) {
    console.error('usage: check.mjs --source-dir DIR [--source-dir DIR2] [--only metadata,syntax,apex-ls,jorje] [--json]');
    return values.help ? 0 : 2;
  }
  const directories = values['source-dir'].map((d) => path.resolve(d));
  for (const directory of directories) if (!fs.existsSync(directory)) throw new CannotRun(`no such directory: ${directory}`);
  const steps = values.only ? values.only.split(',').map((s) => s.trim()).filter(Boolean) : DEFAULT_STEPS;
  for (const step of steps) if (!STEPS[step]) throw new CannotRun(`unknown step ${step}; there are: ${Object.keys(STEPS).join(', ')}`);

  const sources = readSources(directories);
  if (sources.apex.length === 0 && sources.metadata.length === 0) throw new CannotRun(`no Apex and no metadata under ${directories.join(', ')}`);
  const context = { sources, schema: projectSchema(sources), directories };

  const seconds = {};
  const failures = [];
  const results = await Promise.all(steps.map(async (step) => {
    const start = process.hrtime.bigint();
    try {
      return await STEPS[step](context);
    } catch (error) {
      failures.push({ step, message: error instanceof CannotRun ? error.message : error.stack });
      return [];
    } finally {
      seconds[step] = Number((process.hrtime.bigint() - start) / 10_000_000n) / 100;
    }
  }));

  let all = results.flat();
  if (steps.includes('jorje') && steps.includes('apex-ls') && !failures.some((f) => f.step === 'jorje')) all = (await import('./lib/apexls.mjs')).withoutDoubt(all);
  const findings = all.map((f) => ({ ...f, file: path.relative(process.cwd(), f.file) || f.file }))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
  if (values.json) {
    console.log(JSON.stringify({ findings, failures, seconds, counts: count(findings), classes: sources.apex.length, metadataFiles: sources.metadata.length }, null, 2));
  } else {
    for (const f of findings) console.log(`${f.file}:${f.line}:${f.column} ${f.source} ${f.message}`);
    const failed = new Set(failures.map((f) => f.step));
    const summary = steps.map((s) => `${s} ${failed.has(s) ? 'FAILED' : count(findings)[s] ?? 0} (${seconds[s]} s)`).join(', ');
    console.error(`${sources.apex.length} Apex files, ${sources.metadata.length} metadata files; findings: ${summary}`);
  }
  for (const failure of failures) console.error(`\n*** ${failure.step.toUpperCase()} COULD NOT RUN: ${failure.message}`);
  return failures.length ? 2 : findings.length ? 1 : 0;
}

function count(findings) {
  const counts = {};
  for (const f of findings) counts[f.source] = (counts[f.source] ?? 0) + 1;
  return counts;
}

main().then((code) => { process.exitCode = code; }, (error) => {
  console.error(`*** COULD NOT RUN: ${error instanceof CannotRun ? error.message : error.stack}`);
  process.exitCode = 2;
});
