/** System.Security.stripInaccessible and its decision. */
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexList } from '../core/apex-list.ts';
import { ApexMap } from '../core/apex-map.ts';
import { ApexSet } from '../core/apex-set.ts';
import { NoAccessException } from '../core/exceptions.ts';
import { INTEGER_TYPE, STRING_TYPE, setType } from '../core/runtime-type.ts';
import type { SObjectRecord } from '../core/sobject-record.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';
import type { CallSite } from '../host.ts';

type Right = 'read' | 'create' | 'edit';

const RIGHTS: Record<string, readonly Right[]> = {
  CREATABLE: ['create'],
  READABLE: ['read'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit'],
};

export class System_SObjectAccessDecision {
  private readonly records: ApexList;
  private readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly modified: ReadonlySet<number>;

  constructor(records: ApexList, removed: ReadonlyMap<string, ReadonlySet<string>>, modified: ReadonlySet<number>) {
    this.records = records;
    this.removed = removed;
    this.modified = modified;
  }

  getModifiedIndexes(): ApexSet {
    return new ApexSet(INTEGER_TYPE, this.modified);
  }

  getRecords(): ApexList {
    return this.records;
  }

  getRemovedFields(): ApexMap {
    const map = new ApexMap(STRING_TYPE, setType(STRING_TYPE));
    for (const [object, fields] of this.removed) map.put(object, new ApexSet(STRING_TYPE, fields));
    return map;
  }
}

class Stripper {
  readonly removed = new Map<string, Set<string>>();
  private readonly rights: readonly Right[];

  constructor(rights: readonly Right[]) {
    this.rights = rights;
  }

  /** A copy without what the user may not touch, and whether something is missing. */
  strip(record: SObjectRecord): { copy: SObjectRecord; isModified: boolean } {
    const copy = record.clone(true, false, true, true);
    copy.isQueried = false;
    let isModified = false;
    for (const field of record.object.fields) {
      if (record.slots[field.index] === undefined || this.isAllowed(record.object, field)) continue;
      copy.slots[field.index] = undefined;
      this.note(record.object.name, field.name);
      isModified = true;
    }
    for (const [name, parent] of record.parents ?? []) {
      if (parent === null) continue;
      const stripped = this.strip(parent);
      copy.setParent(name, stripped.copy);
      isModified ||= stripped.isModified;
    }
    for (const [name, children] of record.children ?? [])
      isModified = this.stripChildren(copy, name, children) || isModified;
    return { copy, isModified };
  }

  private stripChildren(copy: SObjectRecord, name: string, children: ApexList): boolean {
    const stripped = children.items.map((child) => this.strip(child as SObjectRecord));
    copy.setChildList(
      name,
      new ApexList(
        children.elementType,
        stripped.map((child) => child.copy),
      ),
    );
    return stripped.some((child) => child.isModified);
  }

  private isAllowed(object: ObjectDescribe, field: FieldDescribe): boolean {
    if (field.name === 'Id') return true;
    return this.rights.every((right) => {
      // What nobody may set is no matter of rights, except that a save could not take it.
      if (right === 'create' && !field.isCreateable) return false;
      if (right === 'edit' && !field.isUpdateable) return false;
      return host().canAccessField(object, field.name, right);
    });
  }

  private note(object: string, field: string): void {
    const fields = this.removed.get(object) ?? new Set();
    this.removed.set(object, fields.add(field));
  }
}

export const System_Security = {
  stripInaccessible(
    _site: CallSite,
    type: ApexEnumValue | null,
    records: ApexList | null,
    enforceRoot: boolean | null = true,
  ) {
    const rights = RIGHTS[argument(type, 1).$name]!;
    const source = argument(records, 2);
    const stripper = new Stripper(rights);
    const modified = new Set<number>();
    const copies = (source.items as SObjectRecord[]).map((record, index) => {
      if (enforceRoot) requireObject(record.object, rights);
      const { copy, isModified } = stripper.strip(record);
      if (isModified) modified.add(index);
      return copy;
    });
    return new System_SObjectAccessDecision(new ApexList(source.elementType, copies), stripper.removed, modified);
  },
};

function requireObject(object: ObjectDescribe, rights: readonly Right[]): void {
  if (rights.every((right) => host().canAccessObject(object, right))) return;
  throw new NoAccessException(`No access to entity: ${object.name}`);
}
