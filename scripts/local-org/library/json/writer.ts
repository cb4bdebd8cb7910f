/** Writes JSON as Jackson does, plain or with its pretty printer. */

const ESCAPES: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

export function quoted(text: string): string {
  return `"${text.replace(/[\u0000-\u001f"\\]/g, (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`;
}

interface Level {
  readonly isObject: boolean;
  count: number;
}

export class JsonWriter {
  private text = '';
  private readonly isPretty: boolean;
  private readonly levels: Level[] = [];
  private isAfterName = false;

  constructor(isPretty: boolean) {
    this.isPretty = isPretty;
  }

  result(): string {
    return this.text;
  }

  get openLevel(): 'object' | 'array' | undefined {
    const level = this.levels.at(-1);
    return level === undefined ? undefined : level.isObject ? 'object' : 'array';
  }

  get isValueExpected(): boolean {
    return this.openLevel !== 'object' || this.isAfterName;
  }

  name(name: string): void {
    const level = this.levels.at(-1)!;
    if (level.count++ > 0) this.text += ',';
    this.text += `${this.lineOfObject()}${quoted(name)}${this.isPretty ? ' : ' : ':'}`;
    this.isAfterName = true;
  }

  /** A value that is JSON already. */
  raw(json: string): void {
    this.beforeValue();
    this.text += json;
  }

  open(isObject: boolean): void {
    this.beforeValue();
    this.levels.push({ isObject, count: 0 });
    this.text += isObject ? '{' : '[';
  }

  close(): void {
    const { isObject, count } = this.levels.pop()!;
    const space = !this.isPretty ? '' : count === 0 || !isObject ? ' ' : this.lineOfObject();
    this.text += space + (isObject ? '}' : ']');
  }

  private beforeValue(): void {
    const level = this.levels.at(-1);
    if (this.isAfterName) this.isAfterName = false;
    else if (level !== undefined) this.text += (level.count++ > 0 ? ',' : '') + (this.isPretty ? ' ' : '');
  }

  /** Only objects indent: Jackson keeps arrays on one line. */
  private lineOfObject(): string {
    return this.isPretty ? `\n${'  '.repeat(this.levels.filter((level) => level.isObject).length)}` : '';
  }
}
