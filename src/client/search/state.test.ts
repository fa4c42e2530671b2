import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOf } from './dates.ts';
import { termsOf } from '../../i18n/search/terms.ts';
import { pieces, plainExcerpt, torn } from './excerpt.ts';
import { distanceOf, nearest } from './spelling.ts';
import { isFiltered, readState, writeState, type SearchState } from './state.ts';
import { wanted } from './wanted.ts';

const plainStem = (word: string): string => word;

const opened: SearchState = { words: '', section: '', topic: '', year: '', order: '' };

describe('the address of a search', () => {
  it('says what is shown, and nothing for a page that was just opened', () => {
    expect(writeState(opened)).toBe('');
    expect(writeState({ ...opened, words: ' two words ', year: '2024', order: 'date' })).toBe(
      '?q=two+words&year=2024&order=date',
    );
  });

  it('is read as it was written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((each) => each.isWellFormed());
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        fc.constantFrom('' as const, 'date' as const),
        (words, section, topic, year, order) => {
          const state = { words: words.trim(), section, topic, year, order };
          expect(readState(writeState(state))).toEqual(state);
        },
      ),
    );
  });

  it('may hold anything', () => {
    expect(readState(`?q=${'x'.repeat(5000)}&order=evil&section=%ZZ`)).toMatchObject({
      words: 'x'.repeat(300),
      order: '',
      section: '%ZZ',
    });
    expect(isFiltered(readState('?q=x'))).toBe(false);
    expect(isFiltered(readState('?topic=Sea'))).toBe(true);
  });
});

describe('an excerpt', () => {
  const asked = termsOf('ships 海', plainStem).terms;
  it('is text, with the words found marked', () => {
    expect(pieces('A ship, the sea', termsOf('ship sea', plainStem).terms, plainStem)).toEqual([
      { text: 'A ', marked: false },
      { text: 'ship', marked: true },
      { text: ', the ', marked: false },
      { text: 'sea', marked: true },
    ]);
  });

  it('keeps what looks like markup as the text it is, and has no blanks where none were written', () => {
    expect(plainExcerpt('&lt;img src=x onerror=alert(1)&gt; <mark>&lt;b&gt;</mark> 大 <mark>海</mark>')).toBe(
      '<img src=x onerror=alert(1)> <b> 大海',
    );
    expect(pieces('<b>大海', asked, plainStem)).toEqual([
      { text: '<b>大', marked: false },
      { text: '海', marked: true },
    ]);
  });
});

describe('an excerpt that was torn out of its sentence', () => {
  it.each([
    ['morning. It was set in type', '… morning. It was set in type …'],
    ['It was set in type.', 'It was set in type.'],
    ['“It was late,” she said', '“It was late,” she said …'],
    ['Type was set. “So late?”', 'Type was set. “So late?”'],
    ['电车又晚了。', '电车又晚了。'],
    ['', ''],
  ])('%s', (excerpt, shown) => expect(torn(excerpt)).toBe(shown));
});

describe('what is looked for', () => {
  const common = new Set(['the', 'of']);
  const look = (question: string) => {
    const { terms, telling } = wanted(termsOf(question, plainStem), common);
    return { words: terms.map(({ text }) => text).join(' '), telling };
  };

  it('leaves out common words beside others', () => {
    expect(look('the Minister of Finance')).toEqual({ words: 'minister finance', telling: true });
    expect(look('The of')).toEqual({ words: 'the of', telling: false });
    expect(look('  ')).toEqual({ words: '', telling: false });
  });

  it('keeps words in quotation marks as they stand', () => {
    expect(look('"state of the art"')).toEqual({ words: 'state of the art', telling: true });
  });
});

describe('what may have been meant', () => {
  const words = { alliance: 3, allied: 9, élection: 2, harbour: 4, harvest: 1 };
  it.each([
    ['aliance', 'alliance'],
    ['allaince', 'alliance'],
    ['electoin', 'élection'],
    ['harbor', 'harbour'],
    ['harbr', null],
    ['qwertzuiop', null],
    ['al', null],
  ])('%s', (word, meant) => expect(nearest(word, [words])).toBe(meant));

  it('is the more frequent of two words that are as near', () => {
    expect(nearest('shop', [{ ship: 1 }, { shoe: 2, ship: 4 }])).toBe('ship');
  });

  it('goes by how many letters are to be changed', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distanceOf(one, one, 9)).toBe(0);
        expect(distanceOf(one, other, 9)).toBe(distanceOf(other, one, 9));
        expect(distanceOf(one, other, 9)).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      }),
    );
  });
});

describe('the dates of a shard', () => {
  it('go by the names of its results', () => {
    expect(datesOf('12-abcdef', [2, 100, 5, 0])).toEqual([
      ['c_2', 100],
      ['c_3', 105],
      ['c_4', 105],
    ]);
    expect(datesOf('0-x', [])).toEqual([]);
  });
});
