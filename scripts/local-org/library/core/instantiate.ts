/** Type.newInstance(): how each kind of type makes a value. */
import { host } from '../host.ts';
import { ApexList } from './apex-list.ts';
import { ApexMap } from './apex-map.ts';
import { ApexSet } from './apex-set.ts';
import { TypeException } from './exceptions.ts';
import { setInstantiator } from './runtime-type.ts';
import type { RuntimeType } from './runtime-type.ts';
import { SObjectRecord } from './sobject-record.ts';

setInstantiator(instantiate);

export function instantiate(type: RuntimeType): unknown {
  switch (type.kind) {
    case 'list':
      return new ApexList(type.args[0]!);
    case 'set':
      return new ApexSet(type.args[0]!);
    case 'map':
      return new ApexMap(type.args[0]!, type.args[1]!);
    case 'sobject':
      return newRecord(type);
    default:
      if (type.shape?.create === undefined) throw new TypeException(`Type cannot be constructed: ${type.getName()}`);
      return type.shape.create();
  }
}

function newRecord(type: RuntimeType): SObjectRecord {
  const describe = host().schema.object(type.name);
  if (describe === undefined) throw new TypeException(`Type cannot be constructed: ${type.name}`);
  return new SObjectRecord(describe);
}
