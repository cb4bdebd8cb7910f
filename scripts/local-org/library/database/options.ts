/** Database.DMLOptions and LeadConvert: what a program says about a save, and its translation for the host. */
import type { DmlOptions, LeadConversion } from '../host.ts';
import { argument } from '../arguments.ts';

class AssignmentRuleHeader {
  AssignmentRuleId: string | null = null;
  UseDefaultRule: boolean | null = null;
}

class DuplicateRuleHeader {
  AllowSave: boolean | null = null;
  IncludeRecordDetails: boolean | null = null;
  RunAsCurrentUser: boolean | null = null;
}

class EmailHeader {
  TriggerAutoResponseEmail: boolean | null = null;
  TriggerOtherEmail: boolean | null = null;
  TriggerUserEmail: boolean | null = null;
}

export class Database_DMLOptions {
  static readonly AssignmentRuleHeader = AssignmentRuleHeader;
  static readonly DuplicateRuleHeader = DuplicateRuleHeader;
  static readonly EmailHeader = EmailHeader;

  AllowFieldTruncation: boolean | null = null;
  AssignmentRuleHeader = new AssignmentRuleHeader();
  DuplicateRuleHeader = new DuplicateRuleHeader();
  EmailHeader = new EmailHeader();
  LocaleOptions: string | null = null;
  OptAllOrNone: boolean | null = null;
}

export function hostOptions(options: Database_DMLOptions): DmlOptions {
  const { AssignmentRuleHeader: assignment, DuplicateRuleHeader: duplicates } = options;
  return {
    ...(duplicates?.AllowSave ? { allowDuplicates: true } : {}),
    ...(assignment?.UseDefaultRule ? { useDefaultAssignmentRule: true } : {}),
    ...(assignment?.AssignmentRuleId ? { assignmentRuleId: assignment.AssignmentRuleId } : {}),
    ...(options.AllowFieldTruncation ? { allowFieldTruncation: true } : {}),
  };
}

export class Database_LeadConvert {
  private accountId: string | null = null;
  private contactId: string | null = null;
  private convertedStatus: string | null = null;
  private isOpportunityRefused = false;
  private leadId: string | null = null;
  private opportunityId: string | null = null;
  private opportunityName: string | null = null;
  private isLeadSourceOverwritten = false;
  private ownerId: string | null = null;
  private isEmailWanted = false;

  getAccountId(): string | null {
    return this.accountId;
  }
  setAccountId(id: string | null): void {
    this.accountId = id;
  }
  getContactId(): string | null {
    return this.contactId;
  }
  setContactId(id: string | null): void {
    this.contactId = id;
  }
  getConvertedStatus(): string | null {
    return this.convertedStatus;
  }
  setConvertedStatus(status: string | null): void {
    this.convertedStatus = status;
  }
  isDoNotCreateOpportunity(): boolean {
    return this.isOpportunityRefused;
  }
  setDoNotCreateOpportunity(isRefused: boolean | null): void {
    this.isOpportunityRefused = isRefused === true;
  }
  getLeadId(): string | null {
    return this.leadId;
  }
  setLeadId(id: string | null): void {
    this.leadId = id;
  }
  getOpportunityId(): string | null {
    return this.opportunityId;
  }
  setOpportunityId(id: string | null): void {
    this.opportunityId = id;
  }
  getOpportunityName(): string | null {
    return this.opportunityName;
  }
  setOpportunityName(name: string | null): void {
    this.opportunityName = name;
  }
  isOverwriteLeadSource(): boolean {
    return this.isLeadSourceOverwritten;
  }
  setOverwriteLeadSource(isWanted: boolean | null): void {
    this.isLeadSourceOverwritten = isWanted === true;
  }
  getOwnerId(): string | null {
    return this.ownerId;
  }
  setOwnerId(id: string | null): void {
    this.ownerId = id;
  }
  isSendNotificationEmail(): boolean {
    return this.isEmailWanted;
  }
  setSendNotificationEmail(isWanted: boolean | null): void {
    this.isEmailWanted = isWanted === true;
  }

  $conversion(): LeadConversion {
    return {
      leadId: argument(this.leadId, 1),
      convertedStatus: this.convertedStatus ?? '',
      ...(this.accountId === null ? {} : { accountId: this.accountId }),
      ...(this.contactId === null ? {} : { contactId: this.contactId }),
      ...(this.opportunityId === null ? {} : { opportunityId: this.opportunityId }),
      ...(this.ownerId === null ? {} : { ownerId: this.ownerId }),
      ...(this.opportunityName === null ? {} : { opportunityName: this.opportunityName }),
      doNotCreateOpportunity: this.isOpportunityRefused,
      overwriteLeadSource: this.isLeadSourceOverwritten,
    };
  }
}
