import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSource, firstBadByte, positionAt } from './decode.ts';
import { SourceError } from './error.ts';
import { withoutControls } from './words.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

function mistake(action: () => unknown): SourceError {
  try {
    action();
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('bytes become text', () => {
  test('a byte order mark and the ends of lines make no difference', () => {
    const plain = decodeSource('a.md', utf8('one\ntwo\n\nthree'));
    for (const text of [
      '\uFEFFone\ntwo\n\nthree',
      'one\r\ntwo\r\n\r\nthree',
      'one\rtwo\r\rthree',
      '\uFEFFone\r\ntwo\n\rthree',
    ])
      expect(decodeSource('a.md', utf8(text))).toBe(plain);
  });

  test('a second byte order mark is a character of the text', () => {
    expect(decodeSource('a.md', utf8('\uFEFF\uFEFFone'))).toBe('\uFEFFone');
  });

  test.each([
    ['a lone byte of Latin-1', bytes(0x68, 0x0a, 0x63, 0x61, 0x66, 0xe9, 0x20), 5, 2, 4],
    ['an overlong form', bytes(0xc0, 0xaf), 0, 1, 1],
    ['a surrogate', bytes(0x61, 0xed, 0xa0, 0x80), 1, 1, 2],
    ['a sequence cut off', bytes(0x61, 0x62, 0xe2, 0x82), 2, 1, 3],
    ['past the last character', bytes(0xf4, 0x90, 0x80, 0x80), 0, 1, 1],
  ])('%s is an error with its offset', (_, input, offset, line, column) => {
    const error = mistake(() => decodeSource('a.md', input));
    expect(error.rule).toBe('not-utf-8');
    expect(error.message).toContain(`offset ${offset}.`);
    expect([error.line, error.column]).toEqual([line, column]);
  });

  test('UTF-16 with its mark is read, in either order', () => {
    const wide = (text: string, big: boolean) =>
      Uint8Array.from(
        [...text].flatMap((sign) =>
          big
            ? [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255]
            : [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8],
        ),
      );
    for (const big of [true, false]) expect(decodeSource('a.txt', wide('\uFEFFCafé\r\n港口', big))).toBe('Café\n港口');
    expect(mistake(() => decodeSource('a.txt', bytes(0xff, 0xfe, 0x00, 0xd8))).rule).toBe('not-utf-16');
  });

  test('Latin-1 is told with the words that it would be', () => {
    const latin = mistake(() =>
      decodeSource('a.md', Uint8Array.from([...'Le café ferme'].map((sign) => sign.charCodeAt(0)))),
    );
    expect(latin.message).toContain('As Windows-1252 (Latin-1) it reads "Le café ferme".');
  });

  test('control characters are taken out and told once', () => {
    const told: string[] = [];
    expect(
      decodeSource('a.md', utf8('a\u0008b\u000bc\u0085d\uFFFEe\n\tf'), (warning) => told.push(String(warning))),
    ).toBe('ab c de\n\tf');
    expect(told).toEqual([
      expect.stringContaining('a.md:1:2  warning: The text has control characters in it, U+0008 the first'),
    ]);
  });

  test('NUL and nothing are errors', () => {
    const nul = mistake(() => decodeSource('a.md', utf8('one\nt\0wo')));
    expect([nul.rule, nul.line, nul.column]).toEqual(['nul', 2, 2]);
    for (const text of ['', ' \n\t\n', '\uFEFF'])
      expect(mistake(() => decodeSource('a.md', utf8(text))).rule).toBe('empty-file');
  });

  test('the first bad byte is found where the platform refuses, and nowhere else', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (input) => {
        const bad = firstBadByte(input);
        let refused = false;
        try {
          strict.decode(input);
        } catch {
          refused = true;
        }
        expect(bad >= 0).toBe(refused);
        if (bad > 0) expect(() => strict.decode(input.subarray(0, bad))).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  test('any text comes through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(
          withoutControls(text).trim() !== '' &&
            !/[\0\r]/.test(text) &&
            !text.startsWith('\uFEFF') &&
            text.isWellFormed(),
        );
        expect(decodeSource('a.md', utf8(text))).toBe(withoutControls(text));
      }),
    );
  });

  test('a position counts lines and columns from 1', () => {
    expect(positionAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  });
});
