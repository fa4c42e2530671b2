import { describe, expect, it } from 'vitest';
import { findBeginning } from './post-beginning.ts';
import { postLength } from './post-length.ts';
import { tongueOf } from './post-language.ts';

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
