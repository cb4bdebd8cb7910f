/**
 * What makes a warm start fast: the emitted units of a whole program under a hash of all that went into them, and V8's
 * compiled code under a hash of each script. A cache that is wrong or old is as good as none.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';
import type { EmittedUnit } from '../../apex/emit/index.ts';

/** Raise it when the emitter changes what it emits. */
const FORMAT = 1;

export interface HashedFile {
  readonly path: string;
  readonly text: string;
  readonly apiVersion: number;
}

/** `schema`: a text that changes whenever an object or field does. */
export function programHash(files: readonly HashedFile[], schema: string): string {
  const hash = createHash('sha256').update(`${FORMAT}\0${process.versions.v8}\0${schema}`);
  for (const { path, text, apiVersion } of files) hash.update(`\0${path}\0${apiVersion}\0${text}`);
  return hash.digest('hex');
}

export class CodeCache {
  private readonly directory: string;
  private readonly scripts = new Map<string, Script>();
  private readonly known = new Map<string, Buffer>();

  constructor(directory: string) {
    this.directory = directory;
  }

  readUnits(hash: string): EmittedUnit[] | undefined {
    const text = this.readFile(`${hash}.json`);
    return text === undefined ? undefined : (JSON.parse(text.toString('utf8')) as EmittedUnit[]);
  }

  writeUnits(hash: string, units: readonly EmittedUnit[]): void {
    this.writeFile(`${hash}.json`, Buffer.from(JSON.stringify(units)));
  }

  /** V8's code for a script. */
  read(source: string): Buffer | undefined {
    const name = scriptKey(source);
    return this.known.get(name) ?? this.readFile(`${name}.v8`);
  }

  /** Remembers a script until `save`: code that has run by then is compiled too. */
  add(source: string, script: Script): void {
    this.scripts.set(scriptKey(source), script);
  }

  save(): void {
    for (const [name, script] of this.scripts) {
      const data = script.createCachedData();
      this.known.set(name, data);
      this.writeFile(`${name}.v8`, data);
    }
    this.scripts.clear();
  }

  private readFile(name: string): Buffer | undefined {
    try {
      return readFileSync(join(this.directory, name));
    } catch {
      return undefined;
    }
  }

  private writeFile(name: string, content: Buffer): void {
    mkdirSync(this.directory, { recursive: true });
    // Several threads may write the same file: each writes its own and puts it in place at once.
    const temporary = join(this.directory, `${name}.${process.pid}-${threadId}`);
    writeFileSync(temporary, content);
    renameSync(temporary, join(this.directory, name));
  }
}

const scriptKey = (source: string): string => createHash('sha256').update(source).digest('hex').slice(0, 32);
