/** A map from names of the schema, found whatever their case, as Schema.getGlobalDescribe() and fields.getMap() answer. */
import { ApexMap } from './core/apex-map.ts';
import { STRING_TYPE } from './core/runtime-type.ts';
import type { RuntimeType } from './core/runtime-type.ts';

const lower = (key: unknown): unknown => (typeof key === 'string' ? key.toLowerCase() : key);

export class NameMap extends ApexMap {
  constructor(valueType: RuntimeType, entries: Iterable<readonly [string, unknown]>) {
    super(STRING_TYPE, valueType);
    for (const [name, value] of entries) super.put(name.toLowerCase(), value);
  }

  override get(key: unknown): unknown {
    return super.get(lower(key));
  }

  override containsKey(key: unknown): boolean {
    return super.containsKey(lower(key));
  }

  override remove(key: unknown): unknown {
    return super.remove(lower(key));
  }
}
