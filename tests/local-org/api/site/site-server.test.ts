import { expectError, openDoors, type Doors } from '../support/doors.ts';
import { REST_DOOR } from '../support/rest-door.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const SITE = {
  'sites/Public.site': `<CustomSite ${XMLNS}><active>true</active><allowHomePage>false</allowHomePage>
    <masterLabel>Public</masterLabel><siteType>Visualforce</siteType><urlPathPrefix>public</urlPathPrefix></CustomSite>`,
  'permissionsets/Guests.permissionset': `<PermissionSet ${XMLNS}><label>Guests</label>
    <classAccesses><apexClass>Door</apexClass><enabled>true</enabled></classAccesses></PermissionSet>`,
};

describe('the Sites host', () => {
  let doors: Doors;
  const visit = (path: string, headers = {}) =>
    doors.call('GET', `${doors.siteUrl}${path}`, undefined, { token: null, headers });

  beforeAll(async () => {
    doors = await openDoors({ ...REST_DOOR, ...SITE });
  }, 60_000);
  afterAll(() => doors.close());

  it('refuses an address that belongs to no site, in HTML', async () => {
    const { status, headers } = await visit('/elsewhere/services/apexrest/door/1');
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 404, type: 'text/html;charset=UTF-8' });
  });

  it('refuses a guest without access to the class', async () => {
    expectError(await visit('/public/services/apexrest/door/1'), 403, 'FORBIDDEN');
  });

  it('refuses Authorization: the platform takes it for a session of its own', async () => {
    const headers = { authorization: `Bearer ${doors.token}` };
    expectError(await visit('/public/services/apexrest/door/1', headers), 401, 'INVALID_SESSION_ID');
  });

  it('returns what the class answers to a guest with access', async () => {
    const [site] = await doors.org.sites();
    const sets = await doors.call(
      'GET',
      `query?q=${encodeURIComponent("SELECT Id FROM PermissionSet WHERE Name = 'Guests'")}`,
    );
    const assignment = { AssigneeId: site!.guestUserId, PermissionSetId: sets.body.records[0].Id };
    expect((await doors.call('POST', 'sobjects/PermissionSetAssignment', assignment)).status).toBe(201);
    const { status, body } = await visit('/public/services/apexrest/door/1');
    expect({ status, uri: body.uri }).toEqual({ status: 200, uri: '/door/1' });
    expect(body.user).not.toBe(doors.org.administrator.username);
  });
});
