/**
 * The script that every program's context begins with. Emitted code names these functions as free identifiers; they
 * are declared in the context itself, because V8 inlines across functions of one context only, and reads a script's
 * constants as fast as locals. What is not done all the time comes from outside, through `$core`.
 */
export const PRELUDE = `'use strict';
Error.stackTraceLimit = 100;
const {
  $Object, $List, $Set, $Map, $ANY, $T_Boolean, $T_Integer, $T_Long, $T_Double, $T_Decimal, $T_String, $T_Id, $T_Date, $T_Datetime,
  $T_Time, $T_Blob, $sobjectType, $listType, $setType, $mapType, $genericType, $libraryType, $declareType, $enum, $library, $field,
  $object, $coverage, $check, $npe, $textEquals, $idEquals, $equal, $same, $compareText, $compare, $text, $long, $doubleOp, $dateOp,
  $negate, $divideByZero, $changedMeanwhile, $toLong, $toDouble, $toDecimal, $toId, $toDatetime, $double, $decimal, $cast, $invalidCast, $isInstance,
  $caught, $endsTransaction, $newArray, $newList, $newSet, $newMap, $newMapOf, $Record, $queryList, $queryCount, $search, $single,
  $dml, $merge, $runAs, $none, $trigger, $label, $page, $fieldToken, $objectToken, $fieldSet, $addFieldError, $future, $bound,
  $object_toString, $object_equals, $object_hashCode, $toIntegerSlow, $chunks, $noBinds,
} = globalThis.$core;
let $queries = [];
globalThis.$core.setQueries = (queries) => { $queries = queries; };
delete globalThis.$core;
let $ticks = 10000;
function $tick() { $ticks = 10000; $check(); }
function $spend() { $ticks -= 1000; if ($ticks < 0) $tick(); }
function $n(value) { if (value === null) $npe(); return value; }
function $lget(list, index) {
  const items = list.items;
  return index !== null && index >= 0 && index < items.length ? items[index] : list.get(index);
}
function $lset(list, index, value) {
  const items = list.items;
  if (index !== null && index >= 0 && index < items.length && !list.isReadOnly) items[index] = value;
  else list.set(index, value);
  return value;
}
function $ladd(list, value) {
  if (list.iterating === 0 && !list.isReadOnly) list.items.push(value);
  else list.add(value);
}
function $sget(record, index) {
  const value = record.slots[index];
  return value === undefined ? record.emptySlot(index) : value;
}
function $sgetOf(record, index) { return record === null ? null : $sget(record, index); }
function $snamed(record, name) { return name === 'Id' && !record.object.fieldByName.has('id') ? null : record.read(record.fieldNamed(name).index); }
function $snamedOf(record, name) { return record === null ? null : $snamed(record, name); }
function $ssetNamed(record, name, value) { record.write(record.fieldNamed(name).index, value); return value; }
function $sset(record, index, value) {
  if (record.isReadOnly) record.write(index, value);
  record.slots[index] = value;
  return value;
}
function $related(record, name) {
  return record.object.parentByName.has(name.toLowerCase()) ? record.parent(name) : record.childList(name);
}
function $relatedOf(record, name) { return record === null ? null : $related(record, name); }
function $newRecord(describe, ...fields) {
  const record = new $Record(describe);
  for (let at = 0; at < fields.length; at += 2) record.slots[fields[at]] = fields[at + 1];
  return record;
}
function $withParents(record, ...parents) {
  for (let at = 0; at < parents.length; at += 2) record.setParent(parents[at], parents[at + 1]);
  return record;
}
function $eq(left, right) {
  if (left === right) return true;
  if (left === null || right === null || left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a === b) continue;
    if ((a | 32) !== (b | 32) || a > 127 || b > 127) return a < 128 && b < 128 ? false : $textEquals(left, right);
    const letter = a | 32;
    if (letter < 97 || letter > 122) return false;
  }
  return true;
}
function $lt(left, right) { return left !== null && right !== null && left < right; }
function $gt(left, right) { return left !== null && right !== null && left > right; }
function $le(left, right) { return left !== null && right !== null && left <= right; }
function $ge(left, right) { return left !== null && right !== null && left >= right; }
function $idiv(left, right) { if (right === 0) $divideByZero(); return (left / right) | 0; }
function $cat(left, right) { return '' + left + right; }
function $toInteger(value) { return value === null || typeof value === 'number' ? value : $toIntegerSlow(value); }
function $castTo(value, constructor, type) { return value === null || value instanceof constructor ? value : $invalidCast(value, type); }
function $iterated(collection) {
  collection.iterating++;
  return collection;
}
function $iteratedEnd(collection) {
  collection.iterating--;
}
function $typed(constructor, type) { Object.defineProperty(constructor.prototype, '$type', { value: type }); }
`;
