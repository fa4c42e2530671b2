import { describe, expect, test } from 'vitest';
import { tellLanguage } from './language.ts';

describe('the language of a text', () => {
  test.each([
    [
      'a list of links',
      '<ul>\n<li><a href="https://example.org/1">Mooring fees fall</a></li>\n<li><a href="https://example.org/2">Pilots stay ashore</a></li>\n<li><a href="https://example.org/3">Ropes spliced by hand</a></li>\n</ul>',
    ],
    [
      'results with initials',
      "- Port's Lee: a try, a card\n- Mole's Berg: a catch, a run\n- Bay's Orr: a penalty\n- Ness's Hale: a miss",
    ],
    [
      'prices',
      'Tea: $71.20 a chest. Tar: $2,640 a barrel. Salt: $5.60 a sack. Cod: $3.10 a pound. Twine: $2.90 a reel.',
    ],
    ['names alone', 'Ann Lee, Bo Berg, Ines Calder, Jon Reed'],
    ['one word', 'Praha'],
  ])('%s in English prove no other', (_, text) => {
    expect(tellLanguage(text, 'en')).toBe('en');
  });

  test.each([
    [
      'de',
      'Der Hafen hat am Montag nach neun Tagen Sturm wieder geöffnet, und niemand wurde verletzt, sagten die Behörden.',
    ],
    ['cs', 'Přístav byl v pondělí po devíti dnech bouře znovu otevřen a nikdo nebyl zraněn, uvedly úřady.'],
    [
      'lv',
      'Osta pirmdien pēc deviņu dienu vētras atkal tika atvērta, un neviens netika ievainots, paziņoja varas iestādes.',
    ],
    ['uk', 'Порт відкрили в понеділок після дев’яти днів шторму, і ніхто не постраждав, повідомила влада міста.'],
    ['ja', '港は九日間の嵐のあと月曜日に再開され、けが人はいなかったと当局が発表した。'],
  ])('%s', (language, text) => {
    expect(tellLanguage(text, 'en')).toBe(language);
  });

  test('the site’s own form of it is kept', () => {
    expect(tellLanguage('The harbour reopened on Monday after nine days of storm, and nobody was hurt.', 'en-GB')).toBe(
      'en-GB',
    );
  });
});
