/** Permission sets and profiles as rows: object, field, class, page, custom and system permissions, credential principals. */
import type { Component } from '../../metadata/component.ts';
import { flag, list, text, texts, type Definition } from '../../metadata/definition.ts';
import { principalId } from '../callouts/send-callout.ts';
import type { PlainRow, Rows } from '../engine/rows.ts';
import { enabledNames, upsert, type SetupWorld } from './project-metadata.ts';

export function projectPermissions(world: SetupWorld, component: Component): void {
  if (component.type === 'PermissionSetGroup') return projectGroup(world, component);
  const { definition } = component;
  const system = systemPermissions(definition);
  if (component.type === 'Profile') {
    const parentId = profileParent(world, component, system);
    // A profile deploy adds to what is there (reference/platform.md §1.7).
    return writeGrants(world, parentId, definition);
  }
  const parentId = upsert(world.rows, 'PermissionSet', 'Name', component.fullName, {
    Label: text(definition, 'label') ?? component.fullName,
    Description: text(definition, 'description') ?? null,
    IsCustom: true,
    IsOwnedByProfile: false,
    Type: 'Regular',
    ...system,
  });
  clearGrants(world.rows, parentId);
  writeGrants(world, parentId, definition);
}

function systemPermissions(definition: Definition): PlainRow {
  return Object.fromEntries(
    list(definition, 'userPermissions').map((entry) => [`Permissions${text(entry, 'name')}`, flag(entry, 'enabled')]),
  );
}

/** Names of profiles in metadata files that differ from the ones people see. */
const PROFILE_NAMES: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  Standard: 'Standard User',
  ReadOnly: 'Read Only',
  MarketingProfile: 'Marketing User',
  ContractManager: 'Contract Manager',
  SolutionManager: 'Solution Manager',
};

function profileParent(world: SetupWorld, component: Component, system: PlainRow): string {
  const name = PROFILE_NAMES[component.fullName] ?? decodeURIComponent(component.fullName);
  const license = text(component.definition, 'userLicense') ?? 'Salesforce';
  const [licenseRow] = world.rows.where('UserLicense', 'Name', [license]);
  const profileId = upsert(world.rows, 'Profile', 'Name', name, {
    UserType: license === 'Guest User License' ? 'Guest' : 'Standard',
    ...(licenseRow === undefined ? {} : { UserLicenseId: licenseRow.Id }),
    ...system,
  });
  const [owned] = world.rows.where('PermissionSet', 'ProfileId', [profileId]);
  if (owned === undefined)
    return world.rows.insert('PermissionSet', {
      Name: `X${profileId}`,
      Label: profileId,
      ProfileId: profileId,
      IsOwnedByProfile: true,
      IsCustom: false,
      Type: 'Profile',
      ...system,
    });
  world.rows.update('PermissionSet', String(owned.Id), system);
  return String(owned.Id);
}

/** A permission set's file says all that it grants. */
function clearGrants(rows: Rows, parentId: string): void {
  for (const object of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess']) {
    rows.delete(
      object,
      rows.where(object, 'ParentId', [parentId]).map((row) => String(row.Id)),
    );
  }
}

function writeGrants(world: SetupWorld, parentId: string, definition: Definition): void {
  const { rows } = world;
  writeObjects(rows, parentId, definition);
  writeFields(rows, parentId, definition);
  const entities = [
    ...idsOf(rows, 'ApexClass', 'Name', enabledNames(definition, 'classAccesses', 'apexClass')).map(
      (id) => [id, 'ApexClass'] as const,
    ),
    ...idsOf(rows, 'ApexPage', 'Name', enabledNames(definition, 'pageAccesses', 'apexPage')).map(
      (id) => [id, 'ApexPage'] as const,
    ),
    ...idsOf(rows, 'CustomPermission', 'DeveloperName', enabledNames(definition, 'customPermissions', 'name')).map(
      (id) => [id, 'CustomPermission'] as const,
    ),
    ...enabledNames(definition, 'externalCredentialPrincipalAccesses', 'externalCredentialPrincipal').map(
      (name) => [principalOf(name), 'ExternalCredential'] as const,
    ),
  ];
  const present = new Set(rows.where('SetupEntityAccess', 'ParentId', [parentId]).map((row) => row.SetupEntityId));
  for (const [id, type] of entities) {
    if (!present.has(id))
      rows.insert('SetupEntityAccess', { ParentId: parentId, SetupEntityId: id, SetupEntityType: type });
  }
}

function principalOf(name: string): string {
  const dash = name.indexOf('-');
  return principalId(name.slice(0, dash), name.slice(dash + 1));
}

function idsOf(rows: Rows, object: string, key: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : rows.where(object, key, names).map((row) => String(row.Id));
}

function writeObjects(rows: Rows, parentId: string, definition: Definition): void {
  const present = new Map(
    rows
      .where('ObjectPermissions', 'ParentId', [parentId])
      .map((row) => [String(row.SobjectType).toLowerCase(), String(row.Id)]),
  );
  for (const entry of list(definition, 'objectPermissions')) {
    const object = text(entry, 'object') ?? '';
    const values = {
      PermissionsRead: flag(entry, 'allowRead'),
      PermissionsCreate: flag(entry, 'allowCreate'),
      PermissionsEdit: flag(entry, 'allowEdit'),
      PermissionsDelete: flag(entry, 'allowDelete'),
      PermissionsViewAllRecords: flag(entry, 'viewAllRecords'),
      PermissionsModifyAllRecords: flag(entry, 'modifyAllRecords'),
      PermissionsViewAllFields: flag(entry, 'viewAllFields'),
    };
    const id = present.get(object.toLowerCase());
    if (id === undefined) rows.insert('ObjectPermissions', { ParentId: parentId, SobjectType: object, ...values });
    else rows.update('ObjectPermissions', id, values);
  }
}

function writeFields(rows: Rows, parentId: string, definition: Definition): void {
  const present = new Map(
    rows
      .where('FieldPermissions', 'ParentId', [parentId])
      .map((row) => [String(row.Field).toLowerCase(), String(row.Id)]),
  );
  for (const entry of list(definition, 'fieldPermissions')) {
    const field = text(entry, 'field') ?? '';
    const values = { PermissionsRead: flag(entry, 'readable'), PermissionsEdit: flag(entry, 'editable') };
    const id = present.get(field.toLowerCase());
    if (id === undefined)
      rows.insert('FieldPermissions', {
        ParentId: parentId,
        SobjectType: field.split('.')[0]!,
        Field: field,
        ...values,
      });
    else rows.update('FieldPermissions', id, values);
  }
}

/** A group grants what its sets grant: their grants are copied into the set that the group owns. */
function projectGroup(world: SetupWorld, component: Component): void {
  const { rows } = world;
  const label = text(component.definition, 'label') ?? component.fullName;
  const groupId = upsert(rows, 'PermissionSetGroup', 'DeveloperName', component.fullName, {
    MasterLabel: label,
    Status: 'Updated',
  });
  const parentId = upsert(rows, 'PermissionSet', 'Name', component.fullName, {
    Label: label,
    PermissionSetGroupId: groupId,
    IsCustom: true,
    IsOwnedByProfile: false,
    Type: 'Group',
  });
  clearGrants(rows, parentId);
  for (const name of texts(component.definition, 'permissionSets')) {
    const member = world.metadata.component('PermissionSet', name);
    if (member === undefined) continue;
    rows.update('PermissionSet', parentId, systemPermissions(member.definition));
    writeGrants(world, parentId, member.definition);
  }
}
