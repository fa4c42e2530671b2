import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeText } from '../../parse/text/left-over.ts';
import { articleFromHtml } from './article-html.ts';
import { ItemPictures } from './pictures.ts';

const read = (html: string, address: string | null = 'https://a.example/story/1') => {
  const pictures = new ItemPictures(address);
  return { tree: articleFromHtml(html, address, pictures), pictures };
};

/** HTML whose text is numbered words. */
const html = fc.letrec<{ block: string; inline: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('W', 'W W', 'W, W.'),
    fc.tuple(fc.constantFrom('b', 'em', 'span', 'a href="/x"', 'code', 'u', 'small'), tie('inline')).map(([tag, inside]) => `<${tag}>${inside}</${tag.split(' ')[0]}>`),
    fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => `${a} ${b}`),
  ),
  block: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(fc.constantFrom('p', 'h2', 'h3', 'div', 'pre', 'blockquote', 'li', 'section'), tie('inline')).map(([tag, inside]) => `<${tag}>${inside}</${tag}>`),
    fc.tuple(fc.constantFrom('div', 'section', 'article', 'aside', 'ul', 'ol', 'blockquote'), fc.constantFrom('', ' class="related"', ' class="share newsletter"', ' id="comments"', ' class="sidebar"', ' class="byline author"'), fc.array(tie('block'), { minLength: 1, maxLength: 4 })).map(([tag, names, inside]) => `<${tag}${names}>${inside.join('')}</${tag}>`),
    fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => `<table><tr><th>${a}</th><td>${b}</td></tr><tr><td>W</td><td>W</td></tr></table>`),
    fc.tuple(tie('inline')).map(([words]) => `<figure><img src="/a.jpg"><figcaption>${words}</figcaption></figure>`),
  ),
})).block; // prettier-ignore

test('no word of an article is lost, whatever its elements are called: the service has cut it out of its page', () => {
  fc.assert(
    fc.property(fc.array(html, { minLength: 1, maxLength: 5 }), (parts) => {
      let count = 0;
      const text = parts.join('\n').replace(/W/g, () => `word${++count}x`);
      const kept = read(text).tree.children.map(nodeText).join('\n');
      const lost = (text.match(/word\d+x/g) ?? []).filter((word) => !kept.includes(word));
      expect(lost, text).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('films and frames are links to what they show', () => {
  const { tree } = read('<p>Look:</p><iframe title="A film" src="https://www.youtube.com/embed/abcdefghijk?rel=0"></iframe><video controls><source src="/film.mp4"></video><audio src="https://a.example/talk.mp3"></audio>'); // prettier-ignore
  const links = tree.children.slice(1).map((node) => (node.type === 'paragraph' && node.children[0]?.type === 'link' ? node.children[0].url : node.type)); // prettier-ignore
  expect(links).toEqual(['https://www.youtube.com/watch?v=abcdefghijk', 'https://a.example/film.mp4', 'https://a.example/talk.mp3']); // prettier-ignore
});

test('what leads nowhere leaves its words, and scripts leave nothing', () => {
  const { tree } = read('<p>Go <a href="javascript:alert(1)">on</a>, <a href="/x">here</a>.</p><script>alert(2)</script><style>p{}</style>'); // prettier-ignore
  expect(tree.children).toHaveLength(1);
  expect(JSON.stringify(tree)).toContain('"url":"https://a.example/x"');
  expect(JSON.stringify(tree)).not.toMatch(/javascript|alert/);
  expect(nodeText(tree.children[0]!)).toBe('Go on, here.');
});

test('paths of the own site stay paths, where an export does not name its address', () => {
  expect(JSON.stringify(read('<p><a href="/old/">old</a></p>', null).tree)).toContain('"url":"/old/"');
});

test('elements that nest ten thousand deep are told', () => {
  expect(() => read('<div>'.repeat(10_000))).toThrow('its HTML nests elements too deeply');
});
