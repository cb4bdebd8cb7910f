import { stopOrg } from '../../../bridge/local-org-process.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.org.stop');

export default class Stop extends BridgeCommand<{ wasRunning: boolean }> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');

  async run(): Promise<{ wasRunning: boolean }> {
    await this.parse(Stop);
    const wasRunning = await stopOrg();
    this.log(messages.getMessage(wasRunning ? 'info.stopped' : 'info.none'));
    return { wasRunning };
  }
}
