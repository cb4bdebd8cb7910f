/** A failure with a next step: commands turn it into an SfError with actions. */
export class BridgeError extends Error {
  readonly actions: readonly string[];

  constructor(name: string, message: string, actions: readonly string[] = []) {
    super(message);
    this.name = name;
    this.actions = actions;
  }
}
