import { expect, it } from 'vitest';
import { byLetter } from './letters.ts';

const letters = (names: string[], language = 'en') =>
  byLetter(
    names.map((name) => ({ name })),
    language,
  ).map(({ letter, entries }) => [letter, ...entries.map(({ name }) => name)]);

it('groups by first letter, with accents put aside in Latin script alone', () => {
  expect(letters(['arctic', 'Éire', 'eels', '@novaya', '“Quoted”', 'йод', 'Игра', '東京', '2024', ''])).toEqual([
    ['A', 'arctic'],
    ['E', 'Éire', 'eels'],
    ['N', '@novaya'],
    ['Q', '“Quoted”'],
    ['Й', 'йод'],
    ['И', 'Игра'],
    ['東', '東京'],
    ['#', '2024', ''],
  ]);
});

it('keeps a letter that comes back in one group', () => {
  expect(letters(['a', 'b', 'á'])).toEqual([
    ['A', 'a', 'á'],
    ['B', 'b'],
  ]);
});

it('writes upper case as the language does', () => {
  expect(letters(['istanbul'], 'tr')).toEqual([['İ', 'istanbul']]);
});
