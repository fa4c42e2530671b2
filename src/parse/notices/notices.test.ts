import fc from 'fast-check';
import { untold } from '../lines/told-lines.ts';
import { describe, expect, it } from 'vitest';
import { goldenPairs } from '../../tests/golden-pairs.ts';
import { recognise, treeOf } from '../fixtures/golden.ts';
import { noticeForms, repostingWords } from './notice-words.ts';
import { notice, noticeKind } from './notice.ts';
import type { Context } from '../recogniser.ts';

describe('golden pairs', () => {
  it.each(goldenPairs('notices'))('$name', ({ text, form, expected }) => {
    expect(recognise(text, form).made).toEqual(expected);
  });
});

function factsOf(text: string): Context['facts'] {
  const facts: Context['facts'] = { dateline: null };
  const options = { timeZone: 'UTC', language: 'en' };
  const context: Context = {
    path: 'a',
    lines: text.split('\n'),
    form: 'pasted',
    language: 'en',
    options,
    facts,
    told: untold,
    trace: () => {},
    warn: () => {},
  };
  notice.recognise(treeOf(text, 'pasted'), context);
  return facts;
}

describe('a disclaimer', () => {
  it.each([
    'Disclaimer: The copyright of this article belongs to the original author.',
    'Disclaimer: Reposting this article is solely for the purpose of information dissemination.',
    '免责声明：本文版权归原作者所有',
  ])('that says so makes the article a quoted one: %s', (text) => {
    expect(factsOf(text).reposted).toBe(true);
  });

  it.each(['Disclaimer: This is no investment advice.', 'The copyright of a song belongs to its author.'])(
    'does not: %s',
    (text) => {
      expect(factsOf(text).reposted).toBeUndefined();
    },
  );
});

describe('any text', () => {
  it('gives a kind or null, at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        noticeKind(text);
      }),
    );
  });

  // Patterns are tried on what they could stumble over: their own beginnings, again and again, up to the length looked at.
  it.each([
    'Do you have a ',
    'this article was ',
    'sign up for ',
    'share on ',
    'editor’s notes',
    'correction ',
    'follow us on x ',
    'copyright belongs ',
    'get ',
    ' ',
    'a',
    'avez-vous ',
  ])('is quick on %j', (unit) => {
    const text = unit.repeat(Math.ceil(4000 / unit.length)).slice(0, 4000);
    const start = process.cpuUsage();
    for (const { pattern } of noticeForms) pattern.test(text);
    repostingWords.test(text);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
  });
});
