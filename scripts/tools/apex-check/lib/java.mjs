// Java: finding it, compiling the small drivers once, and the catalogue of standard objects made from the jars once.
import { execFile, execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const HOME = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const CACHE = path.join(HOME, '..', '..', '..', 'node_modules', '.cache', 'apex-check');
const SOURCES = path.join(HOME, 'java');
const MINIMUM_JAVA = 11;

/** The tool could not do its work; this is neither a clean run nor a finding. */
export class CannotRun extends Error {}

export function libraryDirectory(engine) {
  try {
    return path.join(path.dirname(require.resolve(`@salesforce/code-analyzer-${engine}-engine/package.json`)), 'dist', 'java-lib');
  } catch {
    throw new CannotRun(`@salesforce/code-analyzer-${engine}-engine is not installed: run npm ci`);
  }
}

const bin = (tool) => (process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', tool) : tool);

export function requireJava() {
  let output;
  try {
    output = execFileSync(bin('javac'), ['-version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new CannotRun(`JAVA NOT FOUND: a JDK of version ${MINIMUM_JAVA} or newer (java and javac) is needed on PATH or in JAVA_HOME (${error.code ?? error.message})`);
  }
  const major = Number(/javac (\d+)/.exec(output)?.[1]);
  if (!(major >= MINIMUM_JAVA)) throw new CannotRun(`JAVA TOO OLD: ${output.trim()}; version ${MINIMUM_JAVA} or newer is needed`);
}

export function java(args, { timeout = 600_000 } = {}) {
  return new Promise((resolve) => {
    execFile(bin('java'), args, { encoding: 'utf8', maxBuffer: 512 << 20, timeout }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code ?? 1 : 0, signal: error?.signal, stdout, stderr });
    });
  });
}

/** Directory of the compiled drivers; compiled again when a source or an engine changes. */
export function compiledDrivers() {
  const hash = crypto.createHash('sha256');
  const files = fs.readdirSync(SOURCES).filter((f) => f.endsWith('.java')).sort().map((f) => path.join(SOURCES, f));
  for (const file of files) hash.update(fs.readFileSync(file));
  for (const engine of ['pmd', 'sfge']) hash.update(fs.readFileSync(path.join(libraryDirectory(engine), '..', '..', 'package.json')));
  const target = path.join(CACHE, `classes-${hash.digest('hex').slice(0, 16)}`);
  if (fs.existsSync(target)) return target;
  requireJava();
  const temporary = `${target}.${process.pid}`;
  fs.mkdirSync(temporary, { recursive: true });
  try {
    execFileSync(bin('javac'), ['-nowarn', '-encoding', 'UTF-8', '-d', temporary, '-cp', path.join(libraryDirectory('sfge'), '*'), ...files], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new CannotRun(`the drivers do not compile:\n${error.stderr ?? error.message}`);
  }
  try {
    fs.renameSync(temporary, target);
  } catch {
    fs.rmSync(temporary, { recursive: true, force: true }); // another run was faster
  }
  return target;
}

/** Standard objects with their fields: {Lead: {Name: 'String', Owner: '>Name', Tasks: '[Task'}}. */
export async function standardObjects() {
  const classes = compiledDrivers();
  const file = path.join(CACHE, `objects-${path.basename(classes).slice('classes-'.length)}.json`);
  if (!fs.existsSync(file)) {
    requireJava();
    const { code, stderr } = await java(['-cp', [classes, path.join(libraryDirectory('sfge'), '*')].join(path.delimiter), 'Catalog', libraryDirectory('pmd'), file]);
    if (code !== 0) throw new CannotRun(`the catalogue of standard objects could not be made:\n${stderr}`);
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
