import { randomUUID } from 'node:crypto';
import { event, outcomeOf, postEvents, request, type Answer } from './support/door.ts';
import { createRecord, leadOf, query } from './support/org.ts';
import { freshKey, target } from './support/target.ts';

const { members } = target();

const statuses = ({ body }: Answer): string[] => body.items.map((item: { status: string }) => item.status);
const codes = ({ body }: Answer, index = 0): string[] =>
  (body.items[index].problems ?? []).map((problem: { code: string }) => problem.code);

describe('POST /events', () => {
  it('createsALeadThatIsStampedWithItsOriginAndOwned', async () => {
    const key = freshKey();

    const answer = await postEvents([
      event(key, { FirstName: 'Ana', LastName: 'Diaz', Email: 'ANA@example.com', MobilePhone: '+1 (312) 555-0142' }),
    ]);

    expect(answer.body.items).toEqual([
      expect.objectContaining({ index: 0, key, status: 'applied', rev: expect.any(Number) }),
    ]);
    const lead = await leadOf(
      key,
      'FirstName, Email, MobilePhone, OwnerId, Last_Updated_By_System__c, OriginatingSystemName__c, Sync_Message__c, Owner.Type',
    );
    expect(lead).toMatchObject({
      FirstName: 'Ana',
      Email: 'ana@example.com',
      MobilePhone: '+13125550142',
      Last_Updated_By_System__c: 'Lead_Platform',
      OriginatingSystemName__c: 'Lead_Platform',
      Sync_Message__c: answer.body.receipt,
    });
    expect(lead.Owner.Type).toBe('User');
  });

  it('givesALeadWithoutAnAgentToAnEligibleOne', async () => {
    const key = freshKey();

    await postEvents([event(key, { LastName: 'Diaz' })]);

    const lead = await leadOf(key, 'Assigned_Agent__r.Lead_Eligibility__c');
    expect(lead.Assigned_Agent__r.Lead_Eligibility__c).toBe('Eligible');
  });

  it('takesASingleEventAsAnArrayOfOne', async () => {
    const answer = await request('POST', '/events', {
      body: event(freshKey(), { LastName: 'Diaz' }),
      headers: { 'content-type': 'application/cloudevents+json' },
    });

    expect(statuses(answer)).toEqual(['applied']);
  });

  it('takesTheMediaTypeOfABatch', async () => {
    const answer = await postEvents([event(freshKey(), { LastName: 'Diaz' })], {
      headers: { 'content-type': 'application/cloudevents-batch+json' },
    });

    expect(statuses(answer)).toEqual(['applied']);
  });

  it('appliesWhatIsGoodOfABatchAndPointsAtWhatIsNot', async () => {
    const [first, bad, last] = [freshKey(), freshKey(), freshKey()];

    const answer = await postEvents([
      event(first, { LastName: 'One' }),
      event(bad, { LastName: 'Two', PriceMinimum: 'much' }),
      event(last, { LastName: 'Three' }),
    ]);

    expect(statuses(answer)).toEqual(['applied', 'rejected', 'applied']);
    expect(answer.body.items[1].problems).toEqual([
      expect.objectContaining({ pointer: '/1/data/set/PriceMinimum', code: 'invalid-number' }),
    ]);
    expect([await leadOf(first), await leadOf(bad), await leadOf(last)].map((lead) => lead !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('takesAHundredEventsInOneRequest', async () => {
    const keys = Array.from({ length: 100 }, freshKey);
    const body = keys.map((key, index) => event(key, { LastName: `Number ${index}` }));
    const key = randomUUID();

    let answer = await postEvents(body, { key });
    for (let round = 0; round < 20 && statuses(answer).includes('retry'); round += 1)
      answer = await postEvents(body, { key });

    expect(new Set(statuses(answer))).toEqual(new Set(['applied']));
    const [row] = await query(`SELECT COUNT(Id) n FROM Lead WHERE ContactKey__c IN ('${keys.join("','")}')`);
    expect(row.n).toBe(100);
  });

  it('takesAMember', async () => {
    const answer = await postEvents([
      event(members.eligible, { MemberNickname: 'Connie' }, { type: 'member.changed' }),
    ]);

    expect(statuses(answer)).toEqual(['applied']);
    const [person] = await query(`SELECT MemberNickname__c FROM People__c WHERE MemberKey__c = '${members.eligible}'`);
    expect(person.MemberNickname__c).toBe('Connie');
  });

  it('keepsSetAndClearApart', async () => {
    const key = freshKey();
    await postEvents([event(key, { LastName: 'Diaz', HomeCity: 'Chicago', JobTitle: 'Architect' })]);

    await postEvents([event(key, { HomeCity: 'Evanston' }, { clear: ['JobTitle'] })]);

    expect(await leadOf(key, 'LastName, City, Title')).toMatchObject({
      LastName: 'Diaz',
      City: 'Evanston',
      Title: null,
    });
  });

  it('answersUnchangedWhereSalesforceHasItAll', async () => {
    const key = freshKey();
    await postEvents([event(key, { LastName: 'Diaz' })]);

    expect(statuses(await postEvents([event(key, { LastName: 'Diaz' })]))).toEqual(['unchanged']);
  });

  it('listsMembersThatAreNotMapped', async () => {
    const answer = await postEvents([event(freshKey(), { LastName: 'Diaz', Zodiac: 'Aries' })]);

    expect(answer.body.items[0]).toMatchObject({ status: 'applied', ignored: ['/0/data/set/Zodiac'] });
  });

  it('foldsTheEventsOfOneRecordByTheirSequenceAndAnswersEach', async () => {
    const key = freshKey();

    const answer = await postEvents([
      event(key, { LastName: 'Diaz', HomeCity: 'Last' }, { sequence: '12' }),
      event(key, { HomeCity: 'First', JobTitle: 'Architect' }, { sequence: '11' }),
    ]);

    expect(answer.body.items.map((item: { index: number }) => item.index)).toEqual([0, 1]);
    expect(await leadOf(key, 'City, Title, Sync_Revision__c')).toMatchObject({
      City: 'Last',
      Title: 'Architect',
      Sync_Revision__c: 1,
    });
  });

  it('answersAnOlderSequenceAsStale', async () => {
    const key = freshKey();
    await postEvents([event(key, { LastName: 'Newer' }, { sequence: '20' })]);

    const answer = await postEvents([event(key, { LastName: 'Older' }, { sequence: '19' })]);

    expect(statuses(answer)).toEqual(['stale']);
    expect(codes(answer)).toContain('stale-sequence');
    expect(await leadOf(key, 'LastName')).toMatchObject({ LastName: 'Newer' });
  });

  it('keepsDifferentCasesOfAKeyApart', async () => {
    const key = freshKey();

    const answer = await postEvents([event(`${key}a`, { LastName: 'Small' }), event(`${key}A`, { LastName: 'Large' })]);

    expect(statuses(answer)).toEqual(['applied', 'applied']);
  });

  it('letsAMergePatchOrDeleteOfARecordByAPlatformNotHappen', async () => {
    const key = freshKey();
    await postEvents([event(key, { LastName: 'Diaz' })]);

    const answer = await postEvents([{ ...event(key, {}), type: 'lead.deleted' }]);

    expect(codes(answer)).toEqual(['not-deletable']);
    expect(await leadOf(key)).toBeDefined();
  });
});

describe('a value that cannot be right rejects its item', () => {
  const values: ReadonlyArray<readonly [string, Record<string, unknown>]> = [
    ['invalid-text', { FirstName: { nested: true } }],
    ['too-long', { LastName: 'x'.repeat(81) }],
    ['invalid-number', { PriceMaximum: '250000' }],
    ['out-of-range', { PriceMaximum: 1e30 }],
    ['invalid-boolean', { DoNotCall: 'yes' }],
    ['invalid-email', { Email: 'nobody' }],
    ['invalid-timestamp', { LastActivityTimestamp: 'yesterday' }],
    ['invalid-value', { Interest: 'Elephants' }],
    ['unknown-member-key', { OwnerMemberKey: 'nobody-has-this' }],
  ];

  it.each(values)('%s', async (code, set) => {
    const key = freshKey();

    const answer = await postEvents([event(key, { LastName: 'Diaz', ...set })]);

    expect(statuses(answer)).toEqual(['rejected']);
    expect(answer.body.items[0].problems).toEqual([
      expect.objectContaining({ code, pointer: `/0/data/set/${Object.keys(set)[0]}` }),
    ]);
    expect(await leadOf(key)).toBeUndefined();
  });

  it('invalid-list', async () => {
    const answer = await postEvents([
      event(members.eligible, { MemberLanguages: 'English' }, { type: 'member.changed' }),
    ]);

    expect(codes(answer)).toEqual(['invalid-list']);
  });

  it('set-and-cleared', async () => {
    const answer = await postEvents([
      event(freshKey(), { LastName: 'Diaz', HomeCity: 'Chicago' }, { clear: ['HomeCity'] }),
    ]);

    expect(codes(answer)).toEqual(['set-and-cleared']);
  });

  it('save-failed', async () => {
    const answer = await postEvents([event(freshKey(), { FirstName: 'Without last name' })]);

    expect(statuses(answer)).toEqual(['rejected']);
    expect(codes(answer)).toEqual(['save-failed']);
  });

  const envelopes: ReadonlyArray<readonly [string, Record<string, unknown>, string]> = [
    ['invalid-event', { id: '' }, '/0/id'],
    ['invalid-event', { specversion: '2.0' }, '/0/specversion'],
    ['invalid-event', { source: 'somebody' }, '/0/source'],
    ['invalid-event', { sequence: 'twelve' }, '/0/sequence'],
    ['unknown-type', { type: 'house.changed' }, '/0/type'],
    ['invalid-key', { subject: '' }, '/0/subject'],
    ['invalid-key', { subject: 'x'.repeat(256) }, '/0/subject'],
  ];

  it.each(envelopes)('%s %j', async (code, wrong, pointer) => {
    const answer = await postEvents([{ ...event(freshKey(), { LastName: 'Diaz' }), ...wrong }]);

    expect(answer.body.items[0]).toMatchObject({
      status: 'rejected',
      problems: [expect.objectContaining({ code, pointer })],
    });
  });
});

describe('a value that Salesforce may not take is left out, and the rest is applied', () => {
  it('salesforce-owned', async () => {
    const key = freshKey();

    const answer = await postEvents([event(key, { LastName: 'Diaz', LeadStatus: 'Closed - Converted' })]);

    expect(answer.body.items[0]).toMatchObject({
      status: 'applied',
      problems: [expect.objectContaining({ code: 'salesforce-owned', pointer: '/0/data/set/LeadStatus' })],
    });
    expect((await leadOf(key, 'Status')).Status).not.toBe('Closed - Converted');
  });

  it('salesforceOwnedAloneIsRejected', async () => {
    const key = freshKey();
    await postEvents([event(key, { LastName: 'Diaz' })]);

    expect(statuses(await postEvents([event(key, { LeadStatus: 'Closed - Converted' })]))).toEqual(['rejected']);
  });

  it('agent-not-eligible', async () => {
    const key = freshKey();

    const answer = await postEvents([event(key, { LastName: 'Diaz', OwnerMemberKey: members.ineligible })]);

    expect(answer.body.items[0]).toMatchObject({
      status: 'applied',
      problems: [expect.objectContaining({ code: 'agent-not-eligible' })],
    });
    expect(answer.body.items[0].problems[0].detail).not.toBe('');
  });

  it('takesAnEligibleAgent', async () => {
    const key = freshKey();

    const answer = await postEvents([event(key, { LastName: 'Diaz', OwnerMemberKey: members.eligible })]);

    expect(codes(answer)).toEqual([]);
    expect((await leadOf(key, 'Assigned_Agent__r.MemberKey__c')).Assigned_Agent__r.MemberKey__c).toBe(members.eligible);
  });

  it('stricter-prevails', async () => {
    const key = freshKey();
    await postEvents([event(key, { LastName: 'Diaz', DoNotCall: true })]);

    const answer = await postEvents([event(key, { DoNotCall: false })]);

    expect(codes(answer)).toEqual(['stricter-prevails']);
    expect(await leadOf(key, 'DoNotCall')).toMatchObject({ DoNotCall: true });
  });

  it('not-clearable', async () => {
    const key = freshKey();
    await postEvents([event(key, { LastName: 'Diaz' })]);

    const answer = await postEvents([event(key, { HomeCity: 'Chicago' }, { clear: ['LastName'] })]);

    expect(codes(answer)).toEqual(['not-clearable']);
    expect(await leadOf(key, 'LastName, City')).toMatchObject({ LastName: 'Diaz', City: 'Chicago' });
  });
});

describe('a lead that was born in Salesforce', () => {
  it('hasAKeyOnTheWireThatNobodyCanChange', async () => {
    const { id } = await createRecord('Lead', { LastName: `${target().prefix}born`, Company: 'Here' });

    const [lead] = await query(`SELECT ContactKey__c FROM Lead WHERE Id = '${id}'`);

    expect((await request('GET', `/leads/${encodeURIComponent(lead.ContactKey__c)}`)).status).toBe(200);
  });
});

describe('the idempotency key', () => {
  it('appliesARepeatedRequestOnceAndAnswersItAlike', async () => {
    const key = freshKey();
    const [body, idempotency] = [[event(key, { LastName: 'Diaz' })], randomUUID()];
    const first = await postEvents(body, { key: idempotency });

    const second = await postEvents(body, { key: idempotency });

    expect(second.headers.get('x-leadbridge-replayed')).toBe('true');
    expect({ ...second.body, traceId: '' }).toEqual({ ...first.body, traceId: '' });
    expect(await leadOf(key, 'Sync_Revision__c')).toMatchObject({ Sync_Revision__c: 1 });
  });

  it('isRefusedWithAnotherBody', async () => {
    const [key, idempotency] = [freshKey(), randomUUID()];
    await postEvents([event(key, { LastName: 'Diaz' })], { key: idempotency });

    const answer = await postEvents([event(key, { LastName: 'Other' })], { key: idempotency });

    expect(outcomeOf(answer)).toBe('409 idempotency-key-reused');
    expect(await leadOf(key, 'LastName')).toMatchObject({ LastName: 'Diaz' });
  });

  it('canBeTheWebhookId', async () => {
    const body = [event(freshKey(), { LastName: 'Diaz' })];
    const headers = { 'webhook-id': `msg_${randomUUID()}` };
    await postEvents(body, { key: null, headers });

    expect((await postEvents(body, { key: null, headers })).headers.get('x-leadbridge-replayed')).toBe('true');
  });

  it('letsTwoEqualRequestsThatArriveTogetherTakeEffectOnce', async () => {
    const [key, idempotency] = [freshKey(), randomUUID()];
    const body = [event(key, { LastName: 'Diaz' })];

    const answers = await Promise.all([1, 2].map(() => postEvents(body, { key: idempotency })));

    const outcomes = answers.map(outcomeOf).sort();
    expect(outcomes[0]).toBe('200');
    expect(['200', '409 idempotency-in-flight', '503 busy']).toContain(outcomes[1]);
    expect(await leadOf(key, 'Sync_Revision__c')).toMatchObject({ Sync_Revision__c: 1 });
  });

  it('isNotUsedUpByARequestThatWasRefused', async () => {
    const idempotency = randomUUID();
    await request('POST', '/events', { rawBody: '[{', key: idempotency });

    const answer = await postEvents([event(freshKey(), { LastName: 'Diaz' })], { key: idempotency });

    expect(statuses(answer)).toEqual(['applied']);
  });
});
