/** What the two mocks of the library that answer with static resources share. */
import { ApexBlob } from '../core/apex-blob.ts';
import { NullPointerException } from '../core/exceptions.ts';
import { host } from '../host.ts';
import { argument } from '../arguments.ts';
import { System_HttpResponse } from '../system/HttpResponse.ts';

export class ResponseMock {
  private readonly headers: Array<readonly [string, string]> = [];
  private status: string | null = null;
  private statusCode = 200;

  setHeader(name: string | null, value: string | null): void {
    this.headers.push([argument(name, 1), argument(value, 2)]);
  }

  setStatus(status: string | null): void {
    this.status = status;
  }

  setStatusCode(statusCode: number | null): void {
    this.statusCode = argument(statusCode, 1);
  }

  protected answer(resource: string | undefined): System_HttpResponse {
    const body = resource === undefined ? null : host().staticResource(resource);
    if (body === null) throw new NullPointerException(`Static resource not found: ${resource ?? 'none was set'}`);
    const response = new System_HttpResponse();
    for (const [name, value] of this.headers) response.setHeader(name, value);
    response.setStatusCode(this.statusCode);
    if (this.status !== null) response.setStatus(this.status);
    response.setBodyAsBlob(new ApexBlob(body));
    return response;
  }
}
