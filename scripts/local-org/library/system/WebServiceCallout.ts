/** System.WebServiceCallout: what classes made from a WSDL call. In a test the mock answers; nothing goes out by SOAP. */
import type { ApexList } from '../core/apex-list.ts';
import type { ApexMap } from '../core/apex-map.ts';
import { TypeException } from '../core/exceptions.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';
import { mockOf } from '../http/mocks.ts';
import { unsupported } from '../../unsupported.ts';

interface WebServiceMock {
  doInvoke(
    stub: unknown,
    request: unknown,
    response: ApexMap,
    endpoint: unknown,
    soapAction: unknown,
    requestName: unknown,
    responseNamespace: unknown,
    responseName: unknown,
    responseType: unknown,
  ): void;
}

export const System_WebServiceCallout = {
  /** `information`: endpoint, SOAP action, the request's namespace and name, the response's namespace, name and class. */
  invoke(stub: unknown, request: unknown, response: ApexMap | null, information: ApexList | null): void {
    const [endpoint, action, , requestName, namespace, name, type] = argument(information, 4).items;
    const mock = mockOf('WebServiceMock') as WebServiceMock | undefined;
    if (mock === undefined) {
      if (host().isRunningTest)
        throw new TypeException('Methods defined as TestMethod do not support Web service callouts');
      return unsupported('SOAP callouts outside of tests');
    }
    host().beginCallout?.();
    mock.doInvoke(stub, request, argument(response, 3), endpoint, action, requestName, namespace, name, type);
  },
};
