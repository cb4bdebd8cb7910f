/**
 * Rewrites a regular expression of Java as one of JavaScript with the `v` flag. What JavaScript lacks is built from what
 * it has: atomic groups and possessive quantifiers become a lookahead and a reference back (so groups are renumbered),
 * inline flags become groups with modifiers, `\Q…\E` becomes escapes.
 */
export interface Translation {
  readonly javascript: string;
  readonly groups: readonly number[];
  readonly names: ReadonlyMap<string, number>;
}

const PROPERTIES: Record<string, string> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7f',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: '\\x20-~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1f\\x7f',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0b\\f\\r',
  javaLowerCase: '\\p{Ll}',
  javaUpperCase: '\\p{Lu}',
  javaWhitespace: '\\s',
  javaLetter: '\\p{L}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  IsAlphabetic: '\\p{Alphabetic}',
  IsLetter: '\\p{L}',
  IsDigit: '\\p{Nd}',
  IsUppercase: '\\p{Uppercase}',
  IsLowercase: '\\p{Lowercase}',
  IsPunctuation: '\\p{P}',
  IsWhite_Space: '\\p{White_Space}',
};

/** Classes by escape, as the inside of a JavaScript class: Java's \s, \w and \d know ASCII only. */
const CLASSES: Record<string, string> = {
  d: '0-9',
  w: 'a-zA-Z_0-9',
  s: ' \\t\\n\\x0b\\f\\r',
  h: ' \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\x0b\\f\\r\\x85\\u2028\\u2029',
};

const CONTROLS: Record<string, string> = { t: '\\t', n: '\\n', r: '\\r', f: '\\f', a: '\\x07', e: '\\x1b' };
const LINE_END = '\\n\\r\\u0085\\u2028\\u2029';

/** A character as itself, outside and inside of a class. */
function literal(character: string): string {
  return /[\\^$.|?*+()[\]{}/&\-!#%,:;<=>@`~'"]/.test(character)
    ? `\\u{${character.codePointAt(0)!.toString(16)}}`
    : character;
}

interface Flags {
  isDotAll: boolean;
  isMultiline: boolean;
  isComments: boolean;
}

class Translator {
  private at = 0;
  private groupCount = 0;
  private readonly groups = [0];
  private readonly names = new Map<string, number>();
  private flags: Flags = { isDotAll: false, isMultiline: false, isComments: false };
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  translate(): Translation {
    const javascript = this.alternatives();
    if (this.at < this.text.length) throw new Error(`Unmatched closing ')' near index ${this.at}`);
    return { javascript, groups: this.groups, names: this.names };
  }

  private peek(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  private take(text: string): boolean {
    if (!this.peek(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Everything up to a closing bracket or the end; flags set inside end with it. */
  private alternatives(): string {
    const outer = { ...this.flags };
    let result = '';
    let openModifiers = 0;
    while (this.at < this.text.length && !this.peek(')')) {
      if (this.take('|')) {
        result += ')'.repeat(openModifiers) + '|';
        openModifiers = 0;
        continue;
      }
      const modifier = this.inlineFlags();
      if (modifier !== undefined) {
        result += modifier;
        openModifiers += modifier === '' ? 0 : 1;
        continue;
      }
      result += this.quantified();
    }
    this.flags = outer;
    return result + ')'.repeat(openModifiers);
  }

  /** `(?i)`: for the rest of the group. */
  private inlineFlags(): string | undefined {
    const match = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/.exec(this.text.slice(this.at));
    if (match === null) return undefined;
    this.at += match[0].length;
    return this.modifiers(match[1]!, match[2] ?? '');
  }

  private modifiers(on: string, off: string): string {
    const flags = { ...this.flags };
    for (const [letters, value] of [
      [on, true],
      [off, false],
    ] as const) {
      if (letters.includes('s')) flags.isDotAll = value;
      if (letters.includes('m')) flags.isMultiline = value;
      if (letters.includes('x')) flags.isComments = value;
    }
    this.flags = flags;
    const ignoreCase = on.includes('i') ? 'i' : off.includes('i') ? '-i' : '';
    return ignoreCase === '' ? '' : `(?${ignoreCase}:`;
  }

  private quantified(): string {
    const groupsBefore = this.groupCount;
    const start = this.at;
    const atom = this.atom();
    if (atom === '') return '';
    const match = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.text.slice(this.at));
    if (match === null) return atom;
    this.at += match[0].length;
    if (this.take('?')) return `${atom}${match[0]}?`;
    if (!this.take('+')) return `${atom}${match[0]}`;
    return this.possessive(start, groupsBefore, match[0]);
  }

  /** `x*+` is `(?>x*)`: read the atom again, behind the group that holds it. */
  private possessive(start: number, groupsBefore: number, quantifier: string): string {
    const end = this.at;
    this.forgetGroups(groupsBefore);
    this.groupCount++;
    const group = this.groupCount;
    this.at = start;
    const atom = this.atom();
    this.at = end;
    return `(?:(?=(${atom}${quantifier}))\\${group})`;
  }

  private forgetGroups(count: number): void {
    while (this.groups.length > 1 && this.groups.at(-1)! > count) this.groups.pop();
    this.groupCount = count;
  }

  private atom(): string {
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += character.length;
    if (this.flags.isComments && /\s/.test(character)) return '';
    if (this.flags.isComments && character === '#') {
      while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++;
      return '';
    }
    switch (character) {
      case '(':
        return this.group();
      case '[':
        return this.characterClass();
      case '\\':
        return this.escape();
      case '.':
        return this.flags.isDotAll ? '[^]' : `[^${LINE_END}]`;
      case '^':
        return this.flags.isMultiline ? `(?:(?<![^])|(?<=[${LINE_END}])(?=[^]))` : '(?<![^])';
      case '$':
        return this.flags.isMultiline ? `(?=[${LINE_END}]|(?![^]))` : `(?=(?:\\r\\n|[${LINE_END}])?(?![^]))`;
      case '*':
      case '+':
      case '?':
        throw new Error(`Dangling meta character '${character}' near index ${this.at - 1}`);
      default:
        return literal(character);
    }
  }

  private group(): string {
    const open = this.at - 1;
    const close = (prefix: string): string => {
      const inner = this.alternatives();
      if (!this.take(')')) throw new Error(`Unclosed group near index ${this.text.length} (opened at ${open})`);
      return `${prefix}${inner})`;
    };
    for (const prefix of ['?:', '?=', '?!', '?<=', '?<!']) if (this.take(prefix)) return close(`(${prefix}`);
    if (this.take('?>')) {
      this.groupCount++;
      const group = this.groupCount;
      return `(?:${close('(?=(')})\\${group})`;
    }
    const name = /^\?<([A-Za-z][A-Za-z0-9]*)>/.exec(this.text.slice(this.at));
    if (name !== null) {
      this.at += name[0].length;
      this.groups.push(++this.groupCount);
      this.names.set(name[1]!, this.groupCount);
      return close('(');
    }
    const flags = /^\?([a-zA-Z]*)(?:-([a-zA-Z]+))?:/.exec(this.text.slice(this.at));
    if (flags !== null) return this.flagGroup(flags, close);
    if (this.peek('?')) throw new Error(`Unknown inline modifier near index ${this.at}`);
    this.groups.push(++this.groupCount);
    return close('(');
  }

  private flagGroup(match: RegExpExecArray, close: (prefix: string) => string): string {
    this.at += match[0].length;
    const outer = this.flags;
    const prefix = this.modifiers(match[1]!, match[2] ?? '');
    const result = close(prefix === '' ? '(?:' : prefix);
    this.flags = outer;
    return result;
  }

  /** After a backslash, outside of a class. */
  private escape(): string {
    const letter = this.text[this.at++];
    if (letter === undefined) throw new Error(`Unexpected internal error near index ${this.at}`);
    switch (letter) {
      case 'Q':
        return this.quoted();
      case 'b':
      case 'B':
        return `\\${letter}`;
      case 'A':
      case 'G':
        return '(?<![^])';
      case 'z':
        return '(?![^])';
      case 'Z':
        return `(?=(?:\\r\\n|[${LINE_END}])?(?![^]))`;
      case 'R':
        return '(?:\\r\\n|[\\n\\x0b\\f\\r\\x85\\u2028\\u2029])';
      case 'k':
        return this.namedReference();
      default:
        if (/[1-9]/.test(letter)) return this.numberedReference(letter);
        return this.classOrCharacter(letter);
    }
  }

  private quoted(): string {
    const end = this.text.indexOf('\\E', this.at);
    const inner = this.text.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 2;
    const characters = [...inner].map(literal);
    // A quantifier behind belongs to the last character alone.
    return characters.join('');
  }

  private namedReference(): string {
    const name = /^<(\w+)>/.exec(this.text.slice(this.at));
    const group = this.names.get(name?.[1] ?? '');
    if (group === undefined)
      throw new Error(`(named capturing group <${name?.[1] ?? ''}> does not exist near index ${this.at}`);
    this.at += name![0].length;
    return `(?:\\${group})`;
  }

  private numberedReference(first: string): string {
    let number = Number(first);
    while (/\d/.test(this.text[this.at] ?? '') && this.groups[number * 10 + Number(this.text[this.at])] !== undefined) {
      number = number * 10 + Number(this.text[this.at++]);
    }
    const group = this.groups[number];
    return group === undefined ? '(?!)' : `(?:\\${group})`;
  }

  /** An escape that stands for characters: one, or a class. */
  private classOrCharacter(letter: string): string {
    const inner = this.classEscape(letter);
    return inner.startsWith('^')
      ? `[^${inner.slice(1)}]`
      : inner.length > 1 && !inner.startsWith('\\u')
        ? `[${inner}]`
        : inner;
  }

  /** The inside of a class for an escape; `^` in front negates. */
  private classEscape(letter: string): string {
    const lower = letter.toLowerCase();
    if (lower === 'p') return this.property(letter === 'P');
    if (CLASSES[lower] !== undefined) return (letter === lower ? '' : '^') + CLASSES[lower];
    if (CONTROLS[letter] !== undefined) return CONTROLS[letter];
    switch (letter) {
      case 'x':
        return this.code(/^\{([0-9A-Fa-f]+)\}|^([0-9A-Fa-f]{2})/, 16);
      case 'u':
        return this.code(/^()([0-9A-Fa-f]{4})/, 16);
      case '0':
        return this.code(/^()([0-3]?[0-7]{1,2})/, 8);
      case 'c':
        return `\\u{${(this.text.charCodeAt(this.at++) ^ 64).toString(16)}}`;
      default:
        if (/[A-Za-z]/.test(letter)) throw new Error(`Illegal/unsupported escape sequence near index ${this.at - 1}`);
        return literal(letter);
    }
  }

  private code(pattern: RegExp, base: number): string {
    const match = pattern.exec(this.text.slice(this.at));
    if (match === null) throw new Error(`Illegal escape sequence near index ${this.at}`);
    this.at += match[0].length;
    return `\\u{${parseInt(match[1] || match[2]!, base).toString(16)}}`;
  }

  private property(isNegated: boolean): string {
    const match = /^\{(\^?)([\w=]+)\}|^([A-Z])/.exec(this.text.slice(this.at));
    if (match === null) throw new Error(`Unknown character property near index ${this.at}`);
    this.at += match[0].length;
    const name = match[2] ?? match[3]!;
    const negated = isNegated !== (match[1] === '^');
    const inner =
      PROPERTIES[name] ?? `\\p{${name.startsWith('Is') ? scriptOrCategory(name.slice(2)) : scriptOrCategory(name)}}`;
    return (negated ? '^' : '') + inner;
  }

  /** After `[`: Java's unions and intersections are those of the `v` flag, once each part is a class. */
  private characterClass(): string {
    const isNegated = this.take('^');
    const intersections: string[] = [];
    let parts = '';
    for (let isFirst = true; ; isFirst = false) {
      if (this.at >= this.text.length) throw new Error(`Unclosed character class near index ${this.text.length - 1}`);
      if (this.peek(']') && !isFirst) break;
      if (this.take('&&')) {
        intersections.push(parts);
        parts = '';
        continue;
      }
      parts += this.classPart();
    }
    this.at++;
    const all = [...intersections, parts].filter((part) => part !== '');
    const body = all.length === 1 ? all[0]! : all.map((part) => `[${part}]`).join('&&');
    return `[${isNegated ? '^' : ''}${body}]`;
  }

  private classPart(): string {
    if (this.take('[')) return this.characterClass();
    if (this.take('\\Q')) return this.quoted();
    const first = this.classCharacter();
    const isRange =
      this.peek('-') && this.text[this.at + 1] !== ']' && this.text[this.at + 1] !== '[' && !first.isClass;
    if (!isRange || this.text[this.at + 1] === undefined) return first.text;
    this.at++;
    const last = this.classCharacter();
    return last.isClass ? `${first.text}\\-${last.text}` : `${first.text}-${last.text}`;
  }

  private classCharacter(): { text: string; isClass: boolean } {
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += character.length;
    if (character !== '\\') return { text: literal(character), isClass: false };
    const letter = this.text[this.at++] ?? '';
    const inner = this.classEscape(letter);
    if (inner.startsWith('^')) return { text: `[^${inner.slice(1)}]`, isClass: true };
    const isClass = CLASSES[letter] !== undefined || letter === 'p' || letter === 'P';
    return { text: inner, isClass };
  }
}

function scriptOrCategory(name: string): string {
  const pair = /^(?:sc|script|gc|general_category)=(.*)$/i.exec(name);
  const value = pair?.[1] ?? name;
  return /^[A-Z][a-z]?$/.test(value)
    ? value
    : /^In|^[A-Z][a-z]+$/.test(value)
      ? `Script=${value.replace(/^In/, '')}`
      : value;
}

export function translate(source: string): Translation {
  return new Translator(source).translate();
}
