import eslintPluginAstro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

// A room imports only from the rooms before it (README, "Design").
const outputs = ['feeds', 'cards', 'downloads', 'hosting'];
const rooms = [
  'source',
  'article',
  'html',
  'parse',
  'render',
  'desk',
  'edition',
  'exports',
  ...outputs,
  'build',
  'cli',
  'bench',
];
const untouchable = (names) => names.map((name) => `**/${name}/**`);
/** Each row: the files of a room, and what they may not import. */
const walls = [
  // The settings stand before all rooms, and know but the list of languages.
  ['src/site.ts', ['./*', '../*', '!./settings', '!./settings/schema.ts']],
  ['src/settings/**/*.ts', ['../*', '!../i18n', '!../i18n/languages.ts']],
  ['src/i18n/**/*.ts', untouchable(rooms)],
  ...rooms
    .slice(0, -1)
    .map((room) => [`src/${room}/**/*.ts`, untouchable([...rooms.slice(rooms.indexOf(room) + 1), 'tests'])]),
  // Pages are made from the plan and the records: of how they are built and of commands they know nothing.
  ['src/{pages,layouts,components}/**/*.{ts,astro}', untouchable(['build', 'cli', 'bench', 'tests'])],
  // What runs in the browser knows no page and no build.
  ['src/client/**/*.ts', untouchable(['pages', 'layouts', 'components', 'build', 'cli', 'bench', 'tests'])],
];
const impure = ['node:fs', 'node:fs/promises', 'node:child_process', 'node:http', 'node:https', 'node:net', 'astro:*'];
const pure = new Set([...rooms.slice(0, rooms.indexOf('build')), 'i18n', 'settings']);

export default tseslint.config(
  { ignores: ['dist/', '.broadsheet/', '.astro/', 'node_modules/', 'public/', '**/fixtures/**'] },
  ...tseslint.configs.strict,
  ...eslintPluginAstro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
      'no-control-regex': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A union of strings, in place of an enum.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  ...walls.map(([files, after]) => ({
    files: [files],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: after, message: 'A room imports only from the rooms before it.' },
            ...(pure.has(files.split('/')[1])
              ? [{ group: impure, message: 'This room is pure: no files, no network, no Astro.' }]
              : []),
          ],
        },
      ],
      ...(pure.has(files.split('/')[1])
        ? {
            'no-restricted-properties': [
              'error',
              { object: 'Date', property: 'now', message: 'This room knows no clock.' },
            ],
          }
        : {}),
    },
  })),
);
