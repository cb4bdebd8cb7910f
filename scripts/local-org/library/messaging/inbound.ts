/** An email that comes in: plain fields, which a test fills. */
import type { ApexList } from '../core/apex-list.ts';

export class Messaging_InboundEmail {
  fromAddress: string | null = null;
  fromName: string | null = null;
  htmlBody: string | null = null;
  inReplyTo: string | null = null;
  messageId: string | null = null;
  plainTextBody: string | null = null;
  replyTo: string | null = null;
  subject: string | null = null;
  ccAddresses: ApexList | null = null;
  references: ApexList | null = null;
  toAddresses: ApexList | null = null;
  htmlBodyIsTruncated: boolean | null = null;
  plainTextBodyIsTruncated: boolean | null = null;
  binaryAttachments: ApexList | null = null;
  textAttachments: ApexList | null = null;
  headers: ApexList | null = null;

  static readonly BinaryAttachment = class BinaryAttachment {
    body: unknown = null;
    fileName: string | null = null;
    mimeTypeSubType: string | null = null;
  };

  static readonly TextAttachment = class TextAttachment {
    body: string | null = null;
    bodyIsTruncated: boolean | null = null;
    charset: string | null = null;
    fileName: string | null = null;
    mimeTypeSubType: string | null = null;
  };

  static readonly Header = class Header {
    name: string | null = null;
    value: string | null = null;
  };
}

export class Messaging_InboundEnvelope {
  fromAddress: string | null = null;
  toAddress: string | null = null;
}

export class Messaging_InboundEmailResult {
  message: string | null = null;
  success: boolean | null = null;
}
