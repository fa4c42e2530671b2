import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from './fixtures/strict-xml.ts';
import { toXml, x, xmlText } from './xml.ts';

/** Any sequence of UTF-16 units, controls and lone surrogates among them, with markup mixed in. */
const units = fc.array(
  fc.oneof(
    fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('<', '&', ']]>', '"', '\r\n', '\u0008', '\0', '\ud800', '😀'),
  ),
);
const text = units.map((parts) => parts.join(''));

describe('XML', () => {
  it('is read back as it was written, whatever the text, without what XML 1.0 does not allow', () => {
    fc.assert(
      fc.property(text, text, (inside, attribute) => {
        const read = readXml(toXml(x('a', { b: attribute }, inside)));
        expect(read.text).toBe(xmlText(inside));
        expect(read.attributes['b']).toBe(xmlText(attribute));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out controls, lone surrogates and non-characters, and keeps everything else', () => {
    expect(xmlText('a\u0008b\0c\u001fd\ufffee\uffff')).toBe('abcde');
    expect(xmlText('x\ud83dy\ude00z')).toBe('xyz');
    expect(xmlText('é 漢 😀 \u202e\u200d\t\n')).toBe('é 漢 😀 \u202e\u200d\t\n');
  });

  it('leaves out what is not there', () => {
    expect(toXml(x('a', { b: null, c: undefined, d: 0 }, null, undefined))).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<a d="0"/>\n',
    );
  });

  it('keeps blanks of text as they are', () => {
    expect(readXml(toXml(x('a', {}, x('b', {}, '  two  \n lines ')))).children[0]?.text).toBe('  two  \n lines ');
  });
});
