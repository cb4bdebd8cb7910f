/**
 * The org's clock: real time plus an offset that can be moved. All threads of an org read the same offset from shared
 * memory; the owner also keeps it in the database, so that it survives a restart.
 */
export class Clock {
  readonly shared: SharedArrayBuffer;
  private readonly offset: BigInt64Array;
  private readonly realTime: () => number;

  constructor(shared = new SharedArrayBuffer(8), realTime: () => number = Date.now) {
    this.shared = shared;
    this.offset = new BigInt64Array(shared);
    this.realTime = realTime;
  }

  now(): number {
    return this.realTime() + this.offsetMilliseconds;
  }

  get offsetMilliseconds(): number {
    return Number(Atomics.load(this.offset, 0));
  }

  set offsetMilliseconds(value: number) {
    Atomics.store(this.offset, 0, BigInt(Math.round(value)));
  }
}
