import { Flags } from '@salesforce/sf-plugins-core';
import { listTokens, type TokenRow } from '../../../bridge/tokens.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.token.list');

export default class List extends BridgeCommand<TokenRow[]> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    system: Flags.string({ summary: messages.getMessage('flags.system.summary') }),
  };

  async run(): Promise<TokenRow[]> {
    const { flags } = await this.parse(List);
    const rows = await this.attempt(() => listTokens(flags['target-org'].getConnection(), flags.system));
    if (rows.length === 0) this.log(messages.getMessage('info.none'));
    else this.table({ data: rows.map((row) => ({ ...row })) });
    return rows;
  }
}
