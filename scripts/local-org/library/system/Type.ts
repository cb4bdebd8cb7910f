/** System.Type's statics; instances are core's RuntimeType. */
import type { RuntimeType } from '../core/runtime-type.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';

export const System_Type = {
  /** forName(name) or forName(namespace, name); the program has no namespace of its own. */
  forName(...names: (string | null)[]): RuntimeType | null {
    const name = argument(names.at(-1) ?? null, names.length);
    const namespace = names.length > 1 ? names[0] : null;
    return (host().classByName(namespace ? `${namespace}.${name}` : name) ?? null) as RuntimeType | null;
  },
};
