/** The standard objects an org begins with, read once per thread. */
import type { ObjectDraft } from '../drafts.ts';
import { contentObjects } from './content.ts';
import { parseTable } from './parse-table.ts';
import { peopleObjects } from './people.ts';
import { platformObjects } from './platform.ts';
import { salesObjects } from './sales.ts';
import { serviceObjects } from './service.ts';

let parsed: readonly ObjectDraft[] | undefined;

/** Drafts to copy, never to change: a deploy adds fields to a copy. */
export function standardObjects(): readonly ObjectDraft[] {
  return (parsed ??= [salesObjects, serviceObjects, contentObjects, peopleObjects, platformObjects].flatMap(
    parseTable,
  ));
}
