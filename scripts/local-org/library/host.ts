/**
 * What the library asks of the org it runs in. The org sets the host once per thread; the library imports nothing of
 * the org (imports go one way), and a test can run Apex with a host of its own.
 */
import type { SoqlQuery as Query, SoslQuery as Search } from '../apex/ast.ts';
import type { Sharing } from '../apex/symbols/types.ts';
import type { ObjectDescribe, Schema } from '../metadata/schema.ts';
import type { ApexList } from './core/apex-list.ts';
import type { ApexDatetime } from './core/apex-datetime.ts';
import type { ApexException } from './core/apex-exception.ts';
import type { SObjectRecord } from './core/sobject-record.ts';

export type AccessMode = 'user' | 'system';
export type ApexValue = unknown;

/** Where in the program a database operation is written: decides its default access mode and sharing. */
export interface CallSite {
  readonly className: string;
  readonly apiVersion: number;
  readonly sharing: Sharing;
  readonly isTrigger: boolean;
  readonly isTest: boolean;
  /**
   * Dynamic SOQL only (Database.query, countQuery, getQueryLocator, getCursor): the caller's variables by the text
   * after the colon, such as `ids` or `filter.names`. Throws QueryException for a variable that is not there.
   */
  readonly binds?: (name: string) => ApexValue;
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

export interface DmlRequest {
  readonly operation: DmlOperation;
  readonly records: readonly SObjectRecord[];
  readonly allOrNone: boolean;
  /** Stated in the code; undefined: the site's default. */
  readonly accessMode?: AccessMode;
  /** Upsert only: API name of the external id field; undefined: Id. */
  readonly externalIdField?: string;
  readonly options?: DmlOptions;
}

export interface DmlOptions {
  readonly allowDuplicates?: boolean;
  readonly useDefaultAssignmentRule?: boolean;
  readonly assignmentRuleId?: string;
  readonly allowFieldTruncation?: boolean;
}

export interface DmlError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export interface DmlRowResult {
  readonly id: string | null;
  readonly isSuccess: boolean;
  /** Upsert only. */
  readonly isCreated?: boolean;
  readonly errors: readonly DmlError[];
}

export interface CalloutRequest {
  readonly method: string;
  /** As the program wrote it: `callout:Name/path` or a URL. */
  readonly endpoint: string;
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly body: Uint8Array;
  readonly timeoutMilliseconds: number;
}

export interface CalloutResponse {
  readonly statusCode: number;
  readonly status: string;
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly body: Uint8Array;
}

export interface UserDetails {
  readonly id: string;
  readonly username: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  readonly profileId: string;
  readonly profileName: string;
  readonly roleId: string | null;
  readonly userType: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
}

/** The counters of Limits, by the name after `get`: `Queries`, `DmlStatements`, `CpuTime` … (Apex Reference, Limits class). */
export type LimitName =
  | 'Queries'
  | 'QueryRows'
  | 'QueryLocatorRows'
  | 'AggregateQueries'
  | 'SoslQueries'
  | 'DmlStatements'
  | 'DmlRows'
  | 'Callouts'
  | 'CpuTime'
  | 'HeapSize'
  | 'QueueableJobs'
  | 'FutureCalls'
  | 'EmailInvocations'
  | 'PublishImmediateDML'
  | 'MobilePushApexCalls'
  | 'FetchCallsOnApexCursor'
  | 'ApexCursorRows';

export interface EnqueueOptions {
  readonly delayMinutes?: number;
  readonly maximumStackDepth?: number;
  readonly duplicateSignature?: string;
}

export interface Host {
  readonly schema: Schema;
  readonly organization: { readonly id: string; readonly name: string };

  // Data
  query(query: Query, binds: (index: number) => ApexValue, site: CallSite, accessMode?: AccessMode): ApexList;
  /** Dynamic SOQL: text, with binds looked up by name (queryWithBinds, or the caller's variables are not visible: emitter passes them). */
  queryText(text: string, binds: (name: string) => ApexValue, site: CallSite, accessMode?: AccessMode): ApexList;
  countQuery(query: Query | string, binds: (key: never) => ApexValue, site: CallSite, accessMode?: AccessMode): number;
  search(search: Search | string, binds: (key: never) => ApexValue, site: CallSite, accessMode?: AccessMode): ApexList;
  /** Runs one save; sets ids and errors on the records. Never throws for a row's failure unless allOrNone (then the caller throws DmlException). */
  dml(request: DmlRequest, site: CallSite): DmlRowResult[];
  merge(
    master: SObjectRecord,
    duplicateIds: readonly string[],
    allOrNone: boolean,
    site: CallSite,
    accessMode?: AccessMode,
  ): DmlRowResult[];
  convertLeads(
    conversions: readonly LeadConversion[],
    allOrNone: boolean,
    site: CallSite,
    accessMode?: AccessMode,
  ): LeadConversionResult[];
  emptyRecycleBin(ids: readonly string[]): DmlRowResult[];
  setSavepoint(): string;
  rollback(savepoint: string): void;
  releaseSavepoint(savepoint: string): void;

  // Describe as the running user sees it
  canAccessObject(object: ObjectDescribe, right: 'read' | 'create' | 'edit' | 'delete' | 'undelete'): boolean;
  canAccessField(object: ObjectDescribe, field: string, right: 'read' | 'create' | 'edit'): boolean;

  /** Id of a record type; null when there is none. Record types without an id cannot be told by id. */
  recordTypeId?(object: string, developerName: string): string | null;
  /** Whether the running user may use a record type; all may where this is absent. */
  canUseRecordType?(object: string, developerName: string): boolean;

  // Custom settings and metadata
  customSetting(object: string, level: 'org' | 'instance' | 'values', userOrProfileId?: string): SObjectRecord | null;
  customSettings(object: string): SObjectRecord[];
  customMetadata(object: string): SObjectRecord[];
  hasCustomPermission(developerName: string): boolean;

  // Jobs and events
  enqueue(job: ApexValue, options: EnqueueOptions): string;
  attachFinalizer(finalizer: ApexValue): void;
  executeBatch(job: ApexValue, scopeSize: number): string;
  schedule(name: string, cron: string, job: ApexValue): string;
  scheduleBatch(job: ApexValue, name: string, minutesFromNow: number, scopeSize: number): string;
  abortJob(id: string): void;
  callFuture(className: string, methodName: string, args: readonly ApexValue[], callouts: boolean): void;
  publish(events: readonly SObjectRecord[], site: CallSite, accessMode?: AccessMode): DmlRowResult[];

  // The outside
  /**
   * Called before every callout, mocked or not: counts it and refuses it while the transaction has uncommitted work
   * (CalloutException). `callout` itself does neither.
   */
  beginCallout?(): void;
  callout(request: CalloutRequest): CalloutResponse;

  // Users, time, randomness
  user(): UserDetails;
  sessionId(): string | null;
  now(): ApexDatetime;
  random(): number;
  requestId(): string;
  quiddity(): string;

  // Limits and logging
  limitUsed(name: LimitName): number;
  limitMaximum(name: LimitName): number;
  /** Counts what the library itself uses. */
  useLimit?(name: LimitName, amount: number): void;
  log(level: string, line: number, message: string): void;

  // Events
  /** What EventBus.TriggerContext.currentContext() answers in a platform event trigger; `resume` keeps the checkpoint. */
  eventTriggerContext?():
    { readonly retries: number; readonly lastError: string | null; resume(replayId: string): void } | undefined;
  /** Test.getEventBus().fail(). */
  failEvents?(): void;

  // Email
  /** Counts one call of Messaging.sendEmail, whatever the number of its messages: nothing leaves the local org. */
  sendEmails?(): void;

  // Programs
  classByName(name: string): ApexValue;
  /** The methods of a class of the program, own ones only; undefined when there is no such class. For Test.createStub. */
  classMethods?(name: string): readonly ClassMethod[] | undefined;
  /** Whether the org has a flow of that name. */
  hasFlow?(name: string): boolean;
  label(name: string): string;
  staticResource(name: string): Uint8Array | null;
  siteBaseUrl(): string | null;
  orgBaseUrl(): string;

  // Tests
  readonly isRunningTest: boolean;
  startTest(): void;
  stopTest(): void;
  runAs(user: SObjectRecord, block: () => void): void;
  deliverEvents(): void;
  setCreatedDate(id: string, at: ApexDatetime): void;
  setFixedSearchResults(ids: readonly string[]): void;
  enqueueBatchJobs(count: number): void;

  /** Raises the exception that Apex cannot catch. */
  raiseLimit(message: string): never;
  /** Makes an exception of the library by its Apex name, to throw. */
  exception(typeName: string, message: string): ApexException;
}

/** A method as emitted code has it; types by the names that Type.forName takes. */
export interface ClassMethod {
  readonly name: string;
  /** Key of the function on the JavaScript prototype. */
  readonly jsName: string;
  readonly isStatic: boolean;
  readonly parameters: readonly string[];
  readonly parameterNames: readonly string[];
  readonly returnType: string;
}

export interface LeadConversion {
  readonly leadId: string;
  readonly convertedStatus: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly opportunityId?: string;
  readonly ownerId?: string;
  readonly opportunityName?: string;
  readonly doNotCreateOpportunity: boolean;
  readonly overwriteLeadSource: boolean;
}

export interface LeadConversionResult extends DmlRowResult {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
}

let current: Host | undefined;
const resets: Array<() => void> = [];
const testResets: Array<() => void> = [];

/** Returns the org this thread runs Apex for. */
export function host(): Host {
  if (current === undefined) throw new Error('No org runs in this thread: call setHost first.');
  return current;
}

export function setHost(next: Host): void {
  current = next;
}

/** Registers what the library forgets when a transaction begins (RestContext, mocks, caches of statics). */
export function onTransactionStart(reset: () => void): void {
  resets.push(reset);
}

/** Called by the org as each transaction begins. */
export function startTransaction(): void {
  for (const reset of resets) reset();
}

/** Registers what outlives a transaction within one test method (mocks of callouts, the page under test). */
export function onTestStart(reset: () => void): void {
  testResets.push(reset);
}

/** Called by the org as each test method begins: jobs that Test.stopTest() runs are transactions of the same test. */
export function startTestMethod(): void {
  for (const reset of testResets) reset();
}
