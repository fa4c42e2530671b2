import { describe, expect, test } from 'vitest';
import { introducedItems } from './introduced-list.ts';

/** Lines with no blank line between them, and one above the first. */
const lines = (...texts: string[]) => texts.map((text, at) => ({ text, gap: at === 0 ? 1 : 0 }));

describe('the items that a line announces', () => {
  test.each([
    [
      'go on in small letters',
      'With the new ferry you can:',
      ['take your bicycle along', 'and pay on board', 'The ferry runs daily.'],
      2,
    ],
    [
      'end in semicolons',
      'The town has three plans:',
      ['A new quay;', 'A crane of steel;', 'A house of ice.', 'Nobody objected.'],
      3,
    ],
    ['are short and no sentences', 'These harbours stay open this year:', ['Northport', 'Old Quay', 'Saltness'], 3],
    [
      'are the highlights of a story',
      'STORY HIGHLIGHTS',
      ['The council votes on Tuesday', 'Fishers ask for a new quay'],
      2,
    ],
  ])('%s', (_, above, below, count) => expect(introducedItems(above, lines(...below))).toBe(count));

  test.each([
    ['a quotation', 'The mayor of the town said:', ['“We will keep it open.”', '“For ten years.”']],
    [
      'sentences',
      'What happened then is well known:',
      ['The council voted.', 'The mayor resigned.', 'The harbour closed.'],
    ],
    ['lines below no colon', 'The council met on Tuesday.', ['northport', 'old quay']],
    ['code', 'The page begins with these lines:', ['<html>', '<head>', '<title>Harbour</title>']],
    ['a label of one word', 'Related:', ['Northport', 'Old Quay', 'Saltness']],
  ])('are not %s', (_, above, below) => expect(introducedItems(above, lines(...below))).toBe(0));
});
