/** Shows a schema to the checker of apex/, which knows no database. */
import type { FieldShape, ObjectShape, SchemaProvider } from '../apex/symbols/schema-provider.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from './schema.ts';

export function schemaProvider(schema: Schema): SchemaProvider {
  const shapes = new Map<string, ObjectShape>();
  return {
    object(name) {
      const object = schema.object(name);
      if (object === undefined) return undefined;
      let shape = shapes.get(object.name);
      if (shape === undefined) shapes.set(object.name, (shape = objectShape(object)));
      return shape;
    },
    hasLabel: (name) => schema.label(name) !== undefined,
    hasPage: (name) => schema.hasPage(name),
  };
}

function objectShape(object: ObjectDescribe): ObjectShape {
  const fields = new Map([...object.fieldByName].map(([name, field]) => [name, fieldShape(object, field)]));
  const children = new Map(
    object.childRelationships
      .filter((child) => child.name !== undefined)
      .map((child) => [child.name!.toLowerCase(), { name: child.name!, object: child.childObject }]),
  );
  return {
    name: object.name,
    kind: object.kind,
    field: (name) => fields.get(name.toLowerCase()),
    parent: (relationshipName) => {
      const field = object.parentByName.get(relationshipName.toLowerCase());
      return field === undefined ? undefined : fields.get(field.name.toLowerCase());
    },
    child: (relationshipName) => children.get(relationshipName.toLowerCase()),
    hasFieldSet: (name) => object.fieldSets.has(name.toLowerCase()),
    isQueryable: object.isQueryable,
    isTriggerable: object.isTriggerable,
  };
}

function fieldShape(object: ObjectDescribe, field: FieldDescribe): FieldShape {
  const isNumber = ['INTEGER', 'LONG', 'DOUBLE', 'CURRENCY', 'PERCENT'].includes(field.type);
  return {
    name: field.name,
    apexType: field.apexType,
    relationshipName: field.relationshipName,
    referenceTo: field.referenceTo,
    // Apex may set an Id, and any field of custom metadata and system fields of events in tests; the database decides on save.
    isWritable:
      field.name === 'Id' ||
      object.kind === 'metadata' ||
      object.kind === 'event' ||
      ((field.isCreateable || field.isUpdateable) && field.formula === undefined && field.summary === undefined),
    isFilterable: field.isFilterable,
    isGroupable: field.isGroupable,
    isSortable: field.isSortable,
    ...(field.name === 'RowCause' ? { rowCauses: field.picklistValues.map(({ value }) => value) } : {}),
    isAggregatable: isNumber || field.isGroupable || field.type === 'DATETIME',
  };
}
