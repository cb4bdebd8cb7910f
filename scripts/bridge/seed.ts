/** Loads a roster and leads that look like a brokerage's: the same for the same seed. */
import type { Connection } from '@salesforce/core';
import { insertAll, query, type OrgRecord } from './org-records.ts';

export interface SeedOptions {
  readonly people: number;
  readonly leads: number;
  readonly seed: number;
}

export interface SeedResult {
  readonly people: number;
  readonly leads: number;
  readonly eligible: number;
}

const FIRST_NAMES = [
  'Ana',
  'Ben',
  'Carla',
  'Dev',
  'Ellen',
  'Farid',
  'Grace',
  'Hugo',
  'Ines',
  'Jonas',
  'Kira',
  'Luis',
  'Maya',
  'Noor',
  'Omar',
  'Petra',
];
const LAST_NAMES = [
  'Diaz',
  'Ito',
  'Keller',
  'Lopez',
  'Murphy',
  'Novak',
  'Okafor',
  'Patel',
  'Quinn',
  'Rossi',
  'Sato',
  'Tran',
  'Ueda',
  'Vance',
  'Weber',
  'Young',
];
const CITIES = [
  { city: 'Chicago', state: 'IL', postalCode: '60601' },
  { city: 'Evanston', state: 'IL', postalCode: '60201' },
  { city: 'Austin', state: 'TX', postalCode: '78701' },
  { city: 'Denver', state: 'CO', postalCode: '80202' },
];
const INTERESTS = ['Buy', 'Sell', 'Rent', 'Invest'];

/** Inserts people first, then leads, some of them assigned. Running it again adds nothing to a seeded org. */
export async function seed(connection: Connection, options: SeedOptions): Promise<SeedResult> {
  const random = generator(options.seed);
  const present = new Set(
    (await query(connection, "SELECT MemberKey__c FROM People__c WHERE MemberKey__c LIKE 'm-%'")).map(
      (row) => row.MemberKey__c as string,
    ),
  );
  const people = Array.from({ length: options.people }, (_, index) => person(index + 1, random)).filter(
    (row) => !present.has(row.MemberKey__c as string),
  );
  await insertAll(connection, 'People__c', people);
  const eligible = await query(
    connection,
    "SELECT Id FROM People__c WHERE Lead_Eligibility__c = 'Eligible' ORDER BY MemberKey__c",
  );
  const seeded = new Set(
    (await query(connection, "SELECT ContactKey__c FROM Lead WHERE ContactKey__c LIKE 'c-%'")).map(
      (row) => row.ContactKey__c as string,
    ),
  );
  const leads = Array.from({ length: options.leads }, (_, index) => lead(index + 1, random, eligible)).filter(
    (row) => !seeded.has(row.ContactKey__c as string),
  );
  await insertAll(connection, 'Lead', leads);
  return { people: people.length, leads: leads.length, eligible: eligible.length };
}

function person(number: number, random: () => number): OrgRecord {
  const place = pick(CITIES, random);
  const firstName = pick(FIRST_NAMES, random);
  const lastName = pick(LAST_NAMES, random);
  return {
    MemberKey__c: `m-${number}`,
    MemberFirstName__c: firstName,
    MemberLastName__c: lastName,
    MemberEmail__c: `${firstName}.${lastName}.${number}@brokerage.example`.toLowerCase(),
    MemberMobilePhone__c: `+1312555${String(1000 + number)}`,
    // Every tenth person has left the brokerage, every seventh has paused.
    MemberStatus__c: number % 10 === 0 ? 'Inactive' : 'Active',
    MemberType__c: 'RealtorSalesperson',
    MemberStateLicense__c: `L${100000 + number}`,
    MemberStateLicenseState__c: place.state,
    MemberStateLicenseType__c: 'Salesperson',
    MemberStateLicenseExpirationDate__c: new Date(Date.now() + (60 + Math.floor(random() * 600)) * 86_400_000)
      .toISOString()
      .slice(0, 10),
    Accepting_Leads__c: number % 7 !== 0,
    Lead_Capacity__c: 40,
    OfficeName__c: `${place.city} Office`,
  };
}

function lead(number: number, random: () => number, eligible: readonly OrgRecord[]): OrgRecord {
  const place = pick(CITIES, random);
  const firstName = pick(FIRST_NAMES, random);
  const lastName = pick(LAST_NAMES, random);
  return {
    ContactKey__c: `c-${number}`,
    FirstName: firstName,
    LastName: lastName,
    Company: `${lastName} household`,
    Email: `${firstName}.${lastName}.${number}@mail.example`.toLowerCase(),
    MobilePhone: `+1312556${String(1000 + number)}`,
    City: place.city,
    PostalCode: place.postalCode,
    LeadSource: 'Web',
    Interest__c: pick(INTERESTS, random),
    Price_Maximum__c: 150_000 + Math.floor(random() * 40) * 25_000,
    Desired_City__c: place.city,
    Desired_Postal_Code__c: place.postalCode,
    ...(eligible.length > 0 && number % 2 === 0 ? { Assigned_Agent__c: eligible[number % eligible.length]!.Id } : {}),
  };
}

function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)]!;
}

/** Mulberry32: small, and the same on every machine. */
function generator(seedValue: number): () => number {
  let state = seedValue >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
