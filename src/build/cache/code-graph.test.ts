import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Generate } from '../generators/generator.ts';
import { generators } from '../generators/generators.ts';
import { CodeGraph } from './code-graph.ts';
import { root } from './folders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-code-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const open = () => CodeGraph.open(folder, join(folder, 'graph.json'), ['a.ts']);

describe('what a module is made from', () => {
  it('is every module that it imports, now or later, and data; no types, no comments', async () => {
    write(
      'a.ts',
      `import { b } from './b.ts';\nimport type { T } from './types.ts';\nimport data from './data.json';\nb(data);`,
    );
    write('b.ts', `// './other.ts'\nexport const b = (_: unknown) => import('./deep/c.ts');`);
    write('deep/c.ts', `export { d } from '../d.ts';`);
    write('d.ts', 'export const d = "./other.ts";');
    write('data.json', '[1]');
    for (const path of ['types.ts', 'other.ts']) write(path, '');
    const code = await open();
    expect(code.closure(['a.ts'])).toEqual(['a.ts', 'b.ts', 'd.ts', 'data.json', 'deep/c.ts']);
    expect(code.closure(['deep/c.ts'])).toEqual(['d.ts', 'deep/c.ts']);
    expect(() => code.closure(['other.ts'])).toThrow('other.ts is no module of the program');
  });

  it.each([
    ['a module deep in it', () => write('deep/c.ts', 'export const d = 2;')],
    ['its data', () => write('data.json', '[2]')],
    ['an import that joins', () => write('b.ts', `import './new.ts'; export const b = () => import('./deep/c.ts');`)],
  ])('has another key when this changes: %s', async (_, change) => {
    write('a.ts', `import { b } from './b.ts';\nimport data from './data.json';\nb(data);`);
    write('b.ts', `export const b = (_: unknown) => import('./deep/c.ts');`);
    write('deep/c.ts', 'export const d = 1;');
    write('data.json', '[1]');
    write('new.ts', '');
    const before = await open();
    const key = before.key(['a.ts']);
    expect((await open()).key(['a.ts'])).toBe(key);
    change();
    expect(before.changed()).toBe(true);
    const after = await open();
    expect(after.key(['a.ts'])).not.toBe(key);
    expect(after.changed()).toBe(false);
  });

  it('is asked for again where the cached graph was touched', async () => {
    write('a.ts', `import './b.ts';`);
    write('b.ts', '');
    await open();
    const cached = readFileSync(join(folder, 'graph.json'), 'utf8');
    write('graph.json', cached.replace('b.ts', 'c.ts'));
    expect((await open()).closure(['a.ts'])).toEqual(['a.ts', 'b.ts']);
  });
});

describe('the program itself', () => {
  it('has in its graph every module whose key is asked for', { timeout: 60_000 }, async () => {
    const code = await CodeGraph.open(root, join(folder, 'graph.json'));
    for (const { module } of Object.values(generators))
      expect(code.closure([`src/build/generators/${module}.ts`]).length).toBeGreaterThan(0);
    expect(code.closure(['src/build/articles/read-article.ts'])).toContain('src/parse/parse.ts');
    expect(code.closure(['src/build/articles/read-article.ts'])).not.toContain('src/site.ts');
  });

  it.each(Object.entries(generators))('names the module that the generator "%s" loads', async (_, { module, load }) => {
    const named = (await import(`../generators/${module}.ts`)) as { make: Generate };
    expect((await load()).make).toBe(named.make);
  });
});
