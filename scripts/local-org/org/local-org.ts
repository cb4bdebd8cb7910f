/**
 * What the doors (api/) ask of an org: one asynchronous method per thing a client can want. Apex and data live in
 * worker threads behind it; a door knows nothing of them.
 */
import type { ObjectDescribe, Schema } from '../metadata/schema.ts';
import type { DmlOptions, DmlRowResult } from '../library/host.ts';

/** Who is asking. A guest comes through a Site and has no token. */
export interface Session {
  readonly userId: string;
  readonly kind: 'api' | 'guest';
  /** Seen by UserInfo.getSessionId(). */
  readonly token?: string;
  /** Path prefix of the Site the guest came through. */
  readonly sitePrefix?: string;
}

/** A record as REST shows it: `attributes` first, parents nested, child lists as query results. */
export type JsonRecord = { [field: string]: unknown };

export interface QueryColumn {
  readonly columnName: string;
  readonly displayName: string;
  readonly aggregate: boolean;
  readonly custom: boolean;
  readonly apexType: string;
  readonly foreignKeyName: string | null;
  readonly joinColumns: readonly QueryColumn[];
}

export interface QueryAnswer {
  readonly totalSize: number;
  readonly records: readonly JsonRecord[];
  readonly columns: readonly QueryColumn[];
  readonly entityName: string;
}

/** An error with the code, status and text a real org answers; `fields` where it names some. */
export class ApiError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly fields?: readonly string[];

  constructor(status: number, errorCode: string, message: string, fields?: readonly string[]) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
  }
}

export interface DmlCall {
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
  /** `attributes.type` and, for update and delete, `Id` in each. */
  readonly records: readonly JsonRecord[];
  readonly allOrNone: boolean;
  readonly externalIdField?: string;
  readonly options?: DmlOptions;
}

export interface ApexRestRequest {
  readonly method: string;
  /** After `/services/apexrest`, with the leading slash, without the query. */
  readonly path: string;
  readonly parameters: ReadonlyArray<readonly [string, string]>;
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly body: Uint8Array;
  readonly remoteAddress: string;
}

export interface ApexRestResponse {
  readonly statusCode: number;
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly body: Uint8Array;
}

export interface AnonymousResult {
  readonly compiled: boolean;
  readonly success: boolean;
  readonly line: number;
  readonly column: number;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
  readonly debugLog: string;
}

export interface DeployOptions {
  readonly checkOnly: boolean;
  readonly rollbackOnError: boolean;
  readonly testLevel: string;
  readonly runTests: readonly string[];
  readonly ignoreWarnings: boolean;
  readonly purgeOnDelete: boolean;
}

export interface DeployMessage {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly success: boolean;
  readonly created: boolean;
  readonly changed: boolean;
  readonly deleted: boolean;
  readonly id?: string;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

export interface DeployOutcome {
  readonly success: boolean;
  readonly messages: readonly DeployMessage[];
  readonly tests?: TestRun;
}

export interface TestSelection {
  /** Empty: all local tests. */
  readonly tests: ReadonlyArray<{ readonly className: string; readonly methods?: readonly string[] }>;
  readonly coverage: boolean;
}

export interface TestOutcome {
  readonly className: string;
  readonly classId: string;
  readonly methodName: string;
  readonly outcome: 'Pass' | 'Fail' | 'CompileFail' | 'Skip';
  readonly message: string | null;
  readonly stackTrace: string | null;
  readonly milliseconds: number;
}

export interface ClassCoverage {
  readonly id: string;
  readonly name: string;
  readonly kind: 'Class' | 'Trigger';
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
}

export interface TestRun {
  readonly outcomes: readonly TestOutcome[];
  readonly coverage: readonly ClassCoverage[];
  readonly milliseconds: number;
}

/** A deployed Site: the path prefix chooses which guest a caller is. */
export interface SiteDetails {
  readonly name: string;
  /** Without slashes; empty for a site at the root. */
  readonly pathPrefix: string;
  readonly guestUserId: string;
  readonly isActive: boolean;
}

/** The org's outbound credentials as the named-credentials REST resources show and set them. Secrets go in and never come out. */
export interface CredentialStore {
  namedCredential(developerName: string): Promise<NamedCredentialDetails | undefined>;
  saveNamedCredential(details: NamedCredentialDetails): Promise<void>;
  deleteNamedCredential(developerName: string): Promise<boolean>;
  externalCredential(developerName: string): Promise<ExternalCredentialDetails | undefined>;
  saveExternalCredential(details: ExternalCredentialDetails): Promise<void>;
  deleteExternalCredential(developerName: string): Promise<boolean>;
  /** Names of the secrets held for a principal; undefined when the external credential or principal does not exist. */
  secretNames(externalCredential: string, principal: string): Promise<readonly string[] | undefined>;
  saveSecrets(
    externalCredential: string,
    principal: string,
    secrets: ReadonlyMap<string, string>,
    merge: boolean,
  ): Promise<void>;
  deleteSecrets(externalCredential: string, principal: string): Promise<void>;
}

export interface NamedCredentialDetails {
  readonly developerName: string;
  readonly masterLabel: string;
  readonly type: string;
  readonly calloutUrl: string;
  readonly externalCredential: string | undefined;
  readonly generateAuthorizationHeader: boolean;
  readonly allowMergeFieldsInHeader: boolean;
  readonly allowMergeFieldsInBody: boolean;
  readonly isEnabled: boolean;
  readonly customHeaders: ReadonlyArray<{ readonly name: string; readonly value: string }>;
}

export interface ExternalCredentialDetails {
  readonly developerName: string;
  readonly masterLabel: string;
  readonly authenticationProtocol: string;
  readonly principals: ReadonlyArray<{ readonly name: string; readonly type: string; readonly sequence: number }>;
  /** Formulas such as `{!'Bearer ' & $Credential.Lead_Platform.ApiKey}`. */
  readonly customHeaders: ReadonlyArray<{ readonly name: string; readonly value: string; readonly sequence: number }>;
}

export interface LocalOrg {
  readonly organizationId: string;
  readonly instanceUrl: string;
  readonly schema: Schema;
  /** The user that the org is born with. */
  readonly administrator: { readonly userId: string; readonly username: string; readonly name: string };
  readonly credentials: CredentialStore;

  /** Small durable values of the doors' own (OAuth clients, tokens); JSON text by key. */
  readSetting(key: string): Promise<string | undefined>;
  writeSetting(key: string, value: string | undefined): Promise<void>;
  sites(): Promise<readonly SiteDetails[]>;
  /** Where people reach the org and its Sites; the server tells it once it listens. */
  setBaseUrls(urls: { readonly instanceUrl: string; readonly siteUrl: string }): void;
  /** A new id with the prefix of the object (`0Af` deployments, `707` test runs, `709` …). */
  newId(keyPrefix: string): string;

  query(
    session: Session,
    soql: string,
    options?: { readonly allRows?: boolean; readonly tooling?: boolean },
  ): Promise<QueryAnswer>;
  search(session: Session, sosl: string): Promise<readonly JsonRecord[]>;
  /** Reads one record, all fields the user may see or those named. */
  retrieve(session: Session, object: string, id: string, fields?: readonly string[]): Promise<JsonRecord>;
  /**
   * Saves as the REST doors do: never throws for a row's failure. With `allOrNone` nothing is saved when a row fails, and the
   * rows that were good say ALL_OR_NONE_OPERATION_ROLLED_BACK.
   */
  dml(session: Session, call: DmlCall): Promise<readonly DmlRowResult[]>;
  describe(session: Session, object: string): ObjectDescribe;
  apexRest(session: Session, request: ApexRestRequest): Promise<ApexRestResponse>;
  executeAnonymous(session: Session, code: string): Promise<AnonymousResult>;
  runTests(
    session: Session,
    selection: TestSelection,
    progress?: (done: number, total: number) => void,
  ): Promise<TestRun>;
  /** `files`: path in the package → content; `package.xml` among them. */
  deploy(session: Session, files: ReadonlyMap<string, Uint8Array>, options: DeployOptions): Promise<DeployOutcome>;
  /** Moves the org's clock; jobs that became due run. */
  setClock(target: { readonly offsetMilliseconds: number } | { readonly at: string }): Promise<string>;
  now(): Date;
  /** Resolves once no job is running and none is due. */
  idle(timeoutMilliseconds: number): Promise<boolean>;
  stop(): Promise<void>;
}
