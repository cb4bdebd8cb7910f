/** What `Trigger.new` and its siblings give: the innermost running trigger's, or nothing outside of triggers. */
import type { ApexEnumValue } from './apex-enum-value.ts';
import type { ApexList } from './apex-list.ts';
import type { ApexMap } from './apex-map.ts';

export type TriggerTiming = 'before' | 'after';
export type TriggerOperationName = 'insert' | 'update' | 'delete' | 'undelete';

export interface TriggerContext {
  readonly timing: TriggerTiming;
  readonly operation: TriggerOperationName;
  readonly newList: ApexList | null;
  readonly oldList: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;
  /** The constant of System.TriggerOperation, such as BEFORE_INSERT. */
  readonly operationType: ApexEnumValue;
  readonly size: number;
}

const running: TriggerContext[] = [];

export function currentTrigger(): TriggerContext | undefined {
  return running[running.length - 1];
}

/** Runs a trigger's body with its context; a nested save has a context of its own. */
export function withTrigger<T>(context: TriggerContext, body: () => T): T {
  running.push(context);
  try {
    return body();
  } finally {
    running.pop();
  }
}

/** Reads a trigger variable by its lower-case name. */
export function triggerVariable(name: string): unknown {
  const context = currentTrigger();
  switch (name) {
    case 'new':
      return context?.newList ?? null;
    case 'old':
      return context?.oldList ?? null;
    case 'newmap':
      return context?.newMap ?? null;
    case 'oldmap':
      return context?.oldMap ?? null;
    case 'size':
      return context?.size ?? null;
    case 'operationtype':
      return context?.operationType ?? null;
    case 'isexecuting':
      return context !== undefined;
    case 'isbefore':
    case 'isafter':
      return context?.timing === name.slice(2);
    default:
      return context?.operation === name.slice(2);
  }
}
