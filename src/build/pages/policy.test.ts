import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerPolicy, inlined, policyIn, serverPolicy, withoutPolicy, withPolicy } from './policy.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head: string, body = '') =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="__POLICY__">${head}</head><body>${body}</body></html>`;
const policyOf = (html: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const none = { pictureHosts: [], wasm: false, hosts: [] };

describe('a page’s policy', () => {
  it('leaves no room behind in development, where there is none', () => {
    expect(withoutPolicy(page('<title>x</title>'))).toBe(
      '<!doctype html><html><head><title>x</title></head><body></body></html>',
    );
  });

  it('allows the styles and scripts that are in the page, and nothing else inline', () => {
    const policy = policyOf(
      withPolicy(page('<style>a{}</style><script>one()</script><script type="module">two()</script>'), none),
    );
    expect(policy).toContain(`style-src ${hashOf('a{}')};`);
    for (const script of ['one()', 'two()']) expect(policy).toContain(hashOf(script));
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' /);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|data:|blob:/);
    expect(policy).toContain(
      `base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types broadsheet`,
    );
  });

  it('hashes no structured data, and no script that has an address', () => {
    const { scripts } = inlined(
      page(
        '<script type="application/ld+json">{"a":1}</script><script src="/x.js"></script><script type=importmap>{}</script>',
      ),
    );
    expect(scripts).toEqual(['{}']);
  });

  it('takes words that look like tags for words', () => {
    const body = `<p title="<script>evil()</script>">x</p><textarea><style>no{}</style></textarea><!-- <script>no()</script> --><title><script>no()</script></title>`;
    expect(inlined(page('', body))).toEqual({ styles: [], scripts: [] });
  });

  it('lets the search page alone run WebAssembly, and loads pictures from the owner’s hosts', () => {
    expect(policyOf(withPolicy(page(''), { ...none, wasm: true }))).toContain(`script-src 'self' 'wasm-unsafe-eval';`);
    expect(policyOf(withPolicy(page(''), { ...none, pictureHosts: ['images.example.org'] }))).toContain(
      `img-src 'self' https://images.example.org;`,
    );
  });

  it('fills the room in the head alone: an article may write the same words', () => {
    const html = withPolicy(page('', '<p>content="__POLICY__"</p>'), none);
    expect(html).toContain('<p>content="__POLICY__"</p>');
    expect(policyOf(html)).toMatch(/^default-src/);
  });

  it('tells a page that has no room', () =>
    expect(() => withPolicy('<!doctype html><p>x', none)).toThrow(/Base\.astro/));

  it('has a browser’s view of line ends', () =>
    expect(inlined('<style>a\r\nb\rc</style>').styles).toEqual(['a\nb\nc']));

  it('finds every inline script among any attributes', () => {
    const attribute = fc
      .tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[^"\0]{0,20}$/))
      .filter(([name]) => name !== 'src' && name !== 'type');
    fc.assert(
      fc.property(
        fc.array(attribute, { maxLength: 4 }),
        fc.stringMatching(/^[a-z();\n ]{1,30}$/),
        (attributes, code) => {
          const written = attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
          expect(inlined(`<div${written}><script${written}>${code}</script></div>`).scripts).toEqual([code]);
        },
      ),
    );
  });
});

describe('the policy of a header', () => {
  const search = withPolicy(page('<style>a{}</style><script>one()</script>'), { ...none, wasm: true });
  const article = withPolicy(page('<style>b{}</style>'), { ...none, pictureHosts: ['i.example.org'] });
  const policies = [search, article].map((html) => policyIn(html) ?? '');
  const parts = (policy: string) => new Map(policy.split('; ').map((each) => [each.split(' ')[0], each]));

  it('that is made with the pages allows what any of them needs, and no more', () => {
    const header = parts(headerPolicy(policies, none));
    expect(header.get('default-src')).toBe(`default-src 'none'`);
    expect(header.get('script-src')).toBe(`script-src 'self' ${hashOf('one()')} 'wasm-unsafe-eval'`);
    expect(header.get('style-src')?.split(' ').sort()).toEqual(
      ['style-src', `'self'`, hashOf('a{}'), hashOf('b{}')].sort(),
    );
    expect(header.get('img-src')).toBe(`img-src 'self' https://i.example.org`);
    expect(header.get('media-src')).toBe(`media-src 'none'`);
    expect(header.get('trusted-types')).toBe('trusted-types broadsheet');
    expect(header.get('frame-ancestors')).toBe(`frame-ancestors 'none'`);
  });

  it('is the same in whatever order the pages come, and forbids all where there are none', () => {
    expect(headerPolicy(policies.toReversed(), none)).toBe(headerPolicy(policies, none));
    expect(headerPolicy([], none)).toBe(`default-src 'none'; style-src 'self'; frame-ancestors 'none'`);
  });

  it('gives room to other services where they run, and asks for Trusted Types everywhere else', () => {
    const hosts = ['talk.example.org'];
    const comments = policyIn(withPolicy(page(''), { ...none, hosts })) ?? '';
    for (const name of ['script-src', 'style-src', 'img-src', 'connect-src', 'frame-src', 'font-src'])
      expect(parts(comments).get(name), name).toContain('https://talk.example.org');
    expect(comments).not.toContain('trusted-types');
    const header = headerPolicy([...policies, comments], { hosts });
    expect(parts(header).get('frame-src')).toBe('frame-src https://talk.example.org');
    expect(header).not.toContain('trusted-types');
    expect(policies[0]).toContain('trusted-types broadsheet');
    expect(serverPolicy({ pictureHosts: [], hosts })).toContain('frame-src https://talk.example.org');
  });

  it('that is written once names no style or script, and what it names is no stricter than a page', () => {
    const header = serverPolicy({ pictureHosts: ['i.example.org'], hosts: [] });
    expect(header).not.toMatch(/default-src|script-src |style-src |sha256/);
    expect(header).toContain(`img-src 'self' data: https://i.example.org;`);
  });

  it('is read off a page, and a page without one has none', () => {
    expect(policies[0]).toContain(`script-src 'self'`);
    expect(policyIn('<html><head><title>a</title></head></html>')).toBeNull();
  });
});
