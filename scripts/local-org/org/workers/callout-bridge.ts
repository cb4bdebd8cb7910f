/**
 * Lets a worker wait, blocked, for something that only the main thread can do (a callout). The worker posts a request,
 * sleeps on a shared cell, and reads the reply from its port when woken: 9 µs for a round trip (reference/runtime.md §6).
 */
import { receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

const READY = 1;

export interface BridgeEnds {
  readonly port: MessagePort;
  readonly signal: SharedArrayBuffer;
}

/** The worker's end. */
export class BlockingCaller {
  private readonly port: MessagePort;
  private readonly cell: Int32Array;

  constructor(ends: BridgeEnds) {
    this.port = ends.port;
    this.cell = new Int32Array(ends.signal);
  }

  /** Posts `request` and sleeps until the reply is there. */
  call<Reply>(request: unknown): Reply {
    Atomics.store(this.cell, 0, 0);
    this.port.postMessage(request);
    Atomics.wait(this.cell, 0, 0);
    const received = receiveMessageOnPort(this.port);
    if (received === undefined) throw new Error('The main thread woke this worker without a reply.');
    return received.message as Reply;
  }
}

/** The main thread's end: answers each request with what `answer` resolves to. */
export function serveBlockingCalls(ends: BridgeEnds, answer: (request: unknown) => Promise<unknown>): void {
  const cell = new Int32Array(ends.signal);
  ends.port.on('message', (request: unknown) => {
    void answer(request).then((reply) => {
      ends.port.postMessage(reply);
      Atomics.store(cell, 0, READY);
      Atomics.notify(cell, 0);
    });
  });
  ends.port.unref();
}
