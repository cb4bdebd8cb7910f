/**
 * Runs Apex through the real pipeline without an org: a small schema, the library, and a host that only knows the user.
 * For table tests of the language.
 */
import { checkProgram, declareLibrary } from '../../../../scripts/local-org/apex/index.ts';
import type { Library, SchemaProvider, SourceFile } from '../../../../scripts/local-org/apex/index.ts';
import { emitUnit } from '../../../../scripts/local-org/apex/emit/index.ts';
import type { FieldDescribe, ObjectDescribe, Schema } from '../../../../scripts/local-org/metadata/schema.ts';
import { ApexObject, SObjectRecord, stringValueOf } from '../../../../scripts/local-org/library/core/index.ts';
import { libraryClasses } from '../../../../scripts/local-org/library/registry.ts';
import { librarySignatures } from '../../../../scripts/local-org/library/signatures.ts';
import { setHost } from '../../../../scripts/local-org/library/host.ts';
import type { Host } from '../../../../scripts/local-org/library/host.ts';
import { loadProgram } from '../../../../scripts/local-org/org/program/index.ts';
import type { Program } from '../../../../scripts/local-org/org/program/index.ts';

const FIELDS: Record<string, ReadonlyArray<readonly [name: string, apexType: string, referenceTo?: string]>> = {
  Account: [
    ['Id', 'Id'],
    ['Name', 'String'],
    ['AnnualRevenue', 'Decimal'],
  ],
  Contact: [
    ['Id', 'Id'],
    ['LastName', 'String'],
    ['AccountId', 'Id', 'Account'],
    ['DoNotCall', 'Boolean'],
  ],
};

function fieldOf(index: number, [name, apexType, referenceTo]: (typeof FIELDS)[string][number]): FieldDescribe {
  const type = { Id: 'ID', String: 'STRING', Decimal: 'CURRENCY', Boolean: 'BOOLEAN' }[apexType];
  const relationshipName = referenceTo === undefined ? undefined : name.replace(/Id$/, '');
  return {
    index,
    name,
    apexType,
    type,
    relationshipName,
    referenceTo: referenceTo === undefined ? [] : [referenceTo],
  } as never;
}

function objectOf(name: string): ObjectDescribe {
  const fields = FIELDS[name]!.map((field, index) => fieldOf(index, field));
  const parents = fields.filter((field) => field.relationshipName !== undefined);
  return {
    name,
    label: name,
    fields,
    fieldByName: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    parentByName: new Map(parents.map((field) => [field.relationshipName!.toLowerCase(), field])),
    childRelationships:
      name === 'Account'
        ? [{ name: 'Contacts', childObject: 'Contact', field: 'AccountId', isCascadeDelete: false }]
        : [],
  } as never;
}

const objects = new Map(Object.keys(FIELDS).map((name) => [name.toLowerCase(), objectOf(name)]));

export const testSchema = {
  object: (name: string) => objects.get(name.toLowerCase()),
  objects: [...objects.values()],
} as unknown as Schema;

export const testProvider: SchemaProvider = {
  object(name) {
    const object = objects.get(name.toLowerCase());
    if (object === undefined) return undefined;
    const shape = (field: FieldDescribe | undefined) =>
      field &&
      ({
        ...field,
        isWritable: true,
        isFilterable: true,
        isGroupable: true,
        isSortable: true,
        isAggregatable: true,
      } as never);
    return {
      name: object.name,
      kind: 'standard',
      field: (field) => shape(object.fieldByName.get(field.toLowerCase())),
      parent: (relationship) => shape(object.parentByName.get(relationship.toLowerCase())),
      child: (relationship) => {
        const child = object.childRelationships.find((each) => each.name!.toLowerCase() === relationship.toLowerCase());
        return child && { name: child.name!, object: child.childObject };
      },
      hasFieldSet: () => false,
      isQueryable: true,
      isTriggerable: true,
    };
  },
  hasLabel: () => false,
  hasPage: () => false,
};

let library: Library | undefined;
const testLibrary = (): Library => (library ??= declareLibrary(librarySignatures()));

export function compile(
  files: readonly SourceFile[],
  implementations: Record<string, unknown> = {},
  host: Partial<Host> = {},
): Program {
  const checked = checkProgram(files, testLibrary(), testProvider);
  if (checked.errors.length > 0)
    throw new Error(checked.errors.map((e) => `${e.line}:${e.column} ${e.message}`).join('\n'));
  setHost({ schema: testSchema, user: () => ({ timeZone: 'GMT' }), ...host } as Host);
  return loadProgram(checked.units.map(emitUnit), {
    schema: testSchema,
    library: { ...libraryClasses(), ...implementations },
  });
}

export const classFile = (text: string): SourceFile => ({
  path: `${/\b(?:class|interface|enum)\s+(\w+)/i.exec(text)![1]}.cls`,
  text,
  apiVersion: 67,
  kind: 'class',
});

/** Puts a method body into a class `T` with a static method `run`, with other classes beside it. */
export function runBody(
  body: string,
  others: readonly string[] = [],
  implementations: Record<string, unknown> = {},
  host: Partial<Host> = {},
): string {
  const program = compile(
    [classFile(`public class T { public static Object run() { ${body} } }`), ...others.map(classFile)],
    implementations,
    host,
  );
  try {
    return stringValueOf(program.invokeStatic('T', 'run'));
  } catch (error) {
    const apex = program.asApexError(error);
    if (apex instanceof Error && '$type' in apex) return `! ${String(apex)}`;
    throw error;
  }
}

export { ApexObject, SObjectRecord };
