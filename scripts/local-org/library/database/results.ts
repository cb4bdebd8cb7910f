/** The results of the Database namespace: what became of each record. A file of small classes. */
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexList } from '../core/apex-list.ts';
import { STRING_TYPE } from '../core/runtime-type.ts';
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

/** What all results have. */
class RowResult {
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

  constructor(row: DmlRowResult, merged: readonly string[]) {
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
}
