/** `npm run org:start`: the local org in the foreground, until Ctrl-C; `sf bridge org start` runs it in the background. */
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const flags = readFlags();
keepCompiledCode();
// Not before the cache is there to be used.
const { runLocalOrg } = await import('./local-org/run.ts');
await runLocalOrg({ ...flags, alias: 'bridge-local' });

/** Compiling the local org itself takes longer than starting it. The variable is for the workers. */
function keepCompiledCode(): void {
  const folder = process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, '..', 'node_modules', '.cache', 'compile');
  if (enableCompileCache(folder).directory !== undefined) process.env.NODE_COMPILE_CACHE = folder;
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        folder: {
          type: 'string',
          default: process.env.BRIDGE_LOCAL_ORG_DIR ?? join(import.meta.dirname, '..', '.local-org'),
        },
        port: { type: 'string', default: '8787' },
        'site-port': { type: 'string', default: '8788' },
      },
    });
    return { folder: resolve(values.folder), port: portOf(values.port), sitePort: portOf(values['site-port']) };
  } catch (error) {
    console.error(
      `${(error as Error).message}\nUsage: npm run org:start -- [--port <number>] [--site-port <number>] [--folder <folder>]`,
    );
    process.exit(2);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (text !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`A port is a number from 0 (any free one) to 65535, not "${text}".`);
}
