import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkLinks } from './link-check.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-links-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const check = (files: Record<string, string>, base = '/') =>
  checkLinks(folderOf(files), { url: 'https://e.org', base });
const broken = (files: Record<string, string>, base?: string) =>
  check(files, base).broken.map(({ file, link, reason }) => `${file} ${link}: ${reason}`);

const good = {
  'index.html': '<a href="/a/#part">a</a>',
  'a/index.html': '<h2 id="part">x</h2><img src="../p.webp" srcset="/p.webp 1x, p.webp 2x">',
  'p.webp': '',
  'a/p.webp': '',
};

describe('the link checker', () => {
  it('passes what arrives, and does not ask addresses elsewhere', () => {
    const report = check({
      ...good,
      'b.html':
        '<a href="https://else.example/x"></a><a href="mailto:a@b.c"></a><a href="?q=1"></a><a href="#top"></a><a href="/a/#:~:text=x"></a>',
    });
    expect(report.broken).toEqual([]);
    expect(report).toMatchObject({ files: 3, links: 7 });
  });

  it.each([
    ['a link', '<a href="/nope/">x</a>', 'there is no nope/index.html'],
    ['a slash that is missing', '<a href="/a">x</a>', 'the slash at its end is missing'],
    ['a fragment', '<a href="/a/#nope">x</a>', 'a/index.html has no #nope'],
    ['a fragment of the page itself', '<a href="#nope">x</a>', 'x.html has no #nope'],
    ['a picture', '<img src="/nope.webp">', 'there is no nope.webp'],
    ['a rendition', '<img src="/p.webp" srcset="/p.webp 1x, /nope.webp 2x">', 'there is no nope.webp'],
    ['a script', '<script src="/nope.js"></script>', 'there is no nope.js'],
    ['a font', '<style>@font-face{src:url(/nope.woff2)}</style>', 'there is no nope.woff2'],
    ['a way on', '<meta http-equiv="refresh" content="0; url=/nope/">', 'there is no nope/index.html'],
    ['a preview', '<meta property="og:image" content="https://e.org/nope.png">', 'there is no nope.png'],
    [
      'structured data',
      '<script type="application/ld+json">{"@id":"https://e.org/a/#x","image":{"url":"https://e.org/nope.png"}}</script>',
      'there is no nope.png',
    ],
    ['case', '<a href="/A/">x</a>', 'there is no A/index.html'],
    ['percent signs', '<a href="/%E0%A4%A">x</a>', 'its percent signs encode nothing'],
  ])('tells of %s', (_, html, reason) => {
    const found = check({ ...good, 'x.html': html }).broken;
    expect(found.map((each) => each.reason)).toEqual([reason]);
    expect(found[0]?.file).toBe('x.html');
  });

  it('looks into feeds, sitemaps, manifests and lists', () => {
    expect(
      broken({
        ...good,
        'feed.xml':
          '<rss><channel><link>https://e.org/</link><item><link>https://e.org/one/</link><description>&lt;img src="https://e.org/two.webp"&gt;</description></item></channel></rss>',
        'feed.json':
          '{"items":[{"url":"https://e.org/three/","content_html":"<a href=\\"https://e.org/four/\\">x</a>"}]}',
        'sitemap.xml': '<urlset><url><loc>https://e.org/five/</loc></url></urlset>',
        'manifest.webmanifest': '{"icons":[{"src":"/icons/six.png"}],"name":"A / B"}',
        'robots.txt': 'User-agent: *\nSitemap: https://e.org/seven.xml\n',
        _redirects: '/old/ /eight/ 301\n',
      }).map((line) => /(one|two|three|four|five|six|seven|eight)/.exec(line)?.[0]),
    ).toEqual(['eight', 'three', 'four', 'one', 'two', 'six', 'seven', 'five']);
  });

  it('knows the base', () => {
    expect(
      broken(
        { 'index.html': '<a href="/news/">x</a><a href="/">y</a><a href="https://e.org/news/nope/">z</a>' },
        '/news/',
      ),
    ).toEqual([
      'index.html /: it leads out of /news/',
      'index.html https://e.org/news/nope/: there is no nope/index.html',
    ]);
  });
});
