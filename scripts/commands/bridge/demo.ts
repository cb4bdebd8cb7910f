import { Flags } from '@salesforce/sf-plugins-core';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../bridge/project.ts';
import { BridgeCommand, words } from '../../bridge/bridge-command.ts';

const messages = words('bridge.demo');

export default class Demo extends BridgeCommand<{ exitCode: number }> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    only: Flags.string({ summary: messages.getMessage('flags.only.summary') }),
    keep: Flags.boolean({ summary: messages.getMessage('flags.keep.summary') }),
    seed: Flags.integer({ summary: messages.getMessage('flags.seed.summary'), default: 1 }),
  };

  async run(): Promise<{ exitCode: number }> {
    const { flags } = await this.parse(Demo);
    const args = [
      '--seed',
      String(flags.seed),
      ...(flags.keep ? ['--keep'] : []),
      ...(flags.only === undefined ? [] : ['--only', flags.only]),
    ];
    const child = spawn(process.execPath, ['--no-warnings', join(projectFolder, 'scripts', 'demo.ts'), ...args], {
      stdio: this.jsonEnabled() ? ['inherit', 2, 2] : 'inherit',
    });
    const exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
    process.exitCode = exitCode;
    return { exitCode };
  }
}
