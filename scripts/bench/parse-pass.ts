import { parseCorpus } from './parse-corpus.ts';
import type { ApexFile } from './parse-corpus.ts';

/**
 * One process of the parser benchmark: `parse-pass.ts <ours|antlr> <force-app> <passes>`.
 * Prints, as JSON, the milliseconds of the parser's import, then of each pass over the corpus. The first pass is cold.
 */
type Parse = (file: ApexFile) => void;

const LOADERS: Readonly<Record<string, () => Promise<Parse>>> = {
  async ours() {
    const { parseCompilationUnit, parseTrigger } = await import('../local-org/apex/parser/index.ts');
    const { Source } = await import('../local-org/apex/source.ts');
    return ({ name, text }) => {
      const source = new Source(name, text);
      if (name.endsWith('.trigger')) parseTrigger(source);
      else parseCompilationUnit(source);
    };
  },
  async antlr() {
    const { ApexParserFactory } = await import('@apexdevtools/apex-parser');
    return ({ name, text }) => {
      const parser = ApexParserFactory.createParser(text, true);
      if (name.endsWith('.trigger')) parser.triggerUnit();
      else parser.compilationUnit();
    };
  },
};

const [which, forceApp, passes] = process.argv.slice(2) as [string, string, string];
const files = parseCorpus(forceApp);
const times: number[] = [];
let start = performance.now();
const parse = await LOADERS[which]!();
times.push(performance.now() - start);
for (let pass = 0; pass < Number(passes); pass++) {
  start = performance.now();
  files.forEach(parse);
  times.push(performance.now() - start);
}
process.stdout.write(JSON.stringify(times));
