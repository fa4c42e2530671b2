import { describe, expect, test } from 'vitest';
import { pipeline } from '../../render/fixtures/pipeline.ts';

const read = (body: string) => pipeline('a.md', `---\nheadline: H\npublished: 2024-11-20\n---\n${body}\n`, 'every');
const lone = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('a film is a link to its page', () => {
  test.each([
    [
      '<iframe src="https://www.youtube-nocookie.com/embed/a1b2c3d4e5?rel=0" title="A &quot;storm&quot;"></iframe>',
      'https://www.youtube.com/watch?v=a1b2c3d4e5',
      'A "storm"',
    ],
    ['<iframe src="//player.vimeo.com/video/12345" title="Tide"></iframe>', 'https://vimeo.com/12345', 'Tide'],
    [
      '<iframe width=300\n  src=https://maps.example.org/a?b=1></iframe>',
      'https://maps.example.org/a?b=1',
      'https://maps.example.org/a?b=1',
    ],
    [
      '<video controls><source src="https://example.org/a.mp4">No film here.</video>',
      'https://example.org/a.mp4',
      'No film here.',
    ],
    ['<audio src="https://example.org/a.mp3"></audio>', 'https://example.org/a.mp3', 'https://example.org/a.mp3'],
    ['![](https://youtu.be/a1b2c3d4e5)', 'https://youtu.be/a1b2c3d4e5', 'https://youtu.be/a1b2c3d4e5'],
    [
      '<div><iframe src="https://www.youtube.com/embed/a1b2c3d4e5" title="Tide"></iframe></div>',
      'https://www.youtube.com/watch?v=a1b2c3d4e5',
      'Tide',
    ],
  ])('%s', (html, address, words) => {
    const { entry } = read(`Words.\n\n${html}\n\nMore.`);
    const cards = entry.article.blocks.flatMap((block) => ('url' in block && block.url !== null ? [block.url] : []));
    expect([...entry.links, ...cards]).toEqual([new URL(address).href]);
    expect(JSON.stringify(entry.article)).toContain(JSON.stringify(words).slice(1, -1));
    expect(entry.warnings).toEqual([]);
  });
  test('in a sentence too', () => {
    expect(read('See <video src="https://example.org/a.mp4"></video> there.').html).toBe(
      '<p>See <a href="https://example.org/a.mp4" rel="noopener noreferrer">https://example.org/a.mp4</a> there.</p>',
    );
  });
});

describe('pictures of lazy pages', () => {
  test.each([
    `<img data-src="a.png" src="${lone}" alt="Lazy">`,
    '<img srcset="small.png 300w, a.png 900w" alt="Lazy">',
    `Words <img data-src="a.png" src="${lone}" alt="Lazy"> and more.`,
    '<noscript><img src="a.png" alt="Lazy"></noscript>',
    `<img data-src="a.png" src="${lone}" alt="Lazy"><noscript><img src="a.png" alt="Lazy"></noscript>`,
    '<picture>\n<source srcset="a.avif">\n<img src="a.png" alt="Lazy">\n</picture>',
  ])('%s', (html) => {
    const { entry, html: shown } = read(html);
    expect(shown.match(/<img [^>]*alt="Lazy"/g)).toHaveLength(1);
    expect(shown).toContain('/pictures/a-480.webp');
    expect(entry.warnings).toEqual([]);
  });
});

test.each([
  '[![A boat](a.png)](https://example.org/boat)',
  '<a href="https://example.org/boat"><img src="a.png" alt="A boat"></a>',
  '<figure><a href="https://example.org/boat"><img src="a.png" alt="A boat"></a><figcaption>Boat</figcaption></figure>',
])('a picture leads where its author has it lead: %s', (text) => {
  const { parsed, entry, html } = read(text);
  expect(entry.article.blocks).toMatchObject([{ type: 'figure', image: { link: 'https://example.org/boat' } }]);
  expect(html).toMatch(/<a href="https:\/\/example\.org\/boat" rel="noopener noreferrer"><img/);
  expect(parsed.root.children[0]).toMatchObject({ images: [{ link: 'https://example.org/boat' }] });
});
