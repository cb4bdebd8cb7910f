/**
 * Decides where a callout goes and whether it may: `callout:Name/path` through a named credential whose principal the user
 * holds, or a URL that a remote site setting allows (Apex Developer Guide, "Invoking Callouts Using Apex").
 */
import type { CalloutRequest } from '../../library/host.ts';
import type { CredentialBook } from './credential-book.ts';
import type { OutgoingRequest } from './http-transport.ts';

export interface CalloutPermissions {
  /** Base URLs of active remote site settings. */
  readonly remoteSites: readonly string[];
  /** Whether the running user may use a principal of an external credential. */
  readonly mayUsePrincipal: (externalCredential: string, principal: string) => boolean;
}

export type CalloutPlan = { readonly request: OutgoingRequest } | { readonly refusal: string };

export function planCallout(
  request: CalloutRequest,
  book: CredentialBook,
  permissions: CalloutPermissions,
): CalloutPlan {
  const match = /^callout:([A-Za-z0-9_]+)(.*)$/is.exec(request.endpoint);
  return match === null ? planUrl(request, permissions) : planNamed(request, match[1]!, match[2]!, book, permissions);
}

function planUrl(request: CalloutRequest, permissions: CalloutPermissions): CalloutPlan {
  if (!URL.canParse(request.endpoint) || !/^https?:/i.test(request.endpoint))
    return { refusal: `no protocol: ${request.endpoint}` };
  const url = new URL(request.endpoint);
  const isAllowed = permissions.remoteSites.some((site) => URL.canParse(site) && sameOrigin(new URL(site), url));
  if (!isAllowed) {
    return {
      refusal: `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${request.endpoint}`,
    };
  }
  return { request: outgoing(request, request.endpoint, request.headers) };
}

function sameOrigin(site: URL, url: URL): boolean {
  return site.protocol === url.protocol && site.host.toLowerCase() === url.host.toLowerCase();
}

function planNamed(
  request: CalloutRequest,
  name: string,
  path: string,
  book: CredentialBook,
  permissions: CalloutPermissions,
): CalloutPlan {
  const named = book.named(name);
  if (named === undefined || !named.isEnabled) {
    return {
      refusal: `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`,
    };
  }
  const headers: Array<readonly [string, string]> = named.customHeaders.map(
    (header) => [header.name, header.value] as const,
  );
  if (named.externalCredential !== undefined) {
    const external = book.external(named.externalCredential);
    const principals = external === undefined ? [] : [...external.principals].sort((a, b) => a.sequence - b.sequence);
    const principal = principals.find((candidate) =>
      permissions.mayUsePrincipal(named.externalCredential!, candidate.name),
    );
    if (external === undefined || principal === undefined) return { refusal: noAccess(named.externalCredential) };
    headers.push(...book.headersFor(external, principal.name));
  }
  return { request: outgoing(request, joinUrl(named.calloutUrl, path), mergeHeaders(headers, request.headers)) };
}

function noAccess(credential: string): string {
  return `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${credential}" might not exist.`;
}

/** The program's own headers win over the credential's. */
function mergeHeaders(
  base: ReadonlyArray<readonly [string, string]>,
  own: ReadonlyArray<readonly [string, string]>,
): Array<readonly [string, string]> {
  const given = new Set(own.map(([name]) => name.toLowerCase()));
  return [...base.filter(([name]) => !given.has(name.toLowerCase())), ...own];
}

function joinUrl(base: string, path: string): string {
  if (path === '' || path.startsWith('?')) return base + path;
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

function outgoing(
  request: CalloutRequest,
  url: string,
  headers: ReadonlyArray<readonly [string, string]>,
): OutgoingRequest {
  return { method: request.method, url, headers, body: request.body, timeoutMilliseconds: request.timeoutMilliseconds };
}
