/** `npm run org:start`: the local org in the foreground, until Ctrl-C; `sf bridge org start` runs it in the background. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runLocalOrg } from './local-org/run.ts';

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

await runLocalOrg({
  folder: resolve(values.folder),
  port: Number(values.port),
  sitePort: Number(values['site-port']),
  alias: 'bridge-local',
});
