import { Flags } from '@salesforce/sf-plugins-core';
import { deploy, type DeployedPackage } from '../../bridge/deploy.ts';
import { provision, type ProvisionStep } from '../../bridge/provision.ts';
import { BridgeCommand, words } from '../../bridge/bridge-command.ts';

const messages = words('bridge.deploy');

export default class Deploy extends BridgeCommand<{ packages: DeployedPackage[]; steps: ProvisionStep[] }> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    'dry-run': Flags.boolean({ summary: messages.getMessage('flags.dry-run.summary') }),
    'integration-user': Flags.string({ summary: messages.getMessage('flags.integration-user.summary') }),
    'default-owner': Flags.string({ summary: messages.getMessage('flags.default-owner.summary') }),
  };

  async run(): Promise<{ packages: DeployedPackage[]; steps: ProvisionStep[] }> {
    const { flags } = await this.parse(Deploy);
    const org = flags['target-org'];
    return this.attempt(async () => {
      const packages = await deploy(org.getConnection(), {
        username: org.getUsername()!,
        isDryRun: flags['dry-run'],
        onProgress: (text) => this.log(text),
      });
      if (flags['dry-run']) return { packages, steps: [] };
      const steps = await provision(org.getConnection(), {
        integrationUsername: flags['integration-user'],
        defaultOwnerUsername: flags['default-owner'],
        schedule: true,
        onStep: (step) => this.log(`${step.outcome.padEnd(9)} ${step.name}: ${step.detail}`),
      });
      return { packages, steps };
    });
  }
}
