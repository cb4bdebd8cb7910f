import { Flags } from '@salesforce/sf-plugins-core';
import { rotateToken, type Rotation } from '../../../bridge/tokens.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.token.rotate');

export default class Rotate extends BridgeCommand<Rotation> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    system: Flags.string({ summary: messages.getMessage('flags.system.summary'), required: true }),
    finish: Flags.boolean({ summary: messages.getMessage('flags.finish.summary') }),
    'expires-in-days': Flags.integer({ summary: messages.getMessage('flags.expires-in-days.summary'), default: 365 }),
  };

  async run(): Promise<Rotation> {
    const { flags } = await this.parse(Rotate);
    const rotation = await this.attempt(() =>
      rotateToken(flags['target-org'].getConnection(), flags.system, flags.finish, flags['expires-in-days']),
    );
    if (rotation.created !== undefined)
      this.log(messages.getMessage('info.next', [rotation.created.keyId, rotation.created.token]));
    else this.log(messages.getMessage('info.finished', [rotation.revoked.join(', ')]));
    return rotation;
  }
}
