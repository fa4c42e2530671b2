import { afterAll, beforeAll, expect, it } from 'vitest';
import { Sandbox } from './sandbox.ts';

/** A page that is too much for the memory of any worker is a mistake of its article; the others are published. */

let box: Sandbox;
beforeAll(() => {
  box = new Sandbox(2);
  // Nothing that a file may hold does this: the page itself is made to fill the memory.
  box.edit(
    'src/components/article/Article.astro',
    'const { article } = record;',
    `const { article } = record;
if (article.headline === 'Too much') for (const all = []; ; ) all.push(new Array(100_000).fill(article.headline + all.length));`,
  );
  box.write('content/articles/too-much.md', '---\nheadline: Too much\npublished: 2026-11-03\n---\n\nText.\n');
});
afterAll(() => box.remove());

it('names the article, publishes the others, and stands by it', { timeout: 600_000 }, async () => {
  const ran = await box.build(['--keep-going']);
  const told = /^articles\/too-much\.md:1:1 {2}making articles\/too-much\/index\.html took more memory than there is/m;
  expect(ran.stderr).toMatch(told);
  expect(ran.stderr).not.toMatch(/FATAL|^\s+at .*[:(]|GCs/m);
  expect([ran.code, ran.signal]).toEqual([1, null]);
  expect(ran.result).toMatchObject({ published: true, articles: 2 });
  expect(box.dist().has('articles/too-much/index.html')).toBe(false);
  // Without it nothing is published: the site stays as it was.
  const strict = await box.build();
  expect(strict.code).toBe(1);
  expect(strict.result?.published).toBe(false);
});
