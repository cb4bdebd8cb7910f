/** The database of an org: the only place, with soql/ and sosl/, that says SQL to SQLite. */
export { OrgDatabase, type KeyMatch, type ReadOptions, type RowValues } from './org-database.ts';
export { ComponentStore, type StoredComponent } from './component-store.ts';
export { canonicalId, customKeyPrefix, makeId, withChecksum } from './ids.ts';
export { copySetup } from './setup-copy.ts';
export { decodeValue, encodeValue } from './value-codec.ts';
export { isStored } from './tables.ts';
