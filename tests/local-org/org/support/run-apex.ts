/** Runs Apex tests written in a TypeScript test: each name with a dot is a file of a metadata-API package. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runSourceTests } from '../../../../scripts/local-org/org/tests/run-source-tests.ts';

export interface ApexFiles {
  readonly [path: string]: string;
}

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Class and trigger files get their -meta.xml with this version. */
export async function runApex(files: ApexFiles, apiVersion = '66.0'): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'run-apex-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      const full = join(folder, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text);
      const type = path.endsWith('.cls') ? 'ApexClass' : path.endsWith('.trigger') ? 'ApexTrigger' : undefined;
      if (type === undefined) continue;
      writeFileSync(
        `${full}-meta.xml`,
        `<${type} ${XMLNS}><apiVersion>${apiVersion}</apiVersion><status>Active</status></${type}>`,
      );
    }
    const report = await runSourceTests([folder]);
    const problems = report.compileErrors.map((error) => [`${error.file}:${error.line}`, error.message]);
    return Object.fromEntries([
      ...problems,
      ...report.outcomes.map((outcome) => [
        outcome.methodName,
        outcome.outcome === 'Pass' ? 'Pass' : `${outcome.message}`,
      ]),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function allPass(results: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.keys(results).map((name) => [name, 'Pass']));
}

/** A test class of methods. */
export function testClass(name: string, body: string): ApexFiles {
  return { [`classes/${name}.cls`]: `@IsTest\nprivate class ${name} {\n${body}\n}` };
}

export function customObject(name: string, fields: string, more = ''): ApexFiles {
  return {
    [`objects/${name}.object`]: `<CustomObject ${XMLNS}><deploymentStatus>Deployed</deploymentStatus>${fields}<label>${name}</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>${name}</pluralLabel><sharingModel>ReadWrite</sharingModel>${more}</CustomObject>`,
  };
}
