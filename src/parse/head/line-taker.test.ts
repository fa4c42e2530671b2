import { expect, test } from 'vitest';
import { leftOf } from './line-taker.ts';

test.each([
  ['By Ann Lee', [[3, 10]], 'By'],
  ['ByAnn Lee', [[2, 9]], 'ByAnn'],
  // Two fields share a word: neither holds it as it stood.
  [
    'Ann LeeMay 3, 2024',
    [
      [0, 7],
      [7, 18],
    ],
    'LeeMay',
  ],
  [
    'Ann Lee, May 3, 2024',
    [
      [0, 7],
      [9, 20],
    ],
    '',
  ],
] as [string, [number, number][], string][])('what is left of %s', (text, kept, left) => {
  expect(leftOf(text, kept)).toBe(left);
});
