import { Flags } from '@salesforce/sf-plugins-core';
import { createToken, type NewToken } from '../../../bridge/tokens.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.token.create');

export default class Create extends BridgeCommand<NewToken> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    system: Flags.string({ summary: messages.getMessage('flags.system.summary'), required: true }),
    scope: Flags.string({ summary: messages.getMessage('flags.scope.summary'), multiple: true }),
    'expires-in-days': Flags.integer({ summary: messages.getMessage('flags.expires-in-days.summary'), default: 365 }),
    'oauth-user': Flags.string({ summary: messages.getMessage('flags.oauth-user.summary') }),
  };

  async run(): Promise<NewToken> {
    const { flags } = await this.parse(Create);
    const token = await this.attempt(() =>
      createToken(flags['target-org'].getConnection(), {
        system: flags.system,
        scopes: flags.scope,
        expiresInDays: flags['expires-in-days'],
        integrationUsername: flags['oauth-user'],
      }),
    );
    if (token.token === undefined) this.log(messages.getMessage('info.oauth', [flags['oauth-user'], token.system]));
    else this.log(messages.getMessage('info.created', [token.system, token.keyId, token.expiresAt, token.token]));
    return token;
  }
}
