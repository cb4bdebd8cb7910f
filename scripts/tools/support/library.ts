/** The Apex classes of the library: what is declared, and which of it is there. The denominator comes from outside. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as core from '../../local-org/library/core/index.ts';
import { libraryClasses, librarySignatures } from '../../local-org/library/registry.ts';
import { code, share, table } from './markdown.ts';

/** Values of Apex whose members are methods of a JavaScript class of the core. */
const CORE: Record<string, { readonly prototype: object }> = {
  'System.Blob': core.ApexBlob,
  'System.Date': core.ApexDate,
  'System.Datetime': core.ApexDatetime,
  'System.Decimal': core.Decimal,
  'System.Double': core.ApexDouble,
  'System.Exception': core.ApexException,
  'System.List': core.ApexList,
  'System.Map': core.ApexMap,
  'System.SObject': core.SObjectRecord,
  'System.Set': core.ApexSet,
  'System.Time': core.ApexTime,
  'System.Type': core.RuntimeType,
};

/** Salesforce's compiler front end ships the list of the platform's classes; prettier-plugin-apex brings it. */
const REFERENCE_JAR = 'node_modules/prettier-plugin-apex/vendor/apex-ast-serializer/lib/apex-jorje-lsp.jar';

interface ClassRow {
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  readonly members: number;
  /** Undefined: the class has no behaviour, and its first use is refused. */
  readonly missing: readonly string[] | undefined;
}

export function librarySection(projectFolder: string): string[] {
  const rows = librarySignatures().map(({ namespace, name, text }) => classRow(namespace, name, text));
  const reference = referenceClasses(projectFolder);
  const present = rows.filter(({ missing }) => missing !== undefined);
  const lines = [
    '## Apex library',
    '',
    `${share(present.length, reference.length)} classes, interfaces, enums and exceptions of the platform's library are there; ` +
      `${rows.length - present.length} more are declared, so that programs that name them compile, and refuse at their first use. ` +
      'A class that is not listed does not exist: naming it is a compile error.',
    '',
    'Provenance: members and types are documented (Apex Reference Guide, the page of each class); behaviour is documented where a test names a page, and otherwise proved by the public Apex suites (`suite`) or assumed.',
    '',
  ];
  for (const namespace of [...new Set(rows.map((row) => row.namespace))]) {
    const ours = rows.filter((row) => row.namespace === namespace);
    const there = ours.filter(({ missing }) => missing !== undefined).length;
    const all = reference.filter((each) => each.startsWith(`${namespace.toLowerCase()}.`)).length;
    lines.push(`### ${namespace}: ${share(there, Math.max(all, ours.length))}`, '');
    const described = ours.filter(({ kind }) => kind !== 'exception');
    const exceptions = ours.filter(({ kind }) => kind === 'exception').map(({ name }) => code(name));
    if (described.length > 0) lines.push(...table(['name', 'kind', 'members', 'state'], described.map(asCells)), '');
    if (exceptions.length > 0) lines.push(`Exceptions: ${exceptions.join(', ')}.`, '');
  }
  return lines;
}

function asCells({ name, kind, members, missing }: ClassRow): string[] {
  const state =
    missing === undefined
      ? 'declared, refused at its first use'
      : missing.length === 0
        ? 'present'
        : `partial: without ${missing.map(code).join(', ')}`;
  return [code(name), kind, members === 0 ? '' : String(members), state];
}

function classRow(namespace: string, name: string, text: string): ClassRow {
  const fullName = `${namespace}.${name}`;
  if (/\bglobal enum\b/.test(text)) return { namespace, name, kind: 'enum', members: 0, missing: [] };
  if (/^global (?:virtual |abstract )?class \w*Exception\b/m.test(text) && name !== 'Exception')
    return { namespace, name, kind: 'exception', members: 0, missing: [] };
  const members = memberNames(name, text);
  if (/^global interface\b/m.test(text))
    return { namespace, name, kind: 'interface', members: members.length, missing: [] };
  const behaviour = libraryClasses()[fullName] as Record<string, unknown> | undefined;
  const value = CORE[fullName];
  const missing =
    behaviour === undefined && value === undefined
      ? undefined
      : [...new Set(members)].filter((member) => !hasMember(behaviour, member) && !hasMember(value, member));
  return { namespace, name, kind: 'class', members: members.length, missing };
}

/** A field's addError is no method of its value: the emitter writes it on the record. */
const BY_THE_EMITTER = ['addError'];

/** Methods that have behaviour: constructors, abstract methods and classes within the class are left out. */
function memberNames(name: string, text: string): string[] {
  return [
    ...text.matchAll(
      /^ {2}(?:@\w+(?:\([^)]*\))? )?global (?:static |virtual |override )*(?!abstract )[\w.<>, ]+ (\w+)\(/gm,
    ),
  ]
    .map((match) => match[1]!)
    .filter((member) => member !== name && !BY_THE_EMITTER.includes(member));
}

function hasMember(behaviour: unknown, member: string): boolean {
  if (behaviour === undefined || behaviour === null) return false;
  const { prototype } = behaviour as { prototype?: object };
  return member in (behaviour as object) || (prototype !== undefined && member in prototype);
}

/** `system.string`, in lower case; classes only, as the reference lists them. */
function referenceClasses(projectFolder: string): string[] {
  const names: string[] = [];
  unzipSync(readFileSync(join(projectFolder, REFERENCE_JAR)), {
    filter: ({ name }) => {
      const match = /^StandardApexLibrary\/(\w+)\/(\w+)\.cls$/.exec(name);
      if (match !== null) names.push(`${match[1]}.${match[2]}`.toLowerCase());
      return false;
    },
  });
  return names;
}
