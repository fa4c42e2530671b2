import { describe, expect, test } from 'vitest';
import { pipeline } from '../../render/fixtures/pipeline.ts';

const story = [
  'The council of the town voted on Tuesday to keep the harbour open for another ten years, after a debate that lasted until the early hours.',
  'Nobody had asked the fishers what they thought, said the pilot, and nobody would have listened to them in any case.',
];
const rest =
  'The mayor said that the debate had been open to everybody, and that the square in front of the hall had been full until midnight.';

/** The quotations of an article that has one line between its paragraphs. */
function quotations(line: string): number {
  const text = ['Council votes to keep harbour open', 'March 3, 2024', ...story, line, rest].join('\n\n');
  return JSON.stringify(pipeline('a.txt', text).entry.article.blocks).split('<blockquote>').length - 1;
}

describe('a pull quote', () => {
  test.each(['“Nobody had asked the fishers what they thought.”', 'Nobody had asked the fishers what they thought.'])(
    'is a sentence that stands in a paragraph too: %s',
    (line) => expect(quotations(line)).toBe(1),
  );

  test.each(['“Nobody has ever asked me what I thought.”', 'Nobody had asked.', 'Nobody had asked the fishers'])(
    'is nothing else: %s',
    (line) => expect(quotations(line)).toBe(0),
  );
});
