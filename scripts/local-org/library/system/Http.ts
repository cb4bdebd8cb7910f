/** System.Http: sends a request to the mock of the test, or out through the host. */
import { gzipSync } from 'node:zlib';
import { ApexBlob } from '../core/apex-blob.ts';
import { CalloutException, TypeException } from '../core/exceptions.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';
import { mockOf } from '../http/mocks.ts';
import type { System_HttpRequest } from './HttpRequest.ts';
import { System_HttpResponse } from './HttpResponse.ts';

interface CalloutMock {
  respond(request: System_HttpRequest): System_HttpResponse;
}

export class System_Http {
  send(given: System_HttpRequest | null): System_HttpResponse {
    const request = argument(given, 1);
    const mock = mockOf('HttpCalloutMock') as CalloutMock | undefined;
    if (host().isRunningTest && mock === undefined) {
      throw new TypeException('Methods defined as TestMethod do not support Web service callouts');
    }
    const endpoint = request.getEndpoint();
    if (!endpoint) throw new CalloutException('Missing Endpoint');
    host().beginCallout?.();
    return mock === undefined ? sendOut(request, endpoint) : mock.respond(request);
  }

  toString(): string {
    return 'Http';
  }
}

function sendOut(request: System_HttpRequest, endpoint: string): System_HttpResponse {
  const { bytes } = request.getBodyAsBlob();
  const isCompressed = request.getCompressed() && bytes.length > 0;
  const headers = request.$headers.pairs;
  const answer = host().callout({
    method: (request.getMethod() ?? 'GET').toUpperCase(),
    endpoint,
    headers: isCompressed ? [...headers, ['Content-Encoding', 'gzip'] as const] : headers,
    body: isCompressed ? new Uint8Array(gzipSync(bytes)) : bytes,
    timeoutMilliseconds: request.$timeout,
  });
  const response = new System_HttpResponse();
  response.setStatusCode(answer.statusCode);
  response.setStatus(answer.status);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setBodyAsBlob(new ApexBlob(answer.body));
  return response;
}
