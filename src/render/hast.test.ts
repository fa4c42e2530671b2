import { expect, test } from 'vitest';
import { pipeline } from './fixtures/pipeline.ts';

test('a link that is left out is told where it stands, although HTML stands in the same text', () => {
  const body = '> Once.\n\nThe <mark>tide</mark> turned.\n\nSee [this](a.pdf).\n\n- One\n- [Two](b.pdf)';
  const { entry } = pipeline('a.md', `---\nheadline: H\npublished: 2024-11-20\n---\n${body}\n`);
  expect(entry.warnings.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['9 unsafe-link', '12 unsafe-link']);
  expect(JSON.stringify(entry.article)).not.toMatch(/line-?of-?file/i);
});
