/** Reads a package as `sf project deploy` sends it: package.xml, files in metadata-API layout, destructive changes. */
import type { ComponentProblem, ComponentSet, Deletion } from './component.ts';
import { definitionOf, list, number, text, texts } from './definition.ts';
import { readFiles, type ReadResult } from './read-files.ts';
import { parseXml, XmlError } from './xml.ts';

const DEFAULT_API_VERSION = 67;

export function readPackage(files: ReadonlyMap<string, Uint8Array>): ComponentSet {
  const inPackage = stripRoot(files);
  const manifest = inPackage.get('package.xml');
  if (manifest === undefined) {
    return {
      ...empty(),
      problems: [
        { type: '', fullName: 'package.xml', path: 'package.xml', severity: 'Error', message: 'No package.xml found' },
      ],
    };
  }
  try {
    const definition = definitionOf(parseXml(decode(manifest)));
    const members = new Map(
      list(definition, 'types').map((types) => [text(types, 'name') ?? '', texts(types, 'members')]),
    );
    const read = named(readFiles(inPackage), members);
    return {
      ...read,
      problems: [...read.problems, ...missing(members, read.components)],
      deletions: deletionsOf(inPackage),
      members,
      apiVersion: number(definition, 'version') ?? DEFAULT_API_VERSION,
    };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return {
      ...empty(),
      problems: [
        {
          type: '',
          fullName: 'package.xml',
          path: 'package.xml',
          severity: 'Error',
          message: error.message,
          line: error.line,
          column: error.column,
        },
      ],
    };
  }
}

function empty(): ComponentSet {
  return { components: [], problems: [], deletions: [], members: new Map(), apiVersion: DEFAULT_API_VERSION };
}

/** A package with `--metadata-dir` stands in a folder of its own inside the zip. */
function stripRoot(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  if (files.has('package.xml')) return files;
  const manifest = [...files.keys()].find((path) => /^[^/]+\/package\.xml$/.test(path));
  if (manifest === undefined) return files;
  const root = manifest.slice(0, manifest.indexOf('/') + 1);
  return new Map(
    [...files].filter(([path]) => path.startsWith(root)).map(([path, content]) => [path.slice(root.length), content]),
  );
}

/** `objects/Lead.object` that brings only fields is no CustomObject of the package: only its fields are named. */
function named(read: ReadResult, members: ReadonlyMap<string, readonly string[]>): ReadResult {
  const objects = new Set((members.get('CustomObject') ?? []).map((name) => name.toLowerCase()));
  const components = read.components.filter(
    ({ type, fullName, definition }) =>
      type !== 'CustomObject' || Object.keys(definition).length > 0 || objects.has(fullName.toLowerCase()),
  );
  return { ...read, components };
}

/** What package.xml names and the zip lacks (Metadata API Developer Guide, deploy). */
function missing(
  members: ReadonlyMap<string, readonly string[]>,
  components: readonly { type: string; fullName: string }[],
): ComponentProblem[] {
  const present = new Set(components.map((component) => `${component.type}#${component.fullName.toLowerCase()}`));
  const problems: ComponentProblem[] = [];
  for (const [type, names] of members) {
    if (type === 'CustomLabel') continue;
    for (const name of names) {
      if (
        name === '*' ||
        present.has(`${type}#${name.toLowerCase()}`) ||
        present.has(`${type}#${safeDecode(name).toLowerCase()}`)
      )
        continue;
      const isStandardObject = type === 'CustomObject' && !name.includes('__');
      if (isStandardObject || name.endsWith('/')) continue;
      problems.push({
        type,
        fullName: name,
        path: 'package.xml',
        severity: 'Error',
        message: `An object '${name}' of type ${type} was named in package.xml, but was not found in zipped directory`,
      });
    }
  }
  return problems;
}

function safeDecode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function deletionsOf(files: ReadonlyMap<string, Uint8Array>): Deletion[] {
  const deletions: Deletion[] = [];
  for (const [path, when] of [
    ['destructiveChangesPre.xml', 'pre'],
    ['destructiveChanges.xml', 'pre'],
    ['destructiveChangesPost.xml', 'post'],
  ] as const) {
    const content = files.get(path);
    if (content === undefined) continue;
    for (const types of list(definitionOf(parseXml(decode(content))), 'types')) {
      for (const fullName of texts(types, 'members'))
        deletions.push({ type: text(types, 'name') ?? '', fullName, when, path });
    }
  }
  return deletions;
}

function decode(content: Uint8Array): string {
  return Buffer.from(content)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
