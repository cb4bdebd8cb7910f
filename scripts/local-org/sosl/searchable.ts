/** Which objects and fields a search looks at. */
import type { SoslQuery } from '../apex/ast.ts';
import { hasTable, isStored } from '../database/tables.ts';
import type { FieldDescribe, ObjectDescribe } from '../metadata/schema.ts';

const TEXT_TYPES: ReadonlySet<string> = new Set(['STRING', 'TEXTAREA', 'EMAIL', 'PHONE', 'URL', 'COMBOBOX']);
const NAME_PARTS: ReadonlySet<string> = new Set(['FirstName', 'MiddleName', 'LastName']);

/** Objects that a search without RETURNING goes through: those with names that people give to records. */
export function isSearchable(object: ObjectDescribe): boolean {
  if (object.kind !== 'standard' && object.kind !== 'custom') return false;
  if (!hasTable(object) || !object.isQueryable || object.isVisibleInTests === true) return false;
  if (object.isSetup && object.name !== 'User') return false;
  return object.fields.some((field) => field.isNameField && TEXT_TYPES.has(field.type));
}

/** `IN NAME FIELDS` and so on; the index of the platform has no formulas and nothing encrypted. */
export function searchedFields(object: ObjectDescribe, group: SoslQuery['group']): FieldDescribe[] {
  return object.fields.filter((field) => {
    if (!isStored(field) || field.isEncrypted || !TEXT_TYPES.has(field.type)) return false;
    const isName = field.isNameField || (NAME_PARTS.has(field.name) && !field.isCustom);
    switch (group) {
      case 'name':
        return isName;
      case 'email':
        return field.type === 'EMAIL';
      case 'phone':
        return field.type === 'PHONE';
      case 'sidebar':
        return isName || field.type === 'EMAIL' || field.type === 'PHONE' || field.isIdLookup || field.isExternalId;
      case 'all':
        return true;
    }
  });
}
