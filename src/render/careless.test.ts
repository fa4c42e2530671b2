import type { Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { describe, expect, it } from 'vitest';
import { activeParts, reparse } from './fixtures/active.ts';
import { toSafeHtml } from './gate.ts';
import { contentSchema } from './schema.ts';

/** What judges the gate must see a careless one: the same texts through other schemas, each with one mistake. */
const texts = [
  '<p onclick="a()">a</p>',
  '<a href="javascript:a()">a</a>',
  '<iframe src="//elsewhere.example"></iframe>',
  '<script>a()</script>',
  '<p style="position:fixed">a</p>',
  '<img src="https://elsewhere.example/a.png">',
  '<form action="https://elsewhere.example"><button>a</button></form>',
];

const careless: Record<string, Schema> = {
  'no protocols': { ...contentSchema, protocols: {} },
  'any element': { ...contentSchema, tagNames: null, strip: [] },
  'one more element': { ...contentSchema, tagNames: [...contentSchema.tagNames!, 'iframe'], strip: [] },
  'a handler': { ...contentSchema, attributes: { ...contentSchema.attributes, p: ['onClick'] } },
  'a style': { ...contentSchema, attributes: { ...contentSchema.attributes, '*': ['style'] } },
  'pictures from elsewhere': { ...contentSchema, protocols: { ...contentSchema.protocols, src: ['https'] } },
};
const found = (through: (tree: Root) => Root): string[] => texts.flatMap((text) => activeParts(through(reparse(text))));

describe('a gate with a mistake is seen', () => {
  it.each(Object.entries(careless))('%s', (_mistake, schema) => {
    expect(found((tree) => sanitize(tree, schema) as Root)).not.toEqual([]);
  });
  it('no gate at all', () => {
    expect(found((tree) => tree).length).toBeGreaterThan(texts.length - 1);
  });
  it('and this one has none', () => {
    expect(found((tree) => reparse(toSafeHtml(tree)))).toEqual([]);
  });
});
