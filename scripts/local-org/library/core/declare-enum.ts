/** Makes an enum: an object with its constants by name, `values()`, `valueOf(name)` and its type. */
import { ApexEnumValue } from './apex-enum-value.ts';
import { ApexList } from './apex-list.ts';
import { NoSuchElementException, nullPointer } from './exceptions.ts';
import { declareType } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';

export interface ApexEnum {
  readonly $type: RuntimeType;
  values(): ApexList;
  valueOf(name: string | null): ApexEnumValue;
  readonly [constant: string]: unknown;
}

export function declareEnum(name: string, namespace: string, constants: readonly string[]): ApexEnum {
  const all: ApexEnumValue[] = [];
  const type = declareType({ name, namespace, kind: 'enum', constants: () => all });
  constants.forEach((constant, ordinal) => all.push(new ApexEnumValue(type, constant, ordinal)));
  const byName = new Map(all.map((value) => [value.$name.toLowerCase(), value]));
  return {
    ...Object.fromEntries(all.map((value) => [value.$name, value])),
    $type: type,
    values: () => new ApexList(type, all.slice()),
    valueOf: (wanted: string | null) => {
      if (wanted === null) nullPointer();
      const found = byName.get(wanted.toLowerCase());
      if (found === undefined) throw new NoSuchElementException(`No enum constant ${type.getName()}.${wanted}`);
      return found;
    },
  };
}
