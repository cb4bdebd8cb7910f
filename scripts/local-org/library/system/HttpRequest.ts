/** System.HttpRequest. */
import { ApexBlob } from '../core/apex-blob.ts';
import { CalloutException } from '../core/exceptions.ts';
import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';
import { Headers } from '../http/headers.ts';
import { Dom_Document } from '../dom/Document.ts';

const DEFAULT_TIMEOUT = 10_000;
const MAXIMUM_TIMEOUT = 120_000;

export class System_HttpRequest {
  readonly $headers = new Headers();
  $timeout = DEFAULT_TIMEOUT;
  private body: ApexBlob = ApexBlob.ofText('');
  private endpoint: string | null = null;
  private method: string | null = null;
  private isCompressed = false;

  getBody(): string {
    return this.body.toString();
  }

  getBodyAsBlob(): ApexBlob {
    return this.body;
  }

  getBodyDocument(): Dom_Document {
    return Dom_Document.ofText(this.getBody());
  }

  getCompressed(): boolean {
    return this.isCompressed;
  }

  getEndpoint(): string | null {
    return this.endpoint;
  }

  getHeader(name: string | null): string | null {
    return this.$headers.get(argument(name, 1));
  }

  getMethod(): string | null {
    return this.method;
  }

  setBody(body: string | null): void {
    this.body = ApexBlob.ofText(argument(body, 1));
  }

  setBodyAsBlob(body: ApexBlob | null): void {
    this.body = argument(body, 1);
  }

  setBodyDocument(document: Dom_Document | null): void {
    this.setBody(argument(document, 1).toXmlString());
  }

  setClientCertificate(): never {
    unsupported('HttpRequest.setClientCertificate: the local org has no certificates');
  }

  setClientCertificateName(): never {
    unsupported('HttpRequest.setClientCertificateName: the local org has no certificates');
  }

  setCompressed(isCompressed: boolean | null): void {
    this.isCompressed = argument(isCompressed, 1);
  }

  setEndpoint(endpoint: string | null): void {
    this.endpoint = argument(endpoint, 1);
  }

  setHeader(name: string | null, value: string | null): void {
    this.$headers.set(argument(name, 1), argument(value, 2));
  }

  setMethod(method: string | null): void {
    this.method = argument(method, 1);
  }

  setTimeout(milliseconds: number | null): void {
    const timeout = argument(milliseconds, 1);
    if (timeout < 1 || timeout > MAXIMUM_TIMEOUT) {
      throw new CalloutException(`Timeout must be between 1 and ${MAXIMUM_TIMEOUT} milliseconds`);
    }
    this.$timeout = timeout;
  }

  toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint ?? 'null'}, Method=${this.method ?? 'null'}]`;
  }
}
