import { Flags } from '@salesforce/sf-plugins-core';
import { credentialPermissionSet, newSigningSecret, setCredential } from '../../../bridge/credentials.ts';
import { BridgeCommand, words } from '../../../bridge/bridge-command.ts';

const messages = words('bridge.credential.set');

export interface CredentialSet {
  readonly system: string;
  readonly url: string;
  readonly permissionSet: string;
  /** Only when the command made it; shown once. */
  readonly signingSecret?: string;
}

export default class Set extends BridgeCommand<CredentialSet> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': Flags.requiredOrg(),
    system: Flags.string({ summary: messages.getMessage('flags.system.summary'), required: true }),
    url: Flags.string({ summary: messages.getMessage('flags.url.summary'), required: true }),
    'generate-signing-secret': Flags.boolean({ summary: messages.getMessage('flags.generate-signing-secret.summary') }),
    'integration-user': Flags.string({ summary: messages.getMessage('flags.integration-user.summary') }),
  };

  async run(): Promise<CredentialSet> {
    const { flags } = await this.parse(Set);
    const generated = flags['generate-signing-secret'] ? newSigningSecret() : undefined;
    const { system, url } = flags;
    await this.attempt(() =>
      setCredential(flags['target-org'].getConnection(), {
        system,
        url,
        // Secrets come through the environment, never through arguments that a process list shows.
        apiKey: process.env.BRIDGE_API_KEY,
        signingSecret: generated ?? process.env.BRIDGE_SIGNING_SECRET,
        permissionSetAssignee: flags['integration-user'] ?? flags['target-org'].getUsername()!,
      }),
    );
    this.log(messages.getMessage('info.set', [system, url]));
    if (generated !== undefined) this.log(messages.getMessage('info.secret', [generated]));
    return {
      system,
      url,
      permissionSet: credentialPermissionSet(system),
      ...(generated === undefined ? {} : { signingSecret: generated }),
    };
  }
}
