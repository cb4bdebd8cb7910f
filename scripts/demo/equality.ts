/** Compares what Salesforce shows a platform at its door with what the platform holds, value by value. */
import type { LeadPlatform } from '../lead-platform/index.ts';
import type { Stage } from './stage.ts';

interface Page {
  readonly items: ReadonlyArray<{ readonly key: string; readonly values: Readonly<Record<string, unknown>> }>;
  readonly nextCursor?: string;
}

/** @returns one line for each difference; empty when both sides are equal. */
export async function differences(
  stage: Stage,
  platform: LeadPlatform,
  resource: 'Lead' | 'Member',
): Promise<string[]> {
  const theirs = new Map(
    platform.store
      .records(resource)
      .filter((record) => !record.isDeleted)
      .map((record) => [record.key, record.values]),
  );
  const lines: string[] = [];
  let cursor: string | undefined;
  do {
    const path = `/${resource === 'Lead' ? 'leads' : 'members'}?limit=200${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { status, body } = await stage.door('GET', path, { token: stage.facts.token });
    if (status !== 200) return [`GET ${path} → ${status} ${JSON.stringify(body)}`];
    const page = body as Page;
    for (const { key, values } of page.items) {
      lines.push(...compare(key, values, theirs.get(key)));
      theirs.delete(key);
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return [...lines, ...[...theirs.keys()].map((key) => `${key}: only the platform has it`)];
}

function compare(
  key: string,
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>> | undefined,
): string[] {
  if (theirs === undefined) return [`${key}: only Salesforce has it`];
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...names]
    .filter((name) => text(ours[name]) !== text(theirs[name]))
    .map((name) => `${key}.${name}: ours ${text(ours[name])}, theirs ${text(theirs[name])}`);
}

function text(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null));
}
