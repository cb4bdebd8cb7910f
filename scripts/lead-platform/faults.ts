/** Failures on request: what a platform does to its callers on a bad day. */

export type FaultMode =
  'none' | 'down' | 'slow' | 'too-many-requests' | 'server-error' | 'drop-after-apply' | 'duplicate' | 'reorder';

export interface Fault {
  readonly mode: FaultMode;
  /** How many calls it lasts; absent: until another fault is set. */
  readonly calls?: number;
  /** For `slow`. */
  readonly delayMilliseconds?: number;
  /** For `too-many-requests`. */
  readonly retryAfterSeconds?: number;
}

export class Faults {
  #current: Fault = { mode: 'none' };
  #left = 0;
  readonly #counts = new Map<FaultMode, number>();

  set(fault: Fault): void {
    this.#current = fault;
    this.#left = fault.calls ?? Number.POSITIVE_INFINITY;
  }

  /** The fault that meets the next call. */
  take(): Fault {
    if (this.#current.mode === 'none' || this.#left <= 0) return { mode: 'none' };
    this.#left -= 1;
    this.#counts.set(this.#current.mode, (this.#counts.get(this.#current.mode) ?? 0) + 1);
    return this.#current;
  }

  /** How many calls met each fault so far. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}
