import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkProgram, declareLibrary } from '../../../../scripts/local-org/apex/index.ts';
import type { CheckedProgram, Library, SourceFile } from '../../../../scripts/local-org/apex/index.ts';
import { smallSchema } from './small-schema.ts';

const LIBRARY = join(process.cwd(), 'scripts/local-org/library');

let library: Library | undefined;

/** The real library's signatures, read once. */
export function realLibrary(): Library {
  return (library ??= declareLibrary(
    readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.cls'))
      .map((path) => ({
        namespace: basename(dirname(path)),
        name: basename(path, '.cls'),
        text: readFileSync(join(LIBRARY, path), 'utf8'),
      })),
  ));
}

/** Checks sources by file name (`A.cls`, `T.trigger`, `x.apex`) against the real library and a small schema. */
export function check(files: Record<string, string>, apiVersion = 63, base?: CheckedProgram): CheckedProgram {
  const sources = Object.entries(files).map(([path, text]): SourceFile => {
    const kind = path.endsWith('.trigger') ? 'trigger' : path.endsWith('.apex') ? 'anonymous' : 'class';
    return { path, text, apiVersion, kind };
  });
  return checkProgram(sources, realLibrary(), smallSchema(), base);
}

/** `file line:column message`, in order. */
export function errorsOf(files: Record<string, string>, apiVersion?: number): string[] {
  return check(files, apiVersion).errors.map(
    ({ file, line, column, message }) => `${file} ${line}:${column} ${message}`,
  );
}

/** The errors of statements inside a method of class A, as `column message` from the start of the statements. */
export function errorsIn(statements: string, apiVersion?: number): string[] {
  const before = 'public class A { void f() { ';
  const { errors } = check({ 'A.cls': `${before}${statements} } }` }, apiVersion);
  return errors.map(({ column, message }) => `${column - before.length} ${message}`);
}
