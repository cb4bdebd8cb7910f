/** System.JSON. */
import type { RuntimeType } from '../core/runtime-type.ts';
import { argument } from '../arguments.ts';
import { typed, untyped } from '../json/deserialize.ts';
import { serialize } from '../json/serialize.ts';
import { parseJson } from '../json/tree.ts';
import { System_JSONGenerator } from './JSONGenerator.ts';
import { System_JSONParser } from './JSONParser.ts';

export const System_JSON = {
  createGenerator: (isPretty: boolean | null) => new System_JSONGenerator(argument(isPretty, 1)),
  createParser: (text: string | null) => new System_JSONParser(argument(text, 1)),
  deserialize: (text: string | null, type: RuntimeType | null) =>
    typed(parseJson(argument(text, 1)), argument(type, 2), false),
  deserializeStrict: (text: string | null, type: RuntimeType | null) =>
    typed(parseJson(argument(text, 1)), argument(type, 2), true),
  deserializeUntyped: (text: string | null) => untyped(parseJson(argument(text, 1))),
  serialize: (value: unknown, suppressNulls: boolean | null = false) => serialize(value, false, suppressNulls === true),
  serializePretty: (value: unknown, suppressNulls: boolean | null = false) =>
    serialize(value, true, suppressNulls === true),
};
