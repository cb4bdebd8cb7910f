/** Matches a request against the tables of routes; the same tables fill the support page. */
import type { DoorContext, DoorResponse } from './http.ts';

export interface Route {
  readonly method: string;
  /** `/services/data/:version/sobjects/:object`; `*rest` takes all that is left. */
  readonly path: string;
  /** What it is, in one sentence, for docs/local-org/SUPPORT.md. */
  readonly summary: string;
  /** Doors that check a body's own session, or none at all, say so. */
  readonly authentication?: 'session' | 'own';
  readonly run: (context: DoorContext) => Promise<DoorResponse> | DoorResponse;
}

export interface RouteMatch {
  readonly route: Route;
  readonly parameters: Record<string, string>;
}

interface Compiled {
  readonly route: Route;
  readonly segments: readonly string[];
}

export class Router {
  readonly #byLength = new Map<number, Compiled[]>();
  readonly #open: Compiled[] = [];

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const segments = route.path.split('/').slice(1);
      if (segments.at(-1)?.startsWith('*')) this.#open.push({ route, segments });
      else this.#byLength.set(segments.length, [...(this.#byLength.get(segments.length) ?? []), { route, segments }]);
    }
  }

  /** Finds the route; undefined when no path fits, the allowed methods when only the verb does not. */
  match(method: string, path: string): RouteMatch | { readonly allowed: readonly string[] } | undefined {
    const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    const parts = trimmed.split('/').slice(1);
    const allowed: string[] = [];
    for (const candidate of [...(this.#byLength.get(parts.length) ?? []), ...this.#open]) {
      const parameters = fit(candidate.segments, parts);
      if (parameters === undefined) continue;
      if (candidate.route.method === method || candidate.route.method === '*')
        return { route: candidate.route, parameters };
      allowed.push(candidate.route.method);
    }
    return allowed.length > 0 ? { allowed } : undefined;
  }
}

function fit(segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (segment.startsWith('*')) {
      parameters[segment.slice(1)] = parts.slice(index).join('/');
      return parameters;
    }
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.startsWith(':')) parameters[segment.slice(1)] = decode(part);
    else if (segment.toLowerCase() !== part.toLowerCase()) return undefined;
  }
  return parameters;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
