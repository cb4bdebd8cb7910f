/** The local variables in reach, innermost block last. */
import type { LocalSymbol, Type } from '../symbols/types.ts';

// Words that JavaScript keeps for itself get a number like any repeated name.
const RESERVED_IN_JAVASCRIPT = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if ' +
    'implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof ' +
    'undefined var void while with yield NaN Infinity async of'
  ).split(' '),
);

export class Scope {
  private readonly blocks: Array<Map<string, LocalSymbol>> = [new Map()];
  private readonly uses: Map<string, number>;
  /** The variables of an anonymous block or a trigger, which its methods see and may hide. */
  private readonly outer: Scope | undefined;

  constructor(outer?: Scope) {
    this.outer = outer;
    this.uses = new Map(outer?.uses);
  }

  push(): void {
    this.blocks.push(new Map());
  }

  pop(): void {
    this.blocks.pop();
  }

  find(name: string): LocalSymbol | undefined {
    return this.findOwn(name) ?? this.outer?.find(name);
  }

  findOwn(name: string): LocalSymbol | undefined {
    const key = name.toLowerCase();
    for (let at = this.blocks.length - 1; at >= 0; at--) {
      const found = this.blocks[at]!.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Adds a variable to the innermost block; the JavaScript name is unique within the method. */
  declare(name: string, type: Type, isFinal: boolean): LocalSymbol {
    const local = { name, type, isFinal, jsName: this.freshName(name) };
    this.blocks[this.blocks.length - 1]!.set(name.toLowerCase(), local);
    return local;
  }

  private freshName(name: string): string {
    const key = name.toLowerCase();
    const count = this.uses.get(key) ?? 0;
    this.uses.set(key, count + 1);
    const isTaken = count > 0 || RESERVED_IN_JAVASCRIPT.has(key);
    return isTaken ? `${key}$${count + 1}` : key;
  }
}
