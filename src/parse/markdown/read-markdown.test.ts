import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { readMarkdown, readWhole, takeHeadline } from './read-markdown.ts';

const texts = (markdown: string) => readMarkdown(markdown, 1).children.map((node) => `${node.type} ${toString(node)}`);

describe('directives', () => {
  test('known ones are nodes', () => {
    const [node] = readMarkdown(':::figure{credit="Ann Lee / AFP"}\nA boat.\n:::\n', 1).children;
    expect(node).toMatchObject({ type: 'containerDirective', name: 'figure', attributes: { credit: 'Ann Lee / AFP' } });
  });

  test.each([
    'We meet at 10:30 sharp.',
    'Re:Invent was loud.',
    'Well :) and :( too',
    ':smile: alone',
    '::leaf alone',
    'a :b[c]{d} e',
    ': a',
    ':::',
  ])('%j is the text that it was', (text) => expect(texts(text)).toEqual([`paragraph ${text}`]));

  test('unknown ones keep their fences as text and their insides as blocks', () => {
    expect(texts('Before.\n\n:::weather[Rain]{city=London}\n# Heading\n\nA *word*.\n:::\n\nAfter.')).toEqual([
      'paragraph Before.',
      'paragraph :::weather[Rain]{city=London}',
      'heading Heading',
      'paragraph A word.',
      'paragraph :::',
      'paragraph After.',
    ]);
    expect(texts(':::weather\nNever closed.')).toEqual(['paragraph :::weather', 'paragraph Never closed.']);
  });
});

describe('the headline of a body', () => {
  test('is its first heading of the first level, and leaves the body', () => {
    const taken = takeHeadline(readMarkdown('Lead.\n\n# The *harbour*\n\nText.\n\n# Another', 1))!;
    expect(taken.headline).toBe('The harbour');
    expect(taken.root.children.map((node) => toString(node))).toEqual(['Lead.', 'Text.', 'Another']);
  });
  test('an empty heading or a lower one is none', () => {
    expect(takeHeadline(readMarkdown('#\n\n## Lower', 1))).toBeNull();
  });
});

test('lines are those of the file', () => {
  const root = readMarkdown('One\n\n* two\n\nThree', 7);
  expect(root.children.map(({ position }) => position!.start.line)).toEqual([7, 9, 11]);
});

describe('paragraphs of plain words', () => {
  const line = fc.constantFrom(
    'Plain words of a story.', '“Quoted,” she said', 'two  spaces  ', '# Heading', '* item', '1. one', '> quoted', '    code', 'with *stress*',
    'a [link](https://example.com)', 'see https://example.com', 'www.example.com', 'me@example.com', 'A & B at 5 > 4 # 3 @ann', 'a ~ b', 'a ~~b~~ c', '12 boats', '12\\. boats', '12) boats', '$5 a head', 'a&amp;b', '```', '~~~', '<div>', '</div>', '<!-- no', '-->',
    '| a | b |', '| - | - |', '===', '---', '***', '[x]: /y', '[^1]', '[^1]: note', ':::tip', ':::', ':::none', 'tail\\', '&amp; more', '\tTab', '  indented', '', '', '',
  ); // prettier-ignore
  test('come out as the parser would have them, whatever stands around them', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        const quick = readMarkdown(text, 1).children;
        const whole = readWhole(text).children;
        fc.pre(!/^ {0,3}:{3,}\s*$/m.test(text) || text.includes(':::tip'));
        expect(quick).toEqual(whole);
      }),
      { numRuns: 1500 },
    );
  });
});
