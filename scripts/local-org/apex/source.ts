/** A piece of source text with the name that errors show, and its line table (built when first asked). */
export class Source {
  readonly name: string;
  readonly text: string;
  private lineStarts: number[] | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  /** The 1-based line of an offset. */
  line(offset: number): number {
    return this.lineIndex(offset) + 1;
  }

  /** The 1-based column of an offset. A tab counts as one, as in Salesforce's messages. */
  column(offset: number): number {
    return offset - this.lines()[this.lineIndex(offset)]! + 1;
  }

  position(offset: number): { line: number; column: number } {
    const index = this.lineIndex(offset);
    return { line: index + 1, column: offset - this.lines()[index]! + 1 };
  }

  /** The offset at which each line begins. */
  lines(): readonly number[] {
    return (this.lineStarts ??= findLineStarts(this.text));
  }

  private lineIndex(offset: number): number {
    const starts = this.lines();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) starts.push(at + 1);
    else if (code === 13 && text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
  }
  return starts;
}
