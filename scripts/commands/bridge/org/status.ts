import { runningOrg, type RunningOrg } from '../../../bridge/local-org-process.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.org.status');

export default class Status extends BridgeCommand<{ running: boolean; org?: RunningOrg }> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');

  async run(): Promise<{ running: boolean; org?: RunningOrg }> {
    await this.parse(Status);
    const org = runningOrg();
    if (org === undefined) {
      this.log(messages.getMessage('info.none'));
      process.exitCode = 3;
      return { running: false };
    }
    this.log(messages.getMessage('info.running', [org.instanceUrl, org.siteUrl, org.alias, String(org.pid)]));
    return { running: true, org };
  }
}
