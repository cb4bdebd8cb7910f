/** The metadata types that a deploy takes, from the table it works by; the denominator is the CLI's own registry. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METADATA_TYPES, type Strategy } from '../../local-org/metadata/registry.ts';
import { code, share, table } from './markdown.ts';

const MEANING: Record<Strategy, string> = {
  object: 'makes the schema',
  child: 'makes the schema, as part of its object',
  code: 'is compiled, and runs',
  labels: 'becomes labels that Apex reads',
  record: 'becomes rows that SOQL sees and the org acts on',
  opaque: 'is checked for shape and kept; nothing in the org acts on it',
};

const REGISTRY = 'node_modules/@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json';

export function metadataSection(projectFolder: string): string[] {
  const registry = JSON.parse(readFileSync(join(projectFolder, REGISTRY), 'utf8')) as {
    types: Record<string, { children?: { types: Record<string, unknown> } }>;
  };
  const all = Object.values(registry.types).reduce(
    (sum, type) => sum + 1 + Object.keys(type.children?.types ?? {}).length,
    0,
  );
  const acting = METADATA_TYPES.filter(({ strategy }) => strategy !== 'opaque').length;
  const rows = METADATA_TYPES.map(({ name, strategy, parent }) => [
    code(name),
    strategy === 'opaque' ? 'kept' : 'present',
    `${MEANING[strategy]}${parent === undefined ? '' : ` (\`${parent}\`)`}`,
  ]);
  return [
    '## Metadata types',
    '',
    `${share(METADATA_TYPES.length, all)} types of the CLI's registry are taken; the org acts on ${acting} of them. ` +
      'A component of any other type fails the deploy by name. Provenance: documented (Metadata API Developer Guide, the page of each type).',
    '',
    ...table(['type', 'state', 'what the org does with it'], rows),
  ];
}
