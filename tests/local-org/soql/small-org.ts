/** A small org in memory for tests of queries: a few accounts, contacts, leads and tasks, and one custom object. */
import { parseQuery } from '../../../scripts/local-org/apex/index.ts';
import { OrgDatabase } from '../../../scripts/local-org/database/index.ts';
import { ApexDate } from '../../../scripts/local-org/library/core/apex-date.ts';
import { ApexDatetime } from '../../../scripts/local-org/library/core/apex-datetime.ts';
import { Decimal } from '../../../scripts/local-org/library/core/decimal.ts';
import type { ApexList } from '../../../scripts/local-org/library/core/apex-list.ts';
import type { SObjectRecord } from '../../../scripts/local-org/library/core/sobject-record.ts';
import type { Component } from '../../../scripts/local-org/metadata/component.ts';
import { definitionOf } from '../../../scripts/local-org/metadata/definition.ts';
import { OrgMetadata } from '../../../scripts/local-org/metadata/org-metadata.ts';
import { parseXml } from '../../../scripts/local-org/metadata/xml.ts';
import { runQuery, type QueryOptions } from '../../../scripts/local-org/soql/index.ts';

/** 2026-11-25, 15:00 in New York. */
export const NOW = Date.UTC(2026, 10, 25, 20, 0, 0);

export type PlainRow = Readonly<Record<string, unknown>>;

function component(type: string, fullName: string, body: string): Component {
  return {
    type,
    fullName,
    path: fullName,
    apiVersion: null,
    definition: definitionOf(parseXml(`<${type}>${body}</${type}>`)),
    files: new Map(),
  };
}

const COMPONENTS = [
  component(
    'CustomObject',
    'Visit__c',
    '<label>Visit</label><pluralLabel>Visits</pluralLabel><sharingModel>ReadWrite</sharingModel><nameField><label>No</label><type>Text</type></nameField>',
  ),
  component(
    'CustomField',
    'Visit__c.Lead__c',
    '<type>Lookup</type><label>Lead</label><referenceTo>Lead</referenceTo><relationshipName>Visits</relationshipName>',
  ),
  component(
    'CustomField',
    'Visit__c.Price__c',
    '<type>Number</type><label>Price</label><precision>18</precision><scale>2</scale>',
  ),
  component(
    'CustomField',
    'Visit__c.Themes__c',
    '<type>MultiselectPicklist</type><label>Themes</label><valueSet><valueSetDefinition><value><fullName>Garden</fullName><label>Garden</label></value></valueSetDefinition></valueSet>',
  ),
  component(
    'CustomField',
    'Visit__c.Code__c',
    '<type>Text</type><label>Code</label><length>20</length><caseSensitive>true</caseSensitive><unique>true</unique><externalId>true</externalId>',
  ),
  component(
    'CustomField',
    'Visit__c.Twice__c',
    '<type>Number</type><label>Twice</label><precision>18</precision><scale>2</scale><formula>Price__c * 2</formula>',
  ),
  component(
    'CustomField',
    'Visit__c.Company__c',
    '<type>Text</type><label>Company</label><formula>Lead__r.Company</formula>',
  ),
];

export class SmallOrg {
  readonly metadata = OrgMetadata.empty().with(COMPONENTS);
  readonly database = new OrgDatabase(':memory:');
  readonly ids: Record<string, string> = {};

  constructor() {
    this.database.write(() => this.database.applySchema(this.metadata.schema));
    this.fill();
  }

  insert(objectName: string, key: string, values: PlainRow): void {
    const object = this.metadata.schema.object(objectName)!;
    const row: unknown[] = [];
    const all: PlainRow = { CreatedDate: new ApexDatetime(NOW), SystemModstamp: new ApexDatetime(NOW), ...values };
    this.database.write(() => {
      this.ids[key] = this.database.newId(object);
      for (const [name, value] of Object.entries({ ...all, Id: this.ids[key] })) {
        const field = object.fieldByName.get(name.toLowerCase());
        if (field !== undefined) row[field.index] = value;
      }
      this.database.insert(object, [row]);
    });
  }

  private fill(): void {
    const { ids } = this;
    this.insert('User', 'ann', {
      Username: 'ann@example.com',
      LastName: 'Ann',
      FirstName: 'Queen',
      Email: 'ann@example.com',
      Alias: 'ann',
      IsActive: true,
    });
    this.insert('Group', 'queue', { Name: 'Waiting', Type: 'Queue' });
    this.insert('Account', 'acme', {
      Name: 'Acme',
      Industry: 'Banking',
      AnnualRevenue: Decimal.parse('1000000'),
      OwnerId: ids.ann,
    });
    this.insert('Account', 'zenith', { Name: 'Zenith', ParentId: ids.acme, OwnerId: ids.ann });
    this.insert('Contact', 'bob', {
      FirstName: 'Bob',
      LastName: 'Jones',
      Email: 'Bob@Acme.com',
      AccountId: ids.acme,
      OwnerId: ids.ann,
    });
    this.insert('Contact', 'eve', { LastName: 'Ève', AccountId: ids.acme, OwnerId: ids.ann });
    this.insert('Contact', 'sam', { LastName: 'Samson', OwnerId: ids.ann });
    this.insert('Lead', 'lee', {
      FirstName: 'Lee',
      LastName: 'One',
      Company: 'Acme',
      Status: 'Open - Not Contacted',
      OwnerId: ids.ann,
      CreatedDate: new ApexDatetime(NOW - 3_600_000),
    });
    this.insert('Lead', 'kim', {
      LastName: 'Two',
      Company: 'Beta 100%',
      Status: 'Working - Contacted',
      OwnerId: ids.queue,
      CreatedDate: new ApexDatetime(NOW - 20 * 3_600_000),
    });
    this.insert('Lead', 'gone', { LastName: 'Gone', Company: 'Acme', IsDeleted: true, OwnerId: ids.ann });
    this.insert('Visit__c', 'v1', {
      Name: 'V1',
      Lead__c: ids.lee,
      Price__c: Decimal.parse('10.50'),
      Themes__c: 'Garden;Pool',
      Code__c: 'aB',
      OwnerId: ids.ann,
    });
    this.insert('Visit__c', 'v2', {
      Name: 'V2',
      Lead__c: ids.lee,
      Price__c: Decimal.parse('20.25'),
      Themes__c: 'Pool',
      Code__c: 'AB',
      OwnerId: ids.ann,
    });
    this.insert('Visit__c', 'v3', { Name: 'V3', Lead__c: ids.kim, OwnerId: ids.queue });
    this.insert('Opportunity', 'deal', {
      Name: 'Deal',
      AccountId: ids.acme,
      CloseDate: ApexDate.of(2026, 11, 30),
      StageName: 'Prospecting',
      Amount: Decimal.parse('99.90'),
      OwnerId: ids.ann,
    });
    this.insert('Task', 'call', {
      Subject: 'Call',
      WhoId: ids.lee,
      OwnerId: ids.ann,
      ActivityDate: ApexDate.of(2026, 11, 25),
    });
    this.insert('Task', 'meet', { Subject: 'Meet', WhoId: ids.bob, WhatId: ids.acme, OwnerId: ids.queue });
  }

  options(more: Partial<QueryOptions> = {}): QueryOptions {
    return {
      database: this.database,
      schema: this.metadata.schema,
      user: { id: this.ids.ann!, timeZone: 'America/New_York' },
      now: NOW,
      ...more,
    };
  }

  records(soql: string, more: Partial<QueryOptions> = {}): SObjectRecord[] {
    return (runQuery(parseQuery(soql), this.options(more)).records as ApexList).items as SObjectRecord[];
  }

  /** The values of the first selected field, as text. */
  column(soql: string, more: Partial<QueryOptions> = {}): string[] {
    const path = /select\s+([\w.]+)/i.exec(soql)![1]!.split('.');
    return this.records(soql, more).map((record) => {
      let at: SObjectRecord | null = record;
      for (const name of path.slice(0, -1)) at = at === null ? null : at.getSObject(name);
      return at === null ? 'null' : String(at.get(path.at(-1)!));
    });
  }
}
