import { Flags } from '@salesforce/sf-plugins-core';
import { revokeToken } from '../../../bridge/tokens.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.token.revoke');

export default class Revoke extends BridgeCommand<{ keyId: string; state: string }> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    'key-id': Flags.string({ summary: messages.getMessage('flags.key-id.summary'), required: true }),
  };

  async run(): Promise<{ keyId: string; state: string }> {
    const { flags } = await this.parse(Revoke);
    await this.attempt(() => revokeToken(flags['target-org'].getConnection(), flags['key-id']));
    this.log(messages.getMessage('info.revoked', [flags['key-id']]));
    return { keyId: flags['key-id'], state: 'Revoked' };
  }
}
