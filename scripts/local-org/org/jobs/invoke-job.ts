/** Calls `execute` of a job: one class may be Queueable, Schedulable and Finalizer, told apart by their context's type. */
import type { RuntimeType } from '../../library/core/runtime-type.ts';
import type { OrgEngine } from '../engine/org-engine.ts';

export type ContextType = 'QueueableContext' | 'SchedulableContext' | 'FinalizerContext' | 'BatchableContext';

export function invokeJob(
  engine: OrgEngine,
  target: unknown,
  methodName: string,
  contextType: ContextType,
  args: readonly unknown[],
): unknown {
  const { program } = engine.image;
  let type = (target as { $type?: RuntimeType }).$type;
  for (; type !== undefined; type = type.superclass) {
    const name = type.name;
    const method = program
      .classInfo(name)
      ?.methods.find(
        (each) =>
          each.name.toLowerCase() === methodName &&
          each.parameters.length === args.length &&
          takes(each.parameters[0], contextType),
      );
    // The platform lets a static method stand for one of an interface.
    if (method?.isStatic === true) return program.invokeStatic(name, method.jsName, args);
    if (method !== undefined)
      return (target as Record<string, (...given: readonly unknown[]) => unknown>)[method.jsName]!(...args);
  }
  return program.invoke(target, methodName, args);
}

function takes(parameter: string | undefined, contextType: ContextType): boolean {
  return parameter?.split('.').at(-1)?.toLowerCase() === contextType.toLowerCase();
}
