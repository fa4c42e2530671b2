import { expect, test } from 'vitest';
import { linesOf } from '../text/lines.ts';
import { joinTornCredits } from './torn-credits.ts';

const joined = (text: string) => joinTornCredits(linesOf(text, 1), []).map((line) => line.text);

test.each([
  ['Gulls over the harbour (\nImage:\nAnn Lee / AP)', ['Gulls over the harbour (Image: Ann Lee / AP)']],
  ['Gulls over the harbour\nFoto:\nAnn Lee / AP', ['Gulls over the harbour', 'Foto: Ann Lee / AP']],
  // What stands below is no name, or stands apart.
  ['Photos:\nthey came by sea.', ['Photos:', 'they came by sea.']],
  ['Photo:\n\nThe council voted', ['Photo:', 'The council voted']],
])('%j', (text, lines) => {
  expect(joined(text)).toEqual(lines);
});
