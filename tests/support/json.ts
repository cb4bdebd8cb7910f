/** JSON from outside: each test says by its assertions what it expects of it, so a type would only repeat them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the reason stands above
export type Json = any;
