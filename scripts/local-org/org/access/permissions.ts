/**
 * Answers whether a user may touch an object, a field, a class or a custom permission. What a user may do is read once and
 * kept until set-up data changes.
 */
import type { CallSite, AccessMode } from '../../library/host.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import type { RunningUser } from '../engine/transaction.ts';
import type { Rows } from '../engine/rows.ts';
import { UserAccess, type ObjectRight } from './user-access.ts';

/** Everybody reads these: they carry no business data, or none that permissions govern. */
const OPEN_TO_ALL = new Set([
  'user',
  'profile',
  'organization',
  'recordtype',
  'userrole',
  'group',
  'permissionset',
  'apexclass',
  'apextrigger',
  'asyncapexjob',
  'crontrigger',
  'cronjobdetail',
  'domain',
  'site',
  'staticresource',
  'name',
  'aggregateresult',
  'queuesobject',
  'groupmember',
  'userrecordaccess',
  'permissionsetassignment',
  'userlicense',
  'custompermission',
  'objectpermissions',
  'fieldpermissions',
  'setupentityaccess',
  'entitydefinition',
  'fielddefinition',
  'leadstatus',
  'opportunitystage',
  'casestatus',
  'taskstatus',
  'businesshours',
  'emailtemplate',
  'folder',
  'eventbussubscriber',
  'apexpage',
  'pricebook2',
]);

/** API version from which Apex runs in user mode unless told otherwise (Apex Developer Guide, versioned behaviour changes). */
const USER_MODE_VERSION = 67;

export function accessModeOf(site: CallSite, stated: AccessMode | undefined): AccessMode {
  if (stated !== undefined) return stated;
  // Trigger bodies always run in system mode (reference/platform.md §0.1).
  return site.apiVersion >= USER_MODE_VERSION && !site.isTrigger ? 'user' : 'system';
}

/** Whether rows are filtered by sharing: user mode always, else as the class says. */
export function enforcesSharing(site: CallSite, mode: AccessMode): boolean {
  if (mode === 'user') return true;
  if (site.sharing === 'with') return true;
  return site.sharing === 'unspecified' && site.apiVersion >= USER_MODE_VERSION && !site.isTrigger;
}

export class Permissions {
  private readonly rows: Rows;
  private readonly administratorsSeeAllFields: boolean;
  private readonly cache = new Map<string, UserAccess>();
  private revision = -1;

  constructor(rows: Rows, administratorsSeeAllFields: boolean) {
    this.rows = rows;
    this.administratorsSeeAllFields = administratorsSeeAllFields;
  }

  /** Set-up rows changed (or a transaction that changed them was undone). */
  forget(): void {
    this.cache.clear();
  }

  of(user: RunningUser): UserAccess {
    if (this.revision !== this.rows.setupRevision) {
      this.cache.clear();
      this.revision = this.rows.setupRevision;
    }
    let access = this.cache.get(user.id);
    if (access === undefined)
      this.cache.set(user.id, (access = new UserAccess(this.rows, user, this.administratorsSeeAllFields)));
    return access;
  }

  canAccessObject(user: RunningUser, object: ObjectDescribe, right: ObjectRight): boolean {
    if (user.isGuest && (right === 'edit' || right === 'delete' || right === 'undelete')) return false;
    if (object.kind === 'event')
      return right === 'read' || right === 'create' ? this.grants(user, object, right) : false;
    if (right === 'read' && OPEN_TO_ALL.has(object.name.toLowerCase())) return true;
    return this.grants(user, object, right);
  }

  private grants(user: RunningUser, object: ObjectDescribe, right: ObjectRight): boolean {
    const access = this.of(user);
    if (object.kind === 'metadata' || object.kind === 'setting' || object.kind === 'hierarchy-setting') {
      return (
        access.isAdministrator ||
        (right === 'read' && access.hasSystemPermission('ViewSetup')) ||
        this.of(user).object(object.name).read
      );
    }
    const parent = controllingParent(object);
    const grant = access.object(parent ?? object.name);
    switch (right) {
      case 'read':
        return grant.read;
      case 'create':
        return grant.create;
      case 'edit':
        return grant.edit;
      case 'delete':
      case 'undelete':
        return grant.delete;
    }
  }

  canAccessField(
    user: RunningUser,
    object: ObjectDescribe,
    field: FieldDescribe,
    right: 'read' | 'create' | 'edit',
  ): boolean {
    if (right === 'create' && !field.isCreateable) return false;
    if (right === 'edit' && !field.isUpdateable) return false;
    if (!isGoverned(object, field)) return true;
    const access = this.of(user);
    if (access.seesAllFields) return true;
    const grant = access.field(object.name, governingField(object, field));
    if (grant !== undefined && (right === 'read' ? grant.read : grant.edit)) return true;
    return !field.isCustom && access.seesStandardFields;
  }

  hasCustomPermission(user: RunningUser, developerName: string): boolean {
    const [permission] = this.rows.where('CustomPermission', 'DeveloperName', [developerName]);
    return permission !== undefined && this.of(user).hasEntity(String(permission.Id));
  }

  canRunClass(user: RunningUser, classId: string): boolean {
    const access = this.of(user);
    return access.isAdministrator || access.hasSystemPermission('AuthorApex') || access.hasEntity(classId);
  }
}

/** Field-level security does not govern required, master-detail, name and system fields, nor events and set-up objects. */
function isGoverned(object: ObjectDescribe, field: FieldDescribe): boolean {
  if (
    object.isSetup ||
    object.kind === 'event' ||
    object.kind === 'metadata' ||
    object.kind === 'setting' ||
    object.kind === 'hierarchy-setting' ||
    object.kind === 'other'
  )
    return false;
  if (field.isMasterDetail || field.isNameField || field.isRequired) return false;
  if (!field.isCustom) return !ALWAYS_VISIBLE.has(field.name) && (field.isCreateable || field.isUpdateable);
  return true;
}

/** The parts of an address are governed by the address, those of a location by the location. */
function governingField(object: ObjectDescribe, field: FieldDescribe): string {
  if (field.isCustom && /__(Latitude|Longitude)__s$/i.test(field.name))
    return field.name.replace(/__(Latitude|Longitude)__s$/i, '__c');
  const part =
    /^(.*?)(Street|City|State|PostalCode|Country|StateCode|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/.exec(
      field.name,
    );
  const compound =
    part === null || field.isCustom ? undefined : object.fieldByName.get(`${part[1]}address`.toLowerCase());
  return compound?.type === 'ADDRESS' ? compound.name : field.name;
}

const ALWAYS_VISIBLE = new Set([
  'Id',
  'OwnerId',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'IsDeleted',
  'RecordTypeId',
  'FirstName',
  'LastName',
  'Name',
]);

/** A detail object without permissions of its own in our books still needs its own grant; activities follow Task and Event. */
function controllingParent(object: ObjectDescribe): string | undefined {
  return object.name === 'TaskRelation' || object.name === 'EventRelation' ? 'Task' : undefined;
}
