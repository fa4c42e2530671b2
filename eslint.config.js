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
  'edition',
  'exports',
  ...outputs,
  'build',
  'cli',
  'bench',
];
const untouchable = (names) => names.map((name) => `**/${name}/**`);
/** Each row: a room, and what it may not touch. */
const walls = [
  ['site.ts', ['./*', '../*']],
  ...rooms.slice(0, rooms.indexOf('build')).map((room) => [room, untouchable(rooms.slice(rooms.indexOf(room) + 1))]),
  ['i18n', untouchable(rooms)],
];
const impure = ['node:fs', 'node:fs/promises', 'node:child_process', 'node:http', 'node:https', 'node:net', 'astro:*'];
const pure = new Set([...rooms.slice(0, rooms.indexOf('build')), 'i18n']);

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
  ...walls.map(([room, after]) => ({
    files: room.endsWith('.ts') ? [`src/${room}`] : [`src/${room}/**/*.ts`],
    ignores: ['**/*.test.ts', '**/*.browser.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: after, message: 'A room imports only from the rooms before it.' },
            ...(pure.has(room)
              ? [{ group: impure, message: 'This room is pure: no files, no network, no Astro.' }]
              : []),
          ],
        },
      ],
      ...(pure.has(room)
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
