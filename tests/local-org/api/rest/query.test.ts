import { expectError, openDoors, type Doors, type Json } from '../support/doors.ts';

const LEADS = 2005;

describe('/query', () => {
  let doors: Doors;
  const query = (soql: string, headers = {}) =>
    doors.call('GET', `query?q=${encodeURIComponent(soql)}`, undefined, { headers });

  beforeAll(async () => {
    doors = await openDoors();
    const code = `List<Lead> leads = new List<Lead>();
      for (Integer i = 0; i < ${LEADS}; i++) leads.add(new Lead(LastName = 'L' + i, Company = 'Co ' + Math.mod(i, 3)));
      insert leads;
      Account acme = new Account(Name = 'Acme');
      insert acme;
      insert new List<Contact>{ new Contact(LastName = 'One', AccountId = acme.Id), new Contact(LastName = 'Alone') };`;
    const ran = await doors.org.executeAnonymous({ userId: doors.org.administrator.userId, kind: 'api' }, code);
    expect(ran.success).toBe(true);
  }, 60_000);
  afterAll(() => doors.close());

  describe('refuses', () => {
    it.each([
      ['SELECT Nope FROM Lead', 'INVALID_FIELD'],
      ['SELECT Nope__r.Name FROM Lead', 'INVALID_FIELD'],
      ['SELECT Id FROM Nope', 'INVALID_TYPE'],
      ['SELECT Id FRM Lead', 'MALFORMED_QUERY'],
      ['', 'MALFORMED_QUERY'],
      ["SELECT Id FROM Lead WHERE LastName = 'a' OR", 'MALFORMED_QUERY'],
      ["SELECT Id FROM Lead WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR'],
    ])('%s with %s', async (soql, errorCode) => expectError(await query(soql), 400, errorCode));

    it('no query at all, and a locator that nobody gave out', async () => {
      expectError(await doors.call('GET', 'query'), 400, 'MALFORMED_QUERY');
      expectError(await doors.call('GET', 'query/01gNOPE-2000'), 400, 'INVALID_QUERY_LOCATOR');
    });

    it('what it does not support with 501, also from a worker', async () => {
      expectError(await query('SELECT FORMAT(CreatedDate) FROM Lead LIMIT 1'), 501, 'LOCAL_ORG_UNSUPPORTED');
    });
  });

  describe('returns', () => {
    it('pages of 2000, the next at its address', async () => {
      const first = await query('SELECT Id FROM Lead');
      expect(first.body).toMatchObject({ totalSize: LEADS, done: false });
      expect(first.body.records).toHaveLength(2000);
      const second = await doors.call('GET', first.body.nextRecordsUrl);
      expect(second.body).toMatchObject({ totalSize: LEADS, done: true });
      const ids = [...first.body.records, ...second.body.records].map((record: Json) => record.Id);
      expect(new Set(ids).size).toBe(LEADS);
    });

    it('smaller pages when asked', async () => {
      const { body } = await query('SELECT Id FROM Lead LIMIT 300', { 'Sforce-Query-Options': 'batchSize=200' });
      expect([body.records.length, body.done]).toEqual([200, false]);
    });

    it('parents nested and child lists as results', async () => {
      const contacts = await query('SELECT LastName, Account.Name FROM Contact ORDER BY LastName');
      expect(contacts.body.records.map((record: Json) => record.Account?.Name ?? null)).toEqual([null, 'Acme']);
      const accounts = await query('SELECT Name, (SELECT LastName FROM Contacts) FROM Account');
      expect(accounts.body.records[0].Contacts).toMatchObject({
        totalSize: 1,
        done: true,
        records: [{ LastName: 'One' }],
      });
    });

    it('an address as an object', async () => {
      await doors.call('POST', 'sobjects/Lead', { LastName: 'Home', Company: 'Co 0', City: 'Bern' });
      const { body } = await query("SELECT Address FROM Lead WHERE LastName = 'Home'");
      await doors.call('DELETE', `composite/sobjects?ids=${body.records[0].attributes.url.split('/').at(-1)}`);
      expect(body.records[0].Address).toMatchObject({ city: 'Bern', street: null });
    });

    it('a count without records, and aggregates under their aliases', async () => {
      expect((await query('SELECT COUNT() FROM Lead')).body).toEqual({ totalSize: LEADS, done: true, records: [] });
      const { body } = await query('SELECT Company, COUNT(Id) n FROM Lead GROUP BY Company ORDER BY Company');
      expect(body.records[0]).toMatchObject({ attributes: { type: 'AggregateResult' }, Company: 'Co 0', n: 669 });
    });

    it('the columns by which the CLI heads its tables', async () => {
      const soql = encodeURIComponent('SELECT Id, toLabel(Status), Owner.Name FROM Lead LIMIT 1');
      const { body } = await doors.call('GET', `query?q=${soql}&columns=true`);
      expect(body.columnMetadata.map((column: Json) => column.columnName)).toEqual(['Id', 'Status', 'Owner.Name']);
    });
  });
});
