/**
 * What hangs on a deleted record: details are deleted with it, lookups are cleared, restricted lookups refuse. None of it
 * fires triggers (Apex Developer Guide, "Operations That Don't Invoke Triggers").
 */
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { remove } from './delete-chunk.ts';
import { updateRollups } from './rollups.ts';
import type { SaveServices } from './save-services.ts';

interface ChildLink {
  readonly child: ObjectDescribe;
  readonly field: ObjectDescribe['fields'][number];
  readonly isCascade: boolean;
}

function childLinks(services: SaveServices, object: ObjectDescribe): ChildLink[] {
  const links: ChildLink[] = [];
  for (const relationship of object.childRelationships) {
    const child = services.schema.object(relationship.childObject);
    const field = child?.fieldByName.get(relationship.field.toLowerCase());
    if (child === undefined || field === undefined || field.type !== 'REFERENCE') continue;
    if (field.name === 'CreatedById' || field.name === 'LastModifiedById' || field.name === 'OwnerId') continue;
    links.push({
      child,
      field,
      isCascade: relationship.isCascadeDelete || field.isMasterDetail || field.deleteConstraint === 'Cascade',
    });
  }
  return links;
}

/** The label of the object that forbids deleting the record, if one does. */
export function refusesDelete(services: SaveServices, object: ObjectDescribe, id: string): string | undefined {
  for (const { child, field } of childLinks(services, object)) {
    if (field.deleteConstraint !== 'Restrict' || field.isMasterDetail) continue;
    if (services.database.findByField(child, field, [id]).length > 0) return child.label;
  }
  return undefined;
}

/** Deletes details and clears lookups; remembers both, so that undelete brings them back. */
export function cascadeDelete(services: SaveServices, object: ObjectDescribe, id: string, rootId = id): void {
  for (const { child, field, isCascade } of childLinks(services, object)) {
    const ids = services.database.findByField(child, field, [id]).map((match) => match.id);
    if (ids.length === 0) continue;
    if (isCascade) deleteChildren(services, child, ids, rootId);
    else clearLookups(services, child, field, ids, rootId);
  }
}

function deleteChildren(services: SaveServices, child: ObjectDescribe, ids: readonly string[], rootId: string): void {
  const old = services.database.read(child, ids);
  for (const id of ids) {
    cascadeDelete(services, child, id, rootId);
    services.recycleBin.add(rootId, { kind: 'child', object: child.name, id, field: null });
  }
  remove(services, child, ids);
  updateRollups(
    services,
    child,
    ids.map((id) => ({ old: old.get(id), new: undefined })),
  );
}

function clearLookups(
  services: SaveServices,
  child: ObjectDescribe,
  field: ChildLink['field'],
  ids: readonly string[],
  rootId: string,
): void {
  const idIndex = child.fieldByName.get('id')!.index;
  const rows = ids.map((id) => {
    const row = new Array<unknown>(child.fields.length);
    row[idIndex] = id;
    row[field.index] = null;
    services.recycleBin.add(rootId, { kind: 'lookup', object: child.name, id, field: field.name });
    return row;
  });
  services.database.update(child, rows);
}

/** Brings back what went with a record. */
export function restoreCompanions(services: SaveServices, rootId: string): void {
  for (const companion of services.recycleBin.take(rootId)) {
    const object = services.schema.object(companion.object);
    if (object === undefined) continue;
    if (companion.kind === 'child') {
      services.database.setDeleted(object, [companion.id], false, services.now(), services.transaction.user.id);
      const values = services.database.read(object, [companion.id]).get(companion.id);
      if (values !== undefined) updateRollups(services, object, [{ old: undefined, new: values }]);
    } else {
      restoreLookup(services, object, companion.id, companion.field!, rootId);
    }
  }
}

function restoreLookup(
  services: SaveServices,
  object: ObjectDescribe,
  id: string,
  fieldName: string,
  rootId: string,
): void {
  const field = object.fieldByName.get(fieldName.toLowerCase());
  const current = services.database.read(object, [id]).get(id);
  if (field === undefined || current === undefined || (current[field.index] ?? null) !== null) return;
  const row = new Array<unknown>(object.fields.length);
  row[object.fieldByName.get('id')!.index] = id;
  row[field.index] = rootId;
  services.database.update(object, [row]);
}
