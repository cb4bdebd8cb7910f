/** The Host of library/host.ts over one engine: what Apex code asks of its org. Each answer is a line; the work is elsewhere. */
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import type { ApexException } from '../../library/core/apex-exception.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type {
  AccessMode,
  CallSite,
  CalloutRequest,
  CalloutResponse,
  DmlRequest,
  DmlRowResult,
  EnqueueOptions,
  Host,
  LeadConversion,
  LeadConversionResult,
  LimitName,
} from '../../library/host.ts';
import type { ObjectDescribe, Schema } from '../../metadata/schema.ts';
import { randomFillSync } from 'node:crypto';
import type { ObjectRight } from '../access/user-access.ts';
import { beginCallout, sendCallout } from '../callouts/send-callout.ts';
import { convertLeads } from '../dml/convert-lead.ts';
import { emptyRecycleBin } from '../dml/empty-recycle-bin.ts';
import { merge } from '../dml/merge.ts';
import { save } from '../dml/saves.ts';
import type { SaveServices } from '../dml/save-services.ts';
import { deliverTestEvents } from '../events/deliver.ts';
import { publishEvents } from '../events/publish.ts';
import { abortJob } from '../jobs/abort.ts';
import { attachFinalizer, callFuture, enqueueQueueable, executeBatch } from '../jobs/enqueue.ts';
import { scheduleBatch, scheduleJob } from '../jobs/schedule.ts';
import { startTest, stopTest } from '../tests/test-boundaries.ts';
import { runAs } from '../tests/run-as.ts';
import { customMetadata, customSetting, customSettings } from './custom-data.ts';
import { countQuery, query, queryText, search } from './queries.ts';
import type { OrgEngine } from './org-engine.ts';
import { saveServices } from './save-bridge.ts';
import { QUIDDITIES, type RunningUser } from './transaction.ts';

export class EngineHost implements Host {
  private readonly engine: OrgEngine;
  readonly saves: SaveServices;
  /** Asking the system for each number alone costs more than the number. */
  private readonly randoms = new Uint32Array(512);
  private nextRandom = this.randoms.length;

  constructor(engine: OrgEngine) {
    this.engine = engine;
    this.saves = saveServices(engine);
  }

  get schema(): Schema {
    return this.engine.schema;
  }

  get organization(): { readonly id: string; readonly name: string } {
    const { rows, birth } = this.engine;
    return {
      id: birth.organizationId,
      get name() {
        return String(rows.byId('Organization', birth.organizationId)?.Name ?? '');
      },
    };
  }

  // Data
  query: Host['query'] = (soql, binds, site, accessMode) => query(this.engine, soql, binds, site, accessMode);
  queryText: Host['queryText'] = (text, binds, site, accessMode) =>
    queryText(this.engine, text, binds, site, accessMode);
  countQuery: Host['countQuery'] = (soql, binds, site, accessMode) =>
    countQuery(this.engine, soql, binds, site, accessMode);
  search: Host['search'] = (sosl, binds, site, accessMode) => search(this.engine, sosl, binds, site, accessMode);

  dml(request: DmlRequest, site: CallSite): DmlRowResult[] {
    return save(this.saves, request, site);
  }

  merge(
    master: SObjectRecord,
    duplicateIds: readonly string[],
    allOrNone: boolean,
    site: CallSite,
    accessMode?: AccessMode,
  ): DmlRowResult[] {
    return merge(this.saves, { master, duplicateIds, allOrNone, site, accessMode });
  }

  convertLeads(
    conversions: readonly LeadConversion[],
    allOrNone: boolean,
    site: CallSite,
    accessMode?: AccessMode,
  ): LeadConversionResult[] {
    return convertLeads(this.saves, { conversions, allOrNone, site, accessMode });
  }

  emptyRecycleBin(ids: readonly string[]): DmlRowResult[] {
    return emptyRecycleBin(this.saves, ids);
  }

  setSavepoint(): string {
    const { transaction, data } = this.engine;
    transaction.limits.add('DmlStatements');
    const savepoint = data.savepoint();
    transaction.savepoints.set(savepoint, transaction.hasUncommittedWork);
    return savepoint;
  }

  rollback(savepoint: string): void {
    const { transaction, data } = this.engine;
    transaction.limits.add('DmlStatements');
    const before = transaction.savepoints.get(savepoint);
    if (before === undefined) throw this.exception('System.TypeException', 'Invalid savepoint.');
    data.rollbackTo(savepoint);
    transaction.hasUncommittedWork = before;
    const names = [...transaction.savepoints.keys()];
    for (const name of names.slice(names.indexOf(savepoint) + 1)) transaction.savepoints.delete(name);
    this.engine.setupChanged();
  }

  releaseSavepoint(savepoint: string): void {
    const { transaction, data } = this.engine;
    if (!transaction.savepoints.has(savepoint)) throw this.exception('System.TypeException', 'Invalid savepoint.');
    data.release(savepoint);
    const names = [...transaction.savepoints.keys()];
    for (const name of names.slice(names.indexOf(savepoint))) transaction.savepoints.delete(name);
  }

  // Describe
  canAccessObject(object: ObjectDescribe, right: ObjectRight): boolean {
    return this.engine.permissions.canAccessObject(this.engine.transaction.user, object, right);
  }

  canAccessField(object: ObjectDescribe, field: string, right: 'read' | 'create' | 'edit'): boolean {
    const describe = object.fieldByName.get(field.toLowerCase());
    return (
      describe !== undefined &&
      this.engine.permissions.canAccessField(this.engine.transaction.user, object, describe, right)
    );
  }

  recordTypeId(object: string, developerName: string): string | null {
    const rows = this.engine.rows.where('RecordType', 'DeveloperName', [developerName]);
    return (
      (rows.find((row) => String(row.SobjectType).toLowerCase() === object.toLowerCase())?.Id as string | undefined) ??
      null
    );
  }

  // Custom settings and metadata
  customSetting: Host['customSetting'] = (object, level, userOrProfileId) =>
    customSetting(this.engine, object, level, userOrProfileId);
  customSettings: Host['customSettings'] = (object) => customSettings(this.engine, object);
  customMetadata: Host['customMetadata'] = (object) => customMetadata(this.engine, object);

  hasCustomPermission(developerName: string): boolean {
    return this.engine.permissions.hasCustomPermission(this.engine.transaction.user, developerName);
  }

  // Jobs and events
  enqueue(job: unknown, options: EnqueueOptions): string {
    return enqueueQueueable(this.engine, job, options);
  }

  attachFinalizer(finalizer: unknown): void {
    attachFinalizer(this.engine, finalizer);
  }

  executeBatch(job: unknown, scopeSize: number): string {
    return executeBatch(this.engine, job, scopeSize);
  }

  schedule(name: string, cron: string, job: unknown): string {
    return scheduleJob(this.engine, name, cron, job);
  }

  scheduleBatch(job: unknown, name: string, minutesFromNow: number, scopeSize: number): string {
    return scheduleBatch(this.engine, job, name, minutesFromNow, scopeSize);
  }

  abortJob(id: string): void {
    abortJob(this.engine, id);
  }

  callFuture(className: string, methodName: string, args: readonly unknown[], callouts: boolean): void {
    callFuture(this.engine, className, methodName, args, callouts);
  }

  publish(events: readonly SObjectRecord[], site: CallSite, accessMode?: AccessMode): DmlRowResult[] {
    return publishEvents(this.engine, events, site, accessMode);
  }

  eventTriggerContext():
    { readonly retries: number; readonly lastError: string | null; resume(replayId: string): void } | undefined {
    return this.engine.transaction.eventContext;
  }

  failEvents(): void {
    this.engine.tests.failsEvents = true;
    deliverTestEvents(this.engine);
  }

  // The outside
  beginCallout(): void {
    beginCallout(this.engine);
  }

  callout(request: CalloutRequest): CalloutResponse {
    return sendCallout(this.engine, request);
  }

  sendEmails(): void {
    this.engine.transaction.limits.add('EmailInvocations');
  }

  // Users, time, randomness
  user(): RunningUser {
    return this.engine.transaction.user;
  }

  sessionId(): string | null {
    return this.engine.transaction.sessionToken;
  }

  now(): ApexDatetime {
    return new ApexDatetime(this.engine.clock.now());
  }

  random(): number {
    if (this.nextRandom >= this.randoms.length) {
      randomFillSync(this.randoms);
      this.nextRandom = 0;
    }
    const [high, low] = [this.randoms[this.nextRandom++]!, this.randoms[this.nextRandom++]!];
    return (high * 2 ** 21 + (low >>> 11)) / 2 ** 53;
  }

  requestId(): string {
    return this.engine.transaction.requestId;
  }

  quiddity(): string {
    return QUIDDITIES[this.engine.transaction.kind];
  }

  // Limits and logging
  limitUsed(name: LimitName): number {
    return this.engine.transaction.limits.get(name);
  }

  useLimit(name: LimitName, amount: number): void {
    this.engine.transaction.limits.add(name, amount);
  }

  limitMaximum(name: LimitName): number {
    return this.engine.transaction.limits.maximum(name);
  }

  log(level: string, line: number, message: string): void {
    const { logLines } = this.engine.transaction;
    const time = new Date(this.engine.clock.now()).toISOString().slice(11, 23);
    if (logLines.length < 20_000) logLines.push(`${time} (0)|USER_DEBUG|[${line}]|${level}|${message}`);
  }

  // Programs
  classByName(name: string): unknown {
    return this.engine.image.program.typeByName(name, this.engine.schema) ?? null;
  }

  classMethods: Host['classMethods'] = (name) => this.engine.image.program.classInfo(name)?.methods;

  hasFlow(name: string): boolean {
    return this.engine.image.metadata.component('Flow', name) !== undefined;
  }

  label(name: string): string {
    return this.engine.schema.label(name) ?? '';
  }

  staticResource(name: string): Uint8Array | null {
    const component = this.engine.image.metadata.component('StaticResource', name);
    const content =
      component === undefined ? undefined : [...component.files].find(([path]) => !path.endsWith('-meta.xml'));
    return content?.[1] ?? null;
  }

  siteBaseUrl(): string | null {
    const { sitePrefix } = this.engine.transaction;
    if (sitePrefix === null) return null;
    return sitePrefix === ''
      ? this.engine.options.baseUrls.siteUrl
      : `${this.engine.options.baseUrls.siteUrl}/${sitePrefix}`;
  }

  orgBaseUrl(): string {
    return this.engine.options.baseUrls.instanceUrl;
  }

  // Tests
  get isRunningTest(): boolean {
    return this.engine.tests.isRunning;
  }

  startTest(): void {
    startTest(this.engine);
  }

  stopTest(): void {
    stopTest(this.engine);
  }

  runAs(user: SObjectRecord, block: () => void): void {
    runAs(this.engine, user, block);
  }

  deliverEvents(): void {
    deliverTestEvents(this.engine);
  }

  setCreatedDate(id: string, at: ApexDatetime): void {
    const object = this.schema.objectByPrefix(id.slice(0, 3));
    if (object === undefined) throw this.exception('System.InvalidParameterValueException', `Invalid id: ${id}`);
    this.engine.data.ensureWriting();
    this.engine.rows.update(object.name, id, { CreatedDate: at });
  }

  setFixedSearchResults(ids: readonly string[]): void {
    this.engine.transaction.fixedSearchResults = ids;
  }

  enqueueBatchJobs(count: number): void {
    for (let i = 0; i < count; i++)
      this.engine.rows.insert('AsyncApexJob', { JobType: 'BatchApex', Status: 'Holding' });
  }

  raiseLimit(message: string): never {
    return this.engine.raiseLimit(message);
  }

  exception(typeName: string, message: string): ApexException {
    return this.engine.exception(typeName, message);
  }
}
