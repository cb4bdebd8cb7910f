#!/usr/bin/env node
// Runs a script on Node 24, whatever Node started this one: `node scripts/node.mjs <script> [arguments]`.
// Node 24 comes with `npm ci` as the package node-<os>-<arch>, so a machine needs nothing but Node 20 to begin with.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodePath } from './node-path.mjs';

// Compiling scripts takes longer than most of them run.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url));

const child = spawn(nodePath(), process.argv.slice(2), { stdio: 'inherit' });
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Cannot start Node 24: ${error.message}`);
  process.exit(2);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  // Ends as the child did; with our own handler in place the signal would only be swallowed.
  for (const each of signals) process.removeAllListeners(each);
  process.kill(process.pid, signal);
});
