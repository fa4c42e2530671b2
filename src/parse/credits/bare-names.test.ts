import { expect, test } from 'vitest';
import { creditAtStart, namesAtEnd } from './bare-names.ts';

test.each([
  ['The tower from the sea. Harbour Works', ['Harbour Works']],
  ['The tower from the sea. Ann Lee for The Harbour Post', ['Ann Lee for The Harbour Post']],
  ['The tower from the sea. It was built in 1902', null],
  ['The tower from the sea.', null],
])('names at the end of a caption: %s', (text, parts) => {
  expect(namesAtEnd(text, 'caption')?.parts ?? null).toEqual(parts);
});

test.each([
  ['© Ann Lee Gulls wait on a rail in the rain.', '© Ann Lee', 'Gulls wait on a rail in the rain.'],
  ['© Ann Lee / Reuters The old harbour at dawn.', '© Ann Lee', 'The old harbour at dawn.'],
])('a credit that opens a caption: %s', (text, first, caption) => {
  const found = creditAtStart(text)!;
  expect(found.credit[0]).toBe(first);
  expect(text.slice(found.from)).toBe(caption);
});

test('the mark of a whole article is none', () => {
  expect(creditAtStart('© Harbour Post 2024')).toBeNull();
});
