/** Checks (or with --fix mends) the form of what is written by hand: TypeScript, JSON, Markdown and Apex. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const FILES = [
  'scripts/**/*.{ts,mjs}',
  'tests/**/*.ts',
  'config/**/*.{cjs,mjs,json}',
  'force-app/**/*.{cls,trigger}',
  '*.json',
];

const prettier = join(import.meta.dirname, '..', '..', 'node_modules', 'prettier', 'bin', 'prettier.cjs');
const mode = process.argv.includes('--fix') ? '--write' : '--check';
const { status } = spawnSync(
  process.execPath,
  [prettier, mode, '--log-level', 'warn', '--no-error-on-unmatched-pattern', ...FILES],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
