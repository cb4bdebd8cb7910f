/** The LocalOrg of the doors: the main thread's side of an org whose Apex runs in workers. */
import { availableParallelism } from 'node:os';
import type { DmlRowResult } from '../../library/host.ts';
import { makeId } from '../../database/index.ts';
import { OrgMetadata } from '../../metadata/org-metadata.ts';
import type { ObjectDescribe, Schema } from '../../metadata/schema.ts';
import { CredentialBook } from '../callouts/credential-book.ts';
import { Clock } from '../engine/clock.ts';
import { DataSession } from '../engine/data-session.ts';
import { Rows } from '../engine/rows.ts';
import { WriterLock } from '../engine/writer-lock.ts';
import {
  ApiError,
  type AnonymousResult,
  type ApexRestRequest,
  type ApexRestResponse,
  type CredentialStore,
  type DeployOptions,
  type DeployOutcome,
  type DmlCall,
  type JsonRecord,
  type LocalOrg,
  type QueryAnswer,
  type Session,
  type SiteDetails,
  type TestRun,
  type TestSelection,
} from '../local-org.ts';
import { openOrg, type OpenOrg } from '../setup/open-org.ts';
import { credentialStore } from './credential-access.ts';
import { Dispatcher } from './dispatcher.ts';
import { recover } from './recover.ts';
import { WorkerPool } from './worker-pool.ts';

export interface CoordinatorOptions {
  /** Absolute path of the SQLite file. */
  readonly path: string;
  readonly administratorUsername?: string;
  readonly timeZone?: string;
  /** Hosts beyond loopback that callouts may reach. */
  readonly allowedHosts?: readonly string[];
}

const CLOCK_OFFSET = 'clock-offset';
const MAIN_THREAD = 1;
const IDLE_POLL_MILLISECONDS = 15;

export class OrgCoordinator implements LocalOrg {
  readonly administrator: LocalOrg['administrator'];
  readonly credentials: CredentialStore;
  private readonly org: OpenOrg;
  private readonly clock: Clock;
  private readonly data: DataSession;
  private readonly rows: Rows;
  private readonly pool: WorkerPool;
  private readonly dispatcher: Dispatcher;
  private readonly baseUrls = { instanceUrl: 'http://127.0.0.1', siteUrl: 'http://127.0.0.1' };
  private metadata: OrgMetadata;
  /** Every request to a Site asks for them. */
  private knownSites: { readonly revision: number; readonly sites: readonly SiteDetails[] } | undefined;
  private isStopped = false;

  constructor(options: CoordinatorOptions) {
    this.clock = new Clock();
    const lock = new WriterLock(MAIN_THREAD);
    this.org = openOrg({ ...options, clock: this.clock });
    this.metadata = this.org.metadata;
    this.clock.offsetMilliseconds = Number(this.org.stores.settings.read(CLOCK_OFFSET) ?? 0);
    recover(this.org, this.clock);
    this.data = new DataSession(this.org.database, lock);
    this.rows = new Rows(
      this.org.database,
      () => this.schema,
      () => this.clock.now(),
      () => this.org.birth.administratorId,
    );
    const admin = this.rows.byId('User', this.org.birth.administratorId)!;
    this.administrator = {
      userId: String(admin.Id),
      username: String(admin.Username),
      name: String(admin.Name ?? admin.LastName),
    };
    this.credentials = credentialStore(new CredentialBook(this.org.stores.secrets), this.data, this.rows);
    this.pool = new WorkerPool({
      path: options.path,
      clock: this.clock.shared,
      lock,
      baseUrls: this.baseUrls,
      transport: { allowedHosts: options.allowedHosts ?? [] },
      computing: Math.max(2, availableParallelism()),
      workAdded: () => this.dispatcher.pumpSoon(),
    });
    this.dispatcher = new Dispatcher(this.org.stores, this.clock, this.pool);
  }

  /** Starts a worker, for which the first requests wait, and what is due. */
  start(): void {
    this.pool.run({ kind: 'warm' }, { isUrgent: true }).catch((error: unknown) => {
      if (!this.isStopped) console.error('A worker of the local org cannot start:', error);
    });
    this.dispatcher.pump();
  }

  get organizationId(): string {
    return this.org.birth.organizationId;
  }

  get instanceUrl(): string {
    return this.baseUrls.instanceUrl;
  }

  get schema(): Schema {
    return this.metadata.schema;
  }

  async readSetting(key: string): Promise<string | undefined> {
    return this.org.stores.settings.read(key);
  }

  async writeSetting(key: string, value: string | undefined): Promise<void> {
    this.data.write(() => this.org.stores.settings.write(key, value));
  }

  async sites(): Promise<readonly SiteDetails[]> {
    const { database } = this.org;
    database.followSetup();
    if (this.knownSites?.revision !== database.setupRevision)
      this.knownSites = { revision: database.setupRevision, sites: this.readSites() };
    return this.knownSites.sites;
  }

  private readSites(): SiteDetails[] {
    const ids = this.org.database.allIds(this.rows.object('Site'));
    return ids.map((id) => {
      const row = this.rows.byId('Site', id)!;
      return {
        name: String(row.Name),
        pathPrefix: String(row.UrlPathPrefix ?? ''),
        guestUserId: String(row.GuestUserId),
        isActive: row.Status === 'Active',
      };
    });
  }

  setBaseUrls(urls: { readonly instanceUrl: string; readonly siteUrl: string }): void {
    Object.assign(this.baseUrls, urls);
  }

  newId(keyPrefix: string): string {
    return this.data.write(() => makeId(keyPrefix, this.org.database.nextNumber(keyPrefix)));
  }

  query(
    session: Session,
    soql: string,
    options: { readonly allRows?: boolean; readonly tooling?: boolean } = {},
  ): Promise<QueryAnswer> {
    return this.pool.run({ kind: 'query', session, soql, options }, { isUrgent: true });
  }

  search(session: Session, sosl: string): Promise<readonly JsonRecord[]> {
    return this.pool.run({ kind: 'search', session, sosl }, { isUrgent: true });
  }

  retrieve(session: Session, object: string, id: string, fields?: readonly string[]): Promise<JsonRecord> {
    return this.pool.run({ kind: 'retrieve', session, object, id, fields }, { isUrgent: true });
  }

  dml(session: Session, call: DmlCall): Promise<readonly DmlRowResult[]> {
    return this.pool.run({ kind: 'dml', session, call }, { isUrgent: true });
  }

  describe(_session: Session, name: string): ObjectDescribe {
    const object = this.schema.object(name);
    if (object === undefined) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return object;
  }

  apexRest(session: Session, request: ApexRestRequest): Promise<ApexRestResponse> {
    return this.pool.run({ kind: 'apex-rest', session, request }, { isUrgent: true });
  }

  executeAnonymous(session: Session, code: string): Promise<AnonymousResult> {
    return this.pool.run({ kind: 'anonymous', session, code }, { isUrgent: true });
  }

  runTests(
    session: Session,
    selection: TestSelection,
    progress?: (done: number, total: number) => void,
  ): Promise<TestRun> {
    return this.pool.run({ kind: 'tests', session, selection }, { progress });
  }

  async deploy(
    session: Session,
    files: ReadonlyMap<string, Uint8Array>,
    options: DeployOptions,
  ): Promise<DeployOutcome> {
    const outcome = await this.pool.run({ kind: 'deploy', session, files, options }, { isUrgent: true });
    if (outcome.success && !options.checkOnly) this.metadata = OrgMetadata.load(this.org.database);
    this.dispatcher.pump();
    return outcome;
  }

  async setClock(target: { readonly offsetMilliseconds: number } | { readonly at: string }): Promise<string> {
    const offset = 'at' in target ? Date.parse(target.at) - Date.now() : target.offsetMilliseconds;
    if (!Number.isFinite(offset)) throw new ApiError(400, 'INVALID_INPUT', 'Not a time.');
    this.clock.offsetMilliseconds = offset;
    this.data.write(() => this.org.stores.settings.write(CLOCK_OFFSET, String(Math.round(offset))));
    this.dispatcher.pump();
    return this.now().toISOString();
  }

  now(): Date {
    return new Date(this.clock.now());
  }

  async idle(timeoutMilliseconds: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMilliseconds;
    for (;;) {
      this.dispatcher.pump();
      if (this.dispatcher.isIdle()) return true;
      if (performance.now() >= deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, IDLE_POLL_MILLISECONDS));
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.dispatcher.stop();
    await this.pool.stop();
    this.org.database.close();
  }
}
