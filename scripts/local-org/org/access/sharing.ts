/**
 * Which records a user may see, edit and delete: owner, the roles above the owner, queues and groups, the org-wide default
 * of the object, manual shares, and the parent for details. Sharing rules and territories are not modelled.
 */
import type { OrgDatabase } from '../../database/index.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from '../../metadata/schema.ts';
import type { RowFilter } from '../../soql/query-options.ts';
import type { Rows } from '../engine/rows.ts';
import type { RunningUser } from '../engine/transaction.ts';
import type { Permissions } from './permissions.ts';

export type RowRight = 'read' | 'edit' | 'delete';

/** Owners whose records a user sees, and records shared one by one; undefined means every record. */
export interface Visibility {
  readonly ownerField: FieldDescribe;
  readonly ownerIds: readonly string[];
  readonly sharedIds: readonly string[];
}

export class Sharing {
  private readonly database: OrgDatabase;
  private readonly schema: () => Schema;
  private readonly rows: Rows;
  private readonly permissions: Permissions;

  constructor(database: OrgDatabase, schema: () => Schema, rows: Rows, permissions: Permissions) {
    this.database = database;
    this.schema = schema;
    this.rows = rows;
    this.permissions = permissions;
  }

  /** Undefined: everything is visible. Details answer for their masters through `controllingParent`. */
  visibility(user: RunningUser, object: ObjectDescribe, right: RowRight): Visibility | undefined {
    const ownerField = object.fieldByName.get('ownerid');
    if (
      ownerField === undefined ||
      object.isSetup ||
      object.kind === 'event' ||
      object.kind === 'metadata' ||
      object.kind === 'other'
    )
      return undefined;
    if (this.seesAll(user, object, right)) return undefined;
    return { ownerField, ownerIds: this.ownersBelow(user), sharedIds: this.sharedIds(user, object, right) };
  }

  /** The same as a filter of queries; undefined: every row. */
  rowFilter(user: RunningUser, object: ObjectDescribe): RowFilter | undefined {
    const parentField = this.controllingParent(object);
    if (parentField !== undefined) {
      const filters: RowFilter[] = [];
      for (const name of parentField.referenceTo) {
        const parent = this.schema().object(name);
        const filter = parent === undefined ? undefined : this.rowFilter(user, parent);
        if (filter === undefined) return undefined;
        filters.push({ kind: 'parent', field: parentField.name, object: name, filter });
      }
      return { kind: 'any', of: filters };
    }
    const visibility = this.visibility(user, object, 'read');
    if (visibility === undefined) return undefined;
    return {
      kind: 'any',
      of: [
        { kind: 'field', field: visibility.ownerField.name, values: visibility.ownerIds },
        { kind: 'field', field: 'Id', values: visibility.sharedIds },
      ],
    };
  }

  /** The lookup to the record that decides for a detail. */
  controllingParent(object: ObjectDescribe): FieldDescribe | undefined {
    if (object.sharingModel !== 'ControlledByParent' && object.fieldByName.has('ownerid')) return undefined;
    return object.fields.find((field) => field.isMasterDetail);
  }

  /** Of `ids`, those on which the user has the right. */
  accessibleIds(
    user: RunningUser,
    object: ObjectDescribe,
    ids: readonly string[],
    right: RowRight,
  ): ReadonlySet<string> {
    const parentField = this.controllingParent(object);
    if (parentField !== undefined) return this.byParent(user, object, parentField, ids, right);
    const visibility = this.visibility(user, object, right);
    if (visibility === undefined) return new Set(ids);
    const owners = new Set(visibility.ownerIds);
    const shared = new Set(visibility.sharedIds);
    const found = this.database.read(object, ids, { fields: [visibility.ownerField], includeDeleted: true });
    return new Set(
      ids.filter((id) => shared.has(id) || owners.has(String(found.get(id)?.[visibility.ownerField.index]))),
    );
  }

  private byParent(
    user: RunningUser,
    object: ObjectDescribe,
    field: FieldDescribe,
    ids: readonly string[],
    right: RowRight,
  ): ReadonlySet<string> {
    const found = this.database.read(object, ids, { fields: [field], includeDeleted: true });
    const parents = new Map<ObjectDescribe, Set<string>>();
    for (const values of found.values()) {
      const id = values[field.index] as string | null;
      const parent = id === null ? undefined : this.schema().objectByPrefix(id.slice(0, 3));
      if (parent === undefined || id === null) continue;
      parents.set(parent, (parents.get(parent) ?? new Set()).add(id));
    }
    const allowed = new Set<string>();
    for (const [parent, parentIds] of parents) {
      for (const id of this.accessibleIds(user, parent, [...parentIds], right === 'delete' ? 'edit' : right))
        allowed.add(id);
    }
    return new Set(ids.filter((id) => allowed.has(String(found.get(id)?.[field.index]))));
  }

  private seesAll(user: RunningUser, object: ObjectDescribe, right: RowRight): boolean {
    const access = this.permissions.of(user);
    const grant = access.object(object.name);
    if (access.isAdministrator || grant.modifyAll) return true;
    if (right === 'read' && (grant.viewAll || access.hasSystemPermission('ViewAllData'))) return true;
    // The external default of a guest is always Private (reference/platform.md §2).
    if (user.isGuest) return false;
    switch (object.sharingModel) {
      case 'FullAccess':
        return true;
      case 'ReadWriteTransfer':
      case 'ReadWrite':
        return right !== 'delete';
      case 'ControlledByParent':
        // A contact without permissions of its own follows its account, whose default is Public Read/Write.
        return right !== 'delete';
      case 'Read':
        return right === 'read';
      default:
        return object.kind === 'setting' || object.kind === 'hierarchy-setting';
    }
  }

  private ownersBelow(user: RunningUser): string[] {
    if (user.isGuest) return [];
    const ids = [user.id, ...this.groupsOf(user.id)];
    if (user.roleId === null) return ids;
    const below = this.rolesBelow(user.roleId);
    if (below.length > 0) ids.push(...this.rows.where('User', 'UserRoleId', below).map((row) => String(row.Id)));
    return ids;
  }

  private groupsOf(userId: string): string[] {
    return this.rows.where('GroupMember', 'UserOrGroupId', [userId]).map((row) => String(row.GroupId));
  }

  private rolesBelow(roleId: string): string[] {
    const below: string[] = [];
    let level = [roleId];
    while (level.length > 0) {
      level = this.rows
        .where('UserRole', 'ParentRoleId', level)
        .map((row) => String(row.Id))
        .filter((id) => !below.includes(id));
      below.push(...level);
    }
    return below;
  }

  /** Manual shares: `Thing__Share` with ParentId, `LeadShare` with LeadId. */
  private sharedIds(user: RunningUser, object: ObjectDescribe, right: RowRight): string[] {
    const share = this.schema().object(
      object.isCustom ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`,
    );
    if (share === undefined || !share.fieldByName.has('userorgroupid')) return [];
    const parentField = share.fieldByName.has('parentid') ? 'ParentId' : `${object.name}Id`;
    const levelField = share.fieldByName.has('accesslevel') ? 'AccessLevel' : `${object.name}AccessLevel`;
    const levels = right === 'read' ? ['Read', 'Edit', 'All'] : right === 'edit' ? ['Edit', 'All'] : ['All'];
    const holders = [user.id, ...this.groupsOf(user.id)];
    return this.rows
      .where(share.name, 'UserOrGroupId', holders)
      .filter((row) => levels.includes(String(row[levelField])))
      .map((row) => String(row[parentField]));
  }
}
