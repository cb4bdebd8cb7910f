/** The types of `Trigger.new` and its siblings: of the trigger's object in a trigger, of any record elsewhere. */
import { primitive, sobjectType } from '../symbols/primitives.ts';
import type { Type } from '../symbols/types.ts';
import type { Context } from './context.ts';

const BOOLEANS = ['isexecuting', 'isinsert', 'isupdate', 'isdelete', 'isundelete', 'isbefore', 'isafter'];
const OTHERS = ['new', 'old', 'newmap', 'oldmap', 'size', 'operationtype'];

export function isTriggerVariable(name: string): boolean {
  const lower = name.toLowerCase();
  return BOOLEANS.includes(lower) || OTHERS.includes(lower);
}

export function triggerVariableType(context: Context, name: string): Type {
  const record: Type =
    context.triggerObject === undefined ? sobjectType : { kind: 'sobject', name: context.triggerObject };
  switch (name.toLowerCase()) {
    case 'new':
    case 'old':
      return context.library.list(record);
    case 'newmap':
    case 'oldmap':
      return context.library.type('Map', primitive.Id, record);
    case 'size':
      return primitive.Integer;
    case 'operationtype':
      return context.library.type('TriggerOperation');
    default:
      return primitive.Boolean;
  }
}
