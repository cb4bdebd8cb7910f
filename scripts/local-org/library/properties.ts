/**
 * Properties that stand beside getters: `entry.Label` for `entry.getLabel()`, `result.Active` for `result.isActive()`.
 * Those of the Database namespace begin with a small letter (`result.success`); where there is a setter they write, too.
 */
export function defineProperties(jsClass: { prototype: object }, isSmall = false): void {
  let prototype = jsClass.prototype as Record<string, unknown>;
  for (; prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype) as Record<string, unknown>) {
    for (const name of Object.getOwnPropertyNames(prototype)) defineProperty(prototype, name, isSmall);
  }
}

function defineProperty(prototype: Record<string, unknown>, getterName: string, isSmall: boolean): void {
  const match = /^(?:get|is)([A-Z]\w*)$/.exec(getterName);
  if (match === null || typeof prototype[getterName] !== 'function') return;
  const capital = match[1]!;
  const name = isSmall ? capital[0]!.toLowerCase() + capital.slice(1) : capital;
  const getter = prototype[getterName] as (this: object) => unknown;
  const setter = prototype[`set${capital}`] as ((this: object, value: unknown) => void) | undefined;
  if (name in prototype || getter.length > 0) return;
  Object.defineProperty(prototype, name, {
    get(this: object) {
      return getter.call(this);
    },
    set:
      setter === undefined
        ? undefined
        : function set(this: object, value: unknown) {
            setter.call(this, value);
          },
    configurable: true,
  });
}
