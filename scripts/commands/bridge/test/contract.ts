import { Flags } from '@salesforce/sf-plugins-core';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../../bridge/project.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.test.contract');

export default class Contract extends BridgeCommand<{ exitCode: number }> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    'site-url': Flags.string({ summary: messages.getMessage('flags.site-url.summary'), env: 'BRIDGE_SITE_URL' }),
    'platform-url': Flags.string({
      summary: messages.getMessage('flags.platform-url.summary'),
      env: 'BRIDGE_PLATFORM_URL',
    }),
  };

  async run(): Promise<{ exitCode: number }> {
    const { flags } = await this.parse(Contract);
    const jest = join(projectFolder, 'node_modules', 'jest', 'bin', 'jest.js');
    const child = spawn(
      process.execPath,
      [jest, '--config', join(projectFolder, 'config/jest/contract.config.cjs'), '--runInBand'],
      {
        cwd: projectFolder,
        stdio: this.jsonEnabled() ? ['inherit', 2, 2] : 'inherit',
        env: {
          ...process.env,
          BRIDGE_TARGET_ORG: flags['target-org'].getUsername()!,
          ...(flags['site-url'] === undefined ? {} : { BRIDGE_SITE_URL: flags['site-url'] }),
          ...(flags['platform-url'] === undefined ? {} : { BRIDGE_PLATFORM_URL: flags['platform-url'] }),
        },
      },
    );
    const exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
    process.exitCode = exitCode;
    return { exitCode };
  }
}
