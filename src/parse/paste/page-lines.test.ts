import { describe, expect, test } from 'vitest';
import { linesOf } from '../text/lines.ts';
import { frameLines } from './page-lines.ts';

const paragraph =
  'The council of the town voted on Tuesday to keep the harbour open for another ten years, after a long debate that lasted until midnight.';

/** What lines are told to be: furniture, each so likely; the others are the story's. */
function framed(lines: readonly (readonly [text: string, likely: number])[]): string[] {
  const read = linesOf(lines.map(([text]) => text).join('\n'), 1);
  const told = (line: number, kind: string) => (kind === 'furniture' ? lines[line - 1]![1] : 0);
  const found = frameLines(read, told);
  return read.filter(({ number }) => found.has(number)).map(({ text }) => text);
}

describe('a line of the frame', () => {
  test('between paragraphs is no sentence, however likely it looks', () => {
    const sentence = 'Nobody had asked the fishers what they thought.';
    expect(
      framed([
        [paragraph, 0],
        [sentence, 1],
        [paragraph, 0],
      ]),
    ).toEqual([]);
  });

  test('between paragraphs is a title only where it is nearly certain', () => {
    const page = (likely: number) =>
      framed([
        [paragraph, 0],
        ['Ferry runs again after a year', likely],
        [paragraph, 0],
      ]);
    expect(page(0.98)).toEqual([]);
    expect(page(0.995)).toEqual(['Ferry runs again after a year']);
  });

  test('is no subhead: a blank line above, a sentence right below', () => {
    expect(
      framed([
        [paragraph, 0],
        ['', 0],
        ['What happens next?', 1],
        [paragraph, 0],
      ]),
    ).toEqual([]);
  });

  test('below the story is no sentence before the page has ended it', () => {
    const rest: [string, number][] = [
      ['Physical things have a life span, and they break.', 0.99],
      ['Most of the time they do.', 0.99],
    ];
    expect(framed([[paragraph, 0], ...rest])).toEqual([]);
    const ended: [string, number][] = [
      ['Ferry runs again after a year', 0.99],
      ['Mayor opens a bridge of stone', 0.99],
      ['Storm leaves thousands without power', 0.99],
      ['Tram falls into the river', 0.99],
    ];
    expect(framed([[paragraph, 0], ...ended, ...rest])).toEqual([...ended, ...rest].map(([text]) => text));
  });

  test('is every line that is made of the labels of buttons', () => {
    expect(
      framed([
        [paragraph, 0],
        ['Share on Facebook', 0],
        [paragraph, 0],
      ]),
    ).toEqual(['Share on Facebook']);
  });
});
