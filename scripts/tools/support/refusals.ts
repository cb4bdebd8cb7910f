/** Every place in the sources that refuses loudly, and every expectation that is only assumed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { code, table } from './markdown.ts';

const FOLDER = 'scripts/local-org';

interface Found {
  readonly file: string;
  readonly text: string;
}

export function refusalsSection(projectFolder: string): string[] {
  const sources = readSources(projectFolder);
  const refusals = unique(
    sources.flatMap(({ file, text }) => refusalsIn(text).map((feature) => ({ file, text: feature }))),
  );
  const assumptions = unique(
    sources.flatMap(({ file, text }) => assumptionsIn(text).map((sentence) => ({ file, text: sentence }))),
  );
  return [
    '## What is refused',
    '',
    'Apex gets an error that it cannot catch, a REST caller gets 501 `LOCAL_ORG_UNSUPPORTED`, a code that no real org has. `…` stands for a name of the moment.',
    '',
    ...table(['refused', 'where'], refusals.map(asCells)),
    '',
    '## What is assumed',
    '',
    'No page of Salesforce and no recording stands behind these; each is marked where it is written.',
    '',
    ...(assumptions.length === 0
      ? ['Nothing is marked as assumed.']
      : table(['assumed', 'where'], assumptions.map(asCells))),
  ];
}

function asCells({ file, text }: Found): string[] {
  return [text, code(file.slice(FOLDER.length + 1))];
}

function readSources(projectFolder: string): Found[] {
  return readdirSync(join(projectFolder, FOLDER), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && name !== 'unsupported.ts')
    .sort()
    .map((name) => ({ file: `${FOLDER}/${name}`, text: readFileSync(join(projectFolder, FOLDER, name), 'utf8') }));
}

/** The words of `unsupported('…')` and `unsupported(\`…\`)`; what is put in at run time is shown as `…`. */
function refusalsIn(text: string): string[] {
  const calls = text.matchAll(/\bunsupported\(\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g);
  return [...calls].map(([, plain, template]) => (plain ?? withoutHoles(template!)).replaceAll("\\'", "'"));
}

/** Takes `${…}` out, nested braces and all. */
function withoutHoles(template: string): string {
  let text = '';
  for (let at = 0; at < template.length; at += 1) {
    if (!template.startsWith('${', at)) {
      text += template[at];
      continue;
    }
    for (let depth = 0; at < template.length; at += 1) {
      if (template[at] === '{') depth += 1;
      if (template[at] === '}' && --depth === 0) break;
    }
    text += '…';
  }
  return text;
}

/** Comments that begin with "assumed": `// Assumed (why): what`. */
function assumptionsIn(text: string): string[] {
  const lines = text.matchAll(/(?:\/\/|\/\*\*|^\s*\*)\s*(assumed\b[^\n]*)/gim);
  return [...lines].map((match) => match[1]!.replace(/\s*\*\/\s*$/, '').replace(/^assumed:?\s*/i, ''));
}

function unique(found: readonly Found[]): Found[] {
  return [...new Map(found.map((each) => [`${each.file} ${each.text}`, each])).values()];
}
