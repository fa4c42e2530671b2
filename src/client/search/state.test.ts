import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOf } from './engine.ts';
import { pieces, torn } from './excerpt.ts';
import { isFiltered, readState, writeState, type SearchState } from './state.ts';
import { joined, separated, wanted } from './words.ts';

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
  it('is text, with the words found marked', () => {
    expect(pieces('a <mark>ship</mark>, a <mark>sea</mark>')).toEqual([
      { text: 'a ', marked: false },
      { text: 'ship', marked: true },
      { text: ', a ', marked: false },
      { text: 'sea', marked: true },
    ]);
  });

  it('keeps what looks like markup as the text it is', () => {
    expect(pieces('&lt;img src=x onerror=alert(1)&gt; <mark>&lt;b&gt;</mark>')).toEqual([
      { text: '<img src=x onerror=alert(1)> ', marked: false },
      { text: '<b>', marked: true },
    ]);
    expect(pieces('<mark>open <script>x</script>')).toEqual([{ text: '<mark>open <script>x</script>', marked: false }]);
  });
});

describe('an excerpt that was torn out of its sentence', () => {
  it.each([
    ['morning. It was set in <mark>type</mark>', '… morning. It was set in <mark>type</mark> …'],
    ['It was set in <mark>type</mark>.', 'It was set in <mark>type</mark>.'],
    ['“It was <mark>late</mark>,” she said', '“It was <mark>late</mark>,” she said …'],
    ['<mark>Type</mark> was set. “So late?”', '<mark>Type</mark> was set. “So late?”'],
    ['电车又晚了。', '电车又晚了。'],
    ['', ''],
  ])('%s', (excerpt, shown) => expect(torn(excerpt)).toBe(shown));
});

describe('what is looked for', () => {
  const common = new Set(['the', 'of', 'thi', 'veri']);
  it('leaves out common words beside others', () => {
    expect(wanted('the Minister of Finance', common)).toEqual({ words: 'Minister Finance', telling: true });
    expect(wanted('This very harbour', common)).toEqual({ words: 'harbour', telling: true });
    expect(wanted('The of', common)).toEqual({ words: 'The of', telling: false });
    expect(wanted('  ', common)).toEqual({ words: '', telling: false });
  });

  it('keeps words in quotation marks as they stand', () => {
    expect(wanted('"state of the art"', common)).toEqual({ words: '"state of the art"', telling: true });
  });

  it('parts the words of scripts that write no blanks, and puts them together again', () => {
    expect(separated('中国外交部')).toMatch(/^\S+( \S+)+$/);
    expect(joined(separated('中国外交部'))).toBe('中国外交部');
    expect(joined('two words 中国 外交部, three')).toBe('two words 中国外交部, three');
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
