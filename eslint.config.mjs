import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const nodeGlobals = ['process', 'Buffer', 'global', '__dirname', '__filename', 'require', 'setImmediate'];
const browserGlobals = ['window', 'document', 'navigator', 'localStorage', 'fetch', 'Office', 'Excel'];

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'coverage/', 'node_modules/']),
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      // Full-width and ideographic spaces are what the code reads and what the tests feed it.
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true },
      ],
      // XML forbids control characters; the code that keeps them out has to name them.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Tests take apart JSON and other libraries' output, which have no types to speak of.
    files: ['test/**/*.{ts,tsx}'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((kind) => [
        `@typescript-eslint/no-unsafe-${kind}`,
        'off',
      ]),
    ),
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/cli/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        ...nodeGlobals.map((name) => ({ name, message: 'This code runs in a browser too.' })),
      ],
    },
  },
  {
    files: ['src/{locale,rubric,sheet,check,plan}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[...nodeGlobals, ...browserGlobals].map((name) => ({ name, message: 'The core knows no host.' })),
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      sourceType: 'commonjs',
      globals: Object.fromEntries(
        [
          ...nodeGlobals,
          'module',
          'exports',
          'console',
          'SharedArrayBuffer',
          'Atomics',
          'URL',
          'performance',
          'TextDecoder',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['**/*.mjs'], languageOptions: { sourceType: 'module' } },
  {
    // WPS calls these functions by their names, in engines of any age.
    files: ['assets/wps/*.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: { window: 'readonly' } },
    rules: { 'no-unused-vars': ['error', { vars: 'local', caughtErrors: 'none' }] },
  },
  prettier,
);
