/** Schema.RecordTypeInfo: an object's record types and the master that every object has. */
import type { ObjectDescribe, RecordTypeDescribe } from '../../metadata/schema.ts';
import { host } from '../host.ts';

const MASTER_ID = '012000000000000AAA';

export class RecordTypeDetails {
  private readonly object: ObjectDescribe;
  private readonly type: RecordTypeDescribe;
  private readonly isDefault: boolean;
  private readonly isTheMaster: boolean;

  constructor(object: ObjectDescribe, type: RecordTypeDescribe, isDefault: boolean, isTheMaster: boolean) {
    this.object = object;
    this.type = type;
    this.isDefault = isDefault;
    this.isTheMaster = isTheMaster;
  }

  getDeveloperName(): string {
    return this.type.developerName;
  }

  getName(): string {
    return this.type.label;
  }

  getRecordTypeId(): string | null {
    return this.isTheMaster ? MASTER_ID : (host().recordTypeId?.(this.object.name, this.type.developerName) ?? null);
  }

  isActive(): boolean {
    return this.type.isActive;
  }

  isAvailable(): boolean {
    if (this.isTheMaster) return true;
    return this.type.isActive && (host().canUseRecordType?.(this.object.name, this.type.developerName) ?? true);
  }

  /** The user's default: the first record type that the user may use, else the master. */
  isDefaultRecordTypeMapping(): boolean {
    return this.isDefault;
  }

  isMaster(): boolean {
    return this.isTheMaster;
  }

  toString(): string {
    return `Schema.RecordTypeInfo[getDeveloperName=${this.getDeveloperName()};getName=${this.getName()};getRecordTypeId=${this.getRecordTypeId()}]`;
  }
}

export function recordTypesOf(object: ObjectDescribe): RecordTypeDetails[] {
  const first = object.recordTypes.find(
    (type) => type.isActive && (host().canUseRecordType?.(object.name, type.developerName) ?? true),
  );
  const own = object.recordTypes.map((type) => new RecordTypeDetails(object, type, type === first, false));
  const master = { developerName: 'Master', label: 'Master', isActive: true };
  return [...own, new RecordTypeDetails(object, master, first === undefined, true)];
}
