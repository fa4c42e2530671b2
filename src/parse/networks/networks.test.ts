import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networks, readPostAddress } from '../../article/blocks/posts/networks.ts';
import { toFaithfulMarkdown } from '../../render/markdown/faithful-markdown.ts';
import { pipeline } from '../../render/fixtures/pipeline.ts';
import { goldenPairs } from '../../tests/golden-pairs.ts';
import { recognise } from '../fixtures/golden.ts';
import { parseText } from '../parse.ts';

const reading = { timeZone: 'UTC', language: 'en' };

describe('golden pairs', () => {
  it.each(goldenPairs('networks'))('$name', ({ text, form, expected }) => {
    expect(recognise(text, form).made).toEqual(expected);
  });

  it.each(goldenPairs('networks'))('$name is the same again after Markdown', ({ text, name }) => {
    const head = 'The bridge is open again after a year\n\nPost At: Jan 30/2024 12:50AM\n\n';
    const { parsed, entry } = pipeline(name, name.endsWith('.md') ? `# ${head}${text}` : head + text);
    const again = pipeline('again.md', toFaithfulMarkdown(parsed, reading)).entry;
    expect(again.article.blocks).toEqual(entry.article.blocks);
  });
});

describe("a post's time is never the article's date", () => {
  const headline = 'The bridge is open again after a year';
  const story = 'The mayor said nothing to the papers of the county, and the council will meet on Monday.';
  it.each([
    ['an attribution', 'Mind the step.\n\n— Port of Merrow (@merrow.bsky.social) November 25, 2024 at 7:49 AM'],
    ['one with its host', 'Mind the step.\n\n— Port of Merrow (@merrow@harbour.example) 25 November 2024, 07:49'],
    [
      'a picture shared',
      'View this post on Instagram\n\nA post shared by Merrow (@merrow) on Apr 27, 2020 at 9:24am PDT',
    ],
    ['a post shared', 'Posted by Port of Merrow on Wednesday, September 23, 2015'],
    ['a post as it is shown', 'Merrow\n@merrow.bsky.social\nMind the step.\nNovember 25, 2024 at 7:49 AM\n12 reposts'],
    ['one with its counts above', 'Merrow\n@merrow\nMind the step.\n1k ReTruths 5k Likes\nJan 29, 2024, 10:22 PM'],
  ])('%s', (_, post) => {
    for (const text of [`${headline}\n\n${post}\n\n${story}`, `${headline}\n\n${story}\n\n${post}`]) {
      expect(parseText('a.txt', text, reading).published).toBeNull();
      const dated = text.replace('\n\n', '\n\nPost At: Jan 30/2024 12:50AM\n\n');
      expect(parseText('a.txt', dated, reading).published?.instant).toBe('2024-01-30T00:50:00.000Z');
    }
  });
});

describe('addresses', () => {
  it.each([
    'https://x.com/ann/status/1752031226870612350',
    'https://example.com/@ann/1234',
    'https://medium.com/@ann/113540000000000000',
    'https://bsky.app/profile/ann.bsky.social',
    'https://t.me/merrow',
    'https://www.instagram.com/merrow/',
    'https://www.youtube.com/watch?v=abcdefghijk',
    'javascript:alert(1)',
    'at://nobody',
    '',
  ])('%j is no post', (address) => expect(readPostAddress(address)).toBeNull());

  it('are those of the post again when they are read again, whatever stands around them', () => {
    const part = fc.constantFrom(
      'https://', 'http://', 'bsky.app', 'harbour.example', 'threads.net', 't.me', 'www.facebook.com', 'tiktok.com', 'reddit.com', 'truthsocial.com',
      '/profile/', '/post/', '/@ann', '/@ann@b.example', '/113540000000000000', '/posts/', '/p/', '/reel/', '3lbpz5xwl2k2a', '/43', '/embed', '?a=b', '#c', '%', '/video/', '/comments/', 'r/', '[',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const address = readPostAddress(parts.join(''));
        if (address === null) return;
        expect(networks).toContain(address.network);
        expect(readPostAddress(address.url)?.url).toBe(address.url);
      }),
      { numRuns: 3000 },
    );
  });
});
