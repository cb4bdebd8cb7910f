/**
 * What a type of Apex is while a program runs: System.Type for Apex code, and the ground that instanceof, casts and JSON
 * stand on. One object per type: two types are the same exactly when they are the same object.
 */
import { stringHash } from './hash.ts';

export type RuntimeTypeKind =
  | 'any'
  | 'primitive'
  | 'sobject'
  | 'list'
  | 'set'
  | 'map'
  | 'class'
  | 'interface'
  | 'enum'
  | 'exception'
  /** A library type with type arguments of its own, such as Iterable<T>: instances are told by interface. */
  | 'generic';

export interface RuntimeField {
  /** Declared spelling. */
  readonly name: string;
  /** Key of the value in the JavaScript object. */
  readonly key: string;
  readonly type: () => RuntimeType;
  readonly isTransient: boolean;
  readonly isStatic: boolean;
  readonly isProperty: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
}

/** What a program or the library registers about a type that is written as a class. */
export interface ClassShape {
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'class' | 'interface' | 'enum' | 'exception';
  readonly superclass?: RuntimeType;
  readonly interfaces?: () => readonly RuntimeType[];
  readonly fields?: readonly RuntimeField[];
  /** Constants of an enum, in order. */
  readonly constants?: () => readonly unknown[];
  readonly isAbstract?: boolean;
  /** The constructor function; undefined for interfaces and enums. */
  readonly jsClass?: () => Function;
  /** Runs the constructor without parameters; undefined when there is none. */
  readonly create?: () => unknown;
  /** Makes an object with empty fields: neither initializers nor a constructor run, as in JSON.deserialize. */
  readonly allocate?: () => unknown;
  /** Annotations of the class by lower-case name. */
  readonly annotations?: readonly string[];
}

export class RuntimeType {
  readonly kind: RuntimeTypeKind;
  readonly name: string;
  readonly namespace: string;
  readonly args: readonly RuntimeType[];
  readonly shape: ClassShape | undefined;

  constructor(
    kind: RuntimeTypeKind,
    name: string,
    namespace: string,
    args: readonly RuntimeType[],
    shape?: ClassShape,
  ) {
    this.kind = kind;
    this.name = name;
    this.namespace = namespace;
    this.args = args;
    this.shape = shape;
  }

  get superclass(): RuntimeType | undefined {
    return this.shape?.superclass;
  }

  /** Fields of the class and of those it extends, superclass first. */
  get fields(): readonly RuntimeField[] {
    const own = this.shape?.fields ?? [];
    return this.superclass === undefined ? own : [...this.superclass.fields, ...own];
  }

  get constants(): readonly unknown[] {
    return this.shape?.constants?.() ?? [];
  }

  /** Tells whether a value of this type may stand where `target` is asked. */
  isSubtypeOf(target: RuntimeType): boolean {
    if (this === target || target.kind === 'any') return true;
    if (target.kind === 'sobject') return this.kind === 'sobject' && target.name === 'SObject';
    if (this.kind === 'list' || this.kind === 'set' || this.kind === 'map') return isSubtypeOfCollection(this, target);
    if (this.kind === 'generic') return isSubtypeOfGeneric(this, target);
    if (this.kind === 'primitive') return isSubtypeOfPrimitive(this.name, target.name);
    if (this.superclass?.isSubtypeOf(target)) return true;
    return (this.shape?.interfaces?.() ?? []).some((i) => i.isSubtypeOf(target));
  }

  // The methods of System.Type, under their Apex names.

  getName(): string {
    return this.kind === 'class' || this.kind === 'interface' || this.kind === 'enum' || this.kind === 'exception'
      ? qualifiedName(this)
      : this.name;
  }

  newInstance(): unknown {
    if (instantiator === undefined) throw new Error('No instantiator is set.');
    return instantiator(this);
  }

  isAssignableFrom(other: RuntimeType): boolean {
    return other.isSubtypeOf(this);
  }

  getNamespace(): string {
    return this.namespace;
  }

  equals(other: unknown): boolean {
    return this === other;
  }

  hashCode(): number {
    return stringHash(this.getName());
  }

  toString(): string {
    return this.getName();
  }
}

type Instantiator = (type: RuntimeType) => unknown;
let instantiator: Instantiator | undefined;

/** Set by the collections and records, which know how to make themselves (they import this file). */
export function setInstantiator(next: Instantiator): void {
  instantiator = next;
}

function isSubtypeOfPrimitive(name: string, target: string): boolean {
  // Id is a String at run time; Integer widens to Long, Double and Decimal only by conversion, not by instanceof.
  return name === 'Id' && target === 'String';
}

/** `Comparator<String>` may be cast to `Comparator<Object>`: interfaces take what their arguments take. */
function isSubtypeOfGeneric(type: RuntimeType, target: RuntimeType): boolean {
  const base = ({ name }: RuntimeType): string => name.slice(0, name.indexOf('<')).toLowerCase();
  if (target.kind !== 'generic' || base(type) !== base(target)) return false;
  return type.args.every((argument, index) => argument.isSubtypeOf(target.args[index]!));
}

function isSubtypeOfCollection(type: RuntimeType, target: RuntimeType): boolean {
  if (target.kind === 'generic') {
    const isIterable = target.name.startsWith('Iterable<') && type.kind !== 'map';
    return isIterable && type.args[0]!.isSubtypeOf(target.args[0]!);
  }
  if (type.kind !== target.kind) return false;
  return type.args.every((argument, index) => {
    const wanted = target.args[index]!;
    if (type.kind !== 'list') return argument === wanted || (index === 1 && argument.isSubtypeOf(wanted));
    // A List<SObject> may turn out to hold leads only: Salesforce lets it be cast both ways.
    return (
      argument.isSubtypeOf(wanted) ||
      (argument.kind === 'sobject' && wanted.kind === 'sobject' && argument.name === 'SObject')
    );
  });
}

/** How Salesforce prints a class: library classes with their namespace except in System's own short names. */
function qualifiedName(type: RuntimeType): string {
  // Of System's, exceptions alone are told with their namespace.
  const isBare = type.namespace === '' || (type.namespace === 'System' && type.kind !== 'exception');
  return isBare ? type.name : `${type.namespace}.${type.name}`;
}

const known = new Map<string, RuntimeType>();

function intern(kind: RuntimeTypeKind, name: string, args: readonly RuntimeType[] = []): RuntimeType {
  const key = `${kind}:${name.toLowerCase()}`;
  let type = known.get(key);
  if (type === undefined) known.set(key, (type = new RuntimeType(kind, name, '', args)));
  return type;
}

export const ANY_TYPE = intern('any', 'Object');

/** The type of a primitive: Boolean, Integer, Long, Double, Decimal, String, Id, Date, Datetime, Time, Blob. */
export function primitiveType(name: string): RuntimeType {
  return intern('primitive', name);
}

export function sobjectType(name: string): RuntimeType {
  return intern('sobject', name);
}

const argumentName = (type: RuntimeType): string =>
  type.kind === 'class' && type.namespace !== '' ? type.getName() : type.name;

export function listType(element: RuntimeType): RuntimeType {
  return generic('list', 'List', [element]);
}

export function setType(element: RuntimeType): RuntimeType {
  return generic('set', 'Set', [element]);
}

export function mapType(key: RuntimeType, value: RuntimeType): RuntimeType {
  return generic('map', 'Map', [key, value]);
}

/** A library type with arguments that is not a collection: `genericType('Iterable', [STRING])`. */
export function genericType(name: string, args: readonly RuntimeType[]): RuntimeType {
  return generic('generic', name, args);
}

const identities = new WeakMap<RuntimeType, number>();
let nextIdentity = 0;

function identity(type: RuntimeType): number {
  let id = identities.get(type);
  if (id === undefined) identities.set(type, (id = ++nextIdentity));
  return id;
}

function generic(kind: RuntimeTypeKind, name: string, args: readonly RuntimeType[]): RuntimeType {
  // Programs come and go within a process, so types of the same name may differ: the arguments' identities make the key.
  const key = `${kind}:${name.toLowerCase()}<${args.map(identity).join(',')}>`;
  let type = known.get(key);
  if (type === undefined) {
    type = new RuntimeType(kind, `${name}<${args.map(argumentName).join(',')}>`, '', args);
    known.set(key, type);
  }
  return type;
}

/** Makes the type of a class, interface or enum: once per declaration. */
export function declareType(shape: ClassShape): RuntimeType {
  return new RuntimeType(shape.kind, shape.name, shape.namespace, [], shape);
}

export const BOOLEAN_TYPE = primitiveType('Boolean');
export const INTEGER_TYPE = primitiveType('Integer');
export const LONG_TYPE = primitiveType('Long');
export const DOUBLE_TYPE = primitiveType('Double');
export const DECIMAL_TYPE = primitiveType('Decimal');
export const STRING_TYPE = primitiveType('String');
export const ID_TYPE = primitiveType('Id');
export const DATE_TYPE = primitiveType('Date');
export const DATETIME_TYPE = primitiveType('Datetime');
export const TIME_TYPE = primitiveType('Time');
export const BLOB_TYPE = primitiveType('Blob');
export const SOBJECT_TYPE = sobjectType('SObject');
