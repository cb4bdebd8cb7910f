/** XML of metadata as a tree that knows where in its text each element stands. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Offset of `<` in the source; 0 where unknown. */
  readonly offset: number;
}

export class XmlError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  captureMetaData: true,
  processEntities: true,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
  stopNodes: [],
});
const META = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** Parses a document and returns its root; throws XmlError with Salesforce's kind of message where it is not well-formed. */
export function parseXml(text: string): XmlElement {
  const checked = XMLValidator.validate(text);
  if (checked !== true) {
    throw new XmlError(`Error parsing file: ${parserWords(checked.err.msg)}`, checked.err.line, checked.err.col);
  }
  const roots = (parser.parse(text) as unknown[]).map(toElement).filter((element) => element !== undefined);
  if (roots.length !== 1) throw new XmlError('Error parsing file: Premature end of file.', 1, 1);
  return roots[0]!;
}

/** Says a missing end tag as the platform's own XML parser does. */
function parserWords(message: string): string {
  const tag = /^Expected closing tag '([^']+)'/.exec(message)?.[1];
  return tag === undefined
    ? message
    : `The element type "${tag}" must be terminated by the matching end-tag "</${tag}>".`;
}

function toElement(node: unknown): XmlElement | undefined {
  const record = node as Record<string, unknown> & {
    [META]?: { startIndex?: number };
    ':@'?: Record<string, string> & { [META]?: unknown };
  };
  const name = Object.keys(record).find((key) => key !== ':@');
  if (name === undefined || name.startsWith('#')) return undefined;
  const content = record[name] as Array<Record<string, unknown>>;
  const children = content.map(toElement).filter((element) => element !== undefined);
  const meta = record[META as unknown as string] as { startIndex?: number } | undefined;
  return {
    name: name.replace(/^.*:/, ''),
    attributes: record[':@'] ?? {},
    children,
    text: children.length > 0 ? '' : textOf(content),
    offset: meta?.startIndex ?? 0,
  };
}

function textOf(content: Array<Record<string, unknown>>): string {
  let text = '';
  for (const part of content) {
    if (part['#text'] !== undefined) text += String(part['#text']);
    else if (part['#cdata'] !== undefined) text += textOf(part['#cdata'] as Array<Record<string, unknown>>);
  }
  return text.trim();
}

/** The 1-based line and column of an offset. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
