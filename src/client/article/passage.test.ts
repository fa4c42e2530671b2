import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageFragment, wordEnd, wordStart } from './passage.ts';

const passage = (
  text: string,
  all = `Before it all ${text} and after.`,
  before = 'Before it all ',
  after = ' and after.',
) => passageFragment({ text, all, before, after });

describe('a link to a passage', () => {
  it('names a short passage whole', () => {
    expect(passage('the harbour, at dusk')).toBe('#:~:text=the%20harbour%2C%20at%20dusk');
  });

  it('encodes what has a meaning in a directive', () => {
    expect(passage('so-called “A & B”')).toBe('#:~:text=so%2Dcalled%20%E2%80%9CA%20%26%20B%E2%80%9D');
  });

  it('names a long passage by its first and last words', () => {
    const text = `One two three four five six. ${'Seven eight nine ten. '.repeat(8)}And so it ended there.`;
    expect(passage(text)).toBe('#:~:text=One%20two%20three%20four%20five,And%20so%20it%20ended%20there.');
  });

  it('names a passage over several paragraphs by the ends of the first and the last', () => {
    expect(passage('end of one.\n\nA whole paragraph.\nBegin of three', 'x')).toBe(
      '#:~:text=end%20of%20one.,Begin%20of%20three',
    );
  });

  it('adds what stands around words that stand there twice', () => {
    expect(passage('the sea', 'By the sea and on the sea again', 'By ', ' and on the sea again')).toBe(
      '#:~:text=By-,the%20sea,-and%20on%20the',
    );
  });

  it('is nothing without words', () => {
    expect(passage(' \n ')).toBeNull();
  });

  it('is always a fragment that can be taken apart again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
        const made = passage(text, text + text, text, text);
        if (made === null) return;
        expect(made).toMatch(/^#:~:text=(?:[^,&-]*-,)?[^,&-]+(?:,[^,&-]+)?(?:,-[^,&-]*)?$/);
        for (const part of made.slice(9).split(',')) decodeURIComponent(part);
      }),
    );
  });
});

describe('the edges of a word', () => {
  it('take a selection out to whole words', () => {
    expect(wordStart('the harbour wall', 6)).toBe(4);
    expect(wordEnd('the harbour wall', 6)).toBe(11);
  });

  it('stay where a word begins or ends', () => {
    expect(wordStart('the harbour', 4)).toBe(4);
    expect(wordEnd('the harbour', 3)).toBe(3);
    expect(wordEnd('the', 3)).toBe(3);
    expect(wordStart('the', 0)).toBe(0);
  });
});
