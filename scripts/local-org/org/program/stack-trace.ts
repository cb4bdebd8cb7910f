/** Reads V8's stack of an error as Apex shows it: `Class.Foo.bar: line 12, column 1`, innermost first. */
import type { EmittedMethod, EmittedUnit } from '../../apex/emit/index.ts';
import type { ApexStackTrace } from '../../library/core/apex-exception.ts';

const FRAME = /(apex:[^\s():]+):(\d+):(\d+)/;

export const scriptName = (unit: Pick<EmittedUnit, 'kind' | 'name'>): string => `apex:${unit.kind}/${unit.name}`;

export class StackTraces {
  private readonly methods = new Map<string, readonly EmittedMethod[]>();

  add(unit: EmittedUnit): void {
    this.methods.set(scriptName(unit), unit.methods);
  }

  read(error: Error): ApexStackTrace {
    const frames: string[] = [];
    let line = 0;
    for (const text of (error.stack ?? '').split('\n')) {
      const match = FRAME.exec(text);
      if (match === null) continue;
      const at = { line: Number(match[2]), column: Number(match[3]) - 1 };
      const method = innermost(this.methods.get(match[1]!) ?? [], at);
      if (method === undefined) continue;
      if (frames.length === 0) line = at.line;
      // Salesforce always says column 1.
      frames.push(`${method.name}: line ${at.line}, column 1`);
    }
    return { text: frames.join('\n'), line };
  }
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function contains(method: EmittedMethod, { line, column }: Place): boolean {
  const isAfterStart = line > method.startLine || (line === method.startLine && column >= method.startColumn);
  return isAfterStart && (line < method.endLine || (line === method.endLine && column < method.endColumn));
}

function innermost(methods: readonly EmittedMethod[], at: Place): EmittedMethod | undefined {
  let found: EmittedMethod | undefined;
  for (const method of methods) {
    if (!contains(method, at)) continue;
    if (found === undefined || method.startLine > found.startLine || method.startColumn > found.startColumn)
      found = method;
  }
  return found;
}
