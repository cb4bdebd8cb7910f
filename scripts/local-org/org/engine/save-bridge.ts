/** Gives org/dml what it needs of an engine. */
import { enumConstant } from '../../library/enums.ts';
import { ApexList } from '../../library/core/apex-list.ts';
import { ApexMap } from '../../library/core/apex-map.ts';
import { DmlException } from '../../library/core/exceptions.ts';
import { ID_TYPE, sobjectType } from '../../library/core/runtime-type.ts';
import type { SObjectRecord } from '../../library/core/sobject-record.ts';
import type { TriggerContext } from '../../library/core/trigger-context.ts';
import type { FieldDescribe, ObjectDescribe } from '../../metadata/schema.ts';
import type { SaveRow } from '../dml/save-row.ts';
import type { SaveServices, TriggerRun } from '../dml/save-services.ts';
import { computeFormulas, defaultValue, ruleFails } from './formulas.ts';
import type { OrgEngine } from './org-engine.ts';

export function saveServices(engine: OrgEngine): SaveServices {
  return {
    database: engine.database,
    get schema() {
      return engine.schema;
    },
    data: engine.data,
    get transaction() {
      return engine.transaction;
    },
    permissions: engine.permissions,
    sharing: engine.sharing,
    rows: engine.rows,
    recycleBin: engine.stores.recycleBin,
    organizationId: engine.birth.organizationId,
    now: () => engine.clock.now(),
    triggersFor: (object, timing, operation) => engine.image.triggersFor(object, timing, operation),
    runTrigger: (run) => runTrigger(engine, run),
    defaultValue: (object: ObjectDescribe, field: FieldDescribe) => defaultValue(engine, object, field),
    computeFormulas: (object, values) => computeFormulas(engine, object, values),
    ruleFails: (object, formula, values, old) => ruleFails(engine, object, formula, values, old),
    exception: (typeName, message) => engine.exception(typeName, message),
    dmlException,
    describeException: (error) => engine.describeException(error),
    guestOwnerId: () => guestOwnerId(engine),
    newRecord: (object, values) => engine.newRecord(object, values),
    setupChanged: () => engine.setupChanged(),
    conversionFiresTriggers: () => conversionFiresTriggers(engine),
  };
}

function runTrigger(engine: OrgEngine, run: TriggerRun): void {
  const context: TriggerContext = {
    timing: run.timing,
    operation: run.operation,
    newList: listOf(run.object, run.newRecords),
    oldList: listOf(run.object, run.oldRecords),
    newMap: run.timing === 'before' && run.operation === 'insert' ? null : mapOf(run.object, run.newRecords),
    oldMap: mapOf(run.object, run.oldRecords),
    operationType: enumConstant('System.TriggerOperation', `${run.timing}_${run.operation}`.toUpperCase())!,
    size: (run.newRecords ?? run.oldRecords ?? []).length,
  };
  engine.image.program.runTrigger(run.name, context);
}

function listOf(object: ObjectDescribe, records: readonly SObjectRecord[] | null): ApexList | null {
  return records === null ? null : new ApexList(sobjectType(object.name), [...records]);
}

function mapOf(object: ObjectDescribe, records: readonly SObjectRecord[] | null): ApexMap | null {
  if (records === null) return null;
  const map = new ApexMap(ID_TYPE, sobjectType(object.name));
  for (const record of records) map.put(record.id, record);
  return map;
}

function dmlException(operation: string, row: SaveRow): InstanceType<typeof DmlException> {
  const error = row.errors[0]!;
  const verb = operation[0]!.toUpperCase() + operation.slice(1);
  const exception = new DmlException(
    `${verb} failed. First exception on row 0${row.id === null ? '' : ` with id ${row.id}`}; first error: ${error.statusCode}, ${error.message}: [${error.fields.join(', ')}]`,
  );
  exception.failures = [{ index: 0, id: row.id, ...error }];
  return exception;
}

function guestOwnerId(engine: OrgEngine): string | undefined {
  const [site] = engine.rows.where('Site', 'GuestUserId', [engine.transaction.user.id]);
  return (site?.GuestRecordDefaultOwnerId as string | null | undefined) ?? undefined;
}

/** Lead settings, "Require Validation for Converted Leads": on in orgs made today. */
function conversionFiresTriggers(engine: OrgEngine): boolean {
  const settings =
    engine.image.metadata.component('Settings', 'LeadConvert') ??
    engine.image.metadata.component('Settings', 'LeadConfig');
  return (
    JSON.stringify(settings?.definition ?? {}).includes('"shouldLeadConvertRequireValidation":["false"]') === false
  );
}
