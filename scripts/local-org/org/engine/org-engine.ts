/**
 * One org in one thread: its database connection, its program, its users, and the transaction that runs. The parts that do
 * the work (saves, jobs, events, callouts) are given this engine; the library reaches it through EngineHost.
 */
import { randomBytes } from 'node:crypto';
import type { CallSite } from '../../library/host.ts';
import { setHost, startTransaction } from '../../library/host.ts';
import type { ApexException } from '../../library/core/apex-exception.ts';
import { asApexError } from '../../library/core/caught.ts';
import { LimitException, exceptionClass } from '../../library/core/exceptions.ts';
import { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { OrgDatabase } from '../../database/index.ts';
import type { ObjectDescribe, Schema } from '../../metadata/schema.ts';
import { Permissions } from '../access/permissions.ts';
import { Sharing } from '../access/sharing.ts';
import { CredentialBook } from '../callouts/credential-book.ts';
import type { CalloutOutcome, OutgoingRequest } from '../callouts/http-transport.ts';
import type { CodeCache } from '../program/index.ts';
import type { BirthCertificate } from '../setup/bootstrap.ts';
import type { Clock } from './clock.ts';
import { DataSession } from './data-session.ts';
import { EngineHost } from './engine-host.ts';
import type { OrgImage } from './image.ts';
import { LimitCounters, type LimitProfile } from './limits.ts';
import { Rows } from './rows.ts';
import type { Stores } from './stores.ts';
import { TestState } from './test-state.ts';
import { Transaction, type RunningJob, type RunningUser, type TransactionKind } from './transaction.ts';
import { UserDirectory } from './user-directory.ts';
import type { WriterLock } from './writer-lock.ts';

export interface EngineOptions {
  readonly database: OrgDatabase;
  readonly stores: Stores;
  readonly image: OrgImage;
  readonly birth: BirthCertificate;
  readonly clock: Clock;
  readonly lock: WriterLock;
  readonly administratorsSeeAllFields: boolean;
  readonly baseUrls: { instanceUrl: string; siteUrl: string };
  /** Sends a callout, blocking; absent where none may leave (tests). */
  readonly transport?: (request: OutgoingRequest) => CalloutOutcome;
  /** Jobs, events or schedules were added or are due sooner. */
  readonly workAdded?: () => void;
  /** Where compiled programs are kept between starts. */
  readonly codeCache?: CodeCache;
  readonly isTest?: boolean;
}

export interface TransactionRequest {
  readonly kind: TransactionKind;
  readonly user: RunningUser;
  readonly profile?: LimitProfile;
  readonly job?: RunningJob;
  readonly sessionToken?: string | null;
  readonly sitePrefix?: string | null;
  readonly limitOverrides?: ConstructorParameters<typeof LimitCounters>[2];
}

export class OrgEngine {
  readonly database: OrgDatabase;
  readonly stores: Stores;
  readonly birth: BirthCertificate;
  readonly clock: Clock;
  readonly data: DataSession;
  readonly rows: Rows;
  readonly users: UserDirectory;
  readonly permissions: Permissions;
  readonly sharing: Sharing;
  readonly credentials: CredentialBook;
  readonly options: EngineOptions;
  readonly host: EngineHost;
  readonly tests = new TestState();
  image: OrgImage;
  private current: Transaction | undefined;
  private readonly classIds = new Map<string, string | undefined>();
  private classIdsRevision = -1;

  constructor(options: EngineOptions) {
    this.options = options;
    this.database = options.database;
    this.stores = options.stores;
    this.birth = options.birth;
    this.clock = options.clock;
    this.image = options.image;
    this.data = new DataSession(options.database, options.lock);
    this.rows = new Rows(
      options.database,
      () => this.schema,
      () => this.clock.now(),
      () => this.current?.user.id ?? this.birth.administratorId,
    );
    this.users = new UserDirectory(this.rows);
    this.permissions = new Permissions(this.rows, options.administratorsSeeAllFields);
    this.sharing = new Sharing(this.database, () => this.schema, this.rows, this.permissions);
    this.credentials = new CredentialBook(this.stores.secrets);
    this.host = new EngineHost(this);
  }

  get schema(): Schema {
    return this.image.schema;
  }

  get transaction(): Transaction {
    if (this.current === undefined) throw new Error('No transaction runs.');
    return this.current;
  }

  get hasTransaction(): boolean {
    return this.current !== undefined;
  }

  user(id: string): RunningUser {
    const user = this.users.byId(id);
    if (user === undefined) throw new Error(`There is no user ${id}.`);
    return user;
  }

  /**
   * Runs `body` as one transaction: fresh limits and statics, commit at its end, rollback if it throws. What it throws is
   * thrown on, as the Apex exception it stands for.
   */
  runTransaction<Result>(request: TransactionRequest, body: (transaction: Transaction) => Result): Result {
    if (this.current !== undefined) throw new Error('A transaction runs already.');
    setHost(this.host);
    this.image.onTick = () => this.current?.limits.checkCpu();
    this.image.program.resetStatics();
    const transaction = (this.current = this.newTransaction(request));
    try {
      startTransaction();
      const result = body(transaction);
      this.data.commit();
      this.finish(transaction);
      return result;
    } catch (error) {
      this.data.rollback();
      this.setupChanged();
      this.finish(transaction);
      throw asApexError(error);
    } finally {
      this.current = undefined;
    }
  }

  /** A test method: like a transaction, but on the open database transaction, which the test runner rolls back. */
  runInTest<Result>(request: TransactionRequest, body: (transaction: Transaction) => Result): Result {
    setHost(this.host);
    this.image.onTick = () => this.current?.limits.checkCpu();
    this.image.program.resetStatics();
    const transaction = (this.current = this.newTransaction(request));
    try {
      startTransaction();
      return body(transaction);
    } catch (error) {
      throw asApexError(error);
    } finally {
      this.current = undefined;
    }
  }

  classIdOf(className: string): string | undefined {
    const name = className.split('.')[0]!;
    const key = name.toLowerCase();
    if (this.classIdsRevision !== this.database.setupRevision) {
      this.classIds.clear();
      this.classIdsRevision = this.database.setupRevision;
    }
    if (!this.classIds.has(key)) {
      const object = this.rows.object('ApexClass');
      const [match] = this.database.findByField(object, object.fieldByName.get('name')!, [name]);
      this.classIds.set(key, match?.id);
    }
    return this.classIds.get(key);
  }

  /** A transaction inside a test's: its own limits and user, a savepoint instead of a commit, the test's statics. */
  runNested<Result>(request: TransactionRequest, body: (transaction: Transaction) => Result): Result {
    const outer = this.transaction;
    const inner = (this.current = this.newTransaction(request));
    const savepoint = this.data.savepoint();
    try {
      const result = body(inner);
      this.data.release(savepoint);
      this.runAfterEnd(inner);
      return result;
    } catch (error) {
      this.data.rollbackTo(savepoint);
      this.data.release(savepoint);
      this.setupChanged();
      this.runAfterEnd(inner);
      throw asApexError(error);
    } finally {
      this.current = outer;
    }
  }

  newLimits(profile: LimitProfile, overrides?: TransactionRequest['limitOverrides']): LimitCounters {
    return new LimitCounters(profile, (message) => this.raiseLimit(message), overrides);
  }

  raiseLimit(message: string): never {
    throw new LimitException(message);
  }

  exception(typeName: string, message: string): ApexException {
    const constructor = exceptionClass(typeName);
    if (constructor === undefined) throw new Error(`The library has no exception ${typeName}.`);
    return new constructor(message);
  }

  /** `System.NullPointerException: Attempt to de-reference a null object`, blank line, stack. */
  describeException(error: ApexException): string {
    const stack = error.getStackTraceString();
    const cause = error.getCause();
    const own = `${error.getTypeName()}: ${error.getMessage()}\n\n${stack}`;
    return cause === null ? own : `${own}\n\ncaused by: ${this.describeException(cause)}`;
  }

  newRecord(object: ObjectDescribe, values: unknown[]): SObjectRecord {
    const record = new SObjectRecord(object);
    record.slots = values;
    return record;
  }

  setupChanged(): void {
    this.permissions.forget();
    this.users.forget();
  }

  workAdded(): void {
    this.transaction.addsWork = true;
  }

  systemSite(): CallSite {
    return { className: '', apiVersion: 67, sharing: 'without', isTrigger: false, isTest: false };
  }

  private newTransaction(request: TransactionRequest): Transaction {
    return new Transaction({
      kind: request.kind,
      user: request.user,
      limits: this.newLimits(request.profile ?? 'sync', request.limitOverrides),
      requestId: randomBytes(12).toString('base64url').replace(/[-_]/g, '0'),
      job: request.job,
      sessionToken: request.sessionToken,
      sitePrefix: request.sitePrefix,
    });
  }

  private finish(transaction: Transaction): void {
    this.runAfterEnd(transaction);
    if (transaction.addsWork) this.options.workAdded?.();
  }

  private runAfterEnd(transaction: Transaction): void {
    for (const action of transaction.afterEnd) this.data.write(action);
    if (transaction.afterEnd.length > 0) transaction.addsWork = true;
  }
}
