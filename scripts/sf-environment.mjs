import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The real Salesforce CLI, from node_modules. */
export const sfPath = join(project, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');

/**
 * Makes an environment in which the CLI keeps its state in `folder`, loads this project's commands, and calls nobody
 * but the org: the user's own ~/.sf and ~/.sfdx stay untouched (the CLI follows HOME, and has no other switch).
 * @param {string} folder where home, data, cache and configuration go; made if absent
 * @param {NodeJS.ProcessEnv} base what to start from
 * @returns {NodeJS.ProcessEnv}
 */
export function sfEnvironment(folder, base = process.env) {
  const home = join(folder, 'home');
  const data = join(folder, 'sf-data');
  for (const path of [home, data]) mkdirSync(path, { recursive: true });
  linkPlugin(data);
  return {
    ...base,
    HOME: home,
    USERPROFILE: home,
    SF_DATA_DIR: data,
    SF_CACHE_DIR: join(folder, 'sf-cache'),
    SF_CONFIG_DIR: join(folder, 'sf-config'),
    ...silence,
    NODE_COMPILE_CACHE: join(project, 'node_modules', '.cache', 'compile'),
  };
}

/** Neither telemetry nor updates: zero attempts to reach a network. SF_DISABLE_AUTOUPDATE, not SF_AUTOUPDATE_DISABLE. */
export const silence = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_HIDE_RELEASE_NOTES: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  // The plugin is built before it is used: there is nothing to transpile.
  OCLIF_DISABLE_LINKED_ESM_WARNING: 'true',
};

/** What `sf plugins link` would write: the root package is the plugin. */
export function linkPlugin(dataFolder) {
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, 'package.json');
  const want = JSON.stringify({
    name: '@salesforce/cli',
    private: true,
    dependencies: {},
    oclif: { schema: 1, plugins: [{ name: 'lead-bridge', root: project, type: 'link' }] },
  });
  let have = '';
  try {
    have = readFileSync(path, 'utf8');
  } catch {
    // First use: there is no file yet.
  }
  if (have !== want) writeFileSync(path, want);
}
