/** Reads the signature files of the library: what a program may name, and the only place that lists it. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface LibrarySignature {
  readonly namespace: string;
  readonly name: string;
  readonly text: string;
}

/** Declared spelling of each namespace by its folder. */
const NAMESPACES: Record<string, string> = {
  apexpages: 'ApexPages',
  connectapi: 'ConnectApi',
  approval: 'Approval',
  cache: 'Cache',
  datacloud: 'Datacloud',
  dataweave: 'DataWeave',
  database: 'Database',
  dom: 'Dom',
  eventbus: 'EventBus',
  flow: 'Flow',
  formulaeval: 'FormulaEval',
  invocable: 'Invocable',
  messaging: 'Messaging',
  metadata: 'Metadata',
  reports: 'Reports',
  schema: 'Schema',
  system: 'System',
  visualeditor: 'VisualEditor',
};

let signatures: readonly LibrarySignature[] | undefined;

/** All signature files; they lie beside this file, in the sources as in the build. */
export function librarySignatures(): readonly LibrarySignature[] {
  return (signatures ??= Object.entries(NAMESPACES).flatMap(([folder, namespace]) => readFolder(folder, namespace)));
}

function readFolder(folder: string, namespace: string): LibrarySignature[] {
  const path = fileURLToPath(new URL(`./${folder}/`, import.meta.url));
  return readdirSync(path)
    .filter((file) => file.endsWith('.cls'))
    .sort()
    .map((file) => ({ namespace, name: file.slice(0, -'.cls'.length), text: readFileSync(path + file, 'utf8') }));
}

export function signatureText(fullName: string): string {
  const [namespace, name] = fullName.split('.');
  const found = librarySignatures().find((s) => s.namespace === namespace && s.name === name);
  if (found === undefined) throw new Error(`The library declares no ${fullName}.`);
  return found.text;
}
