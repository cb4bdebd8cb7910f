/** System.Blob's statics; instances are core's ApexBlob. */
import { ApexBlob } from '../core/apex-blob.ts';
import { argument } from '../arguments.ts';

export const System_Blob = {
  valueOf: (text: string | null): ApexBlob => ApexBlob.ofText(argument(text, 1)),
};
