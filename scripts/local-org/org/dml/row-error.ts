/** The errors a row of a save can get, with Salesforce's status codes and words (reference/platform.md §8). */
import type { DmlError } from '../../library/host.ts';
import type { FieldDescribe } from '../../metadata/schema.ts';

export function rowError(statusCode: string, message: string, fields: readonly string[] = []): DmlError {
  return { statusCode, message, fields };
}

export const rowErrors = {
  requiredFieldsMissing: (fields: readonly string[]): DmlError =>
    rowError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, fields),

  tooLong: (field: FieldDescribe, value: string): DmlError =>
    rowError(
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${shorten(value)} (max length=${field.length})`,
      [field.name],
    ),

  outOfRange: (field: FieldDescribe, value: string): DmlError =>
    rowError('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${value}`, [
      field.name,
    ]),

  badPicklistValue: (field: FieldDescribe, value: string): DmlError =>
    rowError(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${value}`,
      [field.name],
    ),

  badEmail: (field: FieldDescribe, value: string): DmlError =>
    rowError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]),

  badId: (field: FieldDescribe, value: string): DmlError =>
    rowError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, [field.name]),

  invalidCrossReference: (fields: readonly string[] = []): DmlError =>
    rowError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', fields),

  noAccessOnCrossReference: (id: string): DmlError =>
    rowError(
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      `insufficient access rights on cross-reference id: ${id}`,
    ),

  noAccess: (): DmlError => rowError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),

  duplicateValue: (field: FieldDescribe, existingId: string): DmlError =>
    rowError(
      'DUPLICATE_VALUE',
      `duplicate value found: ${field.name} duplicates value on record with id: ${existingId}`,
    ),

  duplicateExternalId: (field: string, count: string): DmlError =>
    rowError('DUPLICATE_EXTERNAL_ID', `${field}: more than one record found for external id field: [${count}]`),

  foreignKeyNotFound: (field: string, value: string, object: string): DmlError =>
    rowError('INVALID_FIELD', `Foreign key external ID: ${value} not found for field ${field} in entity ${object}`),

  missingKey: (field: string): DmlError => rowError('MISSING_ARGUMENT', `${field} not specified`),

  duplicateKeyInCall: (field: string, value: string): DmlError =>
    rowError('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [field]),

  notInRecycleBin: (): DmlError => rowError('UNDELETE_FAILED', 'Entity is not in the recycle bin'),

  batchRetries: (): DmlError =>
    rowError('UNKNOWN_EXCEPTION', 'Too many batch retries in the presence of Apex triggers and partial failures.'),

  guestOwner: (): DmlError =>
    rowError('GUEST_INSUFFICIENT_ACCESS', 'Guest users cannot own records: set an owner.', ['OwnerId']),

  duplicateUsername: (): DmlError =>
    rowError(
      'DUPLICATE_USERNAME',
      'Duplicate Username.<br>Another user has already selected this username.<br>Please select another.',
      ['Username'],
    ),

  idSpecified: (): DmlError =>
    rowError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']),

  idMissing: (): DmlError => rowError('MISSING_ARGUMENT', 'Id not specified in an update call'),

  notWritable: (fields: readonly string[]): DmlError =>
    rowError(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      fields,
    ),

  deleted: (): DmlError => rowError('ENTITY_IS_DELETED', 'entity is deleted'),

  converted: (): DmlError => rowError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead'),

  validationRule: (message: string, field?: string): DmlError =>
    rowError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === undefined ? [] : [field]),

  selfReference: (trigger: string, ids: string): DmlError =>
    rowError(
      'SELF_REFERENCE_FROM_TRIGGER',
      `Object (id = ${ids}) is currently in trigger ${trigger}, therefore it cannot recursively update itself`,
    ),

  mixedDml: (object: string, original: string): DmlError =>
    rowError(
      'MIXED_DML_OPERATION',
      `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object}, original object: ${original}`,
    ),

  lockRow: (): DmlError => rowError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record'),

  restrictedDelete: (label: string): DmlError =>
    rowError(
      'DELETE_FAILED',
      `Your attempt to delete ${label} could not be completed because it is associated with other records.`,
    ),

  allOrNoneRolledBack: (): DmlError =>
    rowError(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
    ),

  triggerFailed: (text: string): DmlError => rowError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', text),
} as const;

function shorten(value: string): string {
  return value.length > 255 ? value.slice(0, 255) : value;
}
