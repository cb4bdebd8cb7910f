/**
 * The Sites host: a second port, on which the path's prefix chooses the Site and with it the guest user
 * (platform.md §1.6). Only Apex REST and the index page are served.
 */
import type { LocalOrg, SiteDetails } from '../../org/local-org.ts';
import { callApex } from '../apexrest/routes.ts';
import { json, type DoorRequest, type DoorResponse, type DoorUrls } from '../http.ts';
import { invalidSession } from '../sessions.ts';

export async function answerSite(org: LocalOrg, urls: DoorUrls, request: DoorRequest): Promise<DoorResponse> {
  const site = siteOf(await org.sites(), request.path);
  if (site === undefined || !site.isActive)
    return html(404, 'URL No Longer Exists', 'You have attempted to reach a URL that no longer exists on this site.');
  const rest = site.pathPrefix === '' ? request.path : request.path.slice(site.pathPrefix.length + 1);
  const prefix = '/services/apexrest/';
  if (!rest.startsWith(prefix))
    return rest === '' || rest === '/'
      ? html(200, site.name, 'This site serves an Apex REST endpoint.')
      : html(404, 'Page Not Found', rest);
  // Assumed (platform.md §3): on a Site the platform reads Authorization as a session of its own, and Apex never runs.
  if (request.headers.has('authorization')) {
    const { status, errorCode, message } = invalidSession();
    return json(status, [{ message, errorCode }]);
  }
  const session = { userId: site.guestUserId, kind: 'guest' as const, sitePrefix: site.pathPrefix };
  return callApex({ org, session, request, parameters: { path: rest.slice(prefix.length) }, urls }, session);
}

function siteOf(sites: readonly SiteDetails[], path: string): SiteDetails | undefined {
  const first = path.split('/')[1] ?? '';
  return (
    sites.find((site) => site.pathPrefix !== '' && site.pathPrefix === first) ??
    sites.find((site) => site.pathPrefix === '')
  );
}

function html(status: number, title: string, text: string): DoorResponse {
  const escape = (value: string): string => value.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  return {
    status,
    headers: [['content-type', 'text/html;charset=UTF-8']],
    body: `<!doctype html><html lang="en"><head><title>${escape(title)}</title></head><body><h1>${escape(title)}</h1><p>${escape(text)}</p></body></html>`,
  };
}
