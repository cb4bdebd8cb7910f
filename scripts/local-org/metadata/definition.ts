/**
 * A component's XML as plain data that can be stored as JSON: every tag is a list, so that one and many look alike.
 * `{ "label": ["Lead"], "fields": [{ "fullName": ["A__c"] }] }`
 */
import type { XmlElement } from './xml.ts';

export type DefinitionValue = string | Definition;
export type Definition = { [tag: string]: DefinitionValue[] };

export function definitionOf(element: XmlElement): Definition {
  const definition: Definition = {};
  for (const child of element.children) (definition[child.name] ??= []).push(valueOf(child));
  return definition;
}

/** A leaf is its text; a leaf whose type matters (`xsi:type` of custom metadata) keeps it. */
function valueOf(element: XmlElement): DefinitionValue {
  if (element.children.length > 0) return definitionOf(element);
  const type = element.attributes['xsi:type'];
  const isNil = element.attributes['xsi:nil'] === 'true';
  if (type === undefined && !isNil) return element.text;
  return { type: [type ?? ''], text: isNil ? [] : [element.text] };
}

/** The text of a tag's first occurrence. */
export function text(definition: Definition, tag: string): string | undefined {
  const value = definition[tag]?.[0];
  return typeof value === 'string' ? value : undefined;
}

export function texts(definition: Definition, tag: string): string[] {
  return (definition[tag] ?? []).filter((value) => typeof value === 'string');
}

export function flag(definition: Definition, tag: string): boolean {
  return text(definition, tag) === 'true';
}

export function number(definition: Definition, tag: string): number | undefined {
  const value = text(definition, tag);
  return value === undefined || value === '' ? undefined : Number(value);
}

export function nested(definition: Definition, tag: string): Definition | undefined {
  const value = definition[tag]?.[0];
  return typeof value === 'object' ? value : undefined;
}

export function list(definition: Definition, tag: string): Definition[] {
  return (definition[tag] ?? []).filter((value) => typeof value === 'object');
}
