/** What the contract tests speak to. The global setup opens it once and hands it over as JSON in the environment. */

/** What a target may be unable to do; the tests that need it are then counted and printed as not checked. */
export type Capability =
  /** It serves the guest Site. */
  | 'site'
  /** It has an OAuth client with a run-as user of its own, and a session of a user who may not call. */
  | 'oauth'
  /** It can call the simulated platform. */
  | 'platform'
  /** It can call a receiver in this process, which keeps requests byte by byte. */
  | 'recorder'
  /** Its clock can be moved. */
  | 'clock'
  /** Its switches may be turned without disturbing anybody. */
  | 'switches';

export interface Target {
  readonly name: string;
  readonly instanceUrl: string;
  /** An administrator's session: for looking behind the door, never for going through it. */
  readonly accessToken: string;
  readonly siteUrl?: string;
  readonly tokens: {
    readonly full: string;
    readonly leadsRead: string;
    readonly expired: string;
    readonly revoked: string;
  };
  /** Access token of an OAuth client's run-as user. */
  readonly bearer?: string;
  readonly platformUrl?: string;
  readonly recorderUrl?: string;
  readonly recorderSecret?: string;
  /** Begins every key of this run, so that runs on one org do not meet. */
  readonly prefix: string;
  readonly members: { readonly eligible: string; readonly ineligible: string };
  readonly capabilities: readonly Capability[];
}

export const TARGET_VARIABLE = 'BRIDGE_CONTRACT_TARGET';

export function target(): Target {
  const text = process.env[TARGET_VARIABLE];
  if (text === undefined) throw new Error('The contract tests run by "npm run test:contract" only: it opens a target.');
  return JSON.parse(text) as Target;
}

/** A key that no other test uses. */
export function freshKey(): string {
  count += 1;
  return `${target().prefix}${process.hrtime.bigint().toString(36)}${count}`;
}
let count = 0;

/** `it`, or a test that is counted as skipped and says what the target cannot do. */
export function itCan(capability: Capability): (name: string, test: () => Promise<void>) => void {
  return (name, test) => {
    if (target().capabilities.includes(capability)) it(name, test);
    else it.skip(`${name} [not checked: the target has no ${capability}]`, test);
  };
}
