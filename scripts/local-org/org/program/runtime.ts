/** What the prelude takes from outside the context: core's values and functions, and the links to org and library. */
import type { ObjectDescribe, Schema } from '../../metadata/schema.ts';
import { unsupported } from '../../unsupported.ts';
import * as core from '../../library/core/index.ts';
import { host } from '../../library/host.ts';
import type { ApexList, RuntimeType, SObjectRecord } from '../../library/core/index.ts';

export interface RuntimeLinks {
  readonly schema: Schema;
  /** Library classes by full name: `System.String`. */
  readonly library: Readonly<Record<string, unknown>>;
  /** Called now and then while code runs: where time is up it throws. */
  readonly onTick: () => void;
  readonly coverage: (unit: string, lines: number) => Uint8Array;
}

export function runtimeOf(links: RuntimeLinks): Record<string, unknown> {
  return { ...typesAndValues(), ...operators(), ...data(), ...linksOf(links) };
}

function typesAndValues(): Record<string, unknown> {
  const primitives = 'Boolean Integer Long Double Decimal String Id Date Datetime Time Blob'.split(' ');
  return {
    ...Object.fromEntries(primitives.map((name) => [`$T_${name}`, core.primitiveType(name)])),
    $Object: core.ApexObject,
    $List: core.ApexList,
    $Set: core.ApexSet,
    $Map: core.ApexMap,
    $Record: core.SObjectRecord,
    $ANY: core.ANY_TYPE,
    $sobjectType: core.sobjectType,
    $listType: core.listType,
    $setType: core.setType,
    $mapType: core.mapType,
    $genericType: (name: string, args: RuntimeType[]) => core.genericType(name.replace(/^System\./, ''), args),
    $libraryType: core.libraryType,
    $declareType: core.declareType,
    $enum: core.declareEnum,
    $double: (value: number) => new core.ApexDouble(value),
    $decimal: (text: string) => core.Decimal.parse(text),
  };
}

function operators(): Record<string, unknown> {
  return {
    $npe: core.nullPointer,
    $divideByZero: () => core.divideInteger(1, 0),
    $changedMeanwhile: core.changedMeanwhile,
    $textEquals: core.textEquals,
    $idEquals: core.idEquals,
    $equal: core.looselyEqual,
    $same: core.valuesEqual,
    $compareText: core.compareText,
    $compare: core.compareValues,
    $text: core.stringValueOf,
    $long: core.longOperation,
    $doubleOp: core.doubleOperation,
    $dateOp: core.dateOperation,
    $negate: core.negate,
    $toIntegerSlow: core.toInteger,
    $toLong: core.toLong,
    $toDouble: core.toDouble,
    $toDecimal: core.toDecimalOrNull,
    $toId: core.toId,
    $toDatetime: core.toDatetime,
    $cast: core.cast,
    $invalidCast: core.invalidConversion,
    $isInstance: core.isInstance,
    $caught: core.caught,
    $endsTransaction: core.endsTransaction,
    $object_toString: (value: unknown) => (value === null ? core.nullPointer() : core.stringValueOf(value)),
    $object_equals: (value: unknown, other: unknown) =>
      value === null ? core.nullPointer() : core.valuesEqual(value, other),
    $object_hashCode: (value: unknown) => (value === null ? core.nullPointer() : core.valueHash(value)),
  };
}

const NONE = Symbol('none');

function data(): Record<string, unknown> {
  return {
    $none: NONE,
    $noBinds: () => null,
    $newArray: (type: RuntimeType, size: number | null) => new core.ApexList(type, nulls(size ?? core.nullPointer())),
    $newList: newList,
    $newSet: (type: RuntimeType, values: unknown) => new core.ApexSet(type, elementsOf(values)),
    $newMap: newMap,
    $newMapOf: newMapOf,
    $queryList: core.queryList,
    $queryCount: core.queryCount,
    $search: core.searchLists,
    $single: core.singleRow,
    $chunks: chunks,
    $dml: core.dmlStatement,
    $merge: core.mergeStatement,
    $runAs: runAs,
    $trigger: core.triggerVariable,
    $label: (name: string) => host().label(name),
    $fieldToken: (object: string, field: string) => core.schemaTokens().fieldByName(object, field),
    $objectToken: (object: string) => core.schemaTokens().objectByName(object),
    $addFieldError: addFieldError,
    $future: (className: string, method: string, args: unknown[], callouts: boolean) =>
      host().callFuture(className, method, args, callouts),
    $bound: core.boundSite,
  };
}

const nulls = (size: number): unknown[] => new Array<unknown>(size).fill(null);

function newList(type: RuntimeType, argument: unknown): ApexList {
  return new core.ApexList(type, typeof argument === 'number' ? nulls(argument) : [...elementsOf(argument)]);
}

interface ApexIteratorLike {
  hasNext(): boolean;
  next(): unknown;
}

/** The elements of a list, a set, or anything else with an iterator. */
function* elementsOf(values: unknown): Generator<unknown> {
  if (values === null || values === undefined) core.nullPointer();
  if (Symbol.iterator in (values as object)) yield* values as Iterable<unknown>;
  else {
    const iterator = (values as { iterator(): ApexIteratorLike }).iterator();
    while (iterator.hasNext()) yield iterator.next();
  }
}

function newMap(keyType: RuntimeType, valueType: RuntimeType, pairs: readonly unknown[]): core.ApexMap {
  const map = new core.ApexMap(keyType, valueType);
  for (let at = 0; at < pairs.length; at += 2) map.put(pairs[at], pairs[at + 1]);
  return map;
}

function newMapOf(keyType: RuntimeType, valueType: RuntimeType, from: unknown): core.ApexMap {
  if (from instanceof core.ApexList) return core.ApexMap.ofRecords(keyType, valueType, from);
  const map = new core.ApexMap(keyType, valueType);
  map.putAll(from as core.ApexMap | null);
  return map;
}

const CHUNK = 200;

function* chunks(list: ApexList | null): Generator<ApexList> {
  if (list === null) core.nullPointer();
  for (let at = 0; at < list.items.length; at += CHUNK)
    yield new core.ApexList(list.elementType, list.items.slice(at, at + CHUNK));
}

function runAs(user: SObjectRecord | null, block: () => unknown): unknown {
  if (user === null) core.nullPointer();
  let result: unknown = NONE;
  host().runAs(user, () => {
    result = block();
  });
  return result;
}

function addFieldError(record: SObjectRecord | null, field: string, message: unknown): void {
  if (record === null) core.nullPointer();
  const text = message instanceof core.ApexException ? message.getMessage() : String(message);
  record.addErrorAt(field, text);
}

function linksOf({ schema, library, onTick, coverage }: RuntimeLinks): Record<string, unknown> {
  return {
    $check: onTick,
    $coverage: coverage,
    $library: (name: string) => libraryClass(library, name),
    $object: (name: string): ObjectDescribe => schema.object(name) ?? missing(`object ${name}`),
    $field: (object: string, field: string): number =>
      schema.object(object)?.fieldByName.get(field.toLowerCase())?.index ?? missing(`field ${object}.${field}`),
    $page: (name: string) =>
      new (libraryClass(library, 'System.PageReference') as new (url: string) => unknown)(`/apex/${name}`),
    $fieldSet: (object: string, name: string) => fieldSet(object, name),
  };
}

function missing(what: string): never {
  throw new Error(`The program was compiled against a schema that has the ${what}; the org's has not.`);
}

/** `Schema.SObjectType.Lead.fieldSets.Name` */
function fieldSet(object: string, name: string): unknown {
  const token = core.schemaTokens().objectByName(object) as {
    getDescribe(): { fieldSets: { getMap(): core.ApexMap } };
  } | null;
  return token?.getDescribe().fieldSets.getMap().get(name) ?? null;
}

/** A class of the library, or something that refuses at its first use: a program may name what it never runs. */
function libraryClass(library: Readonly<Record<string, unknown>>, name: string): unknown {
  return (
    library[name] ?? core.exceptionClass(name) ?? (name === 'System.Exception' ? core.ApexException : refusal(name))
  );
}

function refusal(name: string): unknown {
  const refuse = (member: string): never => unsupported(`${name}${member}`);
  return new Proxy(class {}, {
    get: (target, key) =>
      key === 'prototype' ? target.prototype : key === Symbol.hasInstance ? () => false : refuse(`.${String(key)}`),
    construct: () => refuse(''),
  });
}
