/**
 * The types and symbols of a checked Apex program: what the checker works with and what the emitter reads.
 * A symbol describes a declaration (a class, a method, a variable); a type is a use of one, with its arguments.
 */
import type { Node } from '../ast.ts';

export type PrimitiveName =
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Double'
  | 'Decimal'
  | 'String'
  | 'Id'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Blob'
  | 'Object'
  | 'void'
  | 'null';

export type Type =
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  /** A record: `name` is the object's API name in its declared spelling; `SObject` is any record. */
  | { readonly kind: 'sobject'; readonly name: string }
  /** A class, interface or enum, of the program or of the library (List<T>, Set<T>, Map<K, V> included). */
  | { readonly kind: 'class'; readonly symbol: ClassSymbol; readonly args: readonly Type[] }
  /** A type parameter of a library class, inside its signature only. */
  | { readonly kind: 'parameter'; readonly name: string; readonly index: number };

export type Sharing = 'with' | 'without' | 'inherited' | 'unspecified';
export type Visibility = 'private' | 'protected' | 'public' | 'global';

export interface ClassSymbol {
  readonly kind: 'class' | 'interface' | 'enum';
  /** Declared spelling; an inner class is `Outer.Inner`. */
  readonly name: string;
  /** `System`, `Database`, `Schema` … for the library; empty for the program. */
  readonly namespace: string;
  readonly origin: 'program' | 'library';
  readonly outer?: ClassSymbol;
  readonly typeParameters: readonly string[];
  superclass?: Type;
  interfaces: Type[];
  visibility: Visibility;
  isAbstract: boolean;
  isVirtual: boolean;
  sharing: Sharing;
  /** The unit's own API version: decides user mode, among others (platform.md §0.1). */
  apiVersion: number;
  isTest: boolean;
  /** Members by lower-case name, own ones only: walk `superclass` for the rest. */
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: MethodSymbol[];
  readonly inner: Map<string, ClassSymbol>;
  /** Names of an enum's constants, in order. */
  readonly enumConstants: readonly string[];
  readonly declaration?: Node;
  readonly annotations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Methods of the program's interfaces that are met by ones with other parameter types: noted by the checker. */
  bridges?: Array<{ readonly wanted: MethodSymbol; readonly method: MethodSymbol }>;
}

/** A field or a property, static or not. */
export interface FieldSymbol {
  readonly name: string;
  readonly owner: ClassSymbol;
  readonly type: Type;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  /** Has get/set accessors with code of their own: emitted as JavaScript accessors or get$/set$ functions. */
  readonly isProperty: boolean;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly visibility: Visibility;
  readonly setVisibility: Visibility;
  readonly isTestVisible: boolean;
  readonly declaration?: Node;
}

export interface ParameterSymbol {
  readonly name: string;
  readonly type: Type;
}

export interface MethodSymbol {
  readonly name: string;
  readonly owner: ClassSymbol;
  readonly parameters: readonly ParameterSymbol[];
  readonly returnType: Type;
  readonly isConstructor: boolean;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly visibility: Visibility;
  readonly isTestVisible: boolean;
  /** By lower-case name, without the @: `istest`, `future`, `httppost`, `callsite` (library) … with their parameters. */
  readonly annotations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly declaration?: Node;
}

export interface LocalSymbol {
  readonly name: string;
  readonly type: Type;
  readonly isFinal: boolean;
  /** Unique within the method, a legal JavaScript identifier. */
  readonly jsName: string;
}

/** What a name or a member access stands for. The checker puts it on NameExpression and FieldAccess nodes. */
export type Binding =
  | { readonly kind: 'local'; readonly local: LocalSymbol }
  /** An instance member: of `this` where the node has no target of its own. */
  | { readonly kind: 'field'; readonly field: FieldSymbol }
  | { readonly kind: 'static-field'; readonly field: FieldSymbol }
  | { readonly kind: 'enum-constant'; readonly owner: ClassSymbol; readonly name: string }
  /** A type's name used as a qualifier: emits nothing by itself. */
  | { readonly kind: 'type'; readonly type: Type }
  | { readonly kind: 'namespace'; readonly name: string }
  /** A field of a record: `record.Phone`. `isRelationship`: parent record (`record.Owner`) or child list (`record.Contacts`). */
  | {
      readonly kind: 'sobject-field';
      readonly object: string;
      readonly field: string;
      readonly isRelationship: boolean;
    }
  /** `Lead.Phone` → Schema.SObjectField; `path` of several names for `Lead.Owner.Name`-like tokens. */
  | { readonly kind: 'field-token'; readonly object: string; readonly field: string }
  /** `Lead.SObjectType` → Schema.SObjectType. */
  | { readonly kind: 'object-token'; readonly object: string }
  /** `Schema.SObjectType.Lead` → Schema.DescribeSObjectResult. */
  | { readonly kind: 'object-describe'; readonly object: string }
  /** `Schema.SObjectType.Lead.fields.Phone` → Schema.DescribeFieldResult. */
  | { readonly kind: 'field-describe'; readonly object: string; readonly field: string }
  /** `Schema.SObjectType.Lead.fieldSets.Name` → Schema.FieldSet. */
  | { readonly kind: 'field-set'; readonly object: string; readonly name: string }
  /** `Trigger.new` and its siblings, by lower-case name. */
  | { readonly kind: 'trigger-variable'; readonly name: string }
  | { readonly kind: 'label'; readonly name: string }
  /** `Job__Share.RowCause.Recruiter__c` → String. */
  | { readonly kind: 'row-cause'; readonly name: string }
  /** `Page.Name` → PageReference. */
  | { readonly kind: 'page'; readonly name: string };

/** What a method call calls. The checker puts it on MethodCall and constructor-call nodes. */
export interface CallTarget {
  readonly method: MethodSymbol;
  /**
   * `sobject-static`: a method of a custom setting or metadata type (`X__mdt.getAll()`); `object` goes first.
   * `sobject-field`: `record.Phone.addError('x')`; the call's target is the field access, `field` names the field.
   */
  readonly receiver: 'this' | 'super' | 'static' | 'expression' | 'sobject-static' | 'sobject-field';
  readonly object?: string;
  readonly field?: string;
  /** The class through which a static method or `super` is called. */
  readonly through: Type;
}

/**
 * The JavaScript name of a method. Library methods keep their declared name, one JavaScript function for all overloads
 * (values tell their own type, and the number of arguments is known at run time). A program's methods carry their
 * parameter types, so that overloads and overrides meet exactly as in Apex.
 */
export function jsMethodName(method: MethodSymbol): string {
  if (method.owner.origin === 'library') return method.name;
  return `${method.name.toLowerCase()}$${method.parameters.map((p) => erasedName(p.type)).join('$')}`;
}

function erasedName(type: Type): string {
  if (type.kind === 'class')
    return type.symbol.name.replaceAll('.', '_') + type.args.map((a) => `_${erasedName(a)}`).join('');
  return type.name;
}

/** Library types that messages print without their namespace. */
const BARE_NAMES = new Set(['List', 'Set', 'Map', 'Exception', 'SObject', 'Object']);

/** Apex's spelling of a type, as error messages print it: `Map<Id,List<Lead>>`, `System.HttpRequest`. */
export function typeName(type: Type): string {
  if (type.kind === 'primitive') return type.name === 'null' ? 'NULL' : type.name;
  if (type.kind !== 'class') return type.name;
  const name = className(type.symbol);
  return type.args.length === 0 ? name : `${name}<${type.args.map(typeName).join(',')}>`;
}

/** The same for a class alone. */
export function className(symbol: ClassSymbol): string {
  const isBare = symbol.namespace === '' || (symbol.namespace === 'System' && BARE_NAMES.has(symbol.name));
  return isBare ? symbol.name : `${symbol.namespace}.${symbol.name}`;
}
