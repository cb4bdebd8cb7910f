/** Finds a type by the name that Type.forName takes: `Foo`, `Outer.Inner`, `Map<Id, List<Lead>>`, `Lead[]`, `System.Http`. */
import type { Schema } from '../../metadata/schema.ts';
import {
  ANY_TYPE,
  libraryType,
  listType,
  mapType,
  primitiveType,
  setType,
  sobjectType,
} from '../../library/core/index.ts';
import type { RuntimeType } from '../../library/core/index.ts';

const PRIMITIVES = 'Boolean Integer Long Double Decimal String Id Date Datetime Time Blob'.split(' ');

export function typeByName(
  text: string,
  find: (lowerName: string) => RuntimeType | undefined,
  schema: Schema | undefined,
): RuntimeType | undefined {
  const name = text.trim();
  const inner = (part: string): RuntimeType | undefined => typeByName(part, find, schema);
  if (name.endsWith('[]')) return wrap([inner(name.slice(0, -2))], ([element]) => listType(element!));
  const generic = /^(?:System\.)?(List|Set|Map)\s*<(.*)>$/i.exec(name);
  if (generic !== null) return genericType(generic[1]!.toLowerCase(), splitArguments(generic[2]!).map(inner));
  const lower = name.toLowerCase();
  const found = find(lower);
  if (found !== undefined) return found;
  const simple = lower.startsWith('system.') ? lower.slice('system.'.length) : lower;
  if (simple === 'object') return ANY_TYPE;
  if (simple === 'sobject') return sobjectType('SObject');
  const primitive = PRIMITIVES.find((each) => each.toLowerCase() === simple);
  if (primitive !== undefined) return primitiveType(primitive);
  const object = schema?.object(lower.startsWith('schema.') ? lower.slice('schema.'.length) : lower);
  return object === undefined ? libraryNamed(name) : sobjectType(object.name);
}

/** Only what the library has made known: a type is not invented for a name that nobody declares. */
function libraryNamed(name: string): RuntimeType | undefined {
  for (const fullName of [name, `System.${name}`]) {
    const type = libraryType(fullName);
    if (fullName.includes('.') && type.kind !== 'interface') return type;
  }
  return undefined;
}

function wrap(
  args: ReadonlyArray<RuntimeType | undefined>,
  make: (args: readonly RuntimeType[]) => RuntimeType,
): RuntimeType | undefined {
  return args.every((argument) => argument !== undefined) ? make(args) : undefined;
}

function genericType(kind: string, args: ReadonlyArray<RuntimeType | undefined>): RuntimeType | undefined {
  if (kind === 'map') return args.length === 2 ? wrap(args, ([key, value]) => mapType(key!, value!)) : undefined;
  return args.length === 1
    ? wrap(args, ([element]) => (kind === 'list' ? listType(element!) : setType(element!)))
    : undefined;
}

/** Splits at the commas that stand in no brackets. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '<') depth++;
    else if (text[at] === '>') depth--;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}
