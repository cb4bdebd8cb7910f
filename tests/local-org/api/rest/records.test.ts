import { DATA, expectError, openDoors, THING, userWithToken, useThings, type Doors } from '../support/doors.ts';

describe('/sobjects/{object}', () => {
  let doors: Doors;
  let leadId: string;
  const call: Doors['call'] = (...args) => doors.call(...args);

  beforeAll(async () => {
    doors = await openDoors(THING);
    await useThings(doors);
    leadId = (await call('POST', 'sobjects/Lead', { LastName: 'Known', Company: 'Co' })).body.id;
  }, 60_000);
  afterAll(() => doors.close());

  describe('refuses', () => {
    it('a call without a session, and one with an unknown token', async () => {
      expectError(await call('GET', 'limits', undefined, { token: null }), 401, 'INVALID_SESSION_ID');
      expectError(await call('GET', 'limits', undefined, { token: 'nonsense' }), 401, 'INVALID_SESSION_ID');
    });

    it('an unknown object, record and version with NOT_FOUND', async () => {
      expectError(await call('POST', 'sobjects/Nope', {}), 404, 'NOT_FOUND');
      expectError(await call('GET', `sobjects/Lead/${leadId.slice(0, 12)}zzz`), 404, 'NOT_FOUND');
      expectError(await call('GET', '/services/data/v99.0/sobjects'), 404, 'NOT_FOUND');
      expectError(await call('GET', '/services/data/latest/sobjects'), 404, 'NOT_FOUND');
    });

    it('another verb with METHOD_NOT_ALLOWED', async () => {
      expectError(await call('PUT', `sobjects/Lead/${leadId}`, {}), 405, 'METHOD_NOT_ALLOWED');
    });

    it('a missing required field, naming it', async () => {
      expectError(await call('POST', 'sobjects/Lead', {}), 400, 'REQUIRED_FIELD_MISSING', ['Company', 'LastName']);
      expectError(await call('PATCH', `sobjects/Lead/${leadId}`, { LastName: null }), 400, 'REQUIRED_FIELD_MISSING', [
        'LastName',
      ]);
    });

    it('an unknown, an unwritable and a too long value', async () => {
      const lead = { LastName: 'x', Company: 'y' };
      expectError(await call('POST', 'sobjects/Lead', { ...lead, Nope: 1 }), 400, 'INVALID_FIELD');
      expectError(
        await call('POST', 'sobjects/Lead', { ...lead, CreatedDate: '2020-01-01T00:00:00Z' }),
        400,
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        ['CreatedDate'],
      );
      expectError(await call('POST', 'sobjects/Lead', { ...lead, LastName: 'x'.repeat(81) }), 400, 'STRING_TOO_LONG', [
        'LastName',
      ]);
      expectError(await call('POST', 'sobjects/Lead', { ...lead, Email: 'no address' }), 400, 'INVALID_EMAIL_ADDRESS', [
        'Email',
      ]);
    });

    it('a second record with a unique value', async () => {
      await call('POST', 'sobjects/Thing__c', { Name: 'first', Key__c: 'taken' });
      expectError(await call('POST', 'sobjects/Thing__c', { Name: 'second', Key__c: 'taken' }), 400, 'DUPLICATE_VALUE');
    });

    it('a body that is no JSON object', async () => {
      expectError(await call('POST', 'sobjects/Lead', '{bad'), 400, 'JSON_PARSER_ERROR');
      expectError(await call('POST', 'sobjects/Lead', '[]'), 400, 'JSON_PARSER_ERROR');
    });

    it('a key in the body that the address says already', async () => {
      expectError(await call('PATCH', `sobjects/Lead/${leadId}`, { Id: leadId }), 400, 'INVALID_FIELD');
      expectError(await call('PATCH', 'sobjects/Thing__c/Key__c/a', { Key__c: 'b' }), 400, 'INVALID_FIELD');
    });

    it('an external id that is none', async () => {
      expectError(await call('GET', 'sobjects/Thing__c/Nope__c/x'), 404, 'NOT_FOUND');
      expectError(await call('PATCH', 'sobjects/Lead/Company/x', { LastName: 'y' }), 404, 'NOT_FOUND');
    });

    it('a record that is deleted', async () => {
      const { id } = (await call('POST', 'sobjects/Lead', { LastName: 'Gone', Company: 'Co' })).body;
      await call('DELETE', `sobjects/Lead/${id}`);
      expectError(await call('DELETE', `sobjects/Lead/${id}`), 404, 'ENTITY_IS_DELETED');
      expectError(await call('PATCH', `sobjects/Lead/${id}`, { Company: 'z' }), 404, 'ENTITY_IS_DELETED');
    });

    it('a user without permission on the object', async () => {
      const { token } = await userWithToken(doors, 'nobody@records.example');
      expectError(
        await call('POST', 'sobjects/Thing__c', { Name: 'x' }, { token }),
        400,
        'INSUFFICIENT_ACCESS_OR_READONLY',
      );
    });
  });

  describe('returns', () => {
    it('201 with the id of a new record', async () => {
      const { status, body } = await call('POST', 'sobjects/Lead', { LastName: 'New', Company: 'Co' });
      expect(status).toBe(201);
      expect(body).toEqual({ id: expect.stringMatching(/^00Q\w{15}$/), success: true, errors: [] });
    });

    it('a whole record, its address in one', async () => {
      const { id } = (await call('POST', 'sobjects/Lead', { LastName: 'Home', Company: 'Co', City: 'Bern' })).body;
      const { status, body } = await call('GET', `sobjects/Lead/${id}`);
      expect(status).toBe(200);
      expect(body.Address).toMatchObject({ city: 'Bern', street: null });
      expect(body.City).toBe('Bern');
      expect((await call('GET', `sobjects/Lead/${leadId}`)).body.Address).toBeNull();
    });

    it('a location in one', async () => {
      const spot = { Spot__Latitude__s: 46.9, Spot__Longitude__s: 7.4 };
      const { id } = (await call('POST', 'sobjects/Thing__c', { Name: 'Spot', ...spot })).body;
      const { body } = await call('GET', `sobjects/Thing__c/${id}`);
      expect(body).toMatchObject({ Spot__c: { latitude: 46.9, longitude: 7.4 }, ...spot });
    });

    it('the user of a session, as the login by access token asks', async () => {
      const { status, body } = await call(
        'GET',
        `/services/data/v51.0/sobjects/User/${doors.org.administrator.userId}`,
      );
      expect({ status, name: body.Username }).toEqual({ status: 200, name: doors.org.administrator.username });
    });

    it('only the fields asked for', async () => {
      const { body } = await call('GET', `sobjects/Lead/${leadId}?fields=LastName,Address`);
      expect(Object.keys(body)).toEqual(['attributes', 'Id', 'LastName', 'Address']);
    });

    it('300 and the addresses when several records share an external id', async () => {
      for (const Name of ['one', 'two']) await call('POST', 'sobjects/Thing__c', { Name, Group__c: 'shared' });
      const { status, body } = await call<string[]>('GET', 'sobjects/Thing__c/Group__c/shared');
      expect(status).toBe(300);
      expect(body).toEqual([expect.stringContaining(`${DATA}/sobjects/Thing__c/`), expect.any(String)]);
    });
  });

  describe('changes', () => {
    it('creates, then updates by external id', async () => {
      const created = await call('PATCH', 'sobjects/Thing__c/Key__c/up', { Name: 'first' });
      const updated = await call('PATCH', 'sobjects/Thing__c/Key__c/up', { Name: 'second' });
      expect([created.status, updated.status]).toEqual([201, 200]);
      expect(updated.body).toMatchObject({ id: created.body.id, created: false });
      expect((await call('GET', 'sobjects/Thing__c/Key__c/up')).body.Name).toBe('second');
      expect((await call('DELETE', 'sobjects/Thing__c/Key__c/up')).status).toBe(204);
      expectError(await call('GET', 'sobjects/Thing__c/Key__c/up'), 404, 'NOT_FOUND');
    });

    it('updates and deletes by id, answering nothing', async () => {
      const { id } = (await call('POST', 'sobjects/Lead', { LastName: 'Before', Company: 'Co' })).body;
      expect(await call('PATCH', `sobjects/Lead/${id}`, { LastName: 'After' })).toMatchObject({
        status: 204,
        body: null,
      });
      expect((await call('GET', `sobjects/Lead/${id}?fields=LastName`)).body.LastName).toBe('After');
      expect((await call('DELETE', `sobjects/Lead/${id}`)).status).toBe(204);
      expectError(await call('GET', `sobjects/Lead/${id}`), 404, 'NOT_FOUND');
    });

    it('finds a parent by its external id', async () => {
      await call('POST', 'sobjects/Thing__c', { Name: 'parent', Key__c: 'mother' });
      const { body } = await call('POST', 'sobjects/Thing__c', { Name: 'child', Parent__r: { Key__c: 'mother' } });
      const child = await call('GET', `sobjects/Thing__c/${body.id}?fields=Parent__c`);
      expect(child.body.Parent__c).toBe((await call('GET', 'sobjects/Thing__c/Key__c/mother')).body.Id);
    });
  });
});
