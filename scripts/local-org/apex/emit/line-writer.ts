/** Writes JavaScript so that each piece lands on the line that its Apex stands on. */
export class LineWriter {
  private text = '';
  private line = 1;
  private lineStart = 0;

  /** Goes down to a line. What is there already stays: a line is never left for one above it. */
  moveTo(line: number): void {
    if (line <= this.line) return;
    this.text += '\n'.repeat(line - this.line);
    this.line = line;
    this.lineStart = this.text.length;
  }

  write(piece: string): void {
    this.text += piece;
  }

  get position(): { readonly line: number; readonly column: number } {
    return { line: this.line, column: this.text.length - this.lineStart };
  }

  /** A place to which something can be added when the rest is known. */
  mark(): number {
    return this.text.length;
  }

  /** Adds a piece without newlines at a mark of the current line or one above. */
  insert(mark: number, piece: string): void {
    this.text = this.text.slice(0, mark) + piece + this.text.slice(mark);
    if (mark < this.lineStart) this.lineStart += piece.length;
  }

  /** Puts the first line's constants before everything. */
  finish(prefix: string, suffix: string): string {
    return prefix + this.text + suffix;
  }
}
