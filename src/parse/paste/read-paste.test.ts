import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { isFurniture } from './furniture.ts';
import { tellLanguage } from '../text/language.ts';
import { parseText } from '../parse.ts';

const options = { timeZone: 'UTC', language: 'en' };
const long =
  'The council of the town voted on Tuesday to keep the old harbour open for another ten years, after a debate that lasted long.';
const read = (body: string) =>
  parseText('a.txt', `Council votes to keep harbour open\nMarch 3, 2024\n\n${body}`, options);
const blocks = (body: string) => read(body).root.children.map((node) => `${node.type} ${toString(node)}`);

describe('pasted text', () => {
  test('is literal: no sign of Markdown or HTML means anything', () => {
    const signs = '*a* _b_ # c <b>d</b> [e](f) `g` 1. h &amp; i \\ | j';
    expect(blocks(signs)).toEqual([`paragraph ${signs}`]);
  });

  test('addresses become links, without the mark that ends a sentence', () => {
    const [paragraph] = read('See https://example.com/a_(b), or write to news@example.com.').root.children;
    expect(paragraph).toMatchObject({
      children: [
        { value: 'See ' },
        { type: 'link', url: 'https://example.com/a_(b' },
        { value: '), or write to ' },
        { type: 'link', url: 'mailto:news@example.com' },
        { value: '.' },
      ],
    });
  });

  test('each line is a paragraph; bullets that follow one another are a list', () => {
    expect(blocks('One is.\nTwo is.\n\n• three\n• four\n\n• alone')).toEqual([
      'paragraph One is.',
      'paragraph Two is.',
      'list threefour',
      'paragraph • alone',
    ]);
  });

  test('lines broken at a fixed width are joined', () => {
    const text = [
      'The council of the town voted on Tuesday to keep the old harbour open for',
      'another ten years, after a debate that lasted for most of the night and',
      'ended in applause from the gallery above, where the fishermen had waited',
      'since noon.',
      '',
      '"We have waited a long time for this," said the mayor, who had promised',
      'to resign if the vote went the other way, and who had spent the week at',
      'the telephone.',
    ].join('\n');
    expect(blocks(text)).toHaveLength(2);
  });

  test('a subhead may stand above a short sentence', () => {
    const short = 'The decision can be challenged in the High Court within six weeks.';
    expect(blocks(`${long}\n\nWhat happens next?\n${short}\n\n${long}`)).toContain('heading What happens next?');
    expect(blocks(`${long}\n\nWhat happens next?\nNobody knows.\n\n${long}`)).toContain('paragraph What happens next?');
  });

  test('a subhead is a short line with no full stop and its paragraph right below', () => {
    expect(blocks(`${long}\n\nWhy it matters\n${long}\n\nLast words.`)[1]).toBe('heading Why it matters');
    expect(blocks(`${long}\nWhy it matters\n${long}`)[1]).toBe('heading Why it matters');
    expect(blocks(`${long}\n\nWhy it matters.\n${long}`)[1]).toBe('paragraph Why it matters.');
    expect(blocks(`${long}\n\nAnn Lee\n${long}`)[1]).toBe('paragraph Ann Lee');
  });

  test('the same story with and without blank lines at its end, with CRLF, gives the same', () => {
    const text = `Council votes to keep harbour open\nMarch 3, 2024\n\n${long}\n`;
    const { root } = parseText('a.txt', text, options);
    expect(parseText('a.txt', `${text}\n\n  \n`, options).root).toEqual(root);
  });

  test('front matter overrides what the text says, and the words stay in the repairs', () => {
    const text = `---\nheadline: Council votes to keep harbour open\nsection: Ports\npublished: 2024-05-06\n---\nWorld\nCouncil votes to keep harbour open\nMarch 3, 2024\n\n${long}`;
    const { headline, section, published, repairs } = parseText('a.txt', text, options);
    expect([headline, section, published?.instant]).toEqual([
      'Council votes to keep harbour open',
      'Ports',
      '2024-05-06T00:00:00.000Z',
    ]);
    expect(repairs.map(({ rule, lines, removed }) => [rule, lines[0], removed])).toEqual([
      ['front-matter', 6, 'World'],
      ['doubled-headline', 7, 'Council votes to keep harbour open'],
      ['front-matter', 8, 'March 3, 2024'],
    ]);
  });
});

describe('page furniture', () => {
  test.each([
    'Share',
    'Share on Facebook (opens in a new window) Share on Twitter',
    'Copy LinkURLCopied!',
    'Advertisement',
    '5 min read',
    '38°F',
    'Teilen',
    'Read more',
    '[ 234 comments ]',
    'This article is more than 5 years old',
    'Advertisement · Scroll to continue',
    'Listen to this article · 7:41 min Learn more',
    'Artikel zum Hören•8 Min',
    'Comments (112)',
    'Zum Inhalt springen',
    'Il vous reste 62.4% de cet article à lire. La suite est réservée aux abonnés.',
    'The BBC is not responsible for the content of external sites.',
    'Your email address will not be published. Required fields are marked *',
    'S’inscrire',
  ])('%s', (text) => expect(isFurniture(text)).toBe(true));
  test.each([
    'The share of the market',
    'Share your thoughts with the council, the mayor asked.',
    'Translate that, he said',
    'Resize the harbour',
    'X',
    'Read the room.',
    'He was on the page',
    '•',
    'Twitter has seen this before',
    'Print is dead, long live print',
    '2024',
  ])('not: %s', (text) => expect(isFurniture(text)).toBe(text === '2024'));
});

describe('the language of a text', () => {
  test.each([
    [
      'Der Rat der Stadt hat am Dienstag für den alten Hafen gestimmt, und die Fischer sind nicht mehr in Sorge, wurde von der Stadt mit Freude gesagt.',
      'de',
    ],
    [
      'Le conseil de la ville a voté mardi pour le port, et les pêcheurs sont dans la rue avec une fête qui dure pour des heures sur le quai.',
      'fr',
    ],
    ['议会投票决定保留旧港口。', 'zh'],
    ['町議会は古い港を維持することを決めた。', 'ja'],
    ['Совет проголосовал за сохранение гавани.', 'ru'],
    ['صوت المجلس على إبقاء الميناء مفتوحا', 'ar'],
    [long, 'en-GB'],
    ['', 'en-GB'],
    ['Vor Ort', 'en-GB'],
  ])('%s', (text, expected) => expect(tellLanguage(text, 'en-GB')).toBe(expected));
});
