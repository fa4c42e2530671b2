import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenCharacter, mixedWord } from './hidden-characters.ts';
import { parseText } from '../parse.ts';

const warningsOf = (text: string, path = 'a.md'): string[] =>
  parseText(path, text, { timeZone: 'UTC', language: 'en' })
    .warnings.filter(({ rule }) => rule !== 'no-date')
    .map((warning) => `${warning.line}:${warning.column} ${warning.rule}: ${warning.message}`);

describe('a hidden character', () => {
  it.each([
    ['an override', 'Ann \u202Eeel\u202C', '\u202E'],
    ['an isolate', '\u2066Ann\u2069', '\u2066'],
    ['a zero-width space', 'An\u200Bn', '\u200B'],
    ['a joiner between Latin letters', 'An\u200Dn', '\u200D'],
    ['a non-joiner between Latin letters', 'An\u200Cn', '\u200C'],
    ['a right-to-left mark beside Latin letters alone', 'Ann\u200F', '\u200F'],
    ['an embedding in Arabic', 'نص \u202Bنص\u202C', '\u202B'],
    ['a tag', 'Ann\u{E0041}', '\u{E0041}'],
    ['a filler', 'Ann\u3164', '\u3164'],
    ['a joiner behind an emoji', '👨\u200D', '\u200D'],
  ])('%s is told', (_what, text, character) => {
    expect(hiddenCharacter(text)).toBe(character);
  });

  it.each([
    ['Latin', 'Žižek’s naïve façade'],
    ['Arabic', 'الخوارزمي'],
    ['Hebrew with a mark', 'שלום (abc)\u200F'],
    ['Persian with its non-joiner', 'می\u200Cخواهم'],
    ['a joiner in Hindi', 'क्\u200Dष'],
    ['emoji that are joined', '👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍🚒 ❤️‍🔥 🧔‍♂️'],
    ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['Thai with a zero-width space', 'ภาษา\u200Bไทย'],
    ['Chinese', '中文，中文'],
  ])('%s is left in peace', (_what, text) => {
    expect(hiddenCharacter(text)).toBeNull();
    expect(mixedWord(text)).toBeNull();
  });
});

describe('a word in mixed scripts', () => {
  it.each([
    ['Gerаshchenko_en', 'а', 'Cyrillic'],
    ['Анна Lее', 'е', 'Cyrillic'],
    ['Мoscow', 'М', 'Cyrillic'],
    ['Αnn', 'Α', 'Greek'],
  ])('%s is told', (text, letter, script) => {
    expect(mixedWord(text)).toMatchObject({ letter, script });
  });
  it.each(['Анна Lee', 'Αθήνα Athens', 'COVID-вакцина', 'iPhone’ом', '5-й'])('%s is none', (text) => {
    expect(mixedWord(text)).toBeNull();
  });
});

it('is told with its file, line and column, and stays in the text', () => {
  const text = `---\nheadline: "Calm \u202Emrots\u202C"\nauthors: [Ann L\u200Bee]\npublished: 2024-01-30\n---\nText.\n\n:::tweet{name="J\u2066oe" handle="joe" date=2024-01-29}\nHi.\n:::\n`;
  expect(warningsOf(text)).toEqual([
    '2:17 hidden-characters: The headline holds a character that is not seen: U+202E (right-to-left override).',
    '3:16 hidden-characters: The byline holds a character that is not seen: U+200B (zero width space).',
    '8:17 hidden-characters: The name holds a character that is not seen: U+2066 (left-to-right isolate).',
  ]);
  expect(parseText('a.md', text, { timeZone: 'UTC', language: 'en' }).headline).toBe('Calm \u202Emrots\u202C');
});

it.each([
  ['in a quotation', '> Hi.\n>\n> — Joe (@j\u043Ee) January 29, 2024\n\nMore words of the story.\n'],
  ['in a directive', ':::tweet{name="Joe" handle="j\u043Ee" date=2024-01-29}\nHi.\n:::\n'],
  [
    'in pasted text',
    'Some words of the story.\n\nHi. pic.twitter.com/abcdefghij\n\n— Joe (@j\u043Ee) January 29, 2024\n\nMore words of the story.\n',
  ],
])('a handle with a letter that looks like another is told, %s', (_where, text) => {
  const pasted = text.startsWith('Some');
  const whole = pasted
    ? `A headline of words\n\nPost At: Jan 30/2024 12:50AM\n\n${text}`
    : `---\nheadline: H\npublished: 2024-01-30\n---\n${text}`;
  expect(warningsOf(whole, pasted ? 'a.txt' : 'a.md').join()).toMatch(/U\+043E/);
});

it('is told in pasted text, in captions and credits too', () => {
  const text = 'A headline\u200E of some words\n\nPost At: Jan 30/2024 12:50AM\n\nText of it.\n';
  expect(warningsOf(text, 'a.txt')).toEqual([
    '1:11 hidden-characters: The headline holds a character that is not seen: U+200E (left-to-right mark).',
  ]);
});

it('plain words are never told', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{Script=Latin}0-9 ,.'-]{0,40}$/u), (text) => {
      expect(hiddenCharacter(text)).toBeNull();
      expect(mixedWord(text)).toBeNull();
    }),
  );
});
