import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { difference, Sandbox } from './stress/sandbox.ts';

/** What people who know Astro type and add: its commands, pages of their own, integrations. */

let box: Sandbox;
beforeAll(async () => {
  box = new Sandbox(3);
  await box.paint();
  settings();
});
afterAll(() => box.remove());

/** What an owner sets: it holds in every build here. */
function settings(): void {
  const set = (name: string, value: string) =>
    box.edit('src/site.ts', new RegExp(`\\n  ${name}: .*,\\n`), `\n  ${name}: ${value},\n`);
  set('accent', `'#1a4d8f'`);
  set('navigation', `[{ name: 'Who we are', to: '/imprint/' }]`);
  set('social', `[{ name: 'Elsewhere', to: 'https://example.social/@paper' }]`);
  set('footer', `'© 2026 Averill Press'`);
  set('licence', `{ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }`);
  set('alternates', `['md']`);
  set('editLink', `'https://example.org/edit/{file}'`);
  set('components', `{ 'components/frame/Footer': 'src/own/Footer.astro' }`);
  set('thirdParty', `[{ component: 'src/own/Talk.astro', place: 'article', hosts: ['talk.example.org'] }]`);
  box.write(
    'src/own/Footer.astro',
    `---\nimport Ours from '../components/frame/Footer.astro';\n---\n<p class="mine">Write to us</p><Ours />\n`,
  );
  box.write('src/own/Talk.astro', `<script is:inline async src="https://talk.example.org/talk.js"></script>\n`);
}

/** Runs `astro`, as `npx astro` does in the project. */
function astro(...args: string[]): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    BROADSHEET_KEEP: box.keep,
    NODE_ENV: '',
    NODE_OPTIONS: '',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['node_modules/astro/bin/astro.mjs', ...args],
      { cwd: box.folder, env },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}

const page = (path: string) => readFileSync(join(box.folder, 'dist', path, 'index.html'), 'utf8');

describe('astro build', { timeout: 240_000 }, () => {
  it('makes the site that npm run build makes', async () => {
    expect((await box.build()).code).toBe(0);
    const before = box.dist();
    const { code, said } = await astro('build');
    expect(code, said).toBe(0);
    expect(difference(before, box.dist())).toEqual([]);
  });

  it('follows the settings: colour, links, foot, licence, forms, components of the owner, other services', async () => {
    const front = page('.');
    expect(front).toContain('--accent:light-dark(#1a4d8f,');
    expect(readFileSync(join(box.folder, 'dist/icon.svg'), 'utf8')).toContain('fill="#1a4d8f"');
    expect(front).toContain('<a href="/imprint/"> <bdi>Who we are</bdi>');
    for (const words of ['https://example.social/@paper', '© 2026 Averill Press', 'CC BY 4.0'])
      expect(front).toContain(words);
    const [path = ''] = [...box.dist().keys()].filter((each) => /^articles\/.+\/index\.html$/.test(each));
    const article = page(path.replace('/index.html', ''));
    expect(article).toContain('https://example.org/edit/');
    expect(article).toContain('https://talk.example.org/talk.js');
    expect(article).toMatch(/script-src [^;]*https:\/\/talk\.example\.org/);
    expect(front).not.toContain('talk.example.org');
    expect(
      [...box.dist().keys()]
        .filter((each) => /^(?:keep|articles)\/.*\.(?:html|md|txt|json)$/.test(each) && !each.endsWith('index.html'))
        .map((each) => each.split('.').pop()),
    ).toEqual(['md', 'md', 'md']);
    expect(front).toMatch(/<p class="mine">Write to us<\/p>\s*<footer class="foot"/);
  });

  it('leaves the published site alone when an article has a mistake, and says so', async () => {
    const before = box.dist();
    const mend = () =>
      box.write('content/articles/broken.md', '---\nheadline: Mended\npublished: 2024-01-30\n---\n\nText.\n');
    box.write('content/articles/broken.md', '---\nheadline: [\n---\n\nText.\n');
    const { code, said } = await astro('build');
    mend();
    expect(code, said).toBe(1);
    expect(said).toContain('broken.md:');
    expect(difference(before, box.dist())).toEqual([]);
  });
});

describe('pages of the owner', { timeout: 240_000 }, () => {
  it('come out in the frame of the paper, with its policy, in the sitemap, whatever made them', async () => {
    box.write(
      'src/pages/imprint.astro',
      `---\nimport Base from '../layouts/Base.astro';\nexport const prerender = true;\n---\n<Base title="Imprint"><p>Averill Press, 1 Quay Street</p></Base>\n`,
    );
    box.write(
      'src/pages/people/[name].astro',
      `---
import Base from '../../layouts/Base.astro';
export function getStaticPaths() {
  return ['ada', 'bo'].map((name) => ({ params: { name }, props: { words: name.toUpperCase() } }));
}
const { words } = Astro.props;
---
<Base title={Astro.params.name}><p>We are {words}</p></Base>
`,
    );
    box.write('src/pages/notes.md', '---\nlayout: ../layouts/Page.astro\ntitle: Notes\n---\n\nKept in *Markdown*.\n');
    box.write('src/pages/bare.md', 'No frame.\n');
    box.write(
      'src/pages/news/[section].astro',
      `---
import { getCollection, render } from 'astro:content';
import Base from '../../layouts/Base.astro';
export async function getStaticPaths() {
  const articles = await getCollection('articles');
  return [...new Set(articles.map(({ data }) => data.section ?? 'none'))].map((section) => ({ params: { section }, props: { section } }));
}
const { section } = Astro.props;
const articles = await getCollection('articles', ({ data }) => (data.section ?? 'none') === section);
const { Content } = await render(articles[0]);
---
<Base title={section}><ol>{articles.map(({ id, data }) => <li><a href={\`/articles/\${id}/\`}>{data.headline}</a></li>)}</ol><Content /></Base>
`,
    );
    box.write(
      'src/pages/all/[...page].astro',
      `---
import { getCollection } from 'astro:content';
import Base from '../../layouts/Base.astro';
export async function getStaticPaths({ paginate }) {
  return paginate(await getCollection('articles'), { pageSize: 2 });
}
const { page } = Astro.props;
---
<Base title={\`All \${page.currentPage} of \${page.lastPage}\`}>{page.data.map(({ data }) => <p>{data.headline}</p>)}<a href={page.url.next ?? page.url.prev}>on</a></Base>
`,
    );
    box.write(
      'content/pages/contact.md',
      '---\ntitle: Write to us\nnavigation: Contact\n---\n\nTo *the desk*, or see [who we are](/imprint/).\n',
    );
    box.write('content/pages/team/index.md', '# The team\n\nAda and Bo.\n');
    box.write('content/pages/later.md', '---\ntitle: Later\ndraft: true\n---\n\nNot yet.\n');
    const { code, stderr } = await box.build();
    expect(code, stderr).toBe(0);
    expect(page('imprint')).toContain('Averill Press, 1 Quay Street');
    expect(page('imprint')).toMatch(/<title>Imprint · [^<]+<\/title>/);
    expect(page('imprint')).toContain("default-src 'none'");
    expect(page('imprint')).toContain('class="masthead');
    expect(page('people/bo')).toContain('We are BO');
    expect(page('notes')).toContain('<em>Markdown</em>');
    const [news = ''] = [...box.dist().keys()].filter((path) => path.startsWith('news/'));
    expect(page(news.replace('/index.html', ''))).toMatch(/<li><a href="\/articles\/[^"]+">[^<]+<\/a><\/li>[\s\S]*<p>/);
    expect(page('all')).toMatch(/<title>All 1 of 2 [\s\S]*<a href="\/all\/2\/?">on<\/a>/);
    expect(page('all/2')).toMatch(/<title>All 2 of 2 [\s\S]*<a href="\/all\/?">on<\/a>/);
    expect(page('notes')).toContain('class="masthead');
    expect(page('bare')).toContain("default-src 'none'");
    expect(page('contact')).toMatch(/<title>Write to us · [^<]+<\/title>/);
    expect(page('contact')).toContain('<em>the desk</em>');
    expect(page('.')).toMatch(/<nav class="sections"[\s\S]*<a href="\/contact\/">\s*<bdi>Contact<\/bdi>[\s\S]*<\/nav>/);
    expect(page('team')).toMatch(/<title>The team · [^<]+<\/title>[\s\S]*<h1>The team<\/h1>/);
    expect(page('.')).toMatch(/<footer[\s\S]*href="\/team\/"[\s\S]*<\/footer>/);
    expect(existsSync(join(box.folder, 'dist/later'))).toBe(false);
    const sitemap = readFileSync(join(box.folder, 'dist/sitemap-pages.xml'), 'utf8');
    for (const path of ['/imprint/', '/people/ada/', '/notes/', '/contact/', '/team/', '/about/'])
      expect(sitemap).toContain(path);
  });

  it('are made again when they change, and no other page is', async () => {
    const before = box.dist();
    box.edit('src/pages/imprint.astro', '1 Quay Street', '2 Quay Street');
    expect((await box.build()).code).toBe(0);
    expect(
      difference(before, box.dist()).filter(
        (path) => !/^(?:sw\.js|_headers|\.made-by-broadsheet|pagefind\/.*|search\/shards\.json)$/.test(path),
      ),
    ).toEqual(['imprint/index.html']);
  });

  it('are a mistake where the paper has a page already', async () => {
    const before = box.dist();
    box.write('src/pages/topics/index.astro', '<p>Mine</p>\n');
    box.write('content/pages/archive.md', '# Mine\n');
    const { code, stderr } = await box.build();
    expect(code).toBe(1);
    expect(stderr).toContain('src/pages/topics/index.astro:1:1');
    expect(stderr).toContain('pages/archive.md:1:1');
    expect(difference(before, box.dist())).toEqual([]);
    rmSync(join(box.folder, 'src/pages/topics/index.astro'));
    rmSync(join(box.folder, 'content/pages/archive.md'));
  });
});

describe('while one writes', { timeout: 240_000 }, () => {
  it('a page that is missing answers 404, search works, drafts are marked, an edit of the code that reads shows', async () => {
    const port = await freePort();
    const reader = box.read('src/build/articles/read-article.ts');
    const dev = spawn(process.execPath, ['src/cli/dev.ts'], {
      cwd: box.folder,
      env: {
        ...process.env,
        BROADSHEET_KEEP: box.keep,
        PORT: String(port),
        // Astro answers nothing where it is tested by Vitest itself.
        VITEST: '',
        NODE_ENV: '',
        NODE_OPTIONS: '',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: 'ignore',
    });
    const get = async (path: string) => {
      const answer = await fetch(`http://localhost:${port}${path}`);
      return { status: answer.status, text: await answer.text() };
    };
    const shows = (path: string, what: string | RegExp) =>
      vi.waitFor(async () => expect((await get(path)).text).toMatch(what), { timeout: 60_000, interval: 200 });
    try {
      await shows('/', '<title>Broadsheet</title>');
      const missing = await get('/articles/nowhere/');
      expect(missing.status).toBe(404);
      expect(missing.text).toContain('class="page-not-found"');
      expect((await get('/imprint/')).status).toBe(200);
      expect((await get('/people/bo/')).text).toContain('We are BO');
      expect((await get('/contact/')).text).toContain('<em>the desk</em>');
      expect((JSON.parse((await get('/search/shards.json')).text) as { shards: string[] }).shards).toHaveLength(1);
      box.write(
        'content/articles/not-yet.md',
        '---\nheadline: Not yet\npublished: 2024-01-30\ndraft: true\n---\n\nText.\n',
      );
      await shows('/articles/not-yet/', /class="state"[^>]*>\s*Draft/);
      box.edit(
        'src/build/articles/read-article.ts',
        /story: await withCodeColours\(html\(false\)[^)]*\)/,
        `story: '<p>Read anew</p>'`,
      );
      await shows('/articles/not-yet/', '<p>Read anew</p>');
    } finally {
      dev.kill();
      rmSync(join(box.folder, 'content/articles/not-yet.md'), { force: true });
      box.write('src/build/articles/read-article.ts', reader);
    }
  });
});

/** A port that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

describe('another integration', { timeout: 240_000 }, () => {
  it('sees the whole site before it is published, by either command', async () => {
    box.edit(
      'astro.config.mjs',
      'integrations: [],',
      `integrations: [(await import('@astrojs/sitemap')).default(), {
    name: 'lister',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const { existsSync, writeFileSync } = await import('node:fs');
        const there = pages.filter(({ pathname }) => existsSync(new URL(pathname + 'index.html', dir)));
        writeFileSync(new URL('pages.txt', dir), there.map(({ pathname }) => '/' + pathname).sort().join('\\n'));
      },
    },
  }],`,
    );
    const list = () => readFileSync(join(box.folder, 'dist/pages.txt'), 'utf8').split('\n');
    const { code, stderr } = await box.build();
    expect(code, stderr).toBe(0);
    expect(list()).toEqual(expect.arrayContaining(['/', '/about/', '/imprint/', '/people/ada/']));
    expect(list().filter((path) => path.startsWith('/articles/')).length).toBe(4);
    // A published one, which asks for the pages too.
    const sitemap = readFileSync(join(box.folder, 'dist/sitemap-0.xml'), 'utf8');
    for (const path of ['/about/', '/people/ada/', '/articles/']) expect(sitemap).toContain(path);
    const before = box.dist();
    const { code: again, said } = await astro('build');
    expect(again, said).toBe(0);
    expect(difference(before, box.dist())).toEqual([]);
    expect(existsSync(join(box.folder, 'dist/pages.txt'))).toBe(true);
  });
});
