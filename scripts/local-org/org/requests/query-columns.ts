/** The columns of a query's answer, which the CLI heads its tables with. */
import type { SoqlQuery, SoqlSelectItem } from '../../apex/ast.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from '../../metadata/schema.ts';
import type { QueryColumn } from '../local-org.ts';

export function columnsOf(schema: Schema, query: SoqlQuery): readonly QueryColumn[] {
  const object = schema.object(query.from[0]?.path.names.at(-1)?.name ?? '');
  if (object === undefined) return [];
  let expressions = 0;
  return query.select.flatMap((item) => {
    const labelled = labelledPath(item);
    if (labelled !== undefined) return columnAt(schema, object, labelled);
    if (item.kind === 'SoqlSelectFunction') {
      const name = item.alias?.name ?? `expr${expressions++}`;
      return [column(name, name, 'double', false, true)];
    }
    return columnOf(schema, object, item);
  });
}

/** `toLabel(Status)` is answered under the field's own name. */
function labelledPath(item: SoqlSelectItem): readonly string[] | undefined {
  if (item.kind !== 'SoqlSelectFunction' || item.alias !== undefined || item.call.name.name.toLowerCase() !== 'tolabel')
    return undefined;
  const [argument] = item.call.arguments;
  return argument?.kind === 'SoqlFieldPath' ? argument.names.map(({ name }) => name) : undefined;
}

function columnOf(schema: Schema, object: ObjectDescribe, item: SoqlSelectItem): QueryColumn[] {
  switch (item.kind) {
    case 'SoqlSelectField':
      return columnAt(
        schema,
        object,
        item.path.names.map(({ name }) => name),
      );
    case 'SoqlSubquery': {
      const relationship = item.query.from[0]!.path.names.at(-1)!.name;
      const child = object.childRelationships.find((each) => each.name?.toLowerCase() === relationship.toLowerCase());
      const inner = child === undefined ? [] : columnsOfChild(schema, child.childObject, item.query);
      return [
        {
          ...column(child?.name ?? relationship, child?.name ?? relationship, 'string', false, true),
          joinColumns: inner,
        },
      ];
    }
    case 'SoqlFieldsFunction':
      return object.fields.map((field) =>
        column(field.name, field.name, field.apexType.toLowerCase(), field.isCustom, false, field),
      );
    default:
      return [];
  }
}

function columnAt(schema: Schema, object: ObjectDescribe, path: readonly string[]): QueryColumn[] {
  const { names, field } = fieldAt(schema, object, path);
  const name = names.join('.');
  return [column(name, name, (field?.apexType ?? 'String').toLowerCase(), field?.isCustom ?? false, false, field)];
}

function columnsOfChild(schema: Schema, objectName: string, query: SoqlQuery): QueryColumn[] {
  const object = schema.object(objectName);
  return object === undefined ? [] : query.select.flatMap((item) => columnOf(schema, object, item));
}

function fieldAt(
  schema: Schema,
  object: ObjectDescribe,
  path: readonly string[],
): { names: string[]; field?: FieldDescribe } {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    const field = object.fieldByName.get(first.toLowerCase());
    return { names: [field?.name ?? first], field };
  }
  const lookup = object.parentByName.get(first.toLowerCase());
  const parent = lookup?.referenceTo[0] === undefined ? undefined : schema.object(lookup.referenceTo[0]);
  if (parent === undefined) return { names: [...path] };
  const inner = fieldAt(schema, parent, rest);
  return { names: [lookup?.relationshipName ?? first, ...inner.names], field: inner.field };
}

function column(
  columnName: string,
  displayName: string,
  apexType: string,
  custom: boolean,
  aggregate: boolean,
  field?: FieldDescribe,
): QueryColumn {
  return {
    columnName,
    displayName,
    aggregate,
    custom,
    apexType,
    foreignKeyName: field?.relationshipName ?? null,
    joinColumns: [],
  };
}
