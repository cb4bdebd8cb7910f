import { Flags } from '@salesforce/sf-plugins-core';
import { resetOrg } from '../../../bridge/local-org-process.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.org.reset');

export default class Reset extends BridgeCommand<{ reset: boolean }> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'no-prompt': Flags.boolean({ summary: messages.getMessage('flags.no-prompt.summary') }),
  };

  async run(): Promise<{ reset: boolean }> {
    const { flags } = await this.parse(Reset);
    const isSure =
      flags['no-prompt'] || this.jsonEnabled() || (await this.confirm({ message: messages.getMessage('prompt.sure') }));
    if (!isSure) return { reset: false };
    await resetOrg();
    this.log(messages.getMessage('info.reset'));
    return { reset: true };
  }
}
