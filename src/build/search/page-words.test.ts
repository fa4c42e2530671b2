import { expect, it } from 'vitest';
import { wordsOfPage } from './page-words.ts';

const site = { title: 'The Echo', language: 'en' };

it('finds the heading and the words of a page, and nothing of its frame', () => {
  const html = `<!doctype html><html lang="de"><head><title>Impressum · The Echo</title></head><body><nav>Menu</nav>
<main id="text"><h1>Wer wir <em>sind</em></h1><p>Averill Press &amp; Sons</p><script>let a = 1;</script></main><footer>Foot</footer></body></html>`;
  expect(wordsOfPage(html, site)).toEqual({ title: 'Wer wir sind', words: 'Averill Press & Sons', language: 'de' });
});

it('takes the title where there is no heading, and the whole of a page without a frame', () => {
  expect(wordsOfPage('<title>Notes · The Echo</title><p>Kept.</p>', site)).toMatchObject({ title: 'Notes' });
});

it('leaves out a page that wants to be found by nobody', () => {
  expect(wordsOfPage('<meta name="robots" content="noindex"><main><h1>A</h1>b</main>', site)).toBeNull();
});
