/** Which rows change seldom and are read by every transaction: users, permissions, settings, custom metadata. */
import type { ObjectDescribe } from '../metadata/schema.ts';

const NAMES = new Set(['Profile', 'Organization', 'ApexClass', 'Site', 'RecordType']);
const KINDS = new Set<ObjectDescribe['kind']>(['metadata', 'setting', 'hierarchy-setting']);

/** What is derived from such rows may be kept until OrgDatabase.setupRevision moves. */
export function isSetupData(object: ObjectDescribe): boolean {
  return object.isSetup || KINDS.has(object.kind) || NAMES.has(object.name);
}
