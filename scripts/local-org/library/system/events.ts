/** System.EventBus and the EventBus namespace. */
import { ApexList } from '../core/apex-list.ts';
import { SObjectException } from '../core/exceptions.ts';
import type { SObjectRecord } from '../core/sobject-record.ts';
import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';
import { Database_SaveResult } from '../database/results.ts';
import { host } from '../host.ts';
import type { AccessMode, CallSite } from '../host.ts';
import type { System_AccessLevel } from './AccessLevel.ts';
import { libraryType } from '../types.ts';

function publish(site: CallSite, events: unknown, accessMode?: AccessMode): unknown {
  const isList = events instanceof ApexList;
  const records = (isList ? events.items : [events]).map((event) => argument(event, 1) as SObjectRecord);
  for (const { object } of records) {
    if (object.kind !== 'event') throw new SObjectException(`${object.name} is not a platform event`);
  }
  const answers = host()
    .publish(records, site, accessMode)
    .map((row) => new Database_SaveResult(row));
  return isList ? new ApexList(libraryType('Database.SaveResult'), answers) : answers[0]!;
}

export const System_EventBus = {
  publish(site: CallSite, events: unknown, callback?: unknown): unknown {
    if (callback !== undefined && callback !== null) unsupported('EventBus.publish with a callback');
    return publish(site, events);
  },
  publishWithAccessLevel: (site: CallSite, events: unknown, level: unknown): unknown =>
    publish(site, events, argument(level as System_AccessLevel | null, 3).$mode),
  getOperationId: (result: Database_SaveResult | null): string | null => argument(result, 1).getId(),
};

export class EventBus_TriggerContext {
  readonly retries: number;
  readonly lastError: string | null;
  private checkpoint: string | null = null;
  private readonly resume: (replayId: string) => void;

  constructor(retries: number, lastError: string | null, resume: (replayId: string) => void) {
    this.retries = retries;
    this.lastError = lastError;
    this.resume = resume;
  }

  static currentContext(): EventBus_TriggerContext | null {
    const context = host().eventTriggerContext?.();
    if (context === undefined) return null;
    return new EventBus_TriggerContext(context.retries, context.lastError, (replayId) => context.resume(replayId));
  }

  getResumeCheckpoint(): string | null {
    return this.checkpoint;
  }

  setResumeCheckpoint(replayId: string | null): void {
    this.checkpoint = argument(replayId, 1);
    this.resume(this.checkpoint);
  }
}

export class EventBus_TestBroker {
  deliver(): void {
    host().deliverEvents();
  }

  fail(): void {
    const fail = host().failEvents;
    if (fail === undefined) unsupported('Test.getEventBus().fail()');
    fail.call(host());
  }
}
