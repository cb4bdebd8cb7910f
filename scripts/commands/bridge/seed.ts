import { Flags } from '@salesforce/sf-plugins-core';
import { seed, type SeedResult } from '../../bridge/seed.ts';
import { BridgeCommand, words } from '../../bridge/bridge-command.ts';

const messages = words('bridge.seed');

export default class Seed extends BridgeCommand<SeedResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    people: Flags.integer({ summary: messages.getMessage('flags.people.summary'), default: 50, min: 0, max: 2000 }),
    leads: Flags.integer({ summary: messages.getMessage('flags.leads.summary'), default: 200, min: 0, max: 10000 }),
    seed: Flags.integer({ summary: messages.getMessage('flags.seed.summary'), default: 1 }),
  };

  async run(): Promise<SeedResult> {
    const { flags } = await this.parse(Seed);
    const result = await this.attempt(() => seed(flags['target-org'].getConnection(), flags));
    this.log(messages.getMessage('info.done', [result.people, result.leads, result.eligible]));
    return result;
  }
}
