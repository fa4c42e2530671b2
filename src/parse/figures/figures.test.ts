import fc from 'fast-check';
import { untold } from '../lines/told-lines.ts';
import { describe, expect, it } from 'vitest';
import { findDoubled } from '../captions/doubled-caption.ts';
import { captionFigure } from '../captions/caption-only.ts';
import { goldenPairs } from '../../tests/golden-pairs.ts';
import { recognise, treeOf } from '../fixtures/golden.ts';
import type { Context } from '../recogniser.ts';

describe('golden pairs', () => {
  it.each(goldenPairs('figures'))('$name', ({ text, form, expected }) => {
    expect(recognise(text, form).made).toEqual(expected);
  });
});

describe('a doubled caption', () => {
  const caption = 'A tram in the snow at the corner of Mill Lane, where it had stood since midnight.';

  it('is a short copy with dots, then the whole one', () => {
    const text = 'A tram in the snow at the corner of Mill Lane,... ' + caption;
    const doubled = findDoubled(text)!;
    expect(text.slice(doubled.from)).toBe(caption);
    expect(doubled.removed).toBe('A tram in the snow at the corner of Mill Lane,...');
  });
  it('is the same to the letter where it is short', () => {
    const text = `${caption} ${caption} Stock photo`;
    expect(text.slice(findDoubled(text)!.from)).toBe(`${caption} Stock photo`);
  });
  it.each([
    'He said... nothing at all, and then he said nothing for a very long time.',
    'The tram in the snow was late. The tram in the snow was always late.',
    'So... so it goes, so it goes, so it goes.',
    '',
  ])('is not %j', (text) => {
    expect(findDoubled(text)).toBeNull();
  });
});

const piece = fc.constantFrom(
  'A tram in the snow.',
  ' ',
  '\n',
  '\n\n',
  '\n\n\n',
  'Photo: Ana Ruiz/AP',
  'Getty Images',
  '(AP)',
  'Image',
  'Image caption,',
  '...',
  ',',
  'ANA RUIZ/AFP',
  'hide caption',
  '[1/2]',
  'The company said that it was sorry, and that it would do better.',
  '![a](b.png)',
  '*',
  ':::figure{credit="A/B"}\n',
  ':::\n',
  '© Ana Ruiz, AFP',
  'CreditCredit',
  'Media caption',
);
const body = fc.oneof(
  fc.array(piece, { maxLength: 50 }).map((list) => list.join('')),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
);

describe('any text', () => {
  it('loses no word: each is in the blocks or in a repair', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { made } = recognise(text, 'pasted');
        const told = JSON.stringify(made);
        for (const word of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) expect(told).toContain(word);
      }),
      { numRuns: 1500 },
    );
  });

  it('is not changed in place', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('markdown', 'pasted'), (text, form) => {
        const tree = treeOf(text, form as Context['form']);
        const before = structuredClone(tree);
        captionFigure.recognise(tree, quiet(text, form as Context['form']));
        expect(tree).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'A... ',
    'a',
    'Photo: ',
    'Image\n',
    '(AP)\n',
    'A tram. Getty Images\n',
    'A/B\n\n',
    '...',
    'A tram in the snow, ',
  ])('takes no longer for a quarter of a megabyte of %j', (unit) => {
    const text = unit.repeat(Math.ceil(250_000 / unit.length));
    const tree = treeOf(text, 'pasted');
    const start = process.cpuUsage();
    captionFigure.recognise(tree, quiet(text, 'pasted'));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
  });
});

function quiet(text: string, form: Context['form']): Context {
  const options = { timeZone: 'UTC', language: 'en' };
  return {
    path: 'a',
    lines: text.split('\n'),
    form,
    language: 'en',
    options,
    facts: { dateline: null },
    told: untold,
    trace: () => {},
    warn: () => {},
  };
}
