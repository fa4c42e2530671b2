import { toString } from 'mdast-util-to-string';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { furtherReading } from './further-reading.ts';
import { linesOf } from '../text/lines.ts';
import { parseText } from '../parse.ts';

const options = { timeZone: 'UTC', language: 'en' };
const first =
  'The council of the town voted on Tuesday to keep the old harbour open for another ten years, after a debate that lasted until the early hours and brought hundreds of people into the square.';
const second =
  'Fishers who had fought the plan for a decade said that they would go on asking for a new quay, and that they had not heard from the minister since the beginning of last year.';

/** What is left as text, and what was taken out as further reading. */
function read(body: string) {
  const { root, repairs } = parseText('a.txt', `Council votes to keep harbour open\nMarch 3, 2024\n\n${body}`, options);
  return {
    text: root.children.map((node) => toString(node)),
    taken: repairs.filter(({ rule }) => rule === 'further-reading').map(({ removed }) => removed),
  };
}

describe('further reading in a pasted page', () => {
  test.each([
    ['Related Topics', ['Tidal power', 'Newport', 'Renewable energy']],
    ['RELATED COVERAGE', ['Storms leave thousands without power in Houston']],
    ['More on this story', ["Tidal lagoon plan 'too expensive'", '25 June 2018']],
    ['Editors’ Picks', ['Is It Rude to Read at Dinner?', 'The Best Soups to Make When It Rains']],
    ['Mehr zum Thema', ['Was Torf in der Blumenerde anrichtet']],
    ['Lees ook:', ['Vangstverbod op zee blijft gelden']],
    ['Leggi anche', ['Mose, i conti che non tornano']],
    ['LEIA MAIS', ['Seca de 2023 deixou comunidades sem água']],
    ['Archivado En', ['Galicia', 'Faros', 'Puertos']],
    ['More from Bloomberg', ['The Last Days of the Mall']],
  ])('%s: its titles are told apart, at the end and between paragraphs', (opener, titles) => {
    const list = [opener, ...titles];
    const end = read(`${first}\n\n${second}\n\n${list.join('\n')}\n`);
    expect(end).toEqual({ text: [first, second], taken: [list.join('\n')] });
    const between = read(`${first}\n\n${list.join('\n')}\n\n${second}\n`);
    expect(between).toEqual({ text: [first, second], taken: [list.join('\n')] });
  });

  test.each([
    'READ MORE: Postman saves dog from canal on his round',
    'ALSO READ: Flashback: When trams ruled the town',
    'Lire aussi | Article réservé à nos abonnés Au Havre, les grues sans grutiers',
    'FILED UNDER: AGRICULTURE, CONGRESS, FARM BILL',
    'Lesen Sie auch: Was Torf in der Blumenerde anrichtet',
  ])('a pointer of one line: %s', (line) => {
    expect(read(`${first}\n\n${line}\n\n${second}`)).toEqual({ text: [first, second], taken: [line] });
  });

  test('a subhead set apart from the list stays', () => {
    const { text } = read(
      `${first}\n\nRelated stories\nStorms leave thousands without power\nOne ship, two owners\n\nWhat happens next?\n${second}`,
    );
    expect(text).toEqual([first, 'What happens next?', second]);
  });

  test.each([
    ['the words in a sentence', 'Related stories were told in every pub of the town that night.'],
    ['an opener with prose below it', `Read more\u00a0slowly, she said.`],
    ['a label in the midst of a sentence', 'He had read more: books, letters, the labels of tins, whatever lay about.'],
  ])('%s is prose', (_, line) => {
    expect(read(`${first}\n\n${line}\n\n${second}`)).toEqual({ text: [first, line, second], taken: [] });
  });

  test('an opener with only prose below it opens no list', () => {
    expect(read(`${first}\n\nRecommended\n\n${second}`).taken).toEqual([]);
  });

  test('a note, a credit or a quotation ends the list', () => {
    for (const line of [
      'Reporting by Ann Smith; Editing by Jan Poe',
      '“We will be back”',
      '»Wir kommen wieder. Bald.«',
      'Correction: it was ten',
    ]) {
      const { taken } = read(`${first}\n\n${second}\n\nRelated\nOne ship, two owners\n${line}`);
      expect(taken).toEqual(['Related\nOne ship, two owners']);
    }
  });

  test('between paragraphs, more than six short lines are the story’s own', () => {
    const lines = Array.from({ length: 7 }, (_, index) => `Verse number ${index}`);
    expect(read(`${first}\n\nTrending\n${lines.join('\n')}\n${second}\n\n${first}`).taken).toEqual([]);
  });

  test.each(['Related\n', 'Related\nA title\n', 'Related:\nIt was so.\n', 'READ MORE: it\n', 'A title\n'])(
    'takes no longer for a megabyte of %j',
    (piece) => {
      const lines = linesOf(piece.repeat(1_000_000 / piece.length), 1);
      const before = process.cpuUsage();
      furtherReading(lines, () => false);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
    },
  );

  test('places are in order, within the lines, and never overlap', () => {
    const line = fc.constantFrom(
      'Related',
      'See also:',
      'A title',
      first,
      '',
      'READ MORE: it',
      '“Quoted”',
      '2 May 2024',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (texts) => {
        const lines = linesOf(texts.join('\n'), 1);
        let last = -1;
        for (const { from, to } of furtherReading(lines, () => false)) {
          expect(from).toBeGreaterThan(last);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThan(lines.length);
          expect(lines.slice(from, to + 1).map(({ text }) => text)).not.toContain(first);
          last = to;
        }
      }),
    );
  });
});
