/** What `:name` in the text of a dynamic query stands for: the caller's variable, or a path that begins with one. */
import type { CallSite } from '../host.ts';
import { ApexException } from './apex-exception.ts';
import { ApexObject } from './apex-object.ts';
import { QueryException, nullPointer } from './exceptions.ts';
import { SObjectRecord } from './sobject-record.ts';

/** A call site that knows its caller's variables: `lookup` takes lower-case names and gives undefined for others. */
export function boundSite(site: CallSite, lookup: (name: string) => unknown): CallSite {
  return { ...site, binds: (path) => resolve(path, lookup) };
}

function resolve(path: string, lookup: (name: string) => unknown): unknown {
  const [root, ...rest] = path.trim().split('.') as [string, ...string[]];
  const value = lookup(root.toLowerCase());
  if (value === undefined) throw new QueryException(`Variable does not exist: ${root}`);
  return rest.reduce<unknown>((target, name) => member(target, name, path), value);
}

function member(target: unknown, name: string, path: string): unknown {
  if (target === null) nullPointer();
  if (target instanceof SObjectRecord) return target.get(name);
  if (target instanceof ApexObject || target instanceof ApexException) {
    const field = target.$type.fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (field !== undefined) return (target as unknown as Record<string, unknown>)[field.key] ?? null;
  }
  throw new QueryException(`Variable does not exist: ${path}`);
}
