import { describe, expect, it } from 'vitest';
import { readingWords } from './index.ts';

/** Every text with its path: `listen.speed`. */
function texts(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : texts(value as object, `${path}${key}.`),
  );
}

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const english = new Map(texts(readingWords.en));

describe.each(Object.entries(readingWords))('the words of the reading features in %s', (language, words) => {
  it('are all there and none empty', () => {
    const own = texts(words);
    expect(own.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of own) expect(text.trim(), path).not.toBe('');
  });

  it('have the same places to fill', () => {
    for (const [path, text] of texts(words)) expect(places(text), path).toEqual(places(english.get(path) ?? ''));
  });

  it('are its own', () => {
    const same = texts(words).filter(([path, text]) => english.get(path) === text);
    if (language !== 'en') expect(same.length).toBeLessThan(english.size / 10);
  });
});
