import { describe, expect, test } from 'vitest';
import { pipeline } from '../../render/fixtures/pipeline.ts';

const story = [
  'The council of the town voted on Tuesday to keep the old harbour open for another ten years, after a debate that lasted until the early hours.',
  'Fishers who had fought for a decade said that they would go on asking for a new quay, and that they had not heard from the minister.',
  'Ann Lee, the mayor, and her deputy had promised that the vote would be held before the summer, and that it would be open to the public.',
];

/** The notices of an article by Bo Berg that ends with these paragraphs. */
function notices(...end: string[]): string[] {
  const text = ['Council votes to keep harbour open', 'By Bo Berg', 'March 3, 2024', ...story, ...end].join('\n\n');
  return pipeline('a.txt', text).entry.article.blocks.flatMap((block) => (block.type === 'notice' ? [block.html] : []));
}

describe('what a page says of who wrote the article', () => {
  test.each([
    ['a paragraph that opens with the name', ['Bo Berg is a reporter who covers ports and ferries.'], 'covers ports'],
    ['in German', ['Bo Berg schreibt seit zehn Jahren über Häfen und Fähren.'], 'seit zehn Jahren'],
    ['below its label', ['About the author', 'Bo Berg lives in a lighthouse and has three cats.'], 'three cats'],
    ['below the name', ['Bo Berg', 'is a reporter who covers ports and ferries.'], 'covers ports'],
  ])('is a notice: %s', (_, end, words) => {
    const found = notices(...end);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });

  test.each([
    ['somebody of the story', 'Ann Lee is the mayor of the town and has been for ten years.'],
    ['a name that only begins the same', 'Bo Bergman is the owner of the largest trawler in the harbour.'],
  ])('is not: %s', (_, line) => expect(notices(line)).toEqual([]));
});
