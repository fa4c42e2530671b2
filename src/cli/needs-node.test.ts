import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../build/cache/folders.ts';
import { wanting } from './needs-node.mjs';

it('says in one sentence what is wanting', () => {
  expect(wanting('20.20.2', true)).toMatch(
    /^Broadsheet runs on Node 22\.18 or newer, and this is Node 20\.20\.2: .*npm ci/,
  );
  expect(wanting('22.17.1', true)).not.toBeNull();
  expect(wanting('22.18.0', true)).toBeNull();
  expect(wanting('24.21.0', true)).toBeNull();
  expect(wanting('24.21.0', false)).toContain('npm ci');
});

it('stands before every command but npm’s own', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const others = Object.entries(scripts).filter(([, script]) => !script.startsWith('node src/cli/needs-node.mjs && '));
  expect(others.map(([name]) => name)).toEqual(['sbom']);
});
