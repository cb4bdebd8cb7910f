/**
 * The one writer's mutex of an org, across its threads. SQLite allows a single writer; taking this lock before BEGIN
 * IMMEDIATE means SQLite itself never waits. It also stands for the row locks of FOR UPDATE: coarser than a row, never wrong.
 */
const HOLDER = 0;

export class WriterLock {
  readonly shared: SharedArrayBuffer;
  private readonly cells: Int32Array;
  private readonly me: number;

  /** `me` is unique per thread and not 0. */
  constructor(me: number, shared = new SharedArrayBuffer(4)) {
    this.me = me;
    this.shared = shared;
    this.cells = new Int32Array(shared);
  }

  get isHeld(): boolean {
    return Atomics.load(this.cells, HOLDER) === this.me;
  }

  /** Answers false if the lock stayed taken for `timeoutMilliseconds`. */
  acquire(timeoutMilliseconds: number): boolean {
    const deadline = performance.now() + timeoutMilliseconds;
    for (;;) {
      const holder = Atomics.compareExchange(this.cells, HOLDER, 0, this.me);
      if (holder === 0 || holder === this.me) return true;
      const left = deadline - performance.now();
      if (left <= 0) return false;
      Atomics.wait(this.cells, HOLDER, holder, left);
    }
  }

  release(): void {
    if (Atomics.compareExchange(this.cells, HOLDER, this.me, 0) === this.me) Atomics.notify(this.cells, HOLDER, 1);
  }

  /** For the coordinator: a worker that was terminated cannot release by itself. */
  releaseFor(thread: number): void {
    if (Atomics.compareExchange(this.cells, HOLDER, thread, 0) === thread) Atomics.notify(this.cells, HOLDER, 1);
  }
}
