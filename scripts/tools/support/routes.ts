/** The doors of the local org and what they answer, from the tables that the server itself matches against. */
import { allRoutes } from '../../local-org/api/server.ts';
import type { Route } from '../../local-org/api/router.ts';
import type { Sessions } from '../../local-org/api/sessions.ts';
import type { LocalOrg } from '../../local-org/org/local-org.ts';
import { code, table } from './markdown.ts';

/** Whose word stands behind each door: the first prefix that fits. */
const PROVENANCE: ReadonlyArray<readonly [prefix: string, provenance: string]> = [
  ['/local-org/', 'ours: no real org has it'],
  ['/services/apexrest', 'documented: Apex Developer Guide, “Exposing Apex Classes as REST Web Services”'],
  ['/services/oauth2', 'documented: Identify Your Users and Manage Access, “OAuth 2.0 Client Credentials Flow”'],
  ['/services/Soap/m', 'documented: Metadata API Developer Guide, “deploy()”; requests as the sf CLI sends them'],
  ['/services/Soap/s', 'documented: SOAP API Developer Guide, “executeanonymous()”'],
  ['/services/data/:version/metadata', 'documented: Metadata API Developer Guide, “Deploy Metadata with REST”'],
  ['/services/data/:version/tooling', 'documented: Tooling API, “REST Resources”; requests as the sf CLI sends them'],
  ['/services/data/:version/named-credentials', 'documented: Connect REST API, “Named Credentials Resources”'],
  ['/services/data', 'documented: REST API Developer Guide, “Reference”'],
];

export function routesSection(): string[] {
  // The tables are made without an org: nothing of it is touched before a request comes.
  const routes = allRoutes({} as LocalOrg, {} as Sessions, () => {});
  const rows = [...routes]
    .sort(byPath)
    .map((route) => [
      code(`${route.method === '*' ? 'any' : route.method} ${route.path}`),
      route.summary,
      provenanceOf(route.path),
    ]);
  rows.push([
    code('any /<site prefix>/services/apexrest/*path'),
    'On the second port: calls an Apex REST resource as the guest of a Site.',
    'documented: Salesforce Sites, “Public access to Apex REST”; that `Authorization` is answered 401 is assumed',
  ]);
  return [
    '## Doors',
    '',
    `${rows.length} operations. Any other path is answered 404 \`NOT_FOUND\`, another verb 405 \`METHOD_NOT_ALLOWED\`.`,
    '',
    ...table(['operation', 'what it does', 'provenance'], rows),
  ];
}

function byPath(a: Route, b: Route): number {
  return a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1;
}

function provenanceOf(path: string): string {
  return PROVENANCE.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'assumed';
}
