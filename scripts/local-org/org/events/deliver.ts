/**
 * Delivers published events to their triggers: in order, in batches of up to 2,000, one batch at a time for each trigger, as
 * the user that PlatformEventSubscriberConfig names or the Automated Process (reference/platform.md §5).
 */
import { ApexDatetime } from '../../library/core/apex-datetime.ts';
import { ApexException } from '../../library/core/apex-exception.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { StoredEvent, StoredSubscription } from '../../database/stores/event-store.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import type { OrgEngine, TransactionRequest } from '../engine/org-engine.ts';
import type { RunningUser } from '../engine/transaction.ts';
import { stateOf, type JobRun } from '../jobs/run-job.ts';

const MAXIMUM_BATCH = 2000;
/** Ten runs in all: then the subscription goes to the error state. */
const MAXIMUM_RETRIES = 9;
/** The platform waits longer each time; a local org must not make a test wait. */
const RETRY_PAUSE_MILLISECONDS = 250;

/** The platform does not tell the tip of high-volume events, and we have no others (Object Reference, "EventBusSubscriber"). */
const TIP_UNKNOWN = -1;

interface Delivery {
  readonly subscription: StoredSubscription;
  readonly object: ObjectDescribe;
  readonly events: readonly StoredEvent[];
}

/** Runs one batch of a subscription; false if there was nothing to do. */
export function deliverBatch(jobRun: JobRun, trigger: string): boolean {
  const { engine } = jobRun;
  const { events } = engine.stores;
  const subscription = events.subscription(trigger);
  const object = subscription === undefined ? undefined : engine.schema.object(subscription.object);
  if (subscription === undefined || object === undefined || subscription.status === 'Error') return false;
  const config = configOf(engine, trigger);
  const batch = events.after(
    subscription.object,
    subscription.position,
    Math.min(config.batchSize ?? MAXIMUM_BATCH, MAXIMUM_BATCH),
  );
  if (batch.length === 0) return false;
  if (!engine.data.write(() => events.claim(trigger))) return false;
  run(jobRun, { subscription, object, events: batch }, config.user);
  return true;
}

interface SubscriberConfig {
  readonly user: RunningUser;
  readonly batchSize: number | undefined;
}

function configOf(engine: OrgEngine, trigger: string): SubscriberConfig {
  const automated = engine.user(engine.birth.automatedProcessId);
  const [row] = engine.rows.where('ApexTrigger', 'Name', [trigger]);
  const [config] =
    row === undefined ? [] : engine.rows.where('PlatformEventSubscriberConfig', 'PlatformEventConsumerId', [row.Id]);
  if (config === undefined) return { user: automated, batchSize: undefined };
  const user = typeof config.UserId === 'string' ? engine.users.byId(config.UserId) : undefined;
  return { user: user ?? automated, batchSize: typeof config.BatchSize === 'number' ? config.BatchSize : undefined };
}

function run(jobRun: JobRun, delivery: Delivery, user: RunningUser): void {
  const { engine } = jobRun;
  const { subscription, events } = delivery;
  const request: TransactionRequest = { kind: 'event-trigger', user, profile: 'sync' };
  let checkpoint: number | undefined;
  try {
    jobRun.run(request, (transaction) => {
      transaction.eventContext = {
        retries: subscription.retries,
        lastError: subscription.lastError,
        resume: (replayId) => (checkpoint = Number(replayId)),
      };
      if (engine.tests.failsEvents)
        throw engine.exception('EventBus.RetryableException', 'Failed by Test.getEventBus().fail()');
      runTrigger(engine, delivery);
      engine.data.ensureWriting();
      const position = checkpoint ?? events.at(-1)!.replayId;
      engine.stores.events.settle(subscription.trigger, {
        position,
        retries: 0,
        lastError: null,
        status: 'Running',
        notBefore: 0,
      });
      bookSubscriber(engine, subscription.trigger);
      transaction.addsWork = true;
    });
  } catch (error) {
    settleFailure(engine, delivery, error, checkpoint);
  }
}

function runTrigger(engine: OrgEngine, { subscription, object, events }: Delivery): void {
  const newRecords = events.map((event) => recordOf(engine, object, event));
  engine.host.saves.runTrigger({
    name: subscription.trigger,
    object,
    timing: 'after',
    operation: 'insert',
    newRecords,
    oldRecords: null,
  });
}

function recordOf(engine: OrgEngine, object: ObjectDescribe, event: StoredEvent): SObjectRecord {
  const record = stateOf(engine, event.state) as SObjectRecord;
  const set = (name: string, value: unknown): void => {
    const field = object.fieldByName.get(name.toLowerCase());
    if (field !== undefined) record.slots[field.index] = value;
  };
  set('ReplayId', String(event.replayId));
  set('EventUuid', event.uuid);
  set('CreatedDate', new ApexDatetime(event.createdAt));
  set('CreatedById', event.createdById);
  record.isReadOnly = true;
  return record;
}

/**
 * A RetryableException sends the batch again, at most nine times; then the subscription stops for good. After any other
 * exception the batch is lost, except behind a checkpoint that the trigger had set.
 */
function settleFailure(engine: OrgEngine, delivery: Delivery, error: unknown, checkpoint: number | undefined): void {
  const { subscription, events } = delivery;
  const isRetryable = error instanceof ApexException && error.getTypeName() === 'EventBus.RetryableException';
  const message = error instanceof ApexException ? `${error.getTypeName()}: ${error.getMessage()}` : String(error);
  if (!(error instanceof ApexException) && !engine.tests.isRunning)
    console.error(`Trigger ${subscription.trigger}:`, error);
  const retries = isRetryable ? subscription.retries + 1 : 0;
  const hasGivenUp = isRetryable && retries > MAXIMUM_RETRIES;
  const position = isRetryable ? subscription.position : (checkpoint ?? events.at(-1)!.replayId);
  engine.data.write(() => {
    engine.stores.events.settle(subscription.trigger, {
      position,
      retries: hasGivenUp ? subscription.retries : retries,
      lastError: message.slice(0, 255),
      status: hasGivenUp ? 'Error' : 'Running',
      notBefore: isRetryable && !hasGivenUp ? engine.clock.now() + RETRY_PAUSE_MILLISECONDS * retries : 0,
    });
    bookSubscriber(engine, subscription.trigger);
  });
}

/** The public side of a subscription. */
export function bookSubscriber(engine: OrgEngine, trigger: string): void {
  const subscription = engine.stores.events.subscription(trigger);
  const [row] = engine.rows.where('EventBusSubscriber', 'Name', [trigger]);
  if (subscription === undefined) {
    if (row !== undefined) engine.rows.delete('EventBusSubscriber', [String(row.Id)]);
    return;
  }
  const values = {
    Name: trigger,
    Topic: subscription.object,
    Type: 'ApexTrigger',
    Status: subscription.status,
    Position: subscription.position,
    Tip: TIP_UNKNOWN,
    Retries: subscription.retries,
    LastError: subscription.lastError,
  };
  if (row === undefined) engine.rows.insert('EventBusSubscriber', values);
  else engine.rows.update('EventBusSubscriber', String(row.Id), values);
}

/** Makes the subscriptions those of the program's event triggers; a new one hears what is published from now on. */
export function syncSubscriptions(engine: OrgEngine): void {
  const { events } = engine.stores;
  const wanted = new Map(engine.image.eventTriggers().map(({ trigger, object }) => [trigger, object.name]));
  for (const { trigger } of events.subscriptions()) {
    if (wanted.has(trigger)) continue;
    events.unsubscribe(trigger);
    bookSubscriber(engine, trigger);
  }
  for (const [trigger, object] of wanted) {
    events.subscribe(trigger, object, events.lastReplayId());
    bookSubscriber(engine, trigger);
  }
}

/** Test.getEventBus().deliver(): all waiting events, in the test's transaction. */
export function deliverTestEvents(engine: OrgEngine): void {
  const jobRun: JobRun = { engine, run: (request, body) => engine.runNested(request, body) };
  const afterEnd = engine.transaction.afterEnd.splice(0);
  for (const action of afterEnd) action();
  for (const { trigger } of engine.stores.events.subscriptions()) {
    deliverBatch(jobRun, trigger);
    while (
      !engine.tests.failsEvents &&
      engine.stores.events.subscription(trigger)?.retries === 0 &&
      deliverBatch(jobRun, trigger)
    );
  }
  engine.tests.failsEvents = false;
}
