/** The iterator of a list or set, as Apex code sees it. */
import { NoSuchElementException } from './exceptions.ts';

export class ApexIterator {
  private readonly items: Iterator<unknown>;
  private ahead: IteratorResult<unknown>;

  constructor(items: Iterable<unknown>) {
    this.items = items[Symbol.iterator]();
    this.ahead = this.items.next();
  }

  hasNext(): boolean {
    return !this.ahead.done;
  }

  next(): unknown {
    if (this.ahead.done) throw new NoSuchElementException('Iteration has no more elements');
    const { value } = this.ahead;
    this.ahead = this.items.next();
    return value;
  }
}
