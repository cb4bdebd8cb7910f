import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project: the nearest one above with sfdx-project.json (this file runs from scripts/ and from dist/). */
export const projectFolder = find(dirname(fileURLToPath(import.meta.url)));

function find(folder: string): string {
  if (existsSync(join(folder, 'sfdx-project.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The project folder (the one with sfdx-project.json) was not found.');
  return find(above);
}
