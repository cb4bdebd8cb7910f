/** Takes a batch of change events from Lead Bridge and answers each of them (docs/contract, "What we send you"). */
import { isBlank, type PlatformStore, type WireValue } from './store.ts';

export interface IncomingEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: {
    readonly rev: number;
    readonly set?: Readonly<Record<string, WireValue>>;
    readonly clear?: readonly string[];
    readonly appliedSequence?: string;
  };
}

export interface ItemAnswer {
  readonly index: number;
  readonly id: string;
  readonly key: string;
  readonly status: string;
  readonly remoteKey?: string;
  readonly problems?: ReadonlyArray<{ readonly pointer: string; readonly code: string; readonly detail: string }>;
}

export interface ReceiveRules {
  /** Keys this platform refuses, to play a poisoned record. */
  readonly refusedKeys: ReadonlySet<string>;
}

/** Applies the events in order, each once, all in one transaction. */
export function receiveEvents(
  store: PlatformStore,
  call: number,
  at: number,
  events: readonly IncomingEvent[],
  rules: ReceiveRules,
): ItemAnswer[] {
  return store.transaction(() =>
    events.map((event, index) => {
      const before = store.answerTo(event.id);
      const answer = {
        index,
        id: event.id,
        key: event.subject,
        ...(before ?? apply(store, event, index, rules)),
      } as ItemAnswer;
      if (before === undefined && answer.status !== 'retry') {
        const { index: _index, ...kept } = answer;
        store.rememberAnswer(event.id, { ...kept });
      }
      store.logItem({
        call,
        at,
        id: event.id,
        type: event.type,
        key: event.subject,
        rev: event.data.rev,
        set: event.data.set ?? {},
        clear: event.data.clear ?? [],
        status: answer.status,
        isRepeat: before !== undefined,
      });
      return { ...answer, index };
    }),
  );
}

function apply(
  store: PlatformStore,
  event: IncomingEvent,
  index: number,
  rules: ReceiveRules,
): Omit<ItemAnswer, 'index' | 'id' | 'key'> {
  const [resourceName = '', verb = ''] = event.type.split('.');
  const resource = resourceName.charAt(0).toUpperCase() + resourceName.slice(1);
  if (rules.refusedKeys.has(event.subject)) {
    return {
      status: 'rejected',
      problems: [{ pointer: `/${index}`, code: 'refused-here', detail: 'This platform does not take this record' }],
    };
  }
  const known = store.record(resource, event.subject);
  if (known !== undefined && event.data.rev < known.rev) return { status: 'stale', remoteKey: known.remoteKey };
  if (verb === 'deleted') {
    if (known === undefined || known.isDeleted) return { status: 'unchanged' };
    store.markDeleted(resource, event.subject, event.data.rev);
    return { status: 'applied', remoteKey: known.remoteKey };
  }
  const asserted: Record<string, WireValue> = { ...event.data.set };
  for (const name of event.data.clear ?? []) asserted[name] = null;
  const applied = Number(event.data.appliedSequence ?? 0);
  // A value of our own that Salesforce has not worked on yet stays: its outcome comes back to us.
  const values = Object.fromEntries(
    Object.entries(asserted).filter(
      ([name]) => store.sequenceOf(resource, event.subject, name) <= applied || known === undefined,
    ),
  );
  const isChanged =
    known === undefined ||
    known.isDeleted ||
    Object.entries(values).some(([name, value]) => differs(known.values[name] ?? null, value));
  const { remoteKey } = store.write(resource, event.subject, values, event.data.rev);
  return { status: isChanged ? 'applied' : 'unchanged', remoteKey };
}

function differs(ours: WireValue, theirs: WireValue): boolean {
  if (isBlank(ours) && isBlank(theirs)) return false;
  return JSON.stringify(ours) !== JSON.stringify(theirs);
}
