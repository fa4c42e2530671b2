import { expect, test } from 'vitest';
import { FirstGuess } from './first-guess.ts';

const guess = new FirstGuess(['news/Tide table.md', 'news/storm.md', '_posts/2024-11-20-boats.md']).of('news/storm.md');

test.each([
  ['Tide table.md', '/articles/news/tide-table/'],
  ['tide table#High water', '/articles/news/tide-table/#user-content-high-water'],
  ['2024-11-20-boats.md', '/articles/2024/11/20/boats/'],
  ['/articles/news/storm/', '/articles/news/storm/'],
  ['gone.md', ''],
])('%s', (written, led) => {
  expect(guess.get(written)).toBe(led);
});
