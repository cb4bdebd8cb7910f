/** System.RestContext, RestRequest and RestResponse. The org puts a request in before it calls a class, and reads the response. */
import type { ApexBlob } from '../core/apex-blob.ts';
import { ApexMap } from '../core/apex-map.ts';
import { STRING_TYPE } from '../core/runtime-type.ts';
import { onTransactionStart } from '../host.ts';
import { argument } from '../arguments.ts';

const textMap = (): ApexMap => new ApexMap(STRING_TYPE, STRING_TYPE);

export class System_RestRequest {
  readonly headers = textMap();
  httpMethod: string | null = null;
  readonly params = textMap();
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;

  addHeader(name: string | null, value: string | null): void {
    this.headers.put(argument(name, 1), value);
  }

  addParameter(name: string | null, value: string | null): void {
    this.params.put(argument(name, 1), value);
  }
}

export class System_RestResponse {
  readonly headers = textMap();
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;

  addHeader(name: string | null, value: string | null): void {
    this.headers.put(argument(name, 1), value);
  }
}

export const System_RestContext: { request: System_RestRequest | null; response: System_RestResponse | null } = {
  request: null,
  response: null,
};

onTransactionStart(() => {
  System_RestContext.request = null;
  System_RestContext.response = null;
});

/** The status codes that the Apex REST documentation allows a class to answer; another becomes a 500. */
const ALLOWED_STATUS_CODES = new Set([
  200, 201, 202, 204, 206, 300, 301, 302, 304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 417, 500,
  503,
]);

export function isAllowedStatusCode(statusCode: number): boolean {
  return ALLOWED_STATUS_CODES.has(statusCode);
}
