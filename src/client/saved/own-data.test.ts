import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounds, type Stop } from './ledger.ts';
import { mergeOwnData, packOwnData, unpackOwnData, type OwnData } from './own-data.ts';
import { readSettings } from '../display/settings.ts';

const when = new Date('2026-11-01T12:00:00Z');
const piece = (id: string) => ({ id, path: `/articles/${id}/`, headline: `About ${id}`, section: 'World', minutes: 4 });
const stop = (id: string, at = 5): Stop => ({ ...piece(id), block: 3, fraction: 0.5, share: 0.4, at });

const data: OwnData = {
  settings: { ...readSettings({}), theme: 'sepia', keys: false, speed: 1.5 },
  stops: [stop('eels')],
  read: [{ id: 'metre', at: 7 }],
  saved: [{ ...piece('canal'), at: 9 }],
  highlights: [{ ...piece('lens'), quote: 'It burned.', start: 12, note: 'How long?', at: 4 }],
};

describe('the export file', () => {
  it('gives back what went in', () => {
    expect(unpackOwnData(packOwnData(data, when))).toEqual(data);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another file', '{"saved":[]}'],
    ['a form that is not known', '{"broadsheet":2}'],
    ['more than any export', `{"broadsheet":1,"x":"${'x'.repeat(4_000_000)}"}`],
  ])('is refused when it is %s', (_, text) => {
    expect(unpackOwnData(text)).toBeNull();
  });

  it.each([
    ['a script for a path', { path: 'javascript:alert(1)//articles/' }],
    ['another host', { path: '//evil.example/articles/x/' }],
    ['a way up', { path: '/articles/../../admin/' }],
    ['a way up, encoded by nobody', { path: '/articles/./x/' }],
    ['a backslash', { path: '/articles\\evil.example/' }],
    ['a query', { path: '/articles/x/?y/' }],
    ['a path that is no text', { path: ['/articles/x/'] }],
    ['an endless headline', { headline: 'x'.repeat(601) }],
    ['a headline that is an object', { headline: { toString: 'x' } }],
    ['a time that is none', { at: 1e400 }],
    ['a time before 1970', { at: -1 }],
    ['no id', { id: '' }],
  ])('loses an entry with %s', (_, fault) => {
    const text = JSON.stringify({
      broadsheet: 1,
      saved: [
        { ...piece('x'), at: 1, ...fault },
        { ...piece('good'), at: 2 },
      ],
    });
    expect(unpackOwnData(text)?.saved.map(({ id }) => id)).toEqual(['good']);
  });

  it('loses places that are nowhere', () => {
    for (const fault of [{ block: -1 }, { block: 1.5 }, { fraction: 2 }, { share: null }, { share: 'x' }]) {
      expect(unpackOwnData(JSON.stringify({ broadsheet: 1, stops: [{ ...stop('x'), ...fault }] }))?.stops).toEqual([]);
    }
  });

  it('brings no fields along but the known ones', () => {
    const text =
      '{"broadsheet":1,"__proto__":{"a":1},"saved":[{"__proto__":{"gone":true},"constructor":1,"id":"x","path":"/articles/x/","headline":"X","at":1,"onclick":"y"}]}';
    expect(unpackOwnData(text)?.saved).toEqual([
      { id: 'x', path: '/articles/x/', headline: 'X', section: null, minutes: null, at: 1 },
    ]);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('is bounded', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...piece(`a${index}`), at: index }));
    expect(unpackOwnData(JSON.stringify({ broadsheet: 1, saved: many }))?.saved).toHaveLength(bounds.saved);
  });

  it('never throws, whatever is in it, and gives only good entries', () => {
    const anything = fc.oneof(
      fc.json(),
      fc
        .jsonValue()
        .map((value) => JSON.stringify({ broadsheet: 1, saved: value, stops: [value], read: value, settings: value })),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const got = unpackOwnData(text);
        for (const entry of [...(got?.saved ?? []), ...(got?.stops ?? [])]) expect(entry.path).toMatch(/^\/articles\//);
      }),
    );
  });
});

describe('an import', () => {
  it('joins what is here, the later of two staying', () => {
    const here: OwnData = { ...data, stops: [stop('eels', 100), stop('metre', 1)], saved: [] };
    const merged = mergeOwnData(here, data);
    expect(merged.stops.map(({ id, at }) => [id, at])).toEqual([
      ['eels', 100],
      ['metre', 1],
    ]);
    expect(merged.saved).toEqual(data.saved);
  });
});
