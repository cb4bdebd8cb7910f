/** What custom settings and custom metadata types can do by themselves. The object's API name goes first. */
import { ApexMap } from '../core/apex-map.ts';
import { STRING_TYPE, sobjectType } from '../core/runtime-type.ts';
import { SObjectRecord } from '../core/sobject-record.ts';
import { isIdText, toId } from '../core/id.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';

function byName(object: string, records: readonly SObjectRecord[], nameField: string): ApexMap {
  const map = new ApexMap(STRING_TYPE, sobjectType(host().schema.object(object)?.name ?? object));
  for (const record of records) {
    const name = record.slots[record.fieldNamed(nameField).index];
    if (typeof name === 'string') map.put(name, record);
  }
  return map;
}

function isHierarchy(object: string): boolean {
  return host().schema.object(object)?.kind === 'hierarchy-setting';
}

/** Hierarchy settings answer an empty record where nothing is saved. */
function orEmpty(object: string, record: SObjectRecord | null): SObjectRecord {
  return record ?? new SObjectRecord(host().schema.object(object)!);
}

function listSetting(object: string, name: unknown): SObjectRecord | null {
  return byName(object, host().customSettings(object), 'Name').get(argument(name, 1)) as SObjectRecord | null;
}

export const System_CustomSetting = {
  getAll: (object: string): ApexMap => byName(object, host().customSettings(object), 'Name'),
  getInstance(object: string, idOrName?: unknown): SObjectRecord | null {
    if (!isHierarchy(object)) return listSetting(object, idOrName);
    const id = idOrName === undefined ? undefined : toId(argument(idOrName, 1) as string)!;
    return orEmpty(object, host().customSetting(object, 'instance', id));
  },
  getOrgDefaults: (object: string): SObjectRecord => orEmpty(object, host().customSetting(object, 'org')),
  getValues(object: string, idOrName: unknown): SObjectRecord | null {
    if (!isHierarchy(object)) return listSetting(object, idOrName);
    return host().customSetting(object, 'values', toId(argument(idOrName, 1) as string)!);
  },
};

export const System_CustomMetadata = {
  getAll: (object: string): ApexMap => byName(object, host().customMetadata(object), 'DeveloperName'),
  getInstance(object: string, idOrDeveloperName: string | null): SObjectRecord | null {
    const key = argument(idOrDeveloperName, 1);
    const records = host().customMetadata(object);
    const byId = isIdText(key) ? records.find((record) => record.id === toId(key)) : undefined;
    return byId ?? (byName(object, records, 'DeveloperName').get(key) as SObjectRecord | null);
  },
};
