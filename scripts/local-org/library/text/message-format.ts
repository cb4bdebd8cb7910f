/** java.text.MessageFormat as String.format uses it: `{0}`, with single quotes that quote. */
import { IllegalArgumentException } from '../core/exceptions.ts';
import { stringValueOf } from '../core/text.ts';

export function messageFormat(pattern: string, values: readonly unknown[]): string {
  let text = '';
  let isQuoted = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === "'") {
      if (pattern[at + 1] === "'") {
        text += "'";
        at++;
      } else {
        isQuoted = !isQuoted;
      }
    } else if (character === '{' && !isQuoted) {
      const end = pattern.indexOf('}', at);
      if (end < 0) throw new IllegalArgumentException('Unmatched braces in the pattern.');
      text += element(pattern.slice(at + 1, end), values);
      at = end;
    } else {
      text += character;
    }
  }
  return text;
}

function element(inner: string, values: readonly unknown[]): string {
  const index = /^\s*(\d+)\s*(?:,.*)?$/s.exec(inner);
  if (index === null) throw new IllegalArgumentException(`can't parse argument number: ${inner}`);
  const at = Number(index[1]);
  return at < values.length ? stringValueOf(values[at]) : `{${at}}`;
}
