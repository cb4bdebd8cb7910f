/** Reads folders on disk, in source format or metadata-API format, honouring the project's .forceignore. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ComponentSet } from './component.ts';
import { readFiles } from './read-files.ts';

const DEFAULT_API_VERSION = 67;

/** Paths of the components are as on disk, relative to the working directory where they lie below it. */
export function readSourceDirectories(directories: readonly string[]): ComponentSet {
  const files = new Map<string, Uint8Array>();
  for (const directory of directories) {
    const root = resolve(directory);
    if (!existsSync(root)) throw new Error(`There is no folder ${directory}.`);
    const project = projectOf(root);
    const ignores = ignoreRules(project);
    collect(root, files, (path, isDirectory) =>
      isIgnored(relative(project, path).split(sep).join('/') + (isDirectory ? '/' : ''), ignores),
    );
  }
  const read = readFiles(files);
  // What the org cannot hold is named, but tests of the rest can still run.
  const problems = read.problems.map((problem) =>
    problem.type === '' ? { ...problem, severity: 'Warning' as const } : problem,
  );
  return { ...read, problems, deletions: [], members: new Map(), apiVersion: DEFAULT_API_VERSION };
}

function collect(
  path: string,
  files: Map<string, Uint8Array>,
  ignored: (path: string, isDirectory: boolean) => boolean,
): void {
  if (!statSync(path).isDirectory()) {
    files.set(displayPath(path), readFileSync(path));
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = join(path, entry.name);
    if (entry.name === 'node_modules' || entry.name.startsWith('.') || ignored(full, entry.isDirectory())) continue;
    if (entry.isDirectory()) collect(full, files, ignored);
    else if (entry.isFile()) files.set(displayPath(full), readFileSync(full));
  }
}

function displayPath(path: string): string {
  const inside = relative(process.cwd(), path);
  return (inside.startsWith('..') ? path : inside).split(sep).join('/');
}

/** The nearest folder above with sfdx-project.json or .forceignore, else the folder itself. */
function projectOf(root: string): string {
  for (let at = root; ; at = dirname(at)) {
    if (existsSync(join(at, 'sfdx-project.json')) || existsSync(join(at, '.forceignore'))) return at;
    if (dirname(at) === at) return root;
  }
}

interface IgnoreRule {
  readonly pattern: RegExp;
  readonly isNegated: boolean;
}

/** .forceignore has the syntax of .gitignore. */
function ignoreRules(project: string): IgnoreRule[] {
  const file = join(project, '.forceignore');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(toRule);
}

function toRule(line: string): IgnoreRule {
  const isNegated = line.startsWith('!');
  let glob = (isNegated ? line.slice(1) : line).replace(/^\.?\//, '/');
  const isAnchored = glob.slice(0, -1).includes('/');
  const isFolder = glob.endsWith('/');
  glob = glob.replace(/^\//, '').replace(/\/$/, '');
  const source = glob
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?/g, (wild) =>
      wild === '?' ? '[^/]' : wild === '*' ? '[^/]*' : wild === '**/' ? '(?:.*/)?' : '.*',
    );
  return { isNegated, pattern: new RegExp(`${isAnchored ? '^' : '(?:^|/)'}${source}${isFolder ? '/' : '(?:/|$)'}`) };
}

function isIgnored(path: string, rules: readonly IgnoreRule[]): boolean {
  let ignored = false;
  for (const rule of rules) if (rule.pattern.test(path)) ignored = !rule.isNegated;
  return ignored;
}
