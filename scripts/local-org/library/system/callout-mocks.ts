/** System.StaticResourceCalloutMock and MultiStaticResourceCalloutMock. */
import { argument } from '../arguments.ts';
import { ResponseMock } from '../http/response-mock.ts';
import type { System_HttpRequest } from './HttpRequest.ts';
import type { System_HttpResponse } from './HttpResponse.ts';

export class System_StaticResourceCalloutMock extends ResponseMock {
  private resource: string | undefined;

  setStaticResource(name: string | null): void {
    this.resource = argument(name, 1);
  }

  respond(_request: System_HttpRequest): System_HttpResponse {
    return this.answer(this.resource);
  }
}

export class System_MultiStaticResourceCalloutMock extends ResponseMock {
  private readonly resources = new Map<string, string>();

  setStaticResource(endpoint: string | null, name: string | null): void {
    this.resources.set(argument(endpoint, 1), argument(name, 2));
  }

  respond(request: System_HttpRequest): System_HttpResponse {
    return this.answer(this.resources.get(request.getEndpoint() ?? ''));
  }
}
