import { expect, test } from 'vitest';
import { parseText } from '../parse.ts';
import { textOf } from '../text/phrasing.ts';

const story =
  'The tram was late again on Monday, as it has been on every Monday since the snow came down on the town and froze the wires, the company said in a letter to its passengers.';
const more =
  'It takes four people and a strong lamp to free it, and a good deal of patience when the wind blows from the sea as it does here in the winter months, one of the drivers said later.';
const end =
  'By the evening of the second day most of those who had waited at the corner had gone home on foot, and the lamps were put out one by one along the whole of the lane.';
const read = (lines: string[]) => {
  const text = ['Tram stands still for a week', 'March 3, 2024', '', story, '', more, '', ...lines, end].join('\n');
  const { root, repairs } = parseText('a.txt', text, { timeZone: 'UTC', language: 'en' });
  return {
    told: root.children.map((node) =>
      node.type === 'figure'
        ? [textOf(node.children), ...node.credit]
        : node.type === 'paragraph'
          ? 'prose'
          : node.type,
    ),
    repairs: repairs.map(({ rule, removed }) => `${rule}: ${removed}`).filter((one) => !one.startsWith('date')),
  };
};

test('NPR: the line above "hide caption" is the credit, whoever it names, and the line above that the caption', () => {
  const caption = 'The tram stands over Mill Lane in the week without streetlights.';
  const credit = 'Harriet van Dam/QPR News';
  expect(read([caption, credit, 'hide caption', '', 'toggle caption', credit])).toEqual({
    told: ['prose', 'prose', [caption, 'Harriet van Dam', 'QPR News'], 'prose'],
    repairs: ['furniture: hide caption', 'furniture: toggle caption', `doubled-credit: ${credit}`],
  });
});

test('a credit without a caption, and without the button of a narrow screen', () => {
  expect(read(['Harriet van Dam', 'hide caption', '']).told).toEqual([
    'prose',
    'prose',
    ['', 'Harriet van Dam'],
    'prose',
  ]);
});

test('without the button the same lines are prose', () => {
  expect(read(['Nobody came.', 'Nobody went.', '']).told).toEqual(['prose', 'prose', 'prose', 'prose', 'prose']);
});
