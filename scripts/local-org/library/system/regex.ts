/** System.Pattern and System.Matcher. */
import { ApexList } from '../core/apex-list.ts';
import { StringException } from '../core/exceptions.ts';
import { STRING_TYPE } from '../core/runtime-type.ts';
import { argument } from '../arguments.ts';
import { compileJavaPattern, replaceMatches, splitText, stepAt } from '../text/java-regex.ts';
import type { JavaPattern } from '../text/java-regex.ts';

export class System_Pattern {
  readonly $pattern: JavaPattern;

  constructor(pattern: JavaPattern) {
    this.$pattern = pattern;
  }

  static compile(expression: string | null): System_Pattern {
    return new System_Pattern(compileJavaPattern(argument(expression, 1)));
  }

  static matches(expression: string | null, text: string | null): boolean {
    return System_Pattern.compile(expression).matcher(argument(text, 2)).matches();
  }

  static quote(text: string | null): string {
    return `\\Q${argument(text, 1).replaceAll('\\E', '\\E\\\\E\\Q')}\\E`;
  }

  matcher(text: string | null): System_Matcher {
    return new System_Matcher(this, argument(text, 1));
  }

  pattern(): string {
    return this.$pattern.source;
  }

  split(text: string | null, limit: number | null = 0): ApexList {
    return new ApexList(STRING_TYPE, splitText(this.$pattern, argument(text, 1), argument(limit, 2)));
  }

  toString(): string {
    return this.$pattern.source;
  }
}

export class System_Matcher {
  private currentPattern: System_Pattern;
  private text: string;
  private from = 0;
  private to: number;
  private isAnchored = true;
  private match: RegExpExecArray | null = null;
  /** Where the next find begins, within the region. */
  private next = 0;
  private hasHitEnd = false;

  constructor(pattern: System_Pattern, text: string) {
    this.currentPattern = pattern;
    this.text = text;
    this.to = text.length;
  }

  static quoteReplacement(text: string | null): string {
    return argument(text, 1).replace(/[\\$]/g, '\\$&');
  }

  private bounded(): string {
    return this.text.slice(this.from, this.to);
  }

  private run(expression: RegExp, start: number): boolean {
    expression.lastIndex = start;
    const region = this.bounded();
    this.match = start > region.length ? null : expression.exec(region);
    this.hasHitEnd = this.match === null || this.match.index + this.match[0].length === region.length;
    if (this.match !== null) {
      const end = this.match.index + this.match[0].length;
      this.next = this.match[0] === '' ? end + stepAt(region, end) : end;
    }
    return this.match !== null;
  }

  find(start?: number | null): boolean {
    if (start === undefined) return this.run(this.currentPattern.$pattern.search, this.next);
    const at = argument(start, 1);
    if (at < 0 || at > this.text.length) throw new StringException(`Illegal start index: ${at}`);
    this.reset();
    return this.run(this.currentPattern.$pattern.search, at);
  }

  matches(): boolean {
    return this.run(this.currentPattern.$pattern.whole, 0);
  }

  lookingAt(): boolean {
    return this.run(this.currentPattern.$pattern.sticky, 0);
  }

  private found(): RegExpExecArray {
    if (this.match === null) throw new StringException('No match found');
    return this.match;
  }

  /** JavaScript's number of a group. */
  private groupNumber(index: number | null): number {
    const number = this.currentPattern.$pattern.groups[argument(index, 1)];
    if (number === undefined) throw new StringException(`Group index out of bounds: ${index}`);
    return number;
  }

  group(index: number | null = 0): string | null {
    return this.found()[this.groupNumber(index)] ?? null;
  }

  groupCount(): number {
    return this.currentPattern.$pattern.groups.length - 1;
  }

  start(index: number | null = 0): number {
    const range = this.found().indices![this.groupNumber(index)];
    return range === undefined ? -1 : range[0] + this.from;
  }

  end(index: number | null = 0): number {
    const range = this.found().indices![this.groupNumber(index)];
    return range === undefined ? -1 : range[1] + this.from;
  }

  hitEnd(): boolean {
    return this.hasHitEnd;
  }

  hasAnchoringBounds(): boolean {
    return this.isAnchored;
  }

  hasTransparentBounds(): boolean {
    return false;
  }

  useAnchoringBounds(isAnchored: boolean | null): System_Matcher {
    this.isAnchored = argument(isAnchored, 1);
    return this;
  }

  pattern(): System_Pattern {
    return this.currentPattern;
  }

  usePattern(pattern: System_Pattern | null): System_Matcher {
    this.currentPattern = argument(pattern, 1);
    this.match = null;
    return this;
  }

  region(start: number | null, end: number | null): System_Matcher {
    const [from, to] = [argument(start, 1), argument(end, 2)];
    if (from < 0 || to > this.text.length || from > to)
      throw new StringException(`Region out of bounds: ${from}, ${to}`);
    this.reset();
    this.from = from;
    this.to = to;
    return this;
  }

  regionStart(): number {
    return this.from;
  }

  regionEnd(): number {
    return this.to;
  }

  replaceAll(replacement: string | null): string {
    this.reset();
    return replaceMatches(this.currentPattern.$pattern, this.text, argument(replacement, 1), true);
  }

  replaceFirst(replacement: string | null): string {
    this.reset();
    return replaceMatches(this.currentPattern.$pattern, this.text, argument(replacement, 1), false);
  }

  reset(text?: string | null): System_Matcher {
    if (text !== undefined) this.text = argument(text, 1);
    this.from = 0;
    this.to = this.text.length;
    this.match = null;
    this.next = 0;
    return this;
  }
}
