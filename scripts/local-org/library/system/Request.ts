/** System.Request: what runs now. */
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { constantOf, enumConstant } from '../enums.ts';
import { host } from '../host.ts';

export function quiddity(): ApexEnumValue {
  return enumConstant('System.Quiddity', host().quiddity()) ?? constantOf('System.Quiddity', 'UNDEFINED');
}

export class System_Request {
  static getCurrent(): System_Request {
    return new System_Request();
  }

  getQuiddity(): ApexEnumValue {
    return quiddity();
  }

  getRequestId(): string {
    return host().requestId();
  }
}
