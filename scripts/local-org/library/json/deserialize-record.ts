/** Makes a record from its JSON: fields, parents, child lists; `attributes` names the object where the type does not. */
import { ApexList } from '../core/apex-list.ts';
import { JSONException } from '../core/exceptions.ts';
import { sobjectType } from '../core/runtime-type.ts';
import type { RuntimeType } from '../core/runtime-type.ts';
import { SObjectRecord } from '../core/sobject-record.ts';
import { fieldOf, objectNamed } from './deserialize.ts';
import type { JsonNode } from './tree.ts';

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;

export function deserializeRecord(node: ObjectNode, type: RuntimeType, isStrict: boolean): SObjectRecord {
  const record = new SObjectRecord(objectOf(node, type));
  for (const [name, value] of node.fields) {
    if (name.toLowerCase() !== 'attributes') setMember(record, name, value, isStrict);
  }
  return record;
}

function objectOf(node: ObjectNode, type: RuntimeType): SObjectRecord['object'] {
  const attributes = node.fields.find(([name]) => name === 'attributes')?.[1];
  const named = attributes?.kind === 'object' ? attributes.fields.find(([name]) => name === 'type')?.[1] : undefined;
  const name = type.name === 'SObject' ? (named?.kind === 'string' ? named.text : undefined) : type.name;
  const object = name === undefined ? undefined : objectNamed(name);
  if (object === undefined)
    throw new JSONException('Can not construct instance of SObject: its type is not in attributes');
  return object;
}

function setMember(record: SObjectRecord, name: string, value: JsonNode, isStrict: boolean): void {
  const key = name.toLowerCase();
  const { object } = record;
  const field = object.fieldByName.get(key);
  if (field !== undefined) {
    record.slots[field.index] = fieldOf(value, field.apexType);
    return;
  }
  const parent = object.parentByName.get(key);
  if (parent !== undefined) {
    record.setParent(name, value.kind === 'object' ? parentOf(value, parent.referenceTo, isStrict) : null);
    return;
  }
  const child = object.childRelationships.find((relationship) => relationship.name?.toLowerCase() === key);
  if (child !== undefined) record.setChildList(name, childrenOf(value, child.childObject, isStrict));
  else throw new JSONException(`No such column '${name}' on sobject of type ${object.name}`);
}

function parentOf(node: ObjectNode, targets: readonly string[], isStrict: boolean): SObjectRecord {
  return deserializeRecord(node, sobjectType(targets.length === 1 ? targets[0]! : 'SObject'), isStrict);
}

/** A query result, or a bare list. */
function childrenOf(node: JsonNode, childObject: string, isStrict: boolean): ApexList {
  const records = node.kind === 'object' ? node.fields.find(([name]) => name === 'records')?.[1] : node;
  const type = sobjectType(childObject);
  const items = records?.kind === 'array' ? records.items : [];
  return new ApexList(
    type,
    items.map((item) => deserializeRecord(item as ObjectNode, type, isStrict)),
  );
}
