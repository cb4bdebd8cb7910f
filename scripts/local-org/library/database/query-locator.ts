/** Database.QueryLocator, its iterator, and Database.Cursor: queries whose rows come later. */
import { ApexList } from '../core/apex-list.ts';
import { InvalidParameterValueException, NoSuchElementException } from '../core/exceptions.ts';
import type { SObjectRecord } from '../core/sobject-record.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';

export class Database_QueryLocator {
  private readonly text: string;
  private readonly run: () => ApexList;

  /** `run` asks the org: each call anew. */
  constructor(text: string, run: () => ApexList) {
    this.text = text;
    this.run = run;
  }

  /** All rows: for the batch that the locator was made for. */
  $records(): ApexList {
    return this.run();
  }

  getQuery(): string {
    return this.text;
  }

  iterator(): Database_QueryLocatorIterator {
    return new Database_QueryLocatorIterator(this.run().items as SObjectRecord[]);
  }

  toString(): string {
    return 'Database.QueryLocator';
  }
}

export class Database_QueryLocatorIterator {
  private readonly records: readonly SObjectRecord[];
  private at = 0;

  constructor(records: readonly SObjectRecord[]) {
    this.records = records;
  }

  hasNext(): boolean {
    return this.at < this.records.length;
  }

  next(): SObjectRecord {
    const record = this.records[this.at++];
    if (record === undefined) throw new NoSuchElementException('Iterator has no more elements');
    return record;
  }
}

const MAXIMUM_FETCH = 2000;

export class Database_Cursor {
  private readonly records: ApexList;

  constructor(records: ApexList) {
    this.records = records;
    host().useLimit?.('ApexCursorRows', records.size());
  }

  fetch(position: number | null, count: number | null): ApexList {
    const from = argument(position, 1);
    const size = argument(count, 2);
    if (size < 0 || size > MAXIMUM_FETCH || from < 0 || from > this.records.size()) {
      throw new InvalidParameterValueException(`Invalid position or count: ${from}, ${size}`);
    }
    host().useLimit?.('FetchCallsOnApexCursor', 1);
    return new ApexList(this.records.elementType, this.records.items.slice(from, from + size));
  }

  getNumRecords(): number {
    return this.records.size();
  }
}
