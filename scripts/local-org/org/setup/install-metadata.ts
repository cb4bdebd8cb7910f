/** Makes a new state of the metadata the org's: tables, stored components, rows. One transaction: all of it or nothing. */
import type { Component } from '../../metadata/component.ts';
import type { OrgMetadata } from '../../metadata/org-metadata.ts';
import { Rows } from '../engine/rows.ts';
import { CredentialBook } from '../callouts/credential-book.ts';
import type { Clock } from '../engine/clock.ts';
import type { OpenOrg } from './open-org.ts';
import { projectMetadata, removeProjected, type SetupWorld } from './project-metadata.ts';
import { syncDefinitionRows, syncStatusRows } from './status-rows.ts';

export interface Installation {
  readonly org: Pick<OpenOrg, 'database' | 'stores' | 'birth'>;
  readonly next: OrgMetadata;
  readonly added: readonly Component[];
  readonly removed: ReadonlyArray<{ readonly type: string; readonly fullName: string }>;
  readonly clock: Clock;
  readonly userId: string;
}

/** Inside a write transaction. */
export function installMetadata(installation: Installation): void {
  const { org, next, added, removed, clock, userId } = installation;
  const { database } = org;
  database.applySchema(next.schema);
  database.setMeta('schemaMemory', JSON.stringify(next.memory));
  const rows = new Rows(
    database,
    () => next.schema,
    () => clock.now(),
    () => userId,
  );
  const world: SetupWorld = {
    rows,
    credentials: new CredentialBook(org.stores.secrets),
    metadata: next,
    administratorId: org.birth.administratorId,
    orgDomain: `${org.birth.organizationId.toLowerCase()}.local`,
  };
  for (const { type, fullName } of removed) {
    removeProjected(world, type, fullName);
    database.components.remove(type, fullName);
  }
  projectMetadata(world, added);
  syncStatusRows(rows, next.schema);
  syncDefinitionRows(rows, next.schema);
  for (const component of added) store(installation, rows, component);
}

/** The id is that of the row that stands for the component, where there is one. */
function store({ org, next, clock, userId }: Installation, rows: Rows, component: Component): void {
  const { components } = org.database;
  const before = components.get(component.type, component.fullName);
  const now = clock.now();
  const current = next.component(component.type, component.fullName) ?? component;
  components.put({
    type: current.type,
    fullName: current.fullName,
    id: rowIdOf(rows, component) ?? before?.id ?? null,
    path: current.path,
    apiVersion: current.apiVersion,
    definition: current.definition,
    files: current.files,
    createdDate: before?.createdDate ?? now,
    lastModifiedDate: now,
    lastModifiedById: userId,
  });
}

const NAME_FIELDS: Readonly<Record<string, string>> = {
  ApexClass: 'Name',
  ApexTrigger: 'Name',
  ApexPage: 'Name',
  ApexComponent: 'Name',
  StaticResource: 'Name',
  PermissionSet: 'Name',
  CustomPermission: 'DeveloperName',
  NamedCredential: 'DeveloperName',
  EmailTemplate: 'DeveloperName',
};

function rowIdOf(rows: Rows, component: Component): string | undefined {
  const field = NAME_FIELDS[component.type];
  if (field === undefined) return undefined;
  const [row] = rows.where(component.type, field, [component.fullName]);
  return row === undefined ? undefined : String(row.Id);
}
