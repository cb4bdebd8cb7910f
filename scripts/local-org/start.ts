/** Starts an org and opens its doors: what everybody outside this folder uses. */
import { serve } from './api/server.ts';
import { startEngine } from './org/start-engine.ts';

export interface LocalOrgOptions {
  /** The SQLite file that keeps the org; made if absent. */
  readonly dataFile: string;
  /** 0: any free port. */
  readonly port: number;
  readonly sitePort: number;
  /** Somebody asked the org to stop through its own door. */
  readonly onStop?: () => void;
}

export interface RunningLocalOrg {
  readonly organizationId: string;
  readonly instanceUrl: string;
  readonly siteUrl: string;
  readonly username: string;
  readonly accessToken: string;
  stop(): Promise<void>;
}

export async function startLocalOrg(options: LocalOrgOptions): Promise<RunningLocalOrg> {
  const org = await startEngine({ dataFile: options.dataFile });
  try {
    const server = await serve(org, {
      port: options.port,
      sitePort: options.sitePort,
      onStop: options.onStop ?? (() => {}),
    });
    return {
      organizationId: org.organizationId,
      instanceUrl: server.instanceUrl,
      siteUrl: server.siteUrl,
      username: org.administrator.username,
      accessToken: server.accessToken,
      stop: async () => {
        await server.close();
        await org.stop();
      },
    };
  } catch (error) {
    await org.stop();
    throw error;
  }
}
