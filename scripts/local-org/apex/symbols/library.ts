/** The Apex standard library as the checker sees it: the classes of each namespace, declared by signature files. */
import { Source } from '../source.ts';
import { parseSignatures } from '../parser/index.ts';
import { ErrorList } from './compile-error.ts';
import { declareClass, resolveHeaders, declareMembers } from './declare.ts';
import type { DeclarationHost } from './declare.ts';
import { classType } from './primitives.ts';
import type { TypeScope } from './resolve-type.ts';
import type { ClassSymbol, Type } from './types.ts';

/** One signature file: `library/system/String.cls` is `String` of namespace `System`. */
export interface Signature {
  readonly namespace: string;
  readonly name: string;
  readonly text: string;
}

/** Whose classes code may name without saying where they are. */
const IMPLICIT_NAMESPACES = ['system', 'schema'];

export class Library {
  /** Lower-case namespace → lower-case class name → class. */
  readonly namespaces = new Map<string, Map<string, ClassSymbol>>();
  private readonly namespaceNames = new Map<string, string>();

  add(symbol: ClassSymbol): void {
    const key = symbol.namespace.toLowerCase();
    let classes = this.namespaces.get(key);
    if (classes === undefined) this.namespaces.set(key, (classes = new Map()));
    classes.set(symbol.name.toLowerCase(), symbol);
    this.namespaceNames.set(key, symbol.namespace);
  }

  /** The namespace's declared spelling, or undefined when there is none. */
  namespace(name: string): string | undefined {
    return this.namespaceNames.get(name.toLowerCase());
  }

  find(namespace: string, name: string): ClassSymbol | undefined {
    return this.namespaces.get(namespace.toLowerCase())?.get(name.toLowerCase());
  }

  /** Finds a class that code may name without its namespace (those of System and Schema). */
  findUnqualified(name: string): ClassSymbol | undefined {
    for (const namespace of IMPLICIT_NAMESPACES) {
      const found = this.find(namespace, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A type of the library by its name in System; the library must have it. */
  type(name: string, ...args: Type[]): Type {
    const symbol = this.find('System', name) ?? this.find('Schema', name);
    if (symbol === undefined) throw new Error(`The library has no class ${name}.`);
    return classType(symbol, args);
  }

  schemaType(name: string): Type {
    const symbol = this.find('Schema', name);
    if (symbol === undefined) throw new Error(`The library has no class Schema.${name}.`);
    return classType(symbol);
  }

  list(element: Type): Type {
    return this.type('List', element);
  }

  /** The class that declares the methods of a value of this type. */
  classOf(type: Type): ClassSymbol | undefined {
    if (type.kind === 'class') return type.symbol;
    if (type.kind === 'sobject') return this.find('System', 'SObject');
    if (type.kind === 'primitive') return this.find('System', type.name);
    return this.find('System', 'Object');
  }
}

/** Declares all classes of the library. A broken signature file is a mistake of ours, so it throws. */
export function declareLibrary(signatures: readonly Signature[]): Library {
  const library = new Library();
  const hosts: Array<{ host: DeclarationHost; symbol: ClassSymbol; scope: TypeScope }> = [];
  for (const signature of signatures) {
    const source = new Source(`${signature.namespace}.${signature.name}`, signature.text);
    const errors = new ErrorList(source);
    const namespace = spelling(signature.namespace);
    const host: DeclarationHost = { namespace, origin: 'library', apiVersion: 67, errors };
    const symbol = declareClass(parseSignatures(source), undefined, host);
    library.add(symbol);
    hosts.push({ host, symbol, scope: { library, classes: new Map(), namespace } });
  }
  for (const { symbol, scope, host } of hosts) resolveHeaders(symbol, scope, host);
  for (const { symbol, scope, host } of hosts) declareMembers(symbol, scope, host);
  const broken = hosts.flatMap(({ host }) => host.errors.errors);
  if (broken.length > 0) {
    const list = broken.map((error) => `${error.file}:${error.line}:${error.column} ${error.message}`).join('\n');
    throw new Error(`The library's signature files are broken:\n${list}`);
  }
  return library;
}

const SPELLINGS: Readonly<Record<string, string>> = {
  apexpages: 'ApexPages',
  eventbus: 'EventBus',
  connectapi: 'ConnectApi',
  quickaction: 'QuickAction',
  kbmanagement: 'KbManagement',
};

/** Folders are lower-case; messages spell the namespace as Salesforce does. */
function spelling(folder: string): string {
  const lower = folder.toLowerCase();
  return SPELLINGS[lower] ?? (folder === lower ? folder.charAt(0).toUpperCase() + folder.slice(1) : folder);
}
