import { describe, expect, it } from 'vitest';
import { toFaithfulMarkdown } from '../../render/markdown/faithful-markdown.ts';
import { pipeline } from '../../render/fixtures/pipeline.ts';
import { goldenPairs } from '../../tests/golden-pairs.ts';
import { recognise } from '../fixtures/golden.ts';

const head = 'The harbour speaks\n\nPost At: Jan 30/2024 12:50AM\n\n';

describe.each(goldenPairs('interviews'))('$name', ({ name, text, form, expected }) => {
  it('is told', () => expect(recognise(text, form).made).toEqual(expected));

  it('is the same again after Markdown', () => {
    const { parsed, entry } = pipeline(name, head + text);
    const again = pipeline('again.md', toFaithfulMarkdown(parsed, { timeZone: 'UTC', language: 'en' })).entry;
    expect(again.article.blocks).toEqual(entry.article.blocks);
  });
});

it('names who speaks', () => {
  const { text } = goldenPairs('interviews').find(({ name }) => name === 'names.txt')!;
  const { blocks } = pipeline('names.txt', head + text).entry.article;
  const asked = blocks.flatMap((block) => (block.type === 'qa' ? [block] : []));
  expect(asked.map(({ question }) => question.speaker)).toEqual(['REPORTER', 'REPORTER', 'REPORTER']);
  expect(asked[1]!.answers.map(({ speaker }) => speaker)).toEqual(['MAYOR LIND', 'DEPUTY HOLM']);
});
