/** Dom.Document and Dom.XmlNode: a small XML reader and writer with namespaces. */
import type { ApexEnumValue } from '../core/apex-enum-value.ts';
import { ApexList } from '../core/apex-list.ts';
import { XmlException } from '../core/exceptions.ts';
import { argument } from '../arguments.ts';
import { constantOf } from '../enums.ts';
import { libraryType } from '../types.ts';

interface Attribute {
  readonly key: string;
  readonly namespace: string | null;
  value: string;
}

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]!);
const escapeValue = (text: string): string => escapeText(text).replaceAll('"', '&quot;');
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(decimal === undefined ? parseInt(hex!, 16) : Number(decimal));
    },
  );
}

export class Dom_XmlNode {
  readonly $kind: 'ELEMENT' | 'TEXT' | 'COMMENT';
  readonly $children: Dom_XmlNode[] = [];
  readonly $attributes: Attribute[] = [];
  /** URIs by prefix, declared here; '' is the default. */
  readonly $namespaces = new Map<string, string>();
  $parent: Dom_XmlNode | null = null;
  $prefix: string | null = null;
  private readonly content: string;
  private readonly namespace: string | null;

  /** `content`: the name of an element, else the text. */
  constructor(kind: 'ELEMENT' | 'TEXT' | 'COMMENT', content: string, namespace: string | null = null) {
    this.$kind = kind;
    this.content = content;
    this.namespace = namespace;
  }

  $append(child: Dom_XmlNode): Dom_XmlNode {
    child.$parent = this;
    this.$children.push(child);
    return child;
  }

  addChildElement(name: string | null, namespace: string | null, prefix: string | null): Dom_XmlNode {
    return this.$append(element(argument(name, 1), namespace, prefix));
  }

  addTextNode(text: string | null): Dom_XmlNode {
    return this.$append(new Dom_XmlNode('TEXT', argument(text, 1)));
  }

  addCommentNode(text: string | null): Dom_XmlNode {
    return this.$append(new Dom_XmlNode('COMMENT', argument(text, 1)));
  }

  private attribute(key: string | null, namespace: string | null): Attribute | undefined {
    return this.$attributes.find((one) => one.key === key && (one.namespace ?? '') === (namespace ?? ''));
  }

  getAttribute(key: string | null, namespace: string | null): string | null {
    return this.attribute(key, namespace)?.value ?? null;
  }

  getAttributeValue(key: string | null, namespace: string | null): string | null {
    return this.getAttribute(key, namespace);
  }

  getAttributeValueNs(key: string | null, namespace: string | null): string | null {
    return this.attribute(key, namespace)?.namespace ?? null;
  }

  getAttributeCount(): number {
    return this.$attributes.length;
  }

  getAttributeKeyAt(index: number | null): string | null {
    return this.$attributes[argument(index, 1)]?.key ?? null;
  }

  getAttributeKeyNsAt(index: number | null): string | null {
    return this.$attributes[argument(index, 1)]?.namespace ?? null;
  }

  setAttribute(key: string | null, value: string | null): void {
    this.setAttributeNs(key, value, null, null);
  }

  setAttributeNs(
    key: string | null,
    value: string | null,
    namespace: string | null,
    _valueNamespace: string | null,
  ): void {
    const known = this.attribute(key, namespace);
    if (known === undefined) this.$attributes.push({ key: argument(key, 1), namespace, value: argument(value, 2) });
    else known.value = argument(value, 2);
  }

  removeAttribute(key: string | null, namespace: string | null): boolean {
    const known = this.attribute(key, namespace);
    if (known !== undefined) this.$attributes.splice(this.$attributes.indexOf(known), 1);
    return known !== undefined;
  }

  getChildElement(name: string | null, namespace: string | null): Dom_XmlNode | null {
    return (
      this.elements().find((child) => child.content === name && (child.namespace ?? '') === (namespace ?? '')) ?? null
    );
  }

  private elements(): Dom_XmlNode[] {
    return this.$children.filter((child) => child.$kind === 'ELEMENT');
  }

  getChildElements(): ApexList {
    return new ApexList(libraryType('Dom.XmlNode'), this.elements());
  }

  getChildren(): ApexList {
    return new ApexList(libraryType('Dom.XmlNode'), [...this.$children]);
  }

  getName(): string | null {
    return this.$kind === 'ELEMENT' ? this.content : null;
  }

  getNamespace(): string | null {
    return this.namespace;
  }

  getNamespaceFor(prefix: string | null): string | null {
    return this.$namespaces.get(prefix ?? '') ?? this.$parent?.getNamespaceFor(prefix) ?? null;
  }

  getPrefixFor(namespace: string | null): string | null {
    for (const [prefix, uri] of this.$namespaces) if (uri === namespace) return prefix;
    return this.$parent?.getPrefixFor(namespace) ?? null;
  }

  setNamespace(prefix: string | null, namespace: string | null): void {
    this.$namespaces.set(prefix ?? '', argument(namespace, 2));
  }

  getNodeType(): ApexEnumValue {
    return constantOf('Dom.XmlNodeType', this.$kind);
  }

  getParent(): Dom_XmlNode | null {
    return this.$parent;
  }

  /** Of an element, the text right in it. */
  getText(): string {
    if (this.$kind !== 'ELEMENT') return this.content;
    return this.$children
      .filter((child) => child.$kind === 'TEXT')
      .map((child) => child.content)
      .join('');
  }

  insertBefore(child: Dom_XmlNode | null, reference: Dom_XmlNode | null): Dom_XmlNode {
    const given = argument(child, 1);
    const at = reference === null ? this.$children.length : this.$children.indexOf(reference);
    given.$parent = this;
    this.$children.splice(at < 0 ? this.$children.length : at, 0, given);
    return given;
  }

  removeChild(child: Dom_XmlNode | null): boolean {
    const at = this.$children.indexOf(argument(child, 1));
    if (at >= 0) this.$children.splice(at, 1);
    return at >= 0;
  }

  $write(): string {
    if (this.$kind === 'TEXT') return escapeText(this.content);
    if (this.$kind === 'COMMENT') return `<!--${this.content}-->`;
    const name = this.$prefix ? `${this.$prefix}:${this.content}` : this.content;
    const declarations = [...this.$namespaces].map(
      ([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeValue(uri)}"`,
    );
    const attributes = this.$attributes.map(({ key, namespace, value }) => {
      const prefix = namespace === null ? null : this.getPrefixFor(namespace);
      return ` ${prefix ? `${prefix}:` : ''}${key}="${escapeValue(value)}"`;
    });
    const open = `<${name}${declarations.join('')}${attributes.join('')}`;
    if (this.$children.length === 0) return `${open} />`;
    return `${open}>${this.$children.map((child) => child.$write()).join('')}</${name}>`;
  }

  toString(): string {
    return `XMLNode[${this.$kind},${this.getName() ?? 'null'},${this.namespace ?? 'null'}]`;
  }
}

function element(name: string, namespace: string | null, prefix: string | null): Dom_XmlNode {
  const node = new Dom_XmlNode('ELEMENT', name, namespace);
  node.$prefix = prefix === '' ? null : prefix;
  if (namespace !== null && prefix !== null) node.$namespaces.set(prefix, namespace);
  return node;
}

export class Dom_Document {
  private root: Dom_XmlNode | null = null;

  static ofText(xml: string): Dom_Document {
    const document = new Dom_Document();
    document.load(xml);
    return document;
  }

  createRootElement(name: string | null, namespace: string | null, prefix: string | null): Dom_XmlNode {
    return (this.root = element(argument(name, 1), namespace, prefix));
  }

  getRootElement(): Dom_XmlNode | null {
    return this.root;
  }

  load(xml: string | null): void {
    this.root = parse(argument(xml, 1));
  }

  toXmlString(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${this.root?.$write() ?? ''}`;
  }
}

const TOKEN =
  /<!--([^]*?)-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y;

function parse(xml: string): Dom_XmlNode {
  const holder = new Dom_XmlNode('ELEMENT', '');
  let current = holder;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (match === null) throw new XmlException(`Failed to parse XML at position ${at}`);
    const [, comment, data, close, open, attributes, selfClosing, text] = match;
    if (comment !== undefined) current.$append(new Dom_XmlNode('COMMENT', comment));
    else if (data !== undefined) current.$append(new Dom_XmlNode('TEXT', data));
    else if (text !== undefined) appendText(current, holder, text);
    else if (close !== undefined) current = closed(current, close);
    else if (open !== undefined) {
      const node = opened(current, open, attributes ?? '');
      if (selfClosing === '') current = node;
    }
  }
  const [root] = holder.$children.filter((child) => child.$kind === 'ELEMENT');
  if (current !== holder || root === undefined)
    throw new XmlException('Failed to parse XML: premature end of document');
  root.$parent = null;
  return root;
}

function appendText(current: Dom_XmlNode, holder: Dom_XmlNode, text: string): void {
  if (current !== holder) current.$append(new Dom_XmlNode('TEXT', unescape(text)));
  else if (text.trim() !== '' && text.trim() !== '\ufeff')
    throw new XmlException('Failed to parse XML: content is not allowed outside of the root');
}

function closed(current: Dom_XmlNode, qualified: string): Dom_XmlNode {
  const name = current.$prefix ? `${current.$prefix}:${current.getName()}` : current.getName();
  if (name !== qualified || current.$parent === null)
    throw new XmlException(`Failed to parse XML: unexpected end tag </${qualified}>`);
  return current.$parent;
}

const split = (qualified: string): [string, string] => {
  const at = qualified.indexOf(':');
  return at < 0 ? ['', qualified] : [qualified.slice(0, at), qualified.slice(at + 1)];
};

function opened(parent: Dom_XmlNode, qualified: string, attributeText: string): Dom_XmlNode {
  const declared = new Map<string, string>();
  const plain: Array<[string, string, string]> = [];
  for (const [, name, double, single] of attributeText.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = unescape(double ?? single ?? '');
    const [prefix, local] = split(name!);
    if (name === 'xmlns') declared.set('', value);
    else if (prefix === 'xmlns') declared.set(local, value);
    else plain.push([prefix, local, value]);
  }
  const uriOf = (prefix: string): string | null => declared.get(prefix) ?? parent.getNamespaceFor(prefix);
  const [prefix, local] = split(qualified);
  const node = new Dom_XmlNode('ELEMENT', local, uriOf(prefix));
  node.$prefix = prefix === '' ? null : prefix;
  for (const [name, uri] of declared) node.$namespaces.set(name, uri);
  for (const [name, key, value] of plain)
    node.$attributes.push({ key, namespace: name === '' ? null : uriOf(name), value });
  return parent.$append(node);
}
