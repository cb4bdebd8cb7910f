/** System.Limits: counters that the host keeps, and those that Salesforce no longer counts. */
import { host } from '../host.ts';
import type { LimitName } from '../host.ts';

/** Apex's name after `get` → the host's. */
const COUNTED: Record<string, LimitName> = {
  AggregateQueries: 'AggregateQueries',
  AsyncCalls: 'QueueableJobs',
  Callouts: 'Callouts',
  CpuTime: 'CpuTime',
  DMLRows: 'DmlRows',
  DMLStatements: 'DmlStatements',
  EmailInvocations: 'EmailInvocations',
  FetchCallsOnApexCursor: 'FetchCallsOnApexCursor',
  ApexCursorRows: 'ApexCursorRows',
  FutureCalls: 'FutureCalls',
  HeapSize: 'HeapSize',
  MobilePushApexCalls: 'MobilePushApexCalls',
  PublishImmediateDML: 'PublishImmediateDML',
  Queries: 'Queries',
  QueryLocatorRows: 'QueryLocatorRows',
  QueryRows: 'QueryRows',
  QueueableJobs: 'QueueableJobs',
  RunAs: 'DmlStatements',
  SavepointRollbacks: 'DmlStatements',
  Savepoints: 'DmlStatements',
  SoslQueries: 'SoslQueries',
};

/** Not counted any more (deprecated), or not by this org: used and allowed. */
const CONSTANT: Record<string, readonly [number, number]> = {
  ChildRelationshipsDescribes: [0, 100],
  DatabaseTime: [0, 0],
  FieldSetsDescribes: [0, 100],
  FieldsDescribes: [0, 100],
  FindSimilarCalls: [0, 20],
  PicklistDescribes: [0, 100],
  RecordTypesDescribes: [0, 100],
  ScriptStatements: [0, 0],
};

export const System_Limits: Record<string, () => number> = {};
for (const [name, counter] of Object.entries(COUNTED)) {
  System_Limits[`get${name}`] = () => host().limitUsed(counter);
  System_Limits[`getLimit${name}`] = () => host().limitMaximum(counter);
}
for (const [name, [used, allowed]] of Object.entries(CONSTANT)) {
  System_Limits[`get${name}`] = () => used;
  System_Limits[`getLimit${name}`] = () => allowed;
}
