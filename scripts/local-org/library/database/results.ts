/** The results of the Database namespace: what became of each record. A file of small classes. */
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexList } from '../core/apex-list.ts';
import type { ApexMap } from '../core/apex-map.ts';
import { isIdText, toId } from '../core/id.ts';
import { ID_TYPE, STRING_TYPE } from '../core/runtime-type.ts';
import { constantOf, enumConstant } from '../enums.ts';
import type { DmlError, DmlRowResult, LeadConversionResult } from '../host.ts';
import { libraryType } from '../types.ts';

export function statusCode(name: string): ApexEnumValue {
  return enumConstant('System.StatusCode', name) ?? constantOf('System.StatusCode', 'UNKNOWN_EXCEPTION');
}

export class Database_Error {
  private readonly error: DmlError;

  constructor(error: DmlError) {
    this.error = error;
  }

  getFields(): ApexList {
    return new ApexList(STRING_TYPE, [...this.error.fields]);
  }

  getMessage(): string {
    return this.error.message;
  }

  getStatusCode(): ApexEnumValue {
    return statusCode(this.error.statusCode);
  }

  $json(): ReadonlyArray<readonly [string, unknown]> {
    return [
      ['message', this.getMessage()],
      ['fields', this.getFields()],
      ['statusCode', this.error.statusCode],
    ];
  }

  toString(): string {
    const fields = this.error.fields.join(', ');
    return `Database.Error[getFields=(${fields});getMessage=${this.error.message};getStatusCode=${this.error.statusCode};]`;
  }
}

export function databaseErrors(errors: readonly DmlError[]): ApexList {
  return new ApexList(
    libraryType('Database.Error'),
    errors.map((error) => new Database_Error(error)),
  );
}

/** Reads a value of a JSON object by its field's name. */
type JsonValues = (name: string) => unknown;

/** Errors as a JSON text has them, the same that `$json` writes: tests make results so. */
function errorsFromJson(value: unknown): DmlError[] {
  if (!(value instanceof ApexList)) return [];
  return value.items.map((item) => {
    const error = item as ApexMap;
    const fields = error.get('fields');
    return {
      statusCode: String(error.get('statusCode') ?? ''),
      message: error.get('message') as string,
      fields: fields instanceof ApexList ? (fields.items as string[]) : [],
    };
  });
}

/** Ids are not looked at: a text that is none stays what it is. */
function idFromJson(value: unknown): string | null {
  return typeof value === 'string' && isIdText(value) ? toId(value) : (value as string | null);
}

function rowFromJson(value: JsonValues): DmlRowResult {
  return {
    id: idFromJson(value('id')),
    isSuccess: value('success') === true,
    isCreated: value('created') === true,
    errors: errorsFromJson(value('errors')),
  };
}

/** What all results have. */
class RowResult {
  static $fromJson(this: new (row: DmlRowResult) => RowResult, value: JsonValues): RowResult {
    return new this(rowFromJson(value));
  }

  protected readonly row: DmlRowResult;
  /** The id that the caller named, where a failed row has none. */
  private readonly id: string | null;

  constructor(row: DmlRowResult, givenId: string | null = null) {
    this.row = row;
    this.id = row.id ?? givenId;
  }

  getErrors(): ApexList {
    return databaseErrors(this.row.errors);
  }

  getId(): string | null {
    return this.id;
  }

  isSuccess(): boolean {
    return this.row.isSuccess;
  }

  $json(): ReadonlyArray<readonly [string, unknown]> {
    return [
      ['success', this.isSuccess()],
      ['id', this.id],
      ['errors', this.getErrors()],
    ];
  }

  toString(): string {
    const name = this.constructor.name.replace('_', '.');
    return `${name}[getErrors=${this.getErrors().toString()};getId=${this.id};isSuccess=${this.isSuccess()};]`;
  }
}

export class Database_SaveResult extends RowResult {}
export class Database_DeleteResult extends RowResult {}
export class Database_UndeleteResult extends RowResult {}
export class Database_EmptyRecycleBinResult extends RowResult {}
export class Approval_LockResult extends RowResult {}
export class Approval_UnlockResult extends RowResult {}

export class Database_UpsertResult extends RowResult {
  isCreated(): boolean {
    return this.row.isCreated === true;
  }

  override $json(): ReadonlyArray<readonly [string, unknown]> {
    return [...super.$json(), ['created', this.isCreated()]];
  }
}

export class Database_MergeResult extends RowResult {
  private readonly merged: readonly string[];

  constructor(row: DmlRowResult, merged: readonly string[] = []) {
    super(row);
    this.merged = merged;
  }

  getMergedRecordIds(): ApexList {
    return new ApexList(STRING_TYPE, this.isSuccess() ? [...this.merged] : []);
  }

  getUpdatedRelatedIds(): ApexList {
    return new ApexList(STRING_TYPE);
  }
}

export class Database_LeadConvertResult {
  private readonly result: LeadConversionResult;

  constructor(result: LeadConversionResult) {
    this.result = result;
  }

  static $fromJson(value: JsonValues): Database_LeadConvertResult {
    const id = (name: string): string | null => idFromJson(value(name));
    return new Database_LeadConvertResult({
      ...rowFromJson(value),
      leadId: id('leadId')!,
      accountId: id('accountId'),
      contactId: id('contactId'),
      opportunityId: id('opportunityId'),
    });
  }

  getAccountId(): string | null {
    return this.result.accountId;
  }

  getContactId(): string | null {
    return this.result.contactId;
  }

  getErrors(): ApexList {
    return databaseErrors(this.result.errors);
  }

  getLeadId(): string {
    return this.result.leadId;
  }

  getOpportunityId(): string | null {
    return this.result.opportunityId;
  }

  /** Of person accounts, which the local org has not. */
  getRelatedPersonAccountId(): string | null {
    return null;
  }

  isSuccess(): boolean {
    return this.result.isSuccess;
  }

  $json(): ReadonlyArray<readonly [string, unknown]> {
    return [
      ['success', this.isSuccess()],
      ['relatedPersonAccountId', this.getRelatedPersonAccountId()],
      ['opportunityId', this.getOpportunityId()],
      ['leadId', this.getLeadId()],
      ['errors', this.getErrors()],
      ['contactId', this.getContactId()],
      ['accountId', this.getAccountId()],
    ];
  }
}

export class Approval_ProcessResult {
  private readonly row: DmlRowResult;
  private readonly value: JsonValues;

  private constructor(value: JsonValues) {
    this.row = rowFromJson(value);
    this.value = value;
  }

  static $fromJson(value: JsonValues): Approval_ProcessResult {
    return new Approval_ProcessResult(value);
  }

  getEntityId(): string | null {
    return idFromJson(this.value('entityId'));
  }

  getErrors(): ApexList {
    return databaseErrors(this.row.errors);
  }

  getInstanceId(): string | null {
    return idFromJson(this.value('instanceId'));
  }

  getInstanceStatus(): string | null {
    return this.value('instanceStatus') as string | null;
  }

  getNewWorkitemIds(): ApexList {
    const ids = this.value('newWorkitemIds');
    return new ApexList(ID_TYPE, ids instanceof ApexList ? [...ids.items] : []);
  }

  isSuccess(): boolean {
    return this.row.isSuccess;
  }

  $json(): ReadonlyArray<readonly [string, unknown]> {
    return [
      ['success', this.isSuccess()],
      ['newWorkitemIds', this.getNewWorkitemIds()],
      ['instanceStatus', this.getInstanceStatus()],
      ['instanceId', this.getInstanceId()],
      ['errors', this.getErrors()],
      ['entityId', this.getEntityId()],
    ];
  }
}
