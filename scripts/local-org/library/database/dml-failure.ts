/** What DmlException needs of the library, and the failure of saves that are no plain DML. */
import { ApexList } from '../core/apex-list.ts';
import { throwDmlFailures } from '../core/dml-statement.ts';
import { setDmlAnswers } from '../core/exceptions.ts';
import { STRING_TYPE } from '../core/runtime-type.ts';
import { unsupported } from '../../unsupported.ts';
import { host } from '../host.ts';
import type { DmlRowResult } from '../host.ts';
import { libraryType } from '../types.ts';
import { fieldTokenByName } from '../schema/SObjectField.ts';
import { statusCode } from './results.ts';

setDmlAnswers({
  fieldNames: (names) => new ApexList(STRING_TYPE, [...names]),
  fields({ id, fields }) {
    const tokens = new ApexList(libraryType('Schema.SObjectField'));
    if (fields.length === 0) return tokens;
    const object = id === null ? undefined : host().schema.objectByPrefix(id.slice(0, 3));
    if (object === undefined) unsupported('DmlException.getDmlFields of a row without an id');
    for (const field of fields) tokens.add(fieldTokenByName(object.name, field));
    return tokens;
  },
  statusCode,
});

/** Throws when a row failed. `verb` is the operation: `insert` reads as `Insert failed.` */
export function throwFailures(
  verb: string,
  rows: readonly DmlRowResult[],
  givenIds: readonly (string | null)[] = [],
): void {
  const named = rows.map((row, index) => (row.id === null ? { ...row, id: givenIds[index] ?? null } : row));
  throwDmlFailures(verb as Parameters<typeof throwDmlFailures>[0], named);
}
