/** The versions that the REST doors answer to, and the resources below one of them. */
import { json, type DoorContext, type DoorResponse } from '../http.ts';

export const API_VERSION = '67.0';

const LABELS: ReadonlyArray<readonly [string, string]> = [
  ['65.0', "Winter '26"],
  ['66.0', "Spring '26"],
  ['67.0', "Summer '26"],
];

export function listVersions(): DoorResponse {
  return json(
    200,
    LABELS.map(([version, label]) => ({ label, url: `/services/data/v${version}`, version })),
  );
}

export function listResources({ org, session, parameters, urls }: DoorContext): DoorResponse {
  const base = `/services/data/${parameters.version}`;
  const names = ['tooling', 'sobjects', 'query', 'queryAll', 'search', 'limits', 'composite', 'named-credentials'];
  return json(200, {
    ...Object.fromEntries(names.map((name) => [name, `${base}/${name}`])),
    identity: `${urls.instanceUrl}/id/${org.organizationId}/${session.userId}`,
  });
}

export function limits(): DoorResponse {
  return json(200, { DailyApiRequests: { Max: 100000, Remaining: 100000 } });
}
