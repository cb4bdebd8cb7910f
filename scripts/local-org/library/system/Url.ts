/** System.Url, after java.net.URL: parts are null or empty as there. */
import { StringException } from '../core/exceptions.ts';
import { stringHash } from '../core/hash.ts';
import { unsupported } from '../../unsupported.ts';
import { host } from '../host.ts';
import { argument } from '../arguments.ts';
import { System_RestContext } from './rest.ts';

const DEFAULT_PORTS: Record<string, number> = { http: 80, https: 443, ftp: 21 };

interface Parts {
  protocol: string;
  userInfo: string | null;
  host: string;
  port: number;
  path: string;
  query: string | null;
  ref: string | null;
}

const SHAPE =
  /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

function parse(spec: string): Parts {
  const match = SHAPE.exec(spec.trim());
  if (match === null) throw new StringException(`no protocol: ${spec}`);
  const protocol = match[1]!.toLowerCase();
  if (DEFAULT_PORTS[protocol] === undefined && protocol !== 'file' && protocol !== 'mailto') {
    throw new StringException(`unknown protocol: ${protocol}`);
  }
  return {
    protocol,
    userInfo: match[2] ?? null,
    host: match[3] ?? '',
    port: match[4] ? Number(match[4]) : -1,
    path: match[5] ?? '',
    query: match[6] ?? null,
    ref: match[7] ?? null,
  };
}

export class System_Url {
  private readonly parts: Parts;

  /** (spec), (context, spec), (protocol, host, file), (protocol, host, port, file) */
  constructor(...args: unknown[]) {
    args.forEach((value, index) => argument(value, index + 1));
    const file = args.at(-1) as string;
    if (args.length === 1) this.parts = parse(file);
    else if (args.length === 2) this.parts = parse(new URL(file, String(args[0])).href);
    else
      this.parts = parse(`${args[0]}://${args[1]}${args.length === 4 && args[2] !== -1 ? `:${args[2]}` : ''}${file}`);
  }

  static getOrgDomainUrl(): System_Url {
    return new System_Url(host().orgBaseUrl());
  }

  static getSalesforceBaseUrl(): System_Url {
    return System_Url.getOrgDomainUrl();
  }

  static getCurrentRequestUrl(): System_Url {
    const path = System_RestContext.request?.requestURI;
    const base = host().siteBaseUrl() ?? host().orgBaseUrl();
    return new System_Url(path ? `${base}/services/apexrest${path}` : base);
  }

  static getFileFieldURL(): never {
    unsupported('Url.getFileFieldURL');
  }

  getAuthority(): string {
    const { userInfo, host: name, port } = this.parts;
    return `${userInfo === null ? '' : `${userInfo}@`}${name}${port < 0 ? '' : `:${port}`}`;
  }

  getDefaultPort(): number {
    return DEFAULT_PORTS[this.parts.protocol] ?? -1;
  }

  getFile(): string {
    return this.parts.path + (this.parts.query === null ? '' : `?${this.parts.query}`);
  }

  getHost(): string {
    return this.parts.host;
  }

  getPath(): string {
    return this.parts.path;
  }

  getPort(): number {
    return this.parts.port;
  }

  getProtocol(): string {
    return this.parts.protocol;
  }

  getQuery(): string | null {
    return this.parts.query;
  }

  getRef(): string | null {
    return this.parts.ref;
  }

  getUserInfo(): string | null {
    return this.parts.userInfo;
  }

  /** The same but for the reference. */
  sameFile(other: System_Url | null): boolean {
    const key = (url: System_Url): string =>
      [
        url.parts.protocol,
        url.parts.host.toLowerCase(),
        url.parts.port < 0 ? url.getDefaultPort() : url.parts.port,
        url.getFile(),
      ].join(' ');
    return other !== null && key(other) === key(this);
  }

  equals(other: unknown): boolean {
    return other instanceof System_Url && this.sameFile(other) && other.parts.ref === this.parts.ref;
  }

  hashCode(): number {
    return stringHash(this.toExternalForm());
  }

  collectionKey(): string {
    return `\0url ${this.toExternalForm()}`;
  }

  toExternalForm(): string {
    const { protocol, ref } = this.parts;
    const slashes = protocol === 'mailto' ? '' : '//';
    return `${protocol}:${slashes}${this.getAuthority()}${this.getFile()}${ref === null ? '' : `#${ref}`}`;
  }

  toString(): string {
    return `System.URL[${this.toExternalForm()}]`;
  }
}
