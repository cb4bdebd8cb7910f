/** Lead conversion: account, contact and opportunity are made with their triggers; the lead's own fire where the org asks for it. */
import { accessModeOf } from '../access/permissions.ts';
import { ApexDate } from '../../library/core/apex-date.ts';
import type { AccessMode, CallSite, DmlError, LeadConversion, LeadConversionResult } from '../../library/host.ts';
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { rowError, rowErrors } from './row-error.ts';
import { save } from './saves.ts';
import { updateChunk } from './save-chunk.ts';
import type { SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';

/** Lead field → field of the account, contact or opportunity (Salesforce Help, "Lead Conversion Field Mapping"). */
const TO_ACCOUNT: ReadonlyArray<readonly [string, string]> = [
  ['Company', 'Name'],
  ['Phone', 'Phone'],
  ['Fax', 'Fax'],
  ['Website', 'Website'],
  ['Industry', 'Industry'],
  ['AnnualRevenue', 'AnnualRevenue'],
  ['NumberOfEmployees', 'NumberOfEmployees'],
  ['Rating', 'Rating'],
  ['LeadSource', 'AccountSource'],
  ['Street', 'BillingStreet'],
  ['City', 'BillingCity'],
  ['State', 'BillingState'],
  ['PostalCode', 'BillingPostalCode'],
  ['Country', 'BillingCountry'],
];
const TO_CONTACT: ReadonlyArray<readonly [string, string]> = [
  ['Salutation', 'Salutation'],
  ['FirstName', 'FirstName'],
  ['LastName', 'LastName'],
  ['Title', 'Title'],
  ['Email', 'Email'],
  ['Phone', 'Phone'],
  ['MobilePhone', 'MobilePhone'],
  ['Fax', 'Fax'],
  ['LeadSource', 'LeadSource'],
  ['Description', 'Description'],
  ['DoNotCall', 'DoNotCall'],
  ['HasOptedOutOfEmail', 'HasOptedOutOfEmail'],
  ['HasOptedOutOfFax', 'HasOptedOutOfFax'],
  ['Street', 'MailingStreet'],
  ['City', 'MailingCity'],
  ['State', 'MailingState'],
  ['PostalCode', 'MailingPostalCode'],
  ['Country', 'MailingCountry'],
];

export interface ConvertCall {
  readonly conversions: readonly LeadConversion[];
  readonly allOrNone: boolean;
  readonly site: CallSite;
  readonly accessMode?: AccessMode;
}

interface Made {
  accountId: string | null;
  contactId: string | null;
  opportunityId: string | null;
}

export function convertLeads(services: SaveServices, call: ConvertCall): LeadConversionResult[] {
  services.transaction.limits.add('DmlStatements');
  services.transaction.limits.add('DmlRows', call.conversions.length);
  const lead = services.rows.object('Lead');
  services.data.ensureWriting();
  const outer = services.data.savepoint();
  const results = call.conversions.map((conversion) => convertOne(services, lead, conversion, call));
  if (call.allOrNone && results.some((result) => !result.isSuccess)) services.data.rollbackTo(outer);
  services.data.release(outer);
  return results;
}

function convertOne(
  services: SaveServices,
  lead: ObjectDescribe,
  conversion: LeadConversion,
  call: ConvertCall,
): LeadConversionResult {
  const failed = (errors: readonly DmlError[]): LeadConversionResult => ({
    id: conversion.leadId,
    leadId: conversion.leadId,
    isSuccess: false,
    errors,
    accountId: null,
    contactId: null,
    opportunityId: null,
  });
  const values = services.database.read(lead, [conversion.leadId]).get(conversion.leadId);
  if (values === undefined) return failed([rowErrors.invalidCrossReference()]);
  const get = (name: string): unknown => values[lead.fieldByName.get(name.toLowerCase())?.index ?? -1] ?? null;
  if (get('IsConverted') === true) return failed([rowErrors.converted()]);
  if (!isConvertedStatus(services, conversion.convertedStatus))
    return failed([rowError('INVALID_STATUS', `invalid convertedStatus: ${conversion.convertedStatus}`)]);
  const savepoint = services.data.savepoint();
  const made: Made = {
    accountId: conversion.accountId ?? null,
    contactId: conversion.contactId ?? null,
    opportunityId: conversion.opportunityId ?? null,
  };
  const errors = makeRecords(services, get, conversion, call, made) ?? closeLead(services, lead, conversion, made);
  if (errors !== undefined) services.data.rollbackTo(savepoint);
  services.data.release(savepoint);
  return errors === undefined
    ? { id: conversion.leadId, leadId: conversion.leadId, isSuccess: true, errors: [], ...made }
    : failed(errors);
}

function isConvertedStatus(services: SaveServices, status: string): boolean {
  const field = services.rows.object('Lead').fieldByName.get('status')!;
  const known =
    services.schema.object('LeadStatus') === undefined
      ? []
      : services.rows.where('LeadStatus', 'MasterLabel', [status]);
  if (known.length > 0) return known.some((row) => row.IsConverted === true);
  return field.picklistValues.some(
    (entry) =>
      entry.value === status && /convert|qualified/i.test(entry.value) && !/un-?qualified|not/i.test(entry.value),
  );
}

function makeRecords(
  services: SaveServices,
  get: (name: string) => unknown,
  conversion: LeadConversion,
  call: ConvertCall,
  made: Made,
): readonly DmlError[] | undefined {
  const owner = conversion.ownerId ?? get('OwnerId');
  const common = { OwnerId: owner };
  if (made.accountId === null) {
    const errors = create(
      services,
      'Account',
      { ...common, ...mapped(TO_ACCOUNT, get) },
      call,
      (id) => (made.accountId = id),
    );
    if (errors !== undefined) return errors;
  }
  if (made.contactId === null) {
    const errors = create(
      services,
      'Contact',
      { ...common, AccountId: made.accountId, ...mapped(TO_CONTACT, get) },
      call,
      (id) => (made.contactId = id),
    );
    if (errors !== undefined) return errors;
  }
  if (conversion.doNotCreateOpportunity || made.opportunityId !== null) return undefined;
  const stage =
    services.rows
      .object('Opportunity')
      .fieldByName.get('stagename')!
      .picklistValues.find((entry) => entry.isActive)?.value ?? 'Prospecting';
  const now = new Date(services.now());
  const quarterEnd = ApexDate.of(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 + 4, 1).addDays(-1);
  const values = {
    ...common,
    AccountId: made.accountId,
    Name: conversion.opportunityName ?? get('Company'),
    StageName: stage,
    CloseDate: quarterEnd,
    LeadSource: get('LeadSource'),
  };
  return create(services, 'Opportunity', values, call, (id) => (made.opportunityId = id));
}

function mapped(
  table: ReadonlyArray<readonly [string, string]>,
  get: (name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(table.map(([from, to]) => [to, get(from)] as const).filter(([, value]) => value !== null));
}

function create(
  services: SaveServices,
  name: string,
  values: Record<string, unknown>,
  call: ConvertCall,
  made: (id: string) => void,
): readonly DmlError[] | undefined {
  const object = services.rows.object(name);
  const slots = new Array<unknown>(object.fields.length);
  for (const [key, value] of Object.entries(values)) {
    const field = object.fieldByName.get(key.toLowerCase());
    if (field !== undefined) slots[field.index] = value;
  }
  const [result] = save(
    services,
    {
      operation: 'insert',
      records: [services.newRecord(object, slots)],
      allOrNone: true,
      accessMode: accessModeOf(call.site, call.accessMode),
    },
    call.site,
    {
      isPlatform: true,
      countsLimits: false,
    },
  );
  if (!result!.isSuccess) return result!.errors;
  made(result!.id!);
  return undefined;
}

function closeLead(
  services: SaveServices,
  lead: ObjectDescribe,
  conversion: LeadConversion,
  made: Made,
): readonly DmlError[] | undefined {
  const now = new Date(services.now());
  const platformValues = new Map<number, unknown>();
  const set = (name: string, value: unknown): void => {
    const field = lead.fieldByName.get(name.toLowerCase());
    if (field !== undefined) platformValues.set(field.index, value);
  };
  set('IsConverted', true);
  set('Status', conversion.convertedStatus);
  set('ConvertedDate', ApexDate.of(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()));
  set('ConvertedAccountId', made.accountId);
  set('ConvertedContactId', made.contactId);
  set('ConvertedOpportunityId', made.opportunityId);
  set('IsUnreadByOwner', false);
  if (conversion.ownerId !== undefined) set('OwnerId', conversion.ownerId);
  const slots = new Array<unknown>(lead.fields.length);
  slots[lead.fieldByName.get('id')!.index] = conversion.leadId;
  const row: SaveRow = {
    index: 0,
    record: services.newRecord(lead, slots),
    values: [],
    old: undefined,
    given: new Set(),
    id: conversion.leadId,
    errors: [],
    platformValues,
  };
  updateChunk(services, lead, [row], {
    allOrNone: true,
    mode: 'system',
    enforcesSharing: false,
    allowFieldTruncation: false,
    isPlatform: true,
    firesTriggers: services.conversionFiresTriggers(),
  });
  return row.errors.length > 0 ? row.errors : undefined;
}
