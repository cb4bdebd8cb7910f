/** The class System.Schema. Loading it tells core how tokens of objects and fields are made. */
import { ApexList } from '../core/apex-list.ts';
import { InvalidParameterValueException } from '../core/exceptions.ts';
import type { ApexMap } from '../core/apex-map.ts';
import { setSchemaTokens } from '../core/schema-tokens.ts';
import { unsupported } from '../../unsupported.ts';
import { argument } from '../arguments.ts';
import { host } from '../host.ts';
import { NameMap } from '../name-map.ts';
import { libraryType } from '../types.ts';
import { databaseErrors } from '../database/results.ts';
import type { DescribedObject } from '../schema/DescribeSObjectResult.ts';
import { fieldTokenByName } from '../schema/SObjectField.ts';
import { objectType, objectTypeByName } from '../schema/SObjectType.ts';

setSchemaTokens({
  objectByName: objectTypeByName,
  fieldByName: fieldTokenByName,
  errors: (errors) =>
    databaseErrors(
      errors.map(({ message, field, statusCode }) => ({
        message,
        statusCode,
        fields: field === undefined ? [] : [field],
      })),
    ),
});

function describe(name: string): DescribedObject {
  const type = objectTypeByName(name);
  if (type === null) throw new InvalidParameterValueException(`Invalid sobject: ${name}`);
  return type.getDescribe();
}

export const System_Schema = {
  describeSObjects: (names: ApexList | null, _options?: unknown): ApexList =>
    new ApexList(
      libraryType('Schema.DescribeSObjectResult'),
      argument(names, 1).items.map((name) => describe(name as string)),
    ),
  describeTabs: (): never => unsupported('Schema.describeTabs'),
  getGlobalDescribe: (): ApexMap =>
    new NameMap(
      libraryType('Schema.SObjectType'),
      host().schema.objects.map((object) => [object.name, objectType(object)] as const),
    ),
};
