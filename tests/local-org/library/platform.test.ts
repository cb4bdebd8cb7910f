/** Crypto, EncodingUtil, Url, UUID, Assert, Http, Cache, Dom and the registry. Sources: Apex Reference, RFC 4231, FIPS 180. */
import { ApexBlob } from '../../../scripts/local-org/library/core/apex-blob.ts';
import { ApexList } from '../../../scripts/local-org/library/core/apex-list.ts';
import { isInstance } from '../../../scripts/local-org/library/core/type-of.ts';
import { libraryType } from '../../../scripts/local-org/library/core/library-types.ts';
import { Cache_OrgPartition } from '../../../scripts/local-org/library/cache/partitions.ts';
import { Dom_Document } from '../../../scripts/local-org/library/dom/Document.ts';
import { startTestMethod } from '../../../scripts/local-org/library/host.ts';
import { libraryClasses, librarySignatures } from '../../../scripts/local-org/library/registry.ts';
import { System_Assert } from '../../../scripts/local-org/library/system/Assert.ts';
import { System_Crypto } from '../../../scripts/local-org/library/system/Crypto.ts';
import { System_EncodingUtil } from '../../../scripts/local-org/library/system/EncodingUtil.ts';
import { System_Http } from '../../../scripts/local-org/library/system/Http.ts';
import { System_HttpRequest } from '../../../scripts/local-org/library/system/HttpRequest.ts';
import { System_HttpResponse } from '../../../scripts/local-org/library/system/HttpResponse.ts';
import { System_Test } from '../../../scripts/local-org/library/system/Test.ts';
import { System_UUID } from '../../../scripts/local-org/library/system/UUID.ts';
import { System_Url } from '../../../scripts/local-org/library/system/Url.ts';
import { System_UserInfo } from '../../../scripts/local-org/library/system/UserInfo.ts';
import { System_StaticResourceCalloutMock } from '../../../scripts/local-org/library/system/callout-mocks.ts';
import { PageReferenceUrl } from './page-url.ts';
import { thrownBy, useHost } from './fake-host.ts';

const text = (value: string): ApexBlob => ApexBlob.ofText(value);
const hex = (blob: ApexBlob): string => System_EncodingUtil.convertToHex(blob);

beforeEach(() => {
  useHost();
  startTestMethod();
});

test('digests and macs', () => {
  expect(hex(System_Crypto.generateDigest('SHA-256', text('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  const mac = System_Crypto.generateMac('HmacSHA256', text('what do ya want for nothing?'), text('Jefe'));
  expect(hex(mac)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  expect(System_Crypto.verifyHMac('hmacSHA256', text('what do ya want for nothing?'), text('Jefe'), mac)).toBe(true);
});

test('what was encrypted is decrypted again', () => {
  const key = System_Crypto.generateAesKey(256);
  const encrypted = System_Crypto.encryptWithManagedIV('AES256', key, text('secret'));
  expect(System_Crypto.decryptWithManagedIV('AES256', key, encrypted).toString()).toBe('secret');
  expect(thrownBy(() => System_Crypto.decryptWithManagedIV('AES128', key, encrypted))).toContain('Invalid private key');
});

test('encodings', () => {
  expect(System_EncodingUtil.urlEncode('a b&é/~', 'UTF-8')).toBe('a+b%26%C3%A9%2F%7E');
  expect(System_EncodingUtil.urlDecode('a+b%26%C3%A9', 'UTF-8')).toBe('a b&é');
  expect(System_EncodingUtil.base64Encode(text('hé'))).toBe('aMOp');
  expect(System_EncodingUtil.base64Decode('aMOp').toString()).toBe('hé');
});

test('URLs fall into their parts', () => {
  const url = new System_Url('https://ada@example.com:8443/a/b?x=1#top');
  expect([
    url.getProtocol(),
    url.getUserInfo(),
    url.getHost(),
    url.getPort(),
    url.getPath(),
    url.getQuery(),
    url.getRef(),
    url.getFile(),
  ]).toEqual(['https', 'ada', 'example.com', 8443, '/a/b', 'x=1', 'top', '/a/b?x=1']);
  expect(new System_Url('https', 'x.org', '/y').toExternalForm()).toBe('https://x.org/y');
  expect(System_Url.getOrgDomainUrl().toExternalForm()).toBe('https://demo.my.salesforce.com');
  expect(String(System_UUID.randomUUID())).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('claims fail in the words of Salesforce', () => {
  expect(thrownBy(() => System_Assert.areEqual(1, 2))).toBe(
    'System.AssertException: Assertion Failed: Expected: 1, Actual: 2',
  );
  expect(thrownBy(() => System_Assert.areEqual(1, 2, 'why'))).toBe(
    'System.AssertException: Assertion Failed: why: Expected: 1, Actual: 2',
  );
  expect(thrownBy(() => System_Assert.areNotEqual('a', 'a'))).toBe(
    'System.AssertException: Assertion Failed: Same value: a',
  );
  expect(thrownBy(() => System_Assert.isTrue(false, 'no'))).toBe('System.AssertException: Assertion Failed: no');
  expect(thrownBy(() => System_Assert.areEqual(new ApexList(undefined, [1]), new ApexList(undefined, [1])))).toBe(
    'nothing',
  );
});

test('requests go to the mock of a test, or out', () => {
  const request = new System_HttpRequest();
  request.setEndpoint('https://example.com/x');
  request.setMethod('POST');
  request.setHeader('X-Key', '1');
  expect([request.getHeader('x-key'), String(request)]).toEqual([
    '1',
    'System.HttpRequest[Endpoint=https://example.com/x, Method=POST]',
  ]);
  useHost({ isRunningTest: true });
  expect(thrownBy(() => new System_Http().send(request))).toContain(
    'Methods defined as TestMethod do not support Web service callouts',
  );
  System_Test.setMock(libraryType('System.HttpCalloutMock'), {
    respond: () => Object.assign(new System_HttpResponse(), {}),
  });
  expect(new System_Http().send(request)).toBeInstanceOf(System_HttpResponse);
  startTestMethod();
  useHost({
    callout: ({ method, headers }) => ({
      statusCode: 201,
      status: 'Created',
      headers: [['X-Seen', `${method} ${headers[0]}`]],
      body: new Uint8Array([104, 105]),
    }),
  });
  const response = new System_Http().send(request);
  expect([response.getStatusCode(), response.getBody(), response.getHeader('x-seen'), String(response)]).toEqual([
    201,
    'hi',
    'POST X-Key,1',
    'System.HttpResponse[Status=Created, StatusCode=201]',
  ]);
});

test('library classes know what they implement', () => {
  useHost({ staticResource: () => new TextEncoder().encode('body') });
  const mock = new System_StaticResourceCalloutMock();
  mock.setStaticResource('Resource');
  mock.setStatusCode(202);
  expect(isInstance(mock, libraryType('System.HttpCalloutMock'))).toBe(true);
  expect([
    mock.respond(new System_HttpRequest()).getBody(),
    mock.respond(new System_HttpRequest()).getStatusCode(),
  ]).toEqual(['body', 202]);
});

test('caches keep what is put and forget it', () => {
  const cache = new Cache_OrgPartition('local.Mine');
  cache.put('key1', 'x', 300);
  expect([cache.get('key1'), cache.contains('key2'), cache.getName(), cache.remove('key1'), cache.get('key1')]).toEqual(
    ['x', false, 'Mine', true, null],
  );
  expect(thrownBy(() => cache.put('no key', 1))).toContain('Invalid key');
});

test('XML is read and written', () => {
  const document = new Dom_Document();
  document.load('<?xml version="1.0"?><a xmlns="urn:x" k="1&amp;2"><b>t&lt;</b><!--c--></a>');
  const root = document.getRootElement()!;
  expect([
    root.getName(),
    root.getNamespace(),
    root.getAttribute('k', null),
    root.getChildElement('b', 'urn:x')!.getText(),
  ]).toEqual(['a', 'urn:x', '1&2', 't<']);
  expect(document.toXmlString()).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><a xmlns="urn:x" k="1&amp;2"><b>t&lt;</b><!--c--></a>',
  );
  expect(thrownBy(() => document.load('<a><b></a>'))).toContain('System.XmlException');
});

test('the user and a page', () => {
  expect([System_UserInfo.getName(), System_UserInfo.getUserRoleId(), System_UserInfo.getTimeZone().getID()]).toEqual([
    'Ada Lovelace',
    null,
    'America/Los_Angeles',
  ]);
  expect(PageReferenceUrl('/apex/x?a=1#z', 'b', 'c d')).toBe('/apex/x?a=1&b=c+d#z');
});

/** What core implements, and what refuses as a whole when it is first used. */
const WITHOUT_BEHAVIOUR = new Set([
  'ApexPages.Action',
  'Approval.LockResult',
  'Approval.ProcessRequest',
  'Approval.ProcessResult',
  'Approval.ProcessSubmitRequest',
  'Approval.ProcessWorkitemRequest',
  'Approval.UnlockResult',
  'DataWeave.Result',
  'DataWeave.Script',
  'Database.DuplicateError',
  'Datacloud.DuplicateResult',
  'Datacloud.FindDuplicates',
  'Datacloud.FindDuplicatesByIds',
  'Datacloud.FindDuplicatesResult',
  'Datacloud.MatchRecord',
  'Datacloud.MatchResult',
  'Flow.Interview',
  'FormulaEval.FormulaBuilder',
  'FormulaEval.FormulaInstance',
  'Messaging.CustomNotification',
  'Metadata.Operations',
  'Reports.DetailColumn',
  'Reports.ReportCurrency',
  'Reports.ReportDataCell',
  'Reports.ReportDescribeResult',
  'Reports.ReportDetailRow',
  'Reports.ReportExtendedMetadata',
  'Reports.ReportFact',
  'Reports.ReportFactWithDetails',
  'Reports.ReportFilter',
  'Reports.ReportManager',
  'Reports.ReportMetadata',
  'Reports.ReportResults',
  'Reports.SortColumn',
  'Schema.DescribeIconResult',
  'Schema.DescribeTabResult',
  'Schema.DescribeTabSetResult',
  'System.Approval',
  'System.BusinessHours',
  'System.Continuation',
  'System.Formula',
  'System.FormulaRecalcResult',
  'System.List',
  'System.Map',
  'System.SObject',
  'System.Set',
  'System.XmlStreamReader',
  'System.XmlStreamWriter',
]);
const OF_VALUES = new Set(['Decimal', 'Double', 'Date', 'Datetime', 'Time', 'Blob', 'Type', 'Object']);
const PRIMITIVES = new Set(['String', 'Integer', 'Long', 'Boolean', 'Id']);

test('every member that is declared is there', () => {
  const classes = libraryClasses() as Record<string, Record<string, unknown> & { prototype?: object }>;
  const missing = librarySignatures().flatMap(({ namespace, name, text: signature }) => {
    const fullName = `${namespace}.${name}`;
    const head = signature.slice(0, signature.indexOf('{'));
    if (/\binterface\b|Exception\b/.test(head) || WITHOUT_BEHAVIOUR.has(fullName)) return [];
    const implementation = classes[fullName];
    if (implementation === undefined) return [fullName];
    return [
      ...signature.matchAll(/^ {2}(?:@CallSite )?global (static )?(?!static|final|abstract)[\w.<>, ]+? (\w+)\(/gm),
    ].flatMap(([, isStatic, member]) => {
      if (isStatic === undefined && OF_VALUES.has(name)) return [];
      const owner = isStatic !== undefined || PRIMITIVES.has(name) ? implementation : (implementation.prototype ?? {});
      return member! in owner ? [] : [`${fullName}.${member}`];
    });
  });
  expect(missing).toEqual([]);
});
