/** The REST door: order of checks is route → session → body → fields → business. */
import type { Route } from '../router.ts';
import * as collections from './collections.ts';
import * as describe from './describe.ts';
import * as credentials from './named-credentials.ts';
import * as query from './query.ts';
import * as records from './records.ts';
import { importTree } from './tree.ts';
import * as versions from './versions.ts';

const BASE = '/services/data/:version';

export const restRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/data',
    summary: 'Lists the API versions.',
    authentication: 'own',
    run: versions.listVersions,
  },
  { method: 'GET', path: BASE, summary: 'Lists the resources of a version.', run: versions.listResources },
  { method: 'GET', path: `${BASE}/limits`, summary: 'Shows the daily API limit (not counted).', run: versions.limits },
  { method: 'GET', path: `${BASE}/query`, summary: 'Runs a SOQL query.', run: query.query },
  {
    method: 'GET',
    path: `${BASE}/queryAll`,
    summary: 'Runs a SOQL query, deleted records included.',
    run: query.queryAll,
  },
  { method: 'GET', path: `${BASE}/query/:locator`, summary: 'Gets the next page of a query.', run: query.nextPage },
  { method: 'GET', path: `${BASE}/search`, summary: 'Runs a SOSL search.', run: query.search },
  { method: 'GET', path: `${BASE}/sobjects`, summary: 'Lists the objects.', run: describe.listObjects },
  {
    method: 'GET',
    path: `${BASE}/sobjects/:object`,
    summary: 'Shows an object in short.',
    run: describe.objectSummary,
  },
  { method: 'POST', path: `${BASE}/sobjects/:object`, summary: 'Creates a record.', run: records.create },
  {
    method: 'GET',
    path: `${BASE}/sobjects/:object/describe`,
    summary: 'Describes an object and its fields.',
    run: describe.describeObject,
  },
  { method: 'GET', path: `${BASE}/sobjects/:object/:id`, summary: 'Reads a record.', run: records.read },
  { method: 'PATCH', path: `${BASE}/sobjects/:object/:id`, summary: 'Updates a record.', run: records.update },
  { method: 'DELETE', path: `${BASE}/sobjects/:object/:id`, summary: 'Deletes a record.', run: records.remove },
  {
    method: 'GET',
    path: `${BASE}/sobjects/:object/:field/:value`,
    summary: 'Reads a record by external id.',
    run: records.readByExternalId,
  },
  {
    method: 'PATCH',
    path: `${BASE}/sobjects/:object/:field/:value`,
    summary: 'Creates or updates a record by external id.',
    run: records.upsertByExternalId,
  },
  {
    method: 'DELETE',
    path: `${BASE}/sobjects/:object/:field/:value`,
    summary: 'Deletes a record by external id.',
    run: records.removeByExternalId,
  },
  {
    method: 'POST',
    path: `${BASE}/composite/sobjects`,
    summary: 'Creates up to 200 records.',
    run: collections.createMany,
  },
  {
    method: 'PATCH',
    path: `${BASE}/composite/sobjects`,
    summary: 'Updates up to 200 records.',
    run: collections.updateMany,
  },
  {
    method: 'DELETE',
    path: `${BASE}/composite/sobjects`,
    summary: 'Deletes up to 200 records.',
    run: collections.deleteMany,
  },
  {
    method: 'GET',
    path: `${BASE}/composite/sobjects/:object`,
    summary: 'Reads up to 200 records by id.',
    run: collections.readMany,
  },
  {
    method: 'PATCH',
    path: `${BASE}/composite/sobjects/:object/:field`,
    summary: 'Creates or updates up to 200 records by external id.',
    run: collections.upsertMany,
  },
  {
    method: 'POST',
    path: `${BASE}/composite/tree/:object`,
    summary: 'Creates the records of a tree file, all or none.',
    run: importTree,
  },
  {
    method: 'GET',
    path: `${BASE}/named-credentials/credential`,
    summary: 'Names the secrets of a principal.',
    run: credentials.readCredential,
  },
  {
    method: 'POST',
    path: `${BASE}/named-credentials/credential`,
    summary: "Sets a principal's secrets.",
    run: credentials.createCredential,
  },
  {
    method: 'PUT',
    path: `${BASE}/named-credentials/credential`,
    summary: "Replaces a principal's secrets.",
    run: credentials.replaceCredential,
  },
  {
    method: 'PATCH',
    path: `${BASE}/named-credentials/credential`,
    summary: "Adds to a principal's secrets.",
    run: credentials.mergeCredential,
  },
  {
    method: 'DELETE',
    path: `${BASE}/named-credentials/credential`,
    summary: "Deletes a principal's secrets.",
    run: credentials.deleteCredential,
  },
  ...['named-credential-setup', 'external-credentials'].flatMap(credentialRoutes),
];

function credentialRoutes(resource: string): Route[] {
  const path = `${BASE}/named-credentials/${resource}`;
  const isNamed = resource === 'named-credential-setup';
  const what = isNamed ? 'a named credential' : 'an external credential';
  const save = isNamed ? credentials.saveNamedCredential : credentials.saveExternalCredential;
  return [
    { method: 'POST', path, summary: `Creates ${what}.`, run: save },
    {
      method: 'GET',
      path: `${path}/:name`,
      summary: `Reads ${what}.`,
      run: isNamed ? credentials.readNamedCredential : credentials.readExternalCredential,
    },
    { method: 'PUT', path: `${path}/:name`, summary: `Creates or replaces ${what}.`, run: save },
    {
      method: 'DELETE',
      path: `${path}/:name`,
      summary: `Deletes ${what}.`,
      run: isNamed ? credentials.deleteNamedCredential : credentials.deleteExternalCredential,
    },
  ];
}
