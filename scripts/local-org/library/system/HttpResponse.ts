/** System.HttpResponse. */
import { ApexBlob } from '../core/apex-blob.ts';
import { ApexList } from '../core/apex-list.ts';
import { STRING_TYPE } from '../core/runtime-type.ts';
import { argument } from '../arguments.ts';
import { Headers } from '../http/headers.ts';
import { Dom_Document } from '../dom/Document.ts';
import { unsupported } from '../../unsupported.ts';

export class System_HttpResponse {
  private readonly headers = new Headers();
  private body: ApexBlob = ApexBlob.ofText('');
  private status: string | null = null;
  private statusCode = 0;

  getBody(): string {
    return this.body.toString();
  }

  getBodyAsBlob(): ApexBlob {
    return this.body;
  }

  getBodyDocument(): Dom_Document {
    return Dom_Document.ofText(this.getBody());
  }

  getHeader(name: string | null): string | null {
    return this.headers.get(argument(name, 1));
  }

  getHeaderKeys(): ApexList {
    return new ApexList(STRING_TYPE, this.headers.names);
  }

  getStatus(): string | null {
    return this.status;
  }

  getStatusCode(): number {
    return this.statusCode;
  }

  getXmlStreamReader(): never {
    unsupported('HttpResponse.getXmlStreamReader');
  }

  setBody(body: string | null): void {
    this.body = ApexBlob.ofText(argument(body, 1));
  }

  setBodyAsBlob(body: ApexBlob | null): void {
    this.body = argument(body, 1);
  }

  setHeader(name: string | null, value: string | null): void {
    this.headers.set(argument(name, 1), argument(value, 2));
  }

  setStatus(status: string | null): void {
    this.status = status;
  }

  setStatusCode(statusCode: number | null): void {
    this.statusCode = argument(statusCode, 1);
  }

  toString(): string {
    return `System.HttpResponse[Status=${this.status ?? 'null'}, StatusCode=${this.statusCode}]`;
  }
}
