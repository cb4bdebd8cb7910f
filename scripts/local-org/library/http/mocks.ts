/** The mocks that Test.setMock sets, for the rest of the test method. */
import { onTestStart } from '../host.ts';

const mocks = new Map<string, unknown>();
onTestStart(() => mocks.clear());

/** `interfaceName` is `HttpCalloutMock` or `WebServiceMock`. */
export function setMock(interfaceName: string, instance: unknown): void {
  mocks.set(interfaceName.toLowerCase(), instance);
}

export function mockOf(interfaceName: string): unknown {
  return mocks.get(interfaceName.toLowerCase());
}
