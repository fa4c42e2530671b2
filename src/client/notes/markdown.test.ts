import { expect, it } from 'vitest';
import { highlightsAsMarkdown } from './markdown.ts';

const piece = { id: 'lamp', path: '/articles/lamp/', headline: 'A *lamp*', section: null, minutes: 2 };

it('writes highlights article by article, in the order of the text, with what was noted', () => {
  const text = highlightsAsMarkdown(
    [
      { ...piece, quote: 'Second\nparagraph_', start: 90, note: '', at: 3 },
      {
        ...piece,
        id: 'eel',
        path: '/articles/eel/',
        headline: 'Eel',
        quote: 'It left.',
        start: 0,
        note: '# why?',
        at: 2,
      },
      { ...piece, quote: 'First', start: 10, note: 'Ask *her*.', at: 1 },
    ],
    'Highlights and notes',
    (path) => `https://paper.example${path}`,
  );
  expect(text).toBe(`# Highlights and notes

## [A \\*lamp\\*](<https://paper.example/articles/lamp/>)

> First

Ask \\*her\\*.

> Second
>
> paragraph\\_

## [Eel](<https://paper.example/articles/eel/>)

> It left.

\\# why?
`);
});
