// Lint rules of the TypeScript, and the directions of imports (docs/CONTRIBUTING.md): api → org → {library, soql, database, metadata} → apex.
import tseslint from 'typescript-eslint';

const within = (files, patterns, why) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: patterns.map((regex) => ({ regex, message: why })) }] },
});

const LOCAL_ORG = 'scripts/local-org';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'tests/fixtures/**', 'scripts/tools/apex-check/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mjs'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': [
        'error',
        { allowShortCircuit: false, allowTernary: false, enforceForJSX: false },
      ],
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  {
    // Emitted classes are known by their constructor only: it has no signature that TypeScript could name.
    files: [`${LOCAL_ORG}/library/core/*.ts`, `${LOCAL_ORG}/org/program/*.ts`],
    rules: { '@typescript-eslint/no-unsafe-function-type': 'off' },
  },
  within(['scripts/**/*.ts'], ['/tests/'], 'Scripts never import from tests.'),
  within(
    [`${LOCAL_ORG}/**/*.ts`],
    ['\\.\\./(\\.\\./)*(commands|bridge|lead-platform)/'],
    'The local org knows nothing of the product.',
  ),
  within(
    [`${LOCAL_ORG}/apex/**/*.ts`],
    ['^(\\.\\./)+(api|org|library|soql|sosl|database|metadata)/'],
    'apex/ imports nothing outside itself.',
  ),
  within(
    [`${LOCAL_ORG}/{library,soql,sosl,database,metadata}/**/*.ts`],
    ['^(\\.\\./)+(api|org)/'],
    'Imports go api → org → {library, soql, database, metadata} → apex.',
  ),
  within([`${LOCAL_ORG}/org/**/*.ts`], ['^(\\.\\./)+api/'], 'org/ does not know the doors.'),
  within(
    ['scripts/bridge/**/*.ts', 'scripts/commands/**/*.ts', 'scripts/demo/**/*.ts', 'scripts/*.ts'],
    ['local-org/(api|org|apex|library|soql|sosl|database|metadata)/', 'lead-platform/(?!index)'],
    'Import the local org through start.ts, run.ts or index.ts, the lead platform through index.ts.',
  ),
  within(['scripts/lead-platform/**/*.ts'], ['^\\.\\./'], 'The simulated platform imports nothing of ours.'),
);
