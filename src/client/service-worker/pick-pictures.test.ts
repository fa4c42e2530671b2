import { describe, expect, it } from 'vitest';
import { pickPictures } from './pick-pictures.ts';

const page = (tags: string, rest = '') => `<main><article class="h-entry" lang="en">${tags}</article>${rest}</main>`;

describe('the pictures of a saved article', () => {
  it('are kept in one rendition, wide enough, and the others point to it', () => {
    const tag =
      '<img src="/pictures/a-1600.webp" srcset="/pictures/a-400.webp 400w, /pictures/a-1280.webp 1280w, /pictures/a-1600.webp 1600w" alt="">';
    expect(pickPictures(page(tag), '/')).toEqual([
      { pick: '/pictures/a-1280.webp', others: ['/pictures/a-400.webp', '/pictures/a-1600.webp'] },
    ]);
  });

  it('are kept in the widest there is, where none is wide enough', () => {
    const tag =
      '<img src="/news/pictures/a-400.webp" srcset="/news/pictures/a-400.webp 400w, /news/pictures/a-800.webp 800w">';
    expect(pickPictures(page(tag), '/news/')[0]?.pick).toBe('/news/pictures/a-800.webp');
  });

  it('are those of the site alone, and of the article alone', () => {
    const foreign =
      '<img src="https://evil.example/x.png"><img src="//evil.example/y.png"><img src="data:image/png;base64,AA">';
    expect(pickPictures(page(foreign, '<img src="/pictures/teaser.webp">'), '/')).toEqual([]);
    expect(pickPictures(page('<img src="/other/x.webp">'), '/news/')).toEqual([]);
  });

  it('have the address that the markup means', () => {
    expect(pickPictures(page('<img src="/pictures/a&amp;b.webp">'), '/')[0]?.pick).toBe('/pictures/a&b.webp');
  });
});
