/**
 * What one user may do: object and field permissions, Apex classes, custom permissions, from the profile (which is a
 * permission set owned by it) and the assigned permission sets. Read from rows, so that deploys, REST and Apex see one truth.
 */
import type { Rows, PlainRow } from '../engine/rows.ts';

export type ObjectRight = 'read' | 'create' | 'edit' | 'delete' | 'undelete';

export interface ObjectGrant {
  read: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
}

export interface FieldGrant {
  read: boolean;
  edit: boolean;
}

const NOTHING: ObjectGrant = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};
const EVERYTHING: ObjectGrant = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };

/** Profiles that come with access to all standard objects and fields. */
const FULL_STANDARD_PROFILES = new Set(['System Administrator', 'Standard User']);

export class UserAccess {
  readonly isAdministrator: boolean;
  readonly seesStandardFields: boolean;
  readonly seesAllFields: boolean;
  private readonly objects = new Map<string, ObjectGrant>();
  private readonly fields = new Map<string, FieldGrant>();
  /** Ids of Apex classes, custom permissions and external credential principals. */
  private readonly entities = new Set<string>();
  private readonly systemPermissions = new Set<string>();

  /** `seesAllFields`: the org was asked to let administrators see fields that nobody granted (org:test). */
  constructor(
    rows: Rows,
    user: { readonly id: string; readonly profileId: string; readonly profileName: string },
    administratorsSeeAllFields: boolean,
  ) {
    const sets = permissionSetsOf(rows, user);
    for (const set of sets) this.addSystemPermissions(set);
    this.isAdministrator = this.systemPermissions.has('modifyalldata') || user.profileName === 'System Administrator';
    this.seesStandardFields = FULL_STANDARD_PROFILES.has(user.profileName) || this.isAdministrator;
    this.seesAllFields = this.isAdministrator && administratorsSeeAllFields;
    const ids = sets.map((set) => String(set.Id));
    for (const row of rows.where('ObjectPermissions', 'ParentId', ids)) this.addObject(row);
    for (const row of rows.where('FieldPermissions', 'ParentId', ids)) this.addField(row);
    for (const row of rows.where('SetupEntityAccess', 'ParentId', ids)) this.entities.add(String(row.SetupEntityId));
  }

  object(name: string): ObjectGrant {
    return this.isAdministrator ? EVERYTHING : (this.objects.get(name.toLowerCase()) ?? NOTHING);
  }

  field(object: string, field: string): FieldGrant | undefined {
    return this.fields.get(`${object}.${field}`.toLowerCase());
  }

  hasEntity(id: string): boolean {
    return this.entities.has(id);
  }

  /** Name without `Permissions`, e.g. `ViewAllData`. */
  hasSystemPermission(name: string): boolean {
    return this.systemPermissions.has(name.toLowerCase());
  }

  private addSystemPermissions(set: PlainRow): void {
    for (const [name, value] of Object.entries(set)) {
      if (value === true && name.startsWith('Permissions'))
        this.systemPermissions.add(name.slice('Permissions'.length).toLowerCase());
    }
  }

  private addObject(row: PlainRow): void {
    const key = String(row.SobjectType).toLowerCase();
    const grant = this.objects.get(key) ?? { ...NOTHING };
    grant.read ||= row.PermissionsRead === true;
    grant.create ||= row.PermissionsCreate === true;
    grant.edit ||= row.PermissionsEdit === true;
    grant.delete ||= row.PermissionsDelete === true;
    grant.viewAll ||= row.PermissionsViewAllRecords === true;
    grant.modifyAll ||= row.PermissionsModifyAllRecords === true;
    this.objects.set(key, grant);
  }

  private addField(row: PlainRow): void {
    const key = String(row.Field).toLowerCase();
    const grant = this.fields.get(key) ?? { read: false, edit: false };
    grant.edit ||= row.PermissionsEdit === true;
    grant.read ||= row.PermissionsRead === true || grant.edit;
    this.fields.set(key, grant);
  }
}

function permissionSetsOf(rows: Rows, user: { readonly id: string; readonly profileId: string }): PlainRow[] {
  const assigned = rows
    .where('PermissionSetAssignment', 'AssigneeId', [user.id])
    .map((row) => String(row.PermissionSetId));
  const ofProfile = rows.where('PermissionSet', 'ProfileId', [user.profileId]);
  return [...ofProfile, ...rows.where('PermissionSet', 'Id', [...new Set(assigned)])];
}
