import { expectError, openDoors, userWithToken, type Doors } from '../support/doors.ts';
import { REST_DOOR } from '../support/rest-door.ts';

const DOOR = '/services/apexrest/door/1';

describe('/services/apexrest', () => {
  let doors: Doors;

  beforeAll(async () => {
    doors = await openDoors(REST_DOOR);
  }, 60_000);
  afterAll(() => doors.close());

  describe('refuses', () => {
    it('a call without a session', async () => {
      expectError(await doors.call('GET', DOOR, undefined, { token: null }), 401, 'INVALID_SESSION_ID');
    });

    it('a path that no class is mapped to', async () => {
      expectError(await doors.call('GET', '/services/apexrest/nowhere'), 404, 'NOT_FOUND');
    });

    it('a verb that the class has no method for, naming those that it has', async () => {
      const answer = await doors.call('PATCH', DOOR, {});
      expectError(answer, 405, 'METHOD_NOT_ALLOWED');
      expect(answer.body[0].message).toContain('Allowed are GET,HEAD,POST,PUT');
    });

    it('a user without access to the class', async () => {
      const { token } = await userWithToken(doors, 'outsider@door.example');
      const answer = await doors.call('GET', DOOR, undefined, { token });
      expectError(answer, 403, 'FORBIDDEN');
      expect(answer.body[0].message).toBe('You do not have access to the Apex class named: Door');
    });

    it('arguments that are no JSON, unknown, or of another type', async () => {
      expectError(await doors.call('POST', DOOR, '{bad'), 400, 'JSON_PARSER_ERROR');
      expectError(await doors.call('POST', DOOR, { name: 'a', other: 1 }), 400, 'JSON_PARSER_ERROR');
      expectError(await doors.call('POST', DOOR, { name: 'a', times: 'often' }), 400, 'JSON_PARSER_ERROR');
    });
  });

  describe('returns', () => {
    it('what the method returns, as JSON', async () => {
      expect(await doors.call('POST', DOOR, { name: 'n', times: 3 })).toMatchObject({ status: 200, body: 'n3' });
    });

    it('to the method what was asked, and by whom', async () => {
      const { body } = await doors.call('GET', `${DOOR}/x?a=1`);
      expect(body).toEqual({
        uri: '/door/1/x',
        path: '/services/apexrest/door/*',
        parameters: { a: '1' },
        user: doors.org.administrator.username,
      });
    });

    it('status, header and body that the method sets', async () => {
      const headers = { 'content-type': 'text/plain', 'X-Ask': 'hello' };
      const { status, body, headers: answered } = await doors.call('PUT', DOOR, 'plain', { headers });
      expect({ status, body, seen: answered.get('x-seen') }).toEqual({ status: 201, body: 'got plain', seen: 'hello' });
    });

    it('to HEAD what GET would, without the body', async () => {
      expect(await doors.call('HEAD', DOOR)).toMatchObject({ status: 200, body: null });
    });
  });

  it('changes nothing when the method throws, and says where', async () => {
    const answer = await doors.call('POST', DOOR, { name: 'boom', times: 1 });
    expectError(answer, 500, 'APEX_ERROR');
    expect(answer.body[0].message).toBe('System.MathException: boom\n\nClass.Door.greet: line 15, column 1');
    const { body } = await doors.call('GET', 'query?q=SELECT+COUNT()+FROM+Account');
    expect(body.totalSize).toBe(0);
  });
});
