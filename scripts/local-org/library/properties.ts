/** Properties that stand beside getters: `entry.Label` for `entry.getLabel()`, `result.Active` for `result.isActive()`. */
export function defineProperties(jsClass: { prototype: object }): void {
  const prototype = jsClass.prototype as Record<string, unknown>;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const match = /^(?:get|is)([A-Z]\w*)$/.exec(name);
    if (match === null || match[1]! in prototype || typeof prototype[name] !== 'function') continue;
    const getter = prototype[name] as (this: object) => unknown;
    if (getter.length > 0) continue;
    Object.defineProperty(prototype, match[1]!, {
      get(this: object) {
        return getter.call(this);
      },
      configurable: true,
    });
  }
}
