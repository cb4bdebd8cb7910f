import { Flags } from '@salesforce/sf-plugins-core';
import { startOrg, type RunningOrg } from '../../../bridge/local-org-process.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.org.start');

export default class Start extends BridgeCommand<RunningOrg & { wasRunning: boolean }> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    port: Flags.integer({ summary: messages.getMessage('flags.port.summary'), default: 8787, min: 0, max: 65535 }),
    'site-port': Flags.integer({
      summary: messages.getMessage('flags.site-port.summary'),
      default: 8788,
      min: 0,
      max: 65535,
    }),
  };

  async run(): Promise<RunningOrg & { wasRunning: boolean }> {
    const { flags } = await this.parse(Start);
    const { org, wasRunning } = await this.attempt(() => startOrg(flags.port, flags['site-port']));
    this.log(
      messages.getMessage(wasRunning ? 'info.running' : 'info.started', [org.instanceUrl, org.siteUrl, org.alias]),
    );
    return { ...org, wasRunning };
  }
}
