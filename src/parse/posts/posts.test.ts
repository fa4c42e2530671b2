import fc from 'fast-check';
import type { Root } from 'mdast';
import { untold } from '../lines/told-lines.ts';
import { describe, expect, it } from 'vitest';
import { goldenPairs } from '../../tests/golden-pairs.ts';
import { recognise, treeOf } from '../fixtures/golden.ts';
import type { Context } from '../recogniser.ts';
import { flattenedTweet } from './flattened.ts';

describe('golden pairs', () => {
  it.each(goldenPairs('posts'))('$name', ({ text, form, expected }) => {
    expect(recognise(text, form).made).toEqual(expected);
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
          told: untold,
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
        told: untold,
        trace: () => {},
        warn: () => {},
      };
      const tree = treeOf(text, 'pasted');
      const start = process.cpuUsage();
      flattenedTweet.recognise(tree, context);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
    },
  );
});
