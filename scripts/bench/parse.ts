import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseCorpus, sizeOf } from './parse-corpus.ts';

/**
 * Megabytes of source a second. Cold: the first pass of a new process. With load: the same, the parser's import included.
 * Warm: the best pass of one process.
 */
export interface ParserSpeed {
  /** Milliseconds to import the parser. */
  load: number;
  coldWithLoad: number;
  cold: number;
  warm: number;
}

export interface ParseBenchmark {
  files: number;
  bytes: number;
  ours: ParserSpeed;
  antlr: ParserSpeed;
}

/** Measures our parser against @apexdevtools/apex-parser (ANTLR 4) over force-app and made-up classes. */
export function benchParse(): ParseBenchmark {
  const forceApp = fileURLToPath(new URL('../../force-app', import.meta.url));
  const files = parseCorpus(forceApp);
  const bytes = sizeOf(files);
  const ours = measure('ours', forceApp, bytes, 15);
  const antlr = measure('antlr', forceApp, bytes, 3);
  return { files: files.length, bytes, ours, antlr };
}

/** The median of three cold starts; a benchmark of start-up needs a new process for each. */
function measure(parser: string, forceApp: string, bytes: number, passes: number): ParserSpeed {
  const runs = [1, 1, passes].map((count) => runPasses(parser, forceApp, count));
  const load = median(runs.map((times) => times[0]!));
  const cold = median(runs.map((times) => times[1]!));
  const warm = Math.min(...runs[2]!.slice(2));
  return {
    load: Math.round(load),
    coldWithLoad: megabytesPerSecond(bytes, load + cold),
    cold: megabytesPerSecond(bytes, cold),
    warm: megabytesPerSecond(bytes, warm),
  };
}

function median(three: number[]): number {
  return three.sort((left, right) => left - right)[1]!;
}

function runPasses(parser: string, forceApp: string, passes: number): number[] {
  const script = fileURLToPath(new URL('./parse-pass.ts', import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, [script, parser, forceApp, String(passes)], { encoding: 'utf8' }),
  ) as number[];
}

function megabytesPerSecond(bytes: number, milliseconds: number): number {
  return Math.round(bytes / 10 / milliseconds) / 100;
}
