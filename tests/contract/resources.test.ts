import { randomUUID } from 'node:crypto';
import { outcomeOf, request, type Answer } from './support/door.ts';
import { leadOf, query, updateRecord } from './support/org.ts';
import { freshKey, target } from './support/target.ts';

const { members, prefix } = target();

async function makeLead(values: Record<string, unknown> = {}): Promise<string> {
  const key = freshKey();
  await request('PUT', `/leads/${key}`, { body: { LastName: 'Diaz', ...values } });
  return key;
}

describe('PUT /leads/{key}', () => {
  it('createsARecord', async () => {
    const key = freshKey();

    const answer = await request('PUT', `/leads/${key}`, { body: { LastName: 'Diaz' } });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ index: 0, key, status: 'applied', rev: 1 });
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('location')).toContain(key);
  });

  it('updatesARecordAndClearsNothingThatItDoesNotName', async () => {
    const key = await makeLead({ HomeCity: 'Chicago' });

    const answer = await request('PUT', `/leads/${key}`, { body: { JobTitle: 'Architect' } });

    expect([answer.status, answer.body.status]).toEqual([200, 'applied']);
    expect(await leadOf(key, 'City, Title')).toMatchObject({ City: 'Chicago', Title: 'Architect' });
  });

  it('answersUnchanged', async () => {
    const key = await makeLead();

    const answer = await request('PUT', `/leads/${key}`, { body: { LastName: 'Diaz' } });

    expect([answer.status, answer.body.status]).toEqual([200, 'unchanged']);
  });

  it('takesAPercentEncodedKey', async () => {
    const key = `${freshKey()} ä+ö`;

    await request('PUT', `/leads/${encodeURIComponent(key)}`, { body: { LastName: 'Diaz' } });

    const answer = await request('GET', `/leads/${encodeURIComponent(key)}`);
    expect(answer.body.key).toBe(key);
  });

  it('refusesAWrongValueAndPointsAtIt', async () => {
    const answer = await request('PUT', `/leads/${freshKey()}`, { body: { LastName: 'Diaz', PriceMinimum: 'much' } });

    expect(outcomeOf(answer)).toBe('400 validation');
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/PriceMinimum', code: 'invalid-number' })]);
  });

  it('refusesWhatSalesforceOwns', async () => {
    const answer = await request('PUT', `/leads/${await makeLead()}`, { body: { LeadStatus: 'Closed - Converted' } });

    expect(outcomeOf(answer)).toBe('409 refused');
    expect(answer.body.errors[0].code).toBe('salesforce-owned');
  });

  it('takesALeadWithoutTheAgentWhoMayNotHaveIt', async () => {
    const answer = await request('PUT', `/leads/${freshKey()}`, {
      body: { LastName: 'Diaz', OwnerMemberKey: members.ineligible },
    });

    expect(answer.status).toBe(201);
    expect(answer.body.problems).toEqual([
      expect.objectContaining({ pointer: '/OwnerMemberKey', code: 'agent-not-eligible' }),
    ]);
  });

  it('refusesASaveThatSalesforceRefuses', async () => {
    const answer = await request('PUT', `/leads/${freshKey()}`, { body: { FirstName: 'Without last name' } });

    expect(outcomeOf(answer)).toBe('409 refused');
    expect(answer.body.errors[0].code).toBe('save-failed');
  });

  it('refusesABodyThatIsNoObject', async () => {
    expect(outcomeOf(await request('PUT', `/leads/${freshKey()}`, { body: ['LastName'] }))).toBe(
      '400 malformed-request',
    );
  });

  it('appliesARepeatedRequestOnce', async () => {
    const [path, key] = [`/leads/${freshKey()}`, randomUUID()];
    const first = await request('PUT', path, { body: { LastName: 'Diaz' }, key });

    const second = await request('PUT', path, { body: { LastName: 'Diaz' }, key });

    expect(second.headers.get('x-leadbridge-replayed')).toBe('true');
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(outcomeOf(await request('PUT', path, { body: { LastName: 'Other' }, key }))).toBe(
      '409 idempotency-key-reused',
    );
  });
});

describe('PATCH /leads/{key}', () => {
  it('refusesARecordThatIsNotThere', async () => {
    const key = freshKey();

    expect(outcomeOf(await request('PATCH', `/leads/${key}`, { body: { LastName: 'Diaz' } }))).toBe('404 not-found');
    expect(await leadOf(key)).toBeUndefined();
  });

  it('clearsWhatIsNull', async () => {
    const key = await makeLead({ HomeCity: 'Chicago' });

    const answer = await request('PATCH', `/leads/${key}`, {
      body: { HomeCity: null },
      headers: { 'content-type': 'application/merge-patch+json' },
    });

    expect(answer.status).toBe(200);
    expect(await leadOf(key, 'City')).toMatchObject({ City: null });
  });

  it('appliesTheRestWhereOneValueIsLeftOut', async () => {
    const answer = await request('PATCH', `/leads/${await makeLead()}`, {
      body: { HomeCity: 'Chicago', LeadStatus: 'Closed - Converted' },
    });

    expect(answer.status).toBe(200);
    expect(answer.body.problems).toEqual([
      expect.objectContaining({ pointer: '/LeadStatus', code: 'salesforce-owned' }),
    ]);
  });

  it('answersAnOlderSequenceAsStale', async () => {
    const key = await makeLead();
    await request('PATCH', `/leads/${key}`, { body: { HomeCity: 'New' }, headers: { 'x-leadbridge-sequence': '42' } });

    const answer = await request('PATCH', `/leads/${key}`, {
      body: { HomeCity: 'Old' },
      headers: { 'x-leadbridge-sequence': '41' },
    });

    expect(outcomeOf(answer)).toBe('409 stale');
    expect(answer.body.errors[0]).toMatchObject({ pointer: '/HomeCity', code: 'stale-sequence' });
  });

  it('takesIfMatchOfThePresentRevisionOnly', async () => {
    const key = await makeLead();
    const { headers } = await request('GET', `/leads/${key}`);

    const matching = await request('PATCH', `/leads/${key}`, {
      body: { HomeCity: 'One' },
      headers: { 'if-match': headers.get('etag')! },
    });
    const outdated = await request('PATCH', `/leads/${key}`, {
      body: { HomeCity: 'Two' },
      headers: { 'if-match': headers.get('etag')! },
    });

    expect(matching.status).toBe(200);
    expect(outcomeOf(outdated)).toBe('412 precondition-failed');
    expect(await leadOf(key, 'City')).toMatchObject({ City: 'One' });
  });

  it('refusesIfMatchWhereThereIsNoRecord', async () => {
    const answer = await request('PUT', `/leads/${freshKey()}`, {
      body: { LastName: 'Diaz' },
      headers: { 'if-match': '"1"' },
    });

    expect(outcomeOf(answer)).toBe('412 precondition-failed');
  });
});

describe('GET /leads/{key}', () => {
  it('returnsWhatIsSentToTheSystemWithoutBlanks', async () => {
    const key = await makeLead({ FirstName: 'Ana', PriceMaximum: 250000, DoNotCall: false });

    const answer = await request('GET', `/leads/${key}`);

    expect(answer.body).toMatchObject({
      key,
      rev: 1,
      values: { FirstName: 'Ana', LastName: 'Diaz', PriceMaximum: 250000, DoNotCall: false },
    });
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(Object.values(answer.body.values)).not.toContain(null);
  });

  it('showsWhatAPersonChangedAndANewRevision', async () => {
    const key = await makeLead();
    await updateRecord('Lead', (await leadOf(key)).Id, { Title: 'Architect' });

    const answer = await request('GET', `/leads/${key}`);

    expect(answer.body).toMatchObject({ rev: 2, values: { JobTitle: 'Architect' } });
    const lead = await leadOf(key, 'Last_Updated_By_System__c');
    expect(lead.Last_Updated_By_System__c).toBe('Salesforce');
  });

  it('refusesAnUnknownKeyAndAKeyInAnotherCase', async () => {
    const key = await makeLead();

    expect(outcomeOf(await request('GET', `/leads/${freshKey()}`))).toBe('404 not-found');
    expect(outcomeOf(await request('GET', `/leads/${key.toUpperCase()}`))).toBe('404 not-found');
  });
});

describe('GET /leads', () => {
  it('leadsThroughEveryRecordOncePageByPage', async () => {
    const made = [await makeLead(), await makeLead(), await makeLead()];
    const seen: string[] = [];
    let pages = 0;

    for (let cursor: string | undefined = ''; cursor !== undefined; pages += 1) {
      const { body }: Answer = await request(
        'GET',
        `/leads?limit=50${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      expect(body.items.length).toBeLessThanOrEqual(50);
      seen.push(...body.items.map((item: { key: string }) => item.key));
      cursor = body.nextCursor;
    }

    const [row] = await query(`SELECT COUNT(Id) n FROM Lead WHERE ContactKey__c LIKE '${prefix}%'`);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made));
    expect(seen.filter((key) => key.startsWith(prefix)).length).toBe(row.n);
    expect(pages).toBeGreaterThanOrEqual(1);
  });

  it('keepsToTheLimit', async () => {
    await makeLead();
    await makeLead();

    const { body } = await request('GET', '/leads?limit=1');

    expect(body.items.length).toBe(1);
    expect(body.nextCursor).toEqual(expect.any(String));
  });
});

describe('members', () => {
  it('areReadLikeLeads', async () => {
    const answer = await request('GET', `/members/${members.eligible}`);

    expect(answer.body).toMatchObject({ key: members.eligible, values: { LeadEligibility: 'Eligible' } });
  });

  it('areListedLikeLeads', async () => {
    const { body } = await request('GET', '/members?limit=200');

    expect(body.items.map((item: { key: string }) => item.key)).toContain(members.ineligible);
  });

  it('areWrittenLikeLeadsWithinSalesforcesAuthority', async () => {
    const taken = await request('PATCH', `/members/${members.eligible}`, {
      body: { MemberLanguages: ['Spanish', 'English'] },
    });
    const refused = await request('PATCH', `/members/${members.eligible}`, { body: { MemberStatus: 'Inactive' } });

    expect(taken.status).toBe(200);
    expect(outcomeOf(refused)).toBe('409 refused');
    expect((await request('GET', `/members/${members.eligible}`)).body.values.MemberLanguages.sort()).toEqual([
      'English',
      'Spanish',
    ]);
  });
});
