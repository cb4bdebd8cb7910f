/** Opens an org's database: a new one is born with its default data, an old one is read. */
import { OrgDatabase, copySetup } from '../../database/index.ts';
import { OrgMetadata } from '../../metadata/org-metadata.ts';
import type { Clock } from '../engine/clock.ts';
import { openStores, type Stores } from '../engine/stores.ts';
import { Rows } from '../engine/rows.ts';
import { createDefaultData, type BirthCertificate } from './bootstrap.ts';
import { syncDefinitionRows, syncStatusRows } from './status-rows.ts';

export interface OpenOrg {
  readonly database: OrgDatabase;
  readonly stores: Stores;
  readonly metadata: OrgMetadata;
  readonly birth: BirthCertificate;
}

const BIRTH = 'birth';

export interface OpenOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly administratorUsername?: string;
  readonly timeZone?: string;
}

/** Call it before workers open the same file: it makes the tables. */
export function openOrg(options: OpenOptions): OpenOrg {
  const database = new OrgDatabase(options.path);
  const birthText = database.meta(BIRTH);
  const stores = openStores(database.connection, true);
  if (birthText !== undefined) {
    const metadata = OrgMetadata.load(database);
    const birth = JSON.parse(birthText) as BirthCertificate;
    followRelease(database, metadata, birth, options.clock);
    return { database, stores, metadata, birth };
  }
  const metadata = OrgMetadata.empty();
  const birth = database.write(() => {
    database.applySchema(metadata.schema);
    const rows = new Rows(
      database,
      () => metadata.schema,
      () => options.clock.now(),
      () => '',
    );
    const born = createDefaultData(rows, {
      orgName: 'Local Org',
      administratorUsername: options.administratorUsername ?? 'admin@local.org',
      timeZone: options.timeZone ?? 'America/Los_Angeles',
    });
    syncStatusRows(rows, metadata.schema);
    syncDefinitionRows(rows, metadata.schema);
    database.setMeta(BIRTH, JSON.stringify(born));
    return born;
  });
  return { database, stores, metadata, birth };
}

/** An org may be older than the program that opens it, and lack standard objects and fields that came since. */
function followRelease(database: OrgDatabase, metadata: OrgMetadata, birth: BirthCertificate, clock: Clock): void {
  if (database.fitsSchema(metadata.schema)) return;
  database.write(() => {
    const shape = (): unknown => database.connection.get('PRAGMA schema_version')?.[0];
    const before = shape();
    database.applySchema(metadata.schema);
    if (shape() === before) return;
    const rows = new Rows(
      database,
      () => metadata.schema,
      () => clock.now(),
      () => birth.administratorId,
    );
    syncStatusRows(rows, metadata.schema);
    syncDefinitionRows(rows, metadata.schema);
  });
}

/** A worker's view of an org that is open already. */
export function joinOrg(path: string): OpenOrg {
  const database = new OrgDatabase(path);
  const stores = openStores(database.connection, false);
  return {
    database,
    stores,
    metadata: OrgMetadata.load(database),
    birth: JSON.parse(database.meta(BIRTH)!) as BirthCertificate,
  };
}

/** A database in memory that holds what tests may see of an org: set-up rows and custom metadata, no business records. */
export function copyForTests(from: OrgDatabase, metadata: OrgMetadata, birth: BirthCertificate): OpenOrg {
  const database = new OrgDatabase(':memory:');
  const stores = openStores(database.connection, true);
  database.write(() => database.applySchema(metadata.schema));
  copySetup(from, database, metadata.schema);
  return { database, stores, metadata, birth };
}
