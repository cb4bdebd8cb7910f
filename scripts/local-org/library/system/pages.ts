/** Visualforce's classes as far as controllers and their tests need them: no page is ever rendered. */
import { ApexList } from '../core/apex-list.ts';
import type { ApexException } from '../core/apex-exception.ts';
import { ApexMap } from '../core/apex-map.ts';
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { STRING_TYPE } from '../core/runtime-type.ts';
import { SObjectRecord } from '../core/sobject-record.ts';
import { stringHash } from '../core/hash.ts';
import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';
import { constantOf } from '../enums.ts';
import { onTestStart, onTransactionStart } from '../host.ts';
import { libraryType } from '../types.ts';

export class System_Cookie {
  private readonly values: readonly unknown[];

  /** (name, value, path, maximumAge, isSecure[, sameSite[, isHttpOnly]]) */
  constructor(...values: unknown[]) {
    this.values = values;
  }

  getName(): unknown {
    return this.values[0];
  }

  getValue(): unknown {
    return this.values[1] ?? null;
  }

  getPath(): unknown {
    return this.values[2] ?? null;
  }

  getMaxAge(): unknown {
    return this.values[3] ?? -1;
  }

  isSecure(): boolean {
    return this.values[4] === true;
  }

  getSameSite(): unknown {
    return this.values[5] ?? null;
  }

  isHttpOnly(): boolean {
    return this.values[6] === true;
  }

  getDomain(): null {
    return null;
  }
}

const textMap = (): ApexMap => new ApexMap(STRING_TYPE, STRING_TYPE);

export class System_PageReference {
  private readonly base: string;
  private readonly parameters = textMap();
  private readonly headers = textMap();
  private readonly cookies = new ApexMap(STRING_TYPE, libraryType('System.Cookie'));
  private anchor: string | null = null;
  private isRedirect = false;

  constructor(urlOrRecord: string | SObjectRecord | null) {
    const given = argument(urlOrRecord, 1);
    const url = given instanceof SObjectRecord ? `/${given.id ?? ''}` : given;
    const [, base, query, anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url)!;
    this.base = base!;
    this.anchor = anchor ?? null;
    for (const [name, value] of new URLSearchParams(query ?? '')) this.parameters.put(name, value);
  }

  getAnchor(): string | null {
    return this.anchor;
  }

  setAnchor(anchor: string | null): System_PageReference {
    this.anchor = anchor;
    return this;
  }

  getContent(): never {
    unsupported('PageReference.getContent: pages are not rendered');
  }

  getContentAsPDF(): never {
    unsupported('PageReference.getContentAsPDF: pages are not rendered');
  }

  getCookies(): ApexMap {
    return this.cookies;
  }

  setCookies(cookies: ApexList | null): void {
    for (const cookie of argument(cookies, 1).items as System_Cookie[]) this.cookies.put(cookie.getName(), cookie);
  }

  getHeaders(): ApexMap {
    return this.headers;
  }

  getParameters(): ApexMap {
    return this.parameters;
  }

  getRedirect(): boolean {
    return this.isRedirect;
  }

  setRedirect(isRedirect: boolean | null): System_PageReference {
    this.isRedirect = argument(isRedirect, 1);
    return this;
  }

  getUrl(): string {
    const encode = (text: unknown): string => new URLSearchParams([['', String(text ?? '')]]).toString().slice(1);
    const query = [...this.parameters].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
    return this.base + (query === '' ? '' : `?${query}`) + (this.anchor === null ? '' : `#${this.anchor}`);
  }

  equals(other: unknown): boolean {
    return other instanceof System_PageReference && other.getUrl() === this.getUrl();
  }

  hashCode(): number {
    return stringHash(this.getUrl());
  }

  toString(): string {
    return `System.PageReference[${this.getUrl()}]`;
  }
}

/** `Page.Name` in a program. */
export function pageNamed(name: string): System_PageReference {
  return new System_PageReference(`/apex/${name.toLowerCase()}`);
}

export class ApexPages_Message {
  private readonly severity: ApexEnumValue | null;
  private readonly summary: string | null;
  private readonly detail: string | null;

  constructor(
    severity: ApexEnumValue | null,
    summary: string | null,
    detail: string | null = summary,
    _id: string | null = null,
  ) {
    this.severity = severity;
    this.summary = summary;
    this.detail = detail;
  }

  getComponentLabel(): null {
    return null;
  }

  getDetail(): string | null {
    return this.detail;
  }

  getSeverity(): ApexEnumValue | null {
    return this.severity;
  }

  getSummary(): string | null {
    return this.summary;
  }

  equals(other: unknown): boolean {
    return other instanceof ApexPages_Message && other.toString() === this.toString();
  }

  hashCode(): number {
    return stringHash(this.toString());
  }

  toString(): string {
    return `ApexPages.Message["${this.detail ?? ''}"]`;
  }
}

let page: System_PageReference | null = null;
let messages: ApexPages_Message[] = [];
onTestStart(() => {
  page = null;
  messages = [];
});
onTransactionStart(() => {
  messages = [];
});

export function currentPage(): System_PageReference | null {
  return page;
}

export function setCurrentPage(next: System_PageReference | null): void {
  page = next;
}

export const System_ApexPages = {
  $clear: (): void => {
    messages = [];
  },
  /** The same message does not come twice. */
  addMessage(message: ApexPages_Message | null): void {
    const given = argument(message, 1);
    if (!messages.some((known) => known.equals(given))) messages.push(given);
  },
  addMessages(error: ApexException | null): void {
    const text = argument(error, 1).getMessage();
    System_ApexPages.addMessage(new ApexPages_Message(constantOf('ApexPages.Severity', 'ERROR'), text));
  },
  currentPage,
  getMessages: (): ApexList => new ApexList(libraryType('ApexPages.Message'), [...messages]),
  hasMessages: (severity?: ApexEnumValue | null): boolean =>
    severity === undefined ? messages.length > 0 : messages.some((message) => message.getSeverity() === severity),
};

export class System_SelectOption {
  private value: string | null;
  private label: string | null;
  private isDisabled: boolean;
  private isEscaped = true;

  constructor(value: string | null, label: string | null, isDisabled: boolean | null = false) {
    this.value = value;
    this.label = label;
    this.isDisabled = isDisabled === true;
  }

  getDisabled(): boolean {
    return this.isDisabled;
  }

  getEscapeItem(): boolean {
    return this.isEscaped;
  }

  getLabel(): string | null {
    return this.label;
  }

  getValue(): string | null {
    return this.value;
  }

  setDisabled(isDisabled: boolean | null): void {
    this.isDisabled = isDisabled === true;
  }

  setEscapeItem(isEscaped: boolean | null): void {
    this.isEscaped = isEscaped === true;
  }

  setLabel(label: string | null): void {
    this.label = label;
  }

  setValue(value: string | null): void {
    this.value = value;
  }

  toString(): string {
    return `System.SelectOption[value="${this.value}", label="${this.label}", disabled="${this.isDisabled}"]`;
  }
}
