/**
 * Lint: typescript-eslint's strictest type-aware sets, with few exceptions, each with its reason.
 *
 * Layout is prettier's, import laws are test/architecture.test.ts's: neither is repeated here.
 */
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** `_node` says that a parameter is there for its place; `{ secret, ...rest }` is how a property is left out. */
const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };

export default defineConfig(
  {
    name: 'trackflow/not-ours',
    ignores: ['dist/', 'out/', 'coverage/', '**/generated/', 'test/package/consumer/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  js.configs.recommended,
  {
    name: 'trackflow/every-file',
    rules: {
      eqeqeq: 'error',
      'no-implicit-coercion': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-unused-vars': ['error', unused],
      // Two lines for one module hide from a reader, and from the import laws, that it is one dependency.
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
    },
  },

  {
    name: 'trackflow/typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number in a template is what most of an SVG is made of; other types still want a word about how they print.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `while (true)` with a return inside says more than a flag.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // `() => write(x)` is a callback that returns nothing, and reads as one.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', unused],
      // Descriptors and hosts are objects of functions that use no `this`; only errors are classes.
      '@typescript-eslint/unbound-method': 'off',
      // A type that contains itself (JSON) can be written in no other way.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
    },
  },

  {
    name: 'trackflow/tests',
    files: ['test/**/*.ts'],
    rules: {
      // `expect(list[0]!.id)`: a missing element fails the test, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },

  {
    name: 'trackflow/scripts',
    files: ['**/*.mjs', 'bin/*.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        TextDecoder: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
      },
    },
  },

  {
    name: 'trackflow/fonts',
    files: ['fonts/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', exports: 'writable', __dirname: 'readonly' },
    },
  },
);
