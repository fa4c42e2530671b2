import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { parseText } from '../parse.ts';

const story =
  'The council of the town voted on Tuesday to keep the old harbour open for another ten years, after a debate that lasted until midnight.';

const tables = (body: string) =>
  parseText('a.txt', `Council votes to keep harbour open\nMarch 3, 2024\n\n${story}\n\n${body}\n\n${story}`, {
    timeZone: 'UTC',
    language: 'en',
  }).root.children.flatMap((node) =>
    node.type === 'table' ? [node.children.map((row) => row.children.map((cell) => toString(cell)))] : [],
  );

describe('rows with tabs between their cells', () => {
  test('are a table', () => {
    expect(tables('Ship\tTons\nMary\t1,200\nAnn\t900')).toEqual([
      [
        ['Ship', 'Tons'],
        ['Mary', '1,200'],
        ['Ann', '900'],
      ],
    ]);
  });
  test('are none where the rows differ, or one stands alone', () => {
    expect(tables('Ship\tTons\nMary\t1,200\t3')).toEqual([]);
    expect(tables('Ship\tTons')).toEqual([]);
  });
});
