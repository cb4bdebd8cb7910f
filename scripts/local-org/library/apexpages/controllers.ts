/** ApexPages.StandardController and StandardSetController, over records that the test or the program holds. */
import { ApexList } from '../core/apex-list.ts';
import type { SObjectRecord } from '../core/sobject-record.ts';
import { SOBJECT_TYPE } from '../core/runtime-type.ts';
import { throwFailures } from '../database/dml-failure.ts';
import { Database_QueryLocator } from '../database/query-locator.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';
import type { DmlOperation } from '../host.ts';
import { System_PageReference } from '../system/pages.ts';

const SITE = {
  className: 'ApexPages.StandardController',
  apiVersion: 67,
  sharing: 'with',
  isTrigger: false,
  isTest: false,
} as const;

function save(operation: DmlOperation, records: readonly SObjectRecord[]): void {
  throwFailures(operation, host().dml({ operation, records, allOrNone: true, accessMode: 'user' }, SITE));
}

export class ApexPages_StandardController {
  private readonly record: SObjectRecord;

  constructor(record: SObjectRecord | null) {
    this.record = argument(record, 1);
  }

  private page(suffix = ''): System_PageReference {
    return new System_PageReference(`/${this.record.id ?? ''}${suffix}`);
  }

  addFields(_names: ApexList | null): void {
    // A test must query the fields itself, as on the platform.
  }

  cancel(): System_PageReference {
    return this.page();
  }

  delete(): System_PageReference {
    save('delete', [this.record]);
    return new System_PageReference(`/${this.record.object.keyPrefix}/o`);
  }

  edit(): System_PageReference {
    return this.page('/e');
  }

  getId(): string | null {
    return this.record.id;
  }

  getRecord(): SObjectRecord {
    return this.record;
  }

  reset(): void {
    // Nothing is kept beside the record.
  }

  save(): System_PageReference {
    save(this.record.id === null ? 'insert' : 'update', [this.record]);
    return this.page();
  }

  view(): System_PageReference {
    return this.page();
  }
}

const DEFAULT_PAGE_SIZE = 20;

export class ApexPages_StandardSetController {
  private readonly records: ApexList;
  private selected: ApexList;
  private pageSize = DEFAULT_PAGE_SIZE;
  private pageNumber = 1;

  constructor(source: ApexList | Database_QueryLocator | null) {
    const given = argument(source, 1);
    this.records = given instanceof Database_QueryLocator ? given.$records() : given;
    this.selected = new ApexList(SOBJECT_TYPE);
  }

  private get pageCount(): number {
    return Math.max(1, Math.ceil(this.records.size() / this.pageSize));
  }

  addFields(_names: ApexList | null): void {
    // The records are as they were queried.
  }

  cancel(): null {
    return null;
  }

  first(): void {
    this.pageNumber = 1;
  }

  last(): void {
    this.pageNumber = this.pageCount;
  }

  next(): void {
    if (this.getHasNext()) this.pageNumber++;
  }

  previous(): void {
    if (this.getHasPrevious()) this.pageNumber--;
  }

  getCompleteResult(): boolean {
    return true;
  }

  getHasNext(): boolean {
    return this.pageNumber < this.pageCount;
  }

  getHasPrevious(): boolean {
    return this.pageNumber > 1;
  }

  getPageNumber(): number {
    return this.pageNumber;
  }

  setPageNumber(pageNumber: number | null): void {
    this.pageNumber = argument(pageNumber, 1);
  }

  getPageSize(): number {
    return this.pageSize;
  }

  setPageSize(pageSize: number | null): void {
    this.pageSize = argument(pageSize, 1);
  }

  getRecord(): SObjectRecord | null {
    return (this.records.items[0] ?? null) as SObjectRecord | null;
  }

  getRecords(): ApexList {
    const start = (this.pageNumber - 1) * this.pageSize;
    return new ApexList(this.records.elementType, this.records.items.slice(start, start + this.pageSize));
  }

  getResultSize(): number {
    return this.records.size();
  }

  getSelected(): ApexList {
    return this.selected;
  }

  setSelected(selected: ApexList | null): void {
    this.selected = argument(selected, 1);
  }

  save(): null {
    save('update', this.records.items as SObjectRecord[]);
    return null;
  }
}
