import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlined, withPolicy } from './policy.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head: string, body = '') =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="__POLICY__">${head}</head><body>${body}</body></html>`;
const policyOf = (html: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const none = { pictureHosts: [], wasm: false };

describe('a page’s policy', () => {
  it('allows the styles and scripts that are in the page, and nothing else inline', () => {
    const policy = policyOf(
      withPolicy(page('<style>a{}</style><script>one()</script><script type="module">two()</script>'), none),
    );
    expect(policy).toContain(`style-src ${hashOf('a{}')};`);
    for (const script of ['one()', 'two()']) expect(policy).toContain(hashOf(script));
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' /);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|data:|blob:/);
    expect(policy).toContain(`base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'`);
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
