import { describe, expect, it } from 'vitest';
import { catalogues } from './catalogues.ts';

/** Languages have different plural forms of one text: they count as that text. */
const form = /\.(?:zero|one|two|few|many|other)$/;

/** Every text with its path: `listen.speed`. */
function texts(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`.replace(form, ''), value] as [string, string]]
      : texts(value as object, `${path}${key}.`),
  );
}

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const english = new Map(texts(catalogues.en.reader));

describe.each(Object.entries(catalogues).map(([language, { reader }]) => [language, reader] as const))(
  'the words of the reading features in %s',
  (language, words) => {
    it('are all there and none empty', () => {
      const own = texts(words);
      expect([...new Set(own.map(([path]) => path))].sort()).toEqual([...english.keys()].sort());
      for (const [path, text] of own) expect(text.trim(), path).not.toBe('');
    });

    it('have the same places to fill', () => {
      const own = texts(words);
      for (const [path, text] of own) {
        // A form for none or two may say the number in words.
        const isForm = own.filter(([other]) => other === path).length > 1;
        if (!isForm || places(text).length > 0) expect(places(text), path).toEqual(places(english.get(path) ?? ''));
      }
    });

    it('are its own', () => {
      const same = texts(words).filter(([path, text]) => english.get(path) === text);
      if (language !== 'en') expect(same.length).toBeLessThan(english.size / 10);
    });
  },
);
