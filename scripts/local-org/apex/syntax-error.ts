import type { Source } from './source.ts';

/** Source text that is not Apex (or SOQL, or SOSL), with the words that Salesforce has for it and the place where it says them. */
export class ApexSyntaxError extends Error {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;

  constructor(source: Source, start: number, end: number, message: string) {
    super(message);
    this.name = 'ApexSyntaxError';
    this.source = source;
    this.start = start;
    this.end = end;
    const { line, column } = source.position(start);
    this.line = line;
    this.column = column;
  }

  /** The text of the offending token, or `<EOF>`. */
  get token(): string {
    return this.start >= this.source.text.length ? '<EOF>' : this.source.text.slice(this.start, this.end);
  }
}
