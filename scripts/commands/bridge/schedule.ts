import { Flags } from '@salesforce/sf-plugins-core';
import { schedule, unschedule, type ProvisionStep } from '../../bridge/provision.ts';
import { BridgeCommand, words } from '../../bridge/bridge-command.ts';

const messages = words('bridge.schedule');

export default class Schedule extends BridgeCommand<ProvisionStep> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    remove: Flags.boolean({ summary: messages.getMessage('flags.remove.summary') }),
  };

  async run(): Promise<ProvisionStep> {
    const { flags } = await this.parse(Schedule);
    const connection = flags['target-org'].getConnection();
    const step = await this.attempt(async (): Promise<ProvisionStep> => {
      if (!flags.remove) return schedule(connection);
      await unschedule(connection);
      return { name: 'hourly job', outcome: 'done', detail: messages.getMessage('info.removed') };
    });
    this.log(`${step.name}: ${step.detail}`);
    return step;
  }
}
