import { Flags } from '@salesforce/sf-plugins-core';
import { provision, type ProvisionStep } from '../../bridge/provision.ts';
import { BridgeCommand, words } from '../../bridge/bridge-command.ts';

const messages = words('bridge.provision');

export default class Provision extends BridgeCommand<{ steps: ProvisionStep[] }> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    'integration-user': Flags.string({ summary: messages.getMessage('flags.integration-user.summary') }),
    'default-owner': Flags.string({ summary: messages.getMessage('flags.default-owner.summary') }),
    'time-zone': Flags.string({ summary: messages.getMessage('flags.time-zone.summary') }),
    'no-schedule': Flags.boolean({ summary: messages.getMessage('flags.no-schedule.summary') }),
  };

  async run(): Promise<{ steps: ProvisionStep[] }> {
    const { flags } = await this.parse(Provision);
    const steps = await this.attempt(() =>
      provision(flags['target-org'].getConnection(), {
        integrationUsername: flags['integration-user'],
        defaultOwnerUsername: flags['default-owner'],
        timeZone: flags['time-zone'],
        schedule: !flags['no-schedule'],
        onStep: (step) => this.log(`${step.outcome.padEnd(9)} ${step.name}: ${step.detail}`),
      }),
    );
    return { steps };
  }
}
