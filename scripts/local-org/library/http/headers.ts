/** Headers of a request or response: found whatever their case, shown as they were set. */
export class Headers {
  private readonly entries = new Map<string, { readonly name: string; readonly value: string }>();

  set(name: string, value: string): void {
    this.entries.set(name.toLowerCase(), { name, value });
  }

  get(name: string): string | null {
    return this.entries.get(name.toLowerCase())?.value ?? null;
  }

  get names(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  get pairs(): Array<readonly [string, string]> {
    return [...this.entries.values()].map(({ name, value }) => [name, value] as const);
  }
}
