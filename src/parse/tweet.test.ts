import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { goldenPairs } from '../tests/golden-pairs.ts';
import { recognise, treeOf } from './fixtures/golden.ts';
import type { Context } from './recogniser.ts';
import { findAttributions } from './tweet-attribution.ts';
import { findBeginning, postLength } from './tweet-begin.ts';
import { readTweetDate } from './tweet-date.ts';
import { flattenedTweet } from './tweet-flattened.ts';
import { dayOfStatus, readStatus } from './tweet-status.ts';
import { tongueOf } from './tweet-tongue.ts';

describe('golden pairs', () => {
  it.each(goldenPairs('tweet'))('$name', ({ text, form, expected }) => {
    expect(recognise(text, form).made).toEqual(expected);
  });
});

describe("a post's date", () => {
  it.each([
    ['January 29, 2024', '2024-01-29'],
    ['Sept. 3, 2019', '2019-09-03'],
    ['25. September 2018', '2018-09-25'],
    ['6. März 2018', '2018-03-06'],
    ['29. Jänner 2024', '2024-01-29'],
    ['29 de enero de 2024', '2024-01-29'],
    ['1er février 2021', '2021-02-01'],
    ['29 août 2020', '2020-08-29'],
    ['29 de gener de 2024', '2024-01-29'],
    ['2017年11月23日', '2017-11-23'],
    ['2024년 1월 29일', '2024-01-29'],
    ['29 בינואר 2024', '2024-01-29'],
    ['٢٩ يناير ٢٠٢٤', '2024-01-29'],
    ['29 يناير، 2024', '2024-01-29'],
    ['۲۹ ژانویه ۲۰۲۴', '2024-01-29'],
    ['29 जनवरी 2024', '2024-01-29'],
    ['29 มกราคม 2024', '2024-01-29'],
    ['29 января 2024 г.', '2024-01-29'],
    ['29 лютого 2024', '2024-02-29'],
    ['29 stycznia 2024', '2024-01-29'],
    ['4. heinäkuuta 2019', '2019-07-04'],
    ['29 Ağustos 2023', '2023-08-29'],
    ['29 Ιανουαρίου 2024', '2024-01-29'],
    ['2024. január 29.', '2024-01-29'],
    ['29 tháng 1, 2024', '2024-01-29'],
    ['2024-01-29', '2024-01-29'],
  ])('%s', (text, day) => {
    expect(readTweetDate(text, 0)?.day).toBe(day);
    expect(readTweetDate(`(@h) \u200f${text}The next sentence`, 4)?.day).toBe(day);
  });

  it.each(['February 30, 2020', '31. April 2020', 'is a contributor', 'May 5', '5/6/2020', 'Maybe 5, 2020', ''])(
    'not %s',
    (text) => {
      expect(readTweetDate(text, 0)).toBeNull();
    },
  );
});

describe("a post's address", () => {
  it.each([
    [
      'https://twitter.com/ann/status/1752031226870612350?ref_src=a',
      'ann',
      'https://twitter.com/ann/status/1752031226870612350',
    ],
    ['https://x.com/ann/statuses/1752031226870612350', 'ann', 'https://x.com/ann/status/1752031226870612350'],
    [
      'http://mobile.twitter.com/ann/status/1752031226870612350/photo/1',
      'ann',
      'https://twitter.com/ann/status/1752031226870612350',
    ],
    ['https://x.com/i/web/status/1752031226870612350', null, 'https://x.com/i/web/status/1752031226870612350'],
  ])('%s', (address, handle, url) => {
    expect(readStatus(address)).toMatchObject({ handle, url });
  });

  it.each([
    'https://x.com.evil.example/ann/status/1',
    'https://example.org/x.com/ann/status/1',
    'javascript:https://x.com/a/status/1',
    'https://x.com/ann',
    'x.com/ann/status/1',
    'https://x.com/ann/status/12a',
  ])('not %s', (address) => {
    expect(readStatus(address)).toBeNull();
  });

  it('tells the day of an id', () => {
    expect(dayOfStatus('1752031226870612350')).toBe('2024-01-29');
    expect(dayOfStatus('20')).toBeNull();
    expect(dayOfStatus('99999999999999999999')).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('attributions', () => {
  it('are found glued, and leave what is glued to them', () => {
    const text = 'Great! — Ann (@ann) May 1, 2020Then — Bo (@bo) May 2, 2020';
    const found = findAttributions(text);
    expect(found.map(({ name, day }) => [name, day])).toEqual([
      ['Ann', '2020-05-01'],
      ['Bo', '2020-05-02'],
    ]);
    expect(text.slice(found[0]!.to, found[1]!.from)).toBe('Then ');
  });

  it('ask for a handle and a date', () => {
    for (const text of [
      'Ann (@ann) is here',
      '— Ann, May 1, 2020',
      '“So” — @ann on May 1, 2020',
      '— Ann (@ann.bsky.social) May 1, 2020',
    ])
      expect(findAttributions(text)).toEqual([]);
  });
});

describe('where a flattened post begins', () => {
  const post = { name: 'Ann Lee', handle: 'annlee', day: '2020-05-01', articleTongue: 'en' };
  const count = (texts: readonly (readonly [string, number | null])[], more: Partial<typeof post> = {}) =>
    findBeginning(
      texts.map(([text, gapBelow]) => ({ text, gapBelow })),
      { ...post, ...more },
    ).paragraphs;
  const prose = 'The council met at noon and sat until midnight.';

  it('is one paragraph in doubt', () => {
    expect(
      count([
        ['Thank you!', 1],
        [prose, 1],
        [prose, 1],
      ]),
    ).toBe(1);
    expect(
      count([
        ['Thank you!', null],
        [prose, null],
      ]),
    ).toBe(1);
  });
  it('takes neighbouring lines, and no heading above them', () => {
    expect(
      count([
        ['Thank you!', 1],
        ['We are open.', 0],
        [prose, 1],
      ]),
    ).toBe(2);
    expect(
      count([
        ['Thank you all for coming to the meeting, and good night to the whole town.', 1],
        ['A night to remember', 0],
        [prose, 1],
      ]),
    ).toBe(1);
  });
  it('stops at a sentence that introduces it, and takes what stands below that', () => {
    const long = 'Ann Lee showed on Twitter how it works.';
    expect(
      count([
        ['And it is open at night. pic.twitter.com/a', 1],
        ['The harbour is open, the boats are back.', 1],
        [long, 1],
      ]),
    ).toBe(2);
    expect(
      count([
        ['Thank you!', 1],
        ['Lee wrote:', 1],
      ]),
    ).toBe(1);
  });
  it('never grows beyond what X allowed on that day', () => {
    const half = '#harbour '.repeat(12);
    expect(
      count(
        [
          [half, 0],
          [half, 0],
          [half, 0],
        ],
        { day: '2016-05-01' },
      ),
    ).toBe(1);
    expect(
      count([
        [half, 0],
        [half, 0],
        [half, 0],
      ]),
    ).toBe(2);
  });
  it('goes by language', () => {
    const german = 'Der Rat hat in der Nacht auf Dienstag mit knapper Mehrheit entschieden.';
    expect(
      count(
        [
          ['The boats are back, and we are glad.', 1],
          ['The harbour is open for all of you.', 1],
          [german, 1],
        ],
        { articleTongue: 'de' },
      ),
    ).toBe(2);
  });
  it('counts length as X does', () => {
    expect(postLength('@ann @bo hello https://t.co/abcdefghij pic.twitter.com/abc')).toBe(5);
    expect(postLength('https://example.org/a/very/long/address/indeed is it')).toBe(29);
    expect(postLength('日本')).toBe(4);
    expect(postLength('👩‍👩‍👧‍👦 ✈️')).toBe(5);
  });
  it('tells languages only where it can', () => {
    expect(tongueOf('Der Rat hat mit knapper Mehrheit entschieden, und das ist gut.')).toBe('de');
    expect(tongueOf('つづく')).toBe('ja');
    expect(tongueOf('IRGC:')).toBeNull();
  });
});

/** Pieces that posts and their look-alikes are made of, in any order. */
const piece = fc.constantFrom(
  '— Ann (@ann) May 1, 2020',
  '— Iva (@ивa) May 1, 2020',
  'Text',
  '\n',
  '\n\n',
  ' ',
  'pic.twitter.com/abc',
  'https://t.co/x',
  'https://x.com/ann/status/1752031226870612350',
  '@',
  '(@',
  '> ',
  '<blockquote class="twitter-tweet">',
  '</blockquote>',
  '<p>',
  '&mdash;',
  '#tag',
  '😀',
  'The council met.',
  'Ann Lee',
  ':::tweet{handle="a"}\n',
  ':::\n',
  '![x](y.png) ',
);
const body = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
);

describe('any text', () => {
  it('is not changed in place, and gives the same twice', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('markdown', 'pasted'), (text, form) => {
        const tree = treeOf(text, form as Context['form']);
        const before = structuredClone(tree);
        const context = {
          path: 'a',
          lines: text.split('\n'),
          form: form as Context['form'],
          language: 'en',
          options: { timeZone: 'UTC', language: 'en' },
          facts: { dateline: null },
          trace: () => {},
          warn: () => {},
        };
        const once: Root = flattenedTweet.recognise(tree, context);
        expect(tree).toEqual(before);
        expect(flattenedTweet.recognise(tree, context)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word: each is in the blocks or in a repair', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { made, steps } = recognise(text, 'pasted');
        const told = JSON.stringify(made) + JSON.stringify(steps);
        for (const word of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) expect(told).toContain(word);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['(@a) ', '— ', '(@a) May 1, 2020 ', '(@', 'Ann (@ann) ', '. A ', '😀', '— Ann (@ann) May 1, 2020\n'])(
    'takes no longer for a megabyte of %j',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const context: Context = {
        path: 'a',
        lines: [text],
        form: 'pasted',
        language: 'en',
        options: { timeZone: 'UTC', language: 'en' },
        facts: { dateline: null },
        trace: () => {},
        warn: () => {},
      };
      const tree = treeOf(text, 'pasted');
      const start = performance.now();
      flattenedTweet.recognise(tree, context);
      expect(performance.now() - start).toBeLessThan(4000);
    },
  );
});
