import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEngine } from '../../../../scripts/local-org/index.ts';
import type { DeployOptions, LocalOrg, Session } from '../../../../scripts/local-org/org/local-org.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const OPTIONS: DeployOptions = {
  checkOnly: false,
  rollbackOnError: true,
  testLevel: 'NoTestRun',
  runTests: [],
  ignoreWarnings: false,
  purgeOnDelete: false,
};

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

function packageOf(files: Record<string, string>): Map<string, Uint8Array> {
  const content = new Map([['package.xml', bytes(`<Package ${XMLNS}><version>67.0</version></Package>`)]]);
  for (const [path, text] of Object.entries(files)) {
    content.set(path, bytes(text));
    if (path.endsWith('.cls'))
      content.set(
        `${path}-meta.xml`,
        bytes(`<ApexClass ${XMLNS}><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`),
      );
    if (path.endsWith('.trigger'))
      content.set(
        `${path}-meta.xml`,
        bytes(`<ApexTrigger ${XMLNS}><apiVersion>67.0</apiVersion><status>Active</status></ApexTrigger>`),
      );
  }
  return content;
}

describe('an org in worker threads', () => {
  let org: LocalOrg;
  let session: Session;
  let server: Server;

  beforeAll(async () => {
    org = await startEngine();
    session = { userId: org.administrator.userId, kind: 'api' };
    server = createServer((request, response) => {
      // The called platform writes to the org while the org waits for it.
      void org
        .dml(session, {
          operation: 'insert',
          records: [{ attributes: { type: 'Account' }, Name: `called ${request.url}` }],
          allOrNone: true,
        })
        .then((results) => {
          response.statusCode = results[0]!.isSuccess ? 202 : 500;
          response.end('answer');
        });
    }).listen(0);
    const { port } = server.address() as AddressInfo;
    const deployed = await org.deploy(
      session,
      packageOf({
        'remoteSiteSettings/Loop.remoteSite': `<RemoteSiteSetting ${XMLNS}><isActive>true</isActive><url>http://127.0.0.1:${port}</url></RemoteSiteSetting>`,
        'objects/Ping__e.object': `<CustomObject ${XMLNS}><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><fields><fullName>Text__c</fullName><label>Text</label><length>255</length><type>Text</type></fields><label>Ping</label><pluralLabel>Pings</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
        'triggers/PingTrigger.trigger': `trigger PingTrigger on Ping__e (after insert) {
          for (Ping__e ping : Trigger.new) {
            if (ping.Text__c == 'again' && EventBus.TriggerContext.currentContext().retries < 2) throw new EventBus.RetryableException('again');
            insert as system new Account(Name = ping.Text__c + ' ' + UserInfo.getName());
          }
        }`,
        'classes/Door.cls': `@RestResource(urlMapping='/door/*')
          global without sharing class Door {
            @HttpPost global static void post() {
              EventBus.publish(new Ping__e(Text__c = 'ping'));
              RestContext.response.statusCode = 201;
              RestContext.response.responseBody = Blob.valueOf(RestContext.request.requestURI);
            }
            @HttpGet global static String get() { throw new IllegalArgumentException('closed'); }
          }`,
        'classes/Outside.cls': `public class Outside implements Queueable, Database.AllowsCallouts {
            public void execute(QueueableContext c) { call('/job'); }
            public static Integer call(String path) {
              HttpRequest request = new HttpRequest(); request.setMethod('GET'); request.setEndpoint('http://127.0.0.1:${port}' + path);
              return new Http().send(request).getStatusCode();
            }
          }`,
        'classes/Hourly.cls': `public class Hourly implements Schedulable { public void execute(SchedulableContext c) { insert as system new Account(Name = 'hourly'); } }`,
      }),
      OPTIONS,
    );
    expect(deployed.messages.filter((message) => !message.success)).toEqual([]);
  }, 60_000);

  afterAll(async () => {
    await org.stop();
    server.close();
  });

  const call = async (method: string, path: string) => {
    const answer = await org.apexRest(session, {
      method,
      path,
      parameters: [],
      headers: [],
      body: bytes('{}'),
      remoteAddress: '127.0.0.1',
    });
    return [answer.statusCode, Buffer.from(answer.body).toString()] as const;
  };
  const names = async (): Promise<string[]> =>
    (await org.query(session, 'SELECT Name FROM Account ORDER BY Name')).records.map((record) => String(record.Name));

  it('answers Apex REST, and what Apex REST refuses, as the platform does', async () => {
    expect(await call('POST', '/door/1')).toEqual([201, '/door/1']);
    expect((await call('PUT', '/door/1'))[0]).toBe(405);
    expect(await call('GET', '/door')).toEqual([404, expect.stringContaining('NOT_FOUND')]);
    expect(await call('GET', '/door/1')).toEqual([
      500,
      expect.stringContaining('System.IllegalArgumentException: closed\\n\\nClass.Door.get: line 8, column 1'),
    ]);
  });

  it('delivers events after the commit, as the Automated Process, and again when asked', async () => {
    await org.executeAnonymous(session, "EventBus.publish(new Ping__e(Text__c = 'again'));");
    expect(await org.idle(5_000)).toBe(true);
    expect(await names()).toEqual(expect.arrayContaining(['ping Automated Process', 'again Automated Process']));
  });

  it('lets the called server write while it waits, and forbids a callout after a save', async () => {
    expect(
      (await org.executeAnonymous(session, "Assert.areEqual(202, Outside.call('/sync'));")).exceptionMessage,
    ).toBeNull();
    expect(
      (await org.executeAnonymous(session, "insert new Account(Name = 'undone'); Outside.call('/never');"))
        .exceptionMessage,
    ).toContain('You have uncommitted work pending');
    expect(await names()).toContain('called /sync');
    expect(await names()).not.toContain('undone');
  });

  it('runs jobs and schedules when the clock says so', async () => {
    await org.executeAnonymous(
      session,
      "System.enqueueJob(new Outside(), 5); System.schedule('hourly', '0 0 * * * ?', new Hourly());",
    );
    expect(await org.idle(3_000)).toBe(true);
    expect(await names()).not.toContain('called /job');
    await org.setClock({ offsetMilliseconds: 3_700_000 });
    expect(await org.idle(5_000)).toBe(true);
    expect(await names()).toEqual(expect.arrayContaining(['called /job', 'hourly']));
  });

  it('changes nothing when a deploy does not compile, nor a class under its schedule', async () => {
    const broken = await org.deploy(
      session,
      packageOf({
        'classes/Broken.cls': 'public class Broken { Sstring x; }',
        'classes/Fine.cls': 'public class Fine {}',
      }),
      OPTIONS,
    );
    expect(broken.success).toBe(false);
    expect(broken.messages).toContainEqual(
      expect.objectContaining({ fullName: 'Broken', lineNumber: 1, problem: 'Invalid type: Sstring' }),
    );
    expect((await org.executeAnonymous(session, 'Fine f;')).compiled).toBe(false);
    const busy = await org.deploy(
      session,
      packageOf({
        'classes/Hourly.cls':
          'public class Hourly implements Schedulable { public void execute(SchedulableContext c) {} }',
      }),
      OPTIONS,
    );
    expect(busy.messages).toContainEqual(
      expect.objectContaining({ problem: 'This schedulable class has jobs pending or in progress' }),
    );
  });

  it('saves all rows of a request or none', async () => {
    const results = await org.dml(session, {
      operation: 'insert',
      records: [
        { attributes: { type: 'Lead' }, LastName: 'A', Company: 'B' },
        { attributes: { type: 'Lead' }, LastName: 'A' },
      ],
      allOrNone: true,
    });
    expect(results.map((result) => result.errors[0]!.statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
    ]);
  });
});
