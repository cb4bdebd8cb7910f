/** The enums of the library, made from their signature files, so that their constants are listed once. */
import type { ApexEnumValue } from './core/apex-enum-value.ts';
import { declareEnum } from './core/declare-enum.ts';
import type { ApexEnum } from './core/declare-enum.ts';
import { signatureText } from './signatures.ts';

const enums = new Map<string, ApexEnum>();

/** Returns the enum with that full name, the same object each time. */
export function libraryEnum(fullName: string): ApexEnum {
  let found = enums.get(fullName);
  if (found === undefined) enums.set(fullName, (found = makeEnum(fullName)));
  return found;
}

/** A constant by name; undefined when there is none. */
export function enumConstant(fullName: string, constant: string): ApexEnumValue | undefined {
  const constants = libraryEnum(fullName);
  return Object.hasOwn(constants, constant) ? (constants[constant] as ApexEnumValue) : undefined;
}

/** A constant that the signature file is known to list. */
export function constantOf(fullName: string, constant: string): ApexEnumValue {
  const found = enumConstant(fullName, constant);
  if (found === undefined) throw new Error(`${fullName} lists no ${constant}.`);
  return found;
}

function makeEnum(fullName: string): ApexEnum {
  const [namespace, name] = fullName.split('.') as [string, string];
  const body = /\benum\s+\w+\s*\{([^}]*)\}/.exec(signatureText(fullName));
  if (body === null) throw new Error(`${fullName} is no enum.`);
  return declareEnum(
    name,
    namespace,
    body[1]!.split(',').map((constant) => constant.trim()),
  );
}
