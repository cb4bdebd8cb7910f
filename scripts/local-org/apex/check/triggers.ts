/** What a trigger says of itself: its object and its events. */
import type { TriggerDeclaration } from '../ast.ts';
import type { ErrorList } from '../symbols/compile-error.ts';
import type { SchemaProvider } from '../symbols/schema-provider.ts';

/** The object's declared name; undefined when there is none, which makes the body unreadable. */
export function checkTrigger(ast: TriggerDeclaration, schema: SchemaProvider, errors: ErrorList): string | undefined {
  const at = ast.name.start;
  const object = schema.object(ast.object.name);
  if (object === undefined) {
    errors.report(at, `Invalid type: Schema.${ast.object.name}`);
    return undefined;
  }
  if (!object.isTriggerable) errors.report(at, `SObject type does not allow triggers: ${object.name}`);
  const seen = new Set<string>();
  for (const event of ast.events) {
    if (seen.has(event.name)) errors.report(event.start, `Duplicate Trigger Usage: ${event.name}`);
    seen.add(event.name);
    if (object.kind === 'event' && event.name !== 'after insert')
      errors.report(at, `Platform Event SObjects only supports after insert: ${object.name}`);
  }
  return object.name;
}
