import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from '../../parse/parse.ts';
import { decodeSource } from '../../source/decode.ts';
import { articleOf, headlineOf } from './article.ts';
import { item, type Item } from '../item.ts';
import { Unreadable } from '../refused.ts';

const options = { language: 'en', timeZone: 'UTC' } as const;
const address = 'https://a.example/story';

/** Texts as files from anywhere have them. */
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.lorem(),
  fc.constantFrom('', ' ', '---', '---\nfeatured: true\n---', '# One', 'a: b', '"', "'", '- x', '<b>x', '&amp;', '\0', '\u0007', '\ud800', '\u202e', ':::note', '[x](javascript:y)', '{{< x >}}', '%%x%%', '\r\n\r\n', 'null', '2024-01-30', '> x'),
); // prettier-ignore
const items = fc
  .record({
    address: fc.constantFrom(null, address),
    headline: fc.option(words),
    description: fc.option(words),
    authors: fc.array(words, { maxLength: 3 }),
    topics: fc.array(words, { maxLength: 3 }),
    section: fc.option(words),
    publication: fc.option(words),
    language: fc.option(words),
    note: fc.option(words),
    text: fc.option(fc.record({ form: fc.constantFrom('html' as const, 'markdown' as const, 'plain' as const), value: words })),
    highlights: fc.array(fc.record({ quote: fc.option(words), note: fc.option(words) }), { maxLength: 2 }),
    starred: fc.boolean(),
  })
  .map((said) => item({ place: 'entry 1', ...said })); // prettier-ignore

test('whatever an export says, its article is a file that the build reads, and reads as what it says', () => {
  fc.assert(
    fc.property(items, (said) => {
      let made;
      try {
        made = articleOf(said, options);
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
        return;
      }
      const read = parseText('a.md', decodeSource('a.md', new TextEncoder().encode(made.markdown)), options);
      expect(read.headline).toBe(made.parsed.headline);
      expect(read.draft).toBe(false);
      expect(read.source?.url ?? null).toBe(said.address);
      expect(read.topics).toEqual(made.parsed.topics);
    }),
    { numRuns: 200 },
  );
});

describe('a headline', () => {
  const named = (said: Partial<Item>) => headlineOf(item({ place: 'entry 1', ...said }));
  test.each([
    ['its title, without HTML', { headline: 'Boats &amp; <i>lamps</i>', address }, 'Boats & lamps'],
    ['its address, where the title is the address', { headline: 'https://a.example/story', address }, 'a.example/story'],
    ['its address with its letters', { address: 'https://www.a.example/%D0%BC%D0%BE%D1%80%D0%B5/' }, 'a.example/море'],
    ['the first words of its text', { text: { form: 'html', value: '<p>It was late when the boats came home from the sea that day, and cold.</p>' } as const }, 'It was late when the boats came home from the sea that …'],
    ['its first line', { text: { form: 'markdown', value: '# A walk\n\nIt was cold.' } as const }, 'A walk'],
    ['its note', { note: 'Read this again.' }, 'Read this again.'],
  ])('is %s', (_, said, expected) => expect(named(said)).toBe(expected)); // prettier-ignore
});
