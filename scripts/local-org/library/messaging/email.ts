/** System.Messaging and the emails of the Messaging namespace. An email is counted; the host may deliver it. */
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexList } from '../core/apex-list.ts';
import { STRING_TYPE } from '../core/runtime-type.ts';
import { argument } from '../arguments.ts';
import { unsupported } from '../../unsupported.ts';
import { statusCode } from '../database/results.ts';
import { throwFailures } from '../database/dml-failure.ts';
import { host } from '../host.ts';
import type { DmlError } from '../host.ts';
import { libraryType } from '../types.ts';

/** Gives a class a field, a getter and a setter for each name, as Apex's beans have them. */
function beans(jsClass: { prototype: object }, names: readonly string[]): void {
  const prototype = jsClass.prototype as Record<string, unknown>;
  for (const name of names) {
    prototype[name] = null;
    prototype[`get${name}`] = function (this: Record<string, unknown>): unknown {
      return this[name] ?? null;
    };
    prototype[`set${name}`] = function (this: Record<string, unknown>, value: unknown): void {
      this[name] = value;
    };
  }
}

export class Messaging_Email {}
beans(Messaging_Email, [
  'BccSender',
  'SaveAsActivity',
  'UseSignature',
  'EmailPriority',
  'ReplyTo',
  'SenderDisplayName',
  'Subject',
]);

export class Messaging_SingleEmailMessage extends Messaging_Email {
  setTreatBodiesAsTemplate(isTemplate: boolean | null): void {
    if (isTemplate) unsupported('SingleEmailMessage.setTreatBodiesAsTemplate');
  }

  setTreatTargetObjectAsRecipient(_isRecipient: boolean | null): void {
    // Only tells whether TargetObjectId is among those who receive it; the org asks for none.
  }
}
beans(Messaging_SingleEmailMessage, [
  'BccAddresses',
  'CcAddresses',
  'ToAddresses',
  'EntityAttachments',
  'Charset',
  'HtmlBody',
  'InReplyTo',
  'OptOutPolicy',
  'PlainTextBody',
  'References',
  'OrgWideEmailAddressId',
  'TargetObjectId',
  'TemplateId',
  'WhatId',
  'FileAttachments',
]);

export class Messaging_EmailFileAttachment {}
beans(Messaging_EmailFileAttachment, ['Body', 'ContentType', 'FileName', 'Inline', 'Id']);

export class Messaging_SendEmailError {
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

  getTargetObjectId(): string | null {
    return null;
  }
}

export class Messaging_SendEmailResult {
  private readonly found: readonly DmlError[];

  constructor(errors: readonly DmlError[]) {
    this.found = errors;
  }

  getErrors(): ApexList {
    return new ApexList(
      libraryType('Messaging.SendEmailError'),
      this.found.map((error) => new Messaging_SendEmailError(error)),
    );
  }

  isSuccess(): boolean {
    return this.found.length === 0;
  }
}

type Message = Record<string, unknown>;

function problems(message: Message): DmlError[] {
  const error = (code: string, text: string): DmlError[] => [{ statusCode: code, message: text, fields: [] }];
  if (message['TemplateId']) unsupported('email templates');
  const isAddressed = ['ToAddresses', 'CcAddresses', 'BccAddresses'].some((name) =>
    (message[name] as ApexList | null)?.size(),
  );
  if (!isAddressed && !message['TargetObjectId']) {
    return error('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
  }
  if (!message['PlainTextBody'] && !message['HtmlBody']) {
    return error('REQUIRED_FIELD_MISSING', 'Missing body, need at least one of html or plainText');
  }
  return [];
}

export const System_Messaging = {
  reserveSingleEmailCapacity: (amount: number | null): void => void argument(amount, 1),
  reserveMassEmailCapacity: (amount: number | null): void => void argument(amount, 1),
  sendEmail(messages: ApexList | null, allOrNone: boolean | null = true): ApexList {
    const given = argument(messages, 1).items as Message[];
    const errors = given.map(problems);
    if (allOrNone)
      throwFailures(
        'sendEmail',
        errors.map((found) => ({ id: null, isSuccess: found.length === 0, errors: found })),
      );
    host().sendEmails?.();
    return new ApexList(
      libraryType('Messaging.SendEmailResult'),
      errors.map((found) => new Messaging_SendEmailResult(found)),
    );
  },
};
