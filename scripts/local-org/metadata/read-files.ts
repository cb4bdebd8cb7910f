/**
 * Turns files into components: the same for a package in metadata-API layout (`objects/Lead.object`) and for source
 * format (`…/objects/Lead/fields/A__c.field-meta.xml`), because a file's name and folders say what it is.
 */
import { definitionOf, number } from './definition.ts';
import type { Component, ComponentProblem } from './component.ts';
import { childTypes, typeOfDirectory, typeOfSuffix, type MetadataType } from './registry.ts';
import { parseXml, XmlError, type XmlElement } from './xml.ts';

const META = '-meta.xml';
const IGNORED =
  /(^|\/)(\.[^/]*|__tests__\/.*|__mocks__\/.*|jsconfig\.json|\.eslintrc\.json|package\.xml|destructiveChanges(Pre|Post)?\.xml|tsconfig\.json|README\.md)$/;

interface Draft {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly files: Map<string, Uint8Array>;
  /** The file whose XML defines it. */
  xmlPath?: string;
  contentPath?: string;
}

export interface ReadResult {
  readonly components: Component[];
  readonly problems: ComponentProblem[];
}

export function readFiles(files: ReadonlyMap<string, Uint8Array>): ReadResult {
  const drafts = new Map<string, Draft>();
  const problems: ComponentProblem[] = [];
  for (const [path, content] of files) {
    if (IGNORED.test(path)) continue;
    const place = placeOf(path, files);
    if (place === undefined) {
      problems.push({
        type: '',
        fullName: path,
        path,
        severity: 'Error',
        message: `The local org does not know the metadata type of ${path}. See docs/local-org/SUPPORT.md.`,
      });
      continue;
    }
    if (place === 'skip') continue;
    addFile(drafts, place, path, content);
  }
  const components: Component[] = [];
  for (const draft of drafts.values()) components.push(...finish(draft, problems));
  return { components, problems };
}

interface Place {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly isXml: boolean;
}

/** What a path is a file of; 'skip' for folders' own descriptions. */
function placeOf(path: string, files: ReadonlyMap<string, Uint8Array>): Place | 'skip' | undefined {
  const parts = path.split('/');
  const directories = parts.slice(0, -1);
  const file = parts.at(-1)!;
  const bundle = bundleOf(parts, files);
  if (bundle !== undefined) return bundle;
  const isMeta = file.endsWith(META);
  const bare = isMeta ? file.slice(0, -META.length) : file;
  const dot = bare.lastIndexOf('.');
  const suffix = bare.slice(dot + 1);
  if (/Folder$/.test(suffix) || (isMeta && dot < 0)) return 'skip';
  const type = typeOfSuffix(suffix, directories) ?? contentTypeOf(directories);
  if (type === undefined) return undefined;
  const isXml = isMeta || !type.hasContent;
  return { type, fullName: fullNameOf(type, directories, bare.slice(0, dot)), isXml };
}

/** A static resource's content and a document may have any suffix. */
function contentTypeOf(directories: readonly string[]): MetadataType | undefined {
  for (const directory of [...directories].reverse()) {
    const type = typeOfDirectory(directory);
    if (type?.hasContent === true) return type;
  }
  return undefined;
}

function bundleOf(parts: readonly string[], files: ReadonlyMap<string, Uint8Array>): Place | undefined {
  for (let at = parts.length - 3; at >= 0; at--) {
    const type = typeOfDirectory(parts[at]!);
    if (type?.isBundle === true) return { type, fullName: parts[at + 1]!, isXml: false };
    // A static resource unpacked into a folder: `staticresources/Name/…` beside `Name.resource-meta.xml`.
    if (
      parts[at] === 'staticresources' &&
      type !== undefined &&
      files.has([...parts.slice(0, at + 2)].join('/') + `.resource${META}`)
    ) {
      return { type, fullName: parts[at + 1]!, isXml: false };
    }
  }
  return undefined;
}

function fullNameOf(type: MetadataType, directories: readonly string[], name: string): string {
  const decoded = decode(name);
  if (type.parent !== undefined) {
    const at = directories.lastIndexOf('objects');
    return `${directories[at + 1] ?? directories.at(-2) ?? ''}.${decoded}`;
  }
  // One object's translations into one language stand in a folder of their own: `objectTranslations/Lead-de/…`.
  if (type.name === 'CustomFieldTranslation') return `${directories.at(-1)}.${decoded}`;
  if (type.isInFolder === true) {
    const at = directories.lastIndexOf(type.directory);
    return [...directories.slice(at + 1), decoded].join('/');
  }
  return decoded;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function addFile(drafts: Map<string, Draft>, place: Place, path: string, content: Uint8Array): void {
  const key = `${place.type.name}#${place.fullName.toLowerCase()}`;
  let draft = drafts.get(key);
  if (draft === undefined) drafts.set(key, (draft = { type: place.type, fullName: place.fullName, files: new Map() }));
  draft.files.set(path, content);
  if (place.isXml) draft.xmlPath = path;
  else draft.contentPath ??= path;
}

function finish(draft: Draft, problems: ComponentProblem[]): Component[] {
  const { type, fullName } = draft;
  const path = draft.contentPath ?? draft.xmlPath!;
  const xmlText =
    draft.xmlPath === undefined
      ? undefined
      : Buffer.from(draft.files.get(draft.xmlPath)!)
          .toString('utf8')
          .replace(/^\uFEFF/, '');
  try {
    const element = xmlText === undefined || !looksLikeXml(xmlText) ? undefined : parseXml(xmlText);
    if (element !== undefined && element.name === 'Package') return [];
    const definition = element === undefined ? {} : definitionOf(element);
    const component: Component = {
      type: type.name,
      fullName,
      path,
      apiVersion: number(definition, 'apiVersion') ?? null,
      definition,
      element,
      xmlText,
      files: draft.files,
    };
    return type.name === 'CustomObject'
      ? splitObject(component)
      : type.name === 'CustomLabels'
        ? [component]
        : [component];
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    problems.push({
      type: type.name,
      fullName,
      path: draft.xmlPath!,
      severity: 'Error',
      message: error.message,
      line: error.line,
      column: error.column,
    });
    return [];
  }
}

function looksLikeXml(text: string): boolean {
  return text.trimStart().startsWith('<');
}

/** Takes fields, rules and the rest out of an object's own file, so that both formats end as the same components. */
function splitObject(object: Component): Component[] {
  if (object.element === undefined) return [object];
  const children = childTypes('CustomObject');
  const components: Component[] = [];
  const own = { ...object.definition };
  for (const type of children) {
    delete own[type.tag!];
    for (const element of object.element.children.filter((candidate) => candidate.name === type.tag)) {
      components.push(childComponent(object, type, element));
    }
  }
  return [{ ...object, definition: own }, ...components];
}

function childComponent(object: Component, type: MetadataType, element: XmlElement): Component {
  const name = element.children.find((candidate) => candidate.name === 'fullName')?.text ?? '';
  return {
    type: type.name,
    fullName: `${object.fullName}.${name}`,
    path: object.path,
    apiVersion: null,
    definition: definitionOf(element),
    element,
    xmlText: object.xmlText,
    files: new Map(),
  };
}
