import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, endOf, members, type Cbor } from './cbor.ts';

const value: fc.Arbitrary<Cbor> = fc.letrec<{ value: Cbor }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -0x7fffffff, max: 0x7fffffff }),
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 30 }),
  ),
})).value;

describe('CBOR of a search index', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(decode(encode(each))).toEqual(each);
      }),
    );
  });

  it('walks to the end of any value without building it', () => {
    fc.assert(
      fc.property(value, fc.uint8Array({ maxLength: 8 }), (each, after) => {
        const bytes = encode(each);
        expect(endOf(Buffer.concat([bytes, after]), 0)).toBe(bytes.length);
      }),
    );
  });

  it('tells where the members of an array stand', () => {
    fc.assert(
      fc.property(fc.array(value), (list) => {
        const bytes = encode(list);
        const places = members(bytes, 0);
        expect(places).toHaveLength(list.length + 1);
        expect(places.slice(0, -1).map((place) => decode(bytes, place))).toEqual(list);
      }),
    );
  });

  it('writes as the specification has it (RFC 8949, appendix A)', () => {
    const hex = (each: Cbor) => Buffer.from(encode(each)).toString('hex');
    expect([0, 23, 24, 100, 1000, 1_000_000, -1, -1000].map(hex)).toEqual([
      '00',
      '17',
      '1818',
      '1864',
      '1903e8',
      '1a000f4240',
      '20',
      '3903e7',
    ]);
    expect([hex('ü'), hex([1, [2, 3], [4, 5]]), hex(null)]).toEqual(['62c3bc', '8301820203820405', 'f6']);
  });

  it('refuses what is not known, and what ends too early', () => {
    for (const bytes of ['f5', '9f00ff', 'fb3ff199999999999a', 'a0', '8201', '6261', '18']) {
      expect(() => decode(Buffer.from(bytes, 'hex'), 0), bytes).toThrow();
    }
  });
});
