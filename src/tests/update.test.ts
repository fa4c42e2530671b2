import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../build/cache/folders.ts';

/** An update of the program reaches a site that its owner has edited, as the README says: by a merge. */

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-update-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Owner', '-c', 'user.email=owner@example.org', '-c', 'commit.gpgsign=false', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      // Nothing of the machine's own settings.
      env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
    },
  );
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
function edit(path: string, from: string, to: string): void {
  expect(read(path), path).toContain(from);
  write(path, read(path).replace(from, to));
}
function commit(): void {
  git('add', '-A');
  git('commit', '-qm', 'A change');
}

it('merges into a site with settings, components, pages and articles of its own', () => {
  for (const path of ['src/site.ts', 'src/components/frame', 'content/about.md', 'README.md', 'package.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  git('init', '-q', '-b', 'main');
  commit();

  git('checkout', '-q', '-b', 'paper');
  edit('src/site.ts', `title: 'Broadsheet'`, `title: 'The Averill Post'`);
  edit('src/site.ts', `accent: '#981b1e'`, `accent: '#1a4d8f'`);
  edit('src/site.ts', 'navigation: []', `navigation: [{ name: 'Contact', to: '/contact/' }]`);
  edit('src/site.ts', 'components: {}', `components: { 'components/frame/Footer': 'src/own/Footer.astro' }`);
  write('src/own/Footer.astro', '<footer>Ours</footer>\n');
  write('content/pages/contact.md', '# Contact\n');
  rmSync(join(folder, 'content/about.md'));
  commit();

  git('checkout', '-q', 'main');
  edit(
    'src/site.ts',
    '  /** Articles on one page of a list. */',
    '  /** A setting that is new. */\n  fresh: true,\n  /** Articles on one page of a list. */',
  );
  edit('src/components/frame/Footer.astro', '<footer class="foot">', '<footer class="foot" id="foot">');
  edit('README.md', '# Broadsheet', '# Broadsheet, newer');
  commit();

  git('checkout', '-q', 'paper');
  git('merge', '-q', '--no-edit', 'main');
  expect(git('status', '--porcelain')).toBe('');
  for (const words of ['The Averill Post', '#1a4d8f', '/contact/', 'src/own/Footer.astro', 'fresh: true'])
    expect(read('src/site.ts')).toContain(words);
  expect(read('src/components/frame/Footer.astro')).toContain('id="foot"');
  expect(read('src/own/Footer.astro')).toContain('Ours');
});
