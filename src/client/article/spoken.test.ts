import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parts } from './spoken.ts';

describe('parts for the voice', () => {
  it('join short sentences and end where sentences do', () => {
    expect(parts('One. Two! Three?')).toEqual(['One. Two! Three?']);
    const long = `${'word '.repeat(30).trim()}. ${'more '.repeat(30).trim()}.`;
    expect(parts(long)).toEqual([`${'word '.repeat(30).trim()}.`, `${'more '.repeat(30).trim()}.`]);
  });

  it('are none for nothing', () => {
    expect(parts(' \n ')).toEqual([]);
  });

  it('say every letter once, in order, never too many together', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900 }), (text) => {
        const made = parts(text);
        expect(made.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const part of made) expect(part.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
