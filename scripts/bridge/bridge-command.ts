/** What all commands of the plugin share: words from scripts/messages, failures with a next step, progress on stderr. */
import { Messages, SfError } from '@salesforce/core';
import { SfCommand } from '@salesforce/sf-plugins-core';
import { join } from 'node:path';
import { BridgeError } from './bridge-error.ts';
import { projectFolder } from './project.ts';

Messages.importMessagesDirectory(join(projectFolder, 'scripts'), false, 'lead-bridge');

/** Loads the words of one command: `bridge.token.create` → scripts/messages/bridge.token.create.md. */
export function words(name: string): Messages<string> {
  return Messages.loadMessages('lead-bridge', name);
}

export abstract class BridgeCommand<T> extends SfCommand<T> {
  /** Runs the act; a BridgeError becomes what the CLI prints as error with "Try this". */
  protected async attempt<R>(act: () => Promise<R>): Promise<R> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof BridgeError) throw new SfError(error.message, error.name, [...error.actions], 1);
      throw error;
    }
  }
}
