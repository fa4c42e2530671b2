import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sources } from './code.ts';
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

describe('what a piece of the program is made from', () => {
  it('follows imports, workers, data, styles and fonts, and no types', () => {
    write(
      'a.ts',
      `import { b } from './b.ts';\nimport type { T } from './types.ts';\nnew URL('./data.json', import.meta.url);`,
    );
    write('b.ts', `export const b = () => import("./deep/c.ts");`);
    write('deep/c.ts', `import\n  '../page.astro'`);
    write('page.astro', `---\nimport './page.css';\n---`);
    write('page.css', `@font-face { src: url(./font.woff2) }`);
    for (const path of ['types.ts', 'data.json', 'font.woff2', 'other.ts']) write(path, '');
    expect(new Sources(folder).closure(['a.ts'])).toEqual([
      'a.ts',
      'b.ts',
      'data.json',
      'deep/c.ts',
      'font.woff2',
      'page.astro',
      'page.css',
    ]);
    expect(new Sources(folder).closure(['a.ts'], ['b.ts'])).toEqual(['a.ts', 'data.json']);
  });

  it('has another key when one of the files changes, goes or comes', () => {
    write('a.ts', `import './b.ts'; import './c.ts'`);
    write('b.ts', '1');
    const keys = new Set<string>();
    const key = () => keys.add(new Sources(folder).key(['a.ts']));
    key();
    write('b.ts', '2');
    key();
    write('c.ts', '');
    key();
    rmSync(join(folder, 'b.ts'));
    key();
    expect(keys.size).toBe(4);
  });

  it('knows when a file changed after it was read', () => {
    write('a.ts', '1');
    const sources = new Sources(folder);
    sources.key(['a.ts']);
    expect(sources.changed()).toBe(false);
    write('a.ts', '2');
    expect(sources.changed()).toBe(true);
  });

  it('finds each maker’s module, and in it what makes', () => {
    // In Node itself: a test runner rewrites the imports that the table is read off.
    const program = `
      import { generatorModule, generators } from './src/build/generators/generators.ts';
      for (const generator of Object.keys(generators)) {
        const { make } = await import(new URL(generatorModule(generator), 'file://${root}src/build/generators/'));
        console.log(generator, make === (await generators[generator].load()).make);
      }`;
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(told.trim().split('\n').length).toBeGreaterThan(5);
    expect(told).not.toContain('false');
  });
});
