#!/usr/bin/env node
// `npm run sf -- …`: the real Salesforce CLI plus this project's commands.
// Beside a local org it uses that org's own home (.local-org/), so that the alias bridge-local is there and the user's
// logins are not; with BRIDGE_OWN_LOGINS=1 it uses the user's logins and only adds the commands.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodePath } from './node-path.mjs';
import { linkPlugin, sfEnvironment, sfPath, silence } from './sf-environment.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
if (!existsSync(join(project, 'dist', 'commands'))) {
  console.error('The commands are not built yet. Run "npm run build" first.');
  process.exit(2);
}
let environment;
if (process.env.BRIDGE_OWN_LOGINS) {
  const data = join(project, '.sf-local', 'data');
  linkPlugin(data);
  environment = { ...process.env, ...silence, SF_DATA_DIR: data };
} else {
  environment = sfEnvironment(process.env.BRIDGE_LOCAL_ORG_DIR ?? join(project, '.local-org'));
}
const child = spawn(nodePath(), ['--no-deprecation', sfPath, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: environment,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
