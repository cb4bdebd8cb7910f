/** What modifiers and annotations say, as the symbols keep it. */
import type { Annotation, Expression, Modifier, ModifierName } from '../ast.ts';
import type { ClassSymbol, Sharing, Visibility } from './types.ts';
import type { DeclarationHost } from './declare.ts';

export type Annotations = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function modifierNames(modifiers: readonly Modifier[]): ReadonlySet<ModifierName> {
  return new Set(modifiers.map(({ name }) => name));
}

export function memberVisibility(
  symbol: ClassSymbol,
  names: ReadonlySet<ModifierName>,
  host: Pick<DeclarationHost, 'origin'>,
): Visibility {
  const stated = visibilityOf(names);
  if (stated !== undefined) return stated;
  if (host.origin === 'library' || symbol.kind === 'interface') return 'global';
  return 'private';
}

export function visibilityOf(names: ReadonlySet<ModifierName>): Visibility | undefined {
  if (names.has('global') || names.has('webservice')) return 'global';
  if (names.has('public')) return 'public';
  if (names.has('protected')) return 'protected';
  return names.has('private') ? 'private' : undefined;
}

export function sharingOf(names: ReadonlySet<ModifierName>): Sharing {
  if (names.has('with sharing')) return 'with';
  if (names.has('without sharing')) return 'without';
  return names.has('inherited sharing') ? 'inherited' : 'unspecified';
}

/** By lower-case name; a parameter without a name is under `''`. `testMethod` counts as @IsTest. */
export function readAnnotations(annotations: readonly Annotation[], names?: ReadonlySet<ModifierName>): Annotations {
  const result = new Map<string, ReadonlyMap<string, string>>();
  for (const annotation of annotations) {
    const parameters = annotation.parameters.map(
      ({ name, value }) => [name?.name.toLowerCase() ?? '', literalText(value)] as const,
    );
    result.set(annotation.name.name.toLowerCase(), new Map(parameters));
  }
  if (names?.has('testmethod')) result.set('istest', new Map());
  return result;
}

export function literalText(value: Expression): string {
  if (value.kind === 'Literal') return value.value;
  return value.kind === 'Name' ? value.name : '';
}
