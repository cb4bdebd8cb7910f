/** What is wrong with a piece of source, where Salesforce's compiler says it is. */
import type { Source } from '../source.ts';

export interface CompileError {
  /** The path the file was given under. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Collects the errors of one file. The same text at the same place is said once. */
export class ErrorList {
  readonly errors: CompileError[] = [];
  private readonly source: Source;
  private readonly said = new Set<string>();

  constructor(source: Source) {
    this.source = source;
  }

  report(offset: number, message: string): void {
    const key = `${offset} ${message}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    const { line, column } = this.source.position(offset);
    this.errors.push({ file: this.source.name, line, column, message });
  }
}
