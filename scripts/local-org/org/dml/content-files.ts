/** Files: a new ContentVersion makes its ContentDocument, and links it to its owner and to the record that it is published to. */
import type { ObjectDescribe } from '../../metadata/schema.ts';
import type { SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';

export function makeDocuments(services: SaveServices, object: ObjectDescribe, rows: readonly SaveRow[]): void {
  if (object.name !== 'ContentVersion') return;
  for (const row of rows) makeDocument(services, object, row);
}

/** Names of types that are not the extension's own. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  docx: 'WORD_X',
  doc: 'WORD',
  xlsx: 'EXCEL_X',
  xls: 'EXCEL',
  pptx: 'POWER_POINT_X',
  ppt: 'POWER_POINT',
  txt: 'TEXT',
};

function makeDocument(services: SaveServices, object: ObjectDescribe, row: SaveRow): void {
  const index = (name: string): number => object.fieldByName.get(name.toLowerCase())?.index ?? -1;
  const get = (name: string): unknown => row.values[index(name)] ?? null;
  const path = String(get('PathOnClient') ?? get('Title') ?? '');
  const extension = path.includes('.') ? path.slice(path.lastIndexOf('.') + 1) : '';
  const size = (get('VersionData') as { bytes?: Uint8Array } | null)?.bytes?.length ?? 0;
  const shared = {
    FileExtension: extension,
    FileType: FILE_TYPES[extension.toLowerCase()] ?? (extension.toUpperCase() || 'UNKNOWN'),
    ContentSize: size,
  };
  const before = get('ContentDocumentId') as string | null;
  const owner = (get('OwnerId') as string | null) ?? services.transaction.user.id;
  if (before !== null) {
    for (const old of services.rows.where('ContentVersion', 'ContentDocumentId', [before])) {
      if (old.Id !== row.id) services.rows.update('ContentVersion', String(old.Id), { IsLatest: false });
    }
  }
  const documentId =
    before ?? services.rows.insert('ContentDocument', { Title: get('Title') ?? path, OwnerId: owner, ...shared });
  services.rows.update('ContentDocument', documentId, { LatestPublishedVersionId: row.id, ...shared });
  const values = { ContentDocumentId: documentId, IsLatest: true, ...shared };
  services.rows.update('ContentVersion', row.id!, values);
  for (const [name, value] of Object.entries(values)) if (index(name) >= 0) row.values[index(name)] = value;
  if (before !== null) return;
  const link = (entity: unknown, shareType: string): void => {
    services.rows.insert('ContentDocumentLink', {
      ContentDocumentId: documentId,
      LinkedEntityId: entity,
      ShareType: shareType,
      Visibility: 'AllUsers',
    });
  };
  link(owner, 'I');
  const publishedTo = get('FirstPublishLocationId');
  if (publishedTo !== null) link(publishedTo, 'V');
}
