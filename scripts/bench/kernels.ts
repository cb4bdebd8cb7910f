/**
 * Measures compiled Apex against hand-written JavaScript that does the same, on eight kernels, through the real
 * pipeline: parse, check, emit, load. The goal is a geometric mean of at most 2.5.
 */
import { Script, constants, createContext } from 'node:vm';
import { checkProgram, declareLibrary } from '../local-org/apex/index.ts';
import type { SchemaProvider } from '../local-org/apex/index.ts';
import { emitUnit } from '../local-org/apex/emit/index.ts';
import { librarySignatures } from '../local-org/library/signatures.ts';
import type { Schema } from '../local-org/metadata/schema.ts';
import { loadProgram } from '../local-org/org/program/index.ts';

export interface KernelResult {
  readonly name: string;
  /** Nanoseconds a turn. */
  readonly javascript: number;
  readonly apex: number;
  readonly ratio: number;
}

export interface KernelReport {
  readonly kernels: readonly KernelResult[];
  readonly geometricMean: number;
}

interface Kernel {
  readonly name: string;
  readonly apex: string;
  readonly javascript: string;
}

const KERNELS: readonly Kernel[] = [
  {
    name: 'integer loop',
    apex: 'Integer s = 0; for (Integer i = 0; i < n; i++) { s = s + i * 3; if ((i & 7) == 0) { s -= i; } } return s;',
    javascript:
      'let s = 0; for (let i = 0; i < n; i++) { s = (s + Math.imul(i, 3)) | 0; if ((i & 7) === 0) s = (s - i) | 0; } return s;',
  },
  {
    name: 'list get',
    apex: 'List<Integer> l = new List<Integer>(); for (Integer i = 0; i < 1024; i++) { l.add(i); } Integer s = 0; for (Integer i = 0; i < n; i++) { s += l.get(i & 1023); } return s;',
    javascript:
      'const l = []; for (let i = 0; i < 1024; i++) l.push(i); let s = 0; for (let i = 0; i < n; i++) s = (s + l[i & 1023]) | 0; return s;',
  },
  {
    name: 'list add',
    apex: 'List<Integer> l = new List<Integer>(); for (Integer i = 0; i < n; i++) { l.add(i); } return l.size();',
    javascript: 'const l = []; for (let i = 0; i < n; i++) l.push(i); return l.length;',
  },
  {
    name: 'map get and put',
    apex: "List<String> k = new List<String>(); for (Integer i = 0; i < 64; i++) { k.add('key' + i); } Map<String, Integer> m = new Map<String, Integer>(); for (Integer i = 0; i < n; i++) { m.put(k[i & 63], i); Integer v = m.get(k[(i + 7) & 63]); } return m.size();",
    javascript:
      "const k = []; for (let i = 0; i < 64; i++) k.push('key' + i); const m = new Map(); let v; for (let i = 0; i < n; i++) { m.set(k[i & 63], i); v = m.get(k[(i + 7) & 63]); } return m.size + (v > n ? 1 : 0);",
  },
  {
    name: 'string equality',
    apex: "List<String> k = new List<String>{'Open - Not Contacted', 'OPEN - Not contacted', 'Working - Contacted', 'Qualified'}; Integer s = 0; for (Integer i = 0; i < n; i++) { if (k[i & 3] == k[(i + 1) & 3]) { s++; } } return s;",
    javascript:
      "const k = ['Open - Not Contacted', 'OPEN - Not contacted', 'Working - Contacted', 'Qualified']; let s = 0; for (let i = 0; i < n; i++) { const a = k[i & 3], b = k[(i + 1) & 3]; if (a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase())) s++; } return s;",
  },
  {
    name: 'concatenation',
    apex: "String t = ''; Integer s = 0; for (Integer i = 0; i < n; i++) { t = 'row ' + i; s += t.length(); } return s;",
    javascript: "let t = '', s = 0; for (let i = 0; i < n; i++) { t = 'row ' + i; s = (s + t.length) | 0; } return s;",
  },
  {
    name: 'virtual call',
    apex: 'Base a = new Base(); Base b = new Derived(); Integer s = 0; for (Integer i = 0; i < n; i++) { Base c = (i & 1) == 0 ? a : b; s += c.next(i); } return s;',
    javascript:
      'class Base { next(i) { return (i + 1) | 0; } } class Derived extends Base { next(i) { return (i + 2) | 0; } } const a = new Base(), b = new Derived(); let s = 0; for (let i = 0; i < n; i++) { const c = (i & 1) === 0 ? a : b; s = (s + c.next(i)) | 0; } return s;',
  },
  {
    name: 'record field',
    apex: 'Account a = new Account(NumberOfEmployees = 1); Integer s = 0; for (Integer i = 0; i < n; i++) { a.NumberOfEmployees = i; s += a.NumberOfEmployees; } return s;',
    javascript:
      'const a = { NumberOfEmployees: 1 }; let s = 0; for (let i = 0; i < n; i++) { a.NumberOfEmployees = i; s = (s + a.NumberOfEmployees) | 0; } return s;',
  },
];

const TURNS = 2_000_000;
const ROUNDS = 7;

export function benchKernels(): KernelReport {
  const program = loadKernels();
  const context = createContext(constants.DONT_CONTEXTIFY);
  const kernels = KERNELS.map(({ name, javascript }, index) => {
    const plain = new Script(`'use strict'; (function (n) { ${javascript} })`).runInContext(context) as (
      turns: number,
    ) => unknown;
    const run = (turns: number): unknown => program.invokeStatic('Kernels', `k${index}`, [turns]);
    if (plain(1000) !== run(1000))
      throw new Error(`The kernel "${name}" gives ${String(run(1000))} in Apex, ${String(plain(1000))} in JavaScript.`);
    const times = fastest([plain, run]);
    return { name, javascript: times[0]!, apex: times[1]!, ratio: times[1]! / times[0]! };
  });
  const geometricMean = Math.exp(kernels.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / kernels.length);
  return { kernels, geometricMean };
}

/** The best of several rounds that take turns, so that other work on the machine disturbs all alike. */
function fastest(runs: ReadonlyArray<(turns: number) => unknown>): number[] {
  const best = runs.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    runs.forEach((run, index) => {
      const start = performance.now();
      run(TURNS);
      best[index] = Math.min(best[index]!, ((performance.now() - start) * 1e6) / TURNS);
    });
  }
  return best;
}

const FIELD = { index: 0, name: 'NumberOfEmployees', apexType: 'Integer', type: 'INTEGER', referenceTo: [] };
const ACCOUNT = {
  name: 'Account',
  label: 'Account',
  fields: [FIELD],
  fieldByName: new Map([['numberofemployees', FIELD]]),
  parentByName: new Map(),
  childRelationships: [],
};

const PROVIDER: SchemaProvider = {
  object: (name) => (name.toLowerCase() === 'account' ? (ACCOUNT_SHAPE as never) : undefined),
  hasLabel: () => false,
  hasPage: () => false,
};
const ACCOUNT_SHAPE = {
  name: 'Account',
  kind: 'standard',
  field: (name: string) => (name.toLowerCase() === 'numberofemployees' ? { ...FIELD, isWritable: true } : undefined),
  parent: () => undefined,
  child: () => undefined,
  hasFieldSet: () => false,
  isQueryable: true,
  isTriggerable: true,
};

function loadKernels(): ReturnType<typeof loadProgram> {
  const methods = KERNELS.map(({ apex }, index) => `public static Integer k${index}(Integer n) { ${apex} }`).join('\n');
  const sources = [
    `public class Kernels {\n${methods}\n}`,
    'public virtual class Base { public virtual Integer next(Integer i) { return i + 1; } }',
    'public class Derived extends Base { public override Integer next(Integer i) { return i + 2; } }',
  ];
  const files = sources.map((text, index) => ({ path: `k${index}.cls`, text, apiVersion: 67, kind: 'class' as const }));
  const checked = checkProgram(files, declareLibrary(librarySignatures()), PROVIDER);
  if (checked.errors.length > 0)
    throw new Error(checked.errors.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  const schema = {
    object: (name: string) => (name.toLowerCase() === 'account' ? ACCOUNT : undefined),
  } as unknown as Schema;
  const length = (text: string): number => text.length;
  return loadProgram(checked.units.map(emitUnit), { schema, library: { 'System.String': { length } } });
}
