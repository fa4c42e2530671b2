import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { ElementContent, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { activeParts, reparse as parse } from './fixtures/active.ts';
import { gate, safeAddress, settle, stringify, toSafeHtml } from './gate.ts';

const through = (html: string, hosts: string[] = []): string => toSafeHtml(parse(html), 'content', hosts);

describe('the gate', () => {
  it('keeps what a newspaper is made of', () => {
    const kept =
      '<p>Text with <em>stress</em>, <strong>weight</strong>, <code class="language-ts">code</code> and H<sub>2</sub>O.</p>' +
      '<ul><li>one</li><li>two</li></ul><blockquote><p>said</p></blockquote><table><tbody><tr><td>1</td></tr></tbody></table>' +
      '<h2 id="user-content-a">Heading</h2><p lang="ar" dir="rtl">نص</p><hr><p><time datetime="2024-01-30">day</time></p>';
    expect(through(kept)).toBe(kept);
  });

  it.each([
    ['a script', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['an event handler', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['the text of a style', '<style>p{}</style><p>a</p>', '<p>a</p>'],
    ['a frame with its contents', '<iframe src="//x">in</iframe>a', 'a'],
    ['a comment', '<!-- x --><p>a</p>', '<p>a</p>'],
    ['a javascript link, its text stays', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['a javascript link in disguise', '<a href=" java\nscript:alert(1)">a</a>', '<a>a</a>'],
    ['a data link', '<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['a style attribute and a class', '<p style="position:fixed" class="tweet">a</p>', '<p>a</p>'],
    ['a picture from elsewhere, its words stay', '<img src="https://x.example/a.png" alt="a cat">', 'a cat'],
    ['a picture with an address like a path', '<img src="//x.example/a.png" alt="a cat">', 'a cat'],
    ['a picture whose renditions are elsewhere', '<img src="/a.webp" srcset="https://x.example/a 1x" alt="a">', 'a'],
    ['a form', '<form action="https://x.example"><input name="a">text</form>', '<input disabled type="checkbox">text'],
  ])('takes out %s', (_what, input, output) => {
    expect(through(input)).toBe(output);
  });

  it('sends a link that leaves the site without anything of ours', () => {
    expect(through('<a href="HTTPS://Example.org/a" target="_blank" rel="opener">a</a>')).toBe(
      '<a href="https://example.org/a" rel="noopener noreferrer">a</a>',
    );
    expect(through('<a href="//evil.example">a</a>')).toBe(
      '<a href="https://evil.example/" rel="noopener noreferrer">a</a>',
    );
    expect(through('<a href="/articles/a/" rel="opener">a</a>')).toBe('<a href="/articles/a/">a</a>');
    expect(through('<a href="mailto:a@example.org">a</a>')).toBe('<a href="mailto:a@example.org">a</a>');
  });

  it("prefixes an author's fragments once, at both ends", () => {
    const once = '<h2 id="user-content-x">x</h2><a href="#user-content-x">to x</a>';
    expect(through('<h2 id="x">x</h2><a href="#x">to x</a>')).toBe(once);
    expect(through(once)).toBe(once);
  });

  it('loads a picture from a host that the settings name, and from no other', () => {
    const [named, other] = [
      '<img src="https://i.example.org/a.png" alt="a">',
      '<img src="https://j.example.org/a.png" alt="b">',
    ];
    expect(through(named, ['i.example.org'])).toBe(named);
    expect(through(other, ['i.example.org'])).toBe('b');
    expect(through(named.replace('https', 'http'), ['i.example.org'])).toBe('a');
  });

  it('does not change what it is given', () => {
    const tree = parse('<p onclick="x"><a href="//y">z</a></p>');
    const before = JSON.stringify(tree);
    gate(tree);
    expect(JSON.stringify(tree)).toBe(before);
  });

  it('lets nothing active through and changes nothing the second time, whatever it is given', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '</',
        '<!--',
        '-->',
        '<svg>',
        '<math>',
        '<p ',
        '<a href=',
        'javascript:',
        'onerror=',
        '<img src=',
        '<style>',
        '<title>',
        '<template>',
        '<noscript>',
        '&#x6a;',
        ' id=x ',
        '<b>',
        '</b>',
        '<li>',
        '<table><tr>',
        '//e.example',
        'srcset=',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const once = through(pieces.join(''));
        expect(activeParts(parse(once))).toEqual([]);
        expect(through(once)).toBe(once);
      }),
      { numRuns: 400 },
    );
  });
});

describe('what the gate leaves', () => {
  it.each([
    ['<p>a<button><p>b</p></button></p>', '<p>a</p><p>b</p><p></p>'],
    ['<a href="/a">a<object><a href="/b">b</a></object></a>', '<a href="/a">a</a>'],
  ])('is read back as the tree that it is: %s', (written, settled) => {
    const passed = gate(parse(written));
    expect(stringify(settle(passed))).toBe(settled);
    expect(through(settled)).toBe(settled);
  });

  it('has no link in a link', () => {
    const link = (children: ElementContent[]): ElementContent => ({
      type: 'element',
      tagName: 'a',
      properties: { href: '/a' },
      children,
    });
    const nested = { type: 'root', children: [link([link([{ type: 'text', value: 'text' }])])] } as const;
    expect(stringify(settle(gate(nested as unknown as Root)))).toBe('<a href="/a"></a><a href="/a">text</a>');
  });
});

describe('an address', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['  HTTPS://EXAMPLE.org/a b', 'https://example.org/a%20b'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['#note', '#note'],
    ['/a/../b', '/b'],
    ['tel:+123', null],
    ['javascript:alert(1)', null],
    ['java\tscript:alert(1)', null],
    ['\u0001javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['https://', null],
    ['//this-site.invalid/x', null],
    ['', null],
    ['#', null],
  ])('%j becomes %j', (written, safe) => {
    expect(safeAddress(written)).toBe(safe);
  });
});

const corpus = new URL('../../../shared/corpora/hostile/', import.meta.url);
const present = existsSync(corpus);
if (!present)
  console.info('the known hostile vectors are not here (../shared/corpora/hostile): their tests are skipped');

describe.skipIf(!present)('known vectors', () => {
  const read = (name: string) => readFileSync(new URL(name, corpus), 'utf8');
  it('let nothing active through', () => {
    const dompurify = (JSON.parse(read('dompurify.json')) as { payload: string }[]).map(({ payload }) => payload);
    const lines = read('payloadbox.txt').split('\n').filter(Boolean);
    const decodedLines = lines.flatMap((line) => {
      try {
        return [decodeURIComponent(line)];
      } catch {
        return [];
      }
    });
    const vectors = [...dompurify, ...lines, ...decodedLines].flatMap((line) => [
      line,
      `<a href="${line}">x</a>`,
      `<img src='${line}'>`,
    ]);
    expect(vectors.length).toBeGreaterThan(20_000);
    const failures = vectors.filter((vector) => {
      const once = through(vector);
      return activeParts(parse(once)).length > 0 || through(once) !== once;
    });
    expect(failures).toEqual([]);
  });
});
