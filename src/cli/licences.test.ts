import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isAllowed, packagesOf } from './licences.ts';

const lock = readFileSync('package-lock.json', 'utf8');

it('every package has a licence that lets the site be published', () => {
  const packages = packagesOf(lock);
  expect(packages.length).toBeGreaterThan(300);
  expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
});

it('a licence that is unknown, or missing, is not one of them', () => {
  const [one] = packagesOf(
    '{"packages":{"":{},"node_modules/a/node_modules/@b/c":{"version":"1.0.0","license":"SSPL-1.0"}}}',
  );
  expect(one).toEqual({ name: '@b/c', version: '1.0.0', licence: 'SSPL-1.0', development: false });
  expect(['SSPL-1.0', '', 'MIT AND SSPL-1.0', 'MIT OR GPL-3.0'].map(isAllowed)).toEqual([false, false, false, false]);
  expect(isAllowed('Apache-2.0 AND LGPL-3.0-or-later AND MIT')).toBe(true);
});

it('every dependency has an exact version, and the lock file a hash of every package', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  const { packages } = JSON.parse(lock) as { packages: Record<string, { integrity?: string; link?: boolean }> };
  const unhashed = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'),
  );
  expect(unhashed.map(([path]) => path)).toEqual([]);
});
