import { describe, expect, it } from 'vitest';
import { blockSchema, contentSchema } from './schema.ts';

/** Elements that load, run, post or hide something. None may ever be in an article. */
const active = [
  'script',
  'style',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'form',
  'button',
  'select',
  'textarea',
  'svg',
  'math',
  'video',
  'audio',
  'source',
  'track',
  'picture',
  'link',
  'meta',
  'base',
  'template',
  'slot',
  'dialog',
  'noscript',
  'portal',
  'canvas',
  'map',
  'area',
  'marquee',
  'html',
  'head',
  'body',
  'title',
  'xmp',
  'plaintext',
];

describe.each([
  ['content', contentSchema],
  ['block', blockSchema],
])('the schema for %s', (_name, schema) => {
  it('lets in no active element', () => {
    expect(schema.tagNames?.filter((name) => active.includes(name))).toEqual([]);
  });

  it('names what it lets in: a list that is empty or null would let in everything', () => {
    expect(schema.tagNames?.length).toBeGreaterThan(40);
    expect(schema.protocols?.['href']).toEqual(['http', 'https', 'mailto']);
    expect(schema.protocols?.['src']?.length).toBeGreaterThan(0);
    expect(schema.clobberPrefix).toBe('user-content-');
    expect(schema.clobber).toContain('id');
    expect(schema.allowComments).toBe(false);
    expect(schema.allowDoctypes).toBe(false);
  });

  it('lets in no event handler, style, name or free class', () => {
    const rules = Object.values(schema.attributes ?? {}).flat();
    const names = rules.map((rule) => (Array.isArray(rule) ? rule[0] : rule));
    expect(
      names.filter((name) =>
        /^(?:on|style$|srcDoc|action|formAction|name$|target$|is$|nonce|ping|background|data$|code|classId|xlink)/i.test(
          name,
        ),
      ),
    ).toEqual([]);
    for (const rule of rules) {
      const name = Array.isArray(rule) ? rule[0] : rule;
      if (/^(?:className|role|tabIndex|rel|type)$/.test(name))
        expect(Array.isArray(rule) && rule.length > 1, `${name} has its values named`).toBe(true);
    }
  });

  it('gives attributes only to elements that it lets in', () => {
    const named = Object.keys(schema.attributes ?? {}).filter((name) => name !== '*');
    expect(named.filter((name) => !schema.tagNames?.includes(name))).toEqual([]);
  });

  it('strips the contents of elements whose text is not for a reader', () => {
    for (const name of [
      'script',
      'style',
      'noscript',
      'template',
      'iframe',
      'textarea',
      'title',
      'svg',
      'math',
      'object',
    ]) {
      expect(schema.strip, name).toContain(name);
      expect(schema.tagNames, name).not.toContain(name);
    }
  });

  it('is frozen, all of it', () => {
    const thaw = (value: unknown, path: string): string[] =>
      value && typeof value === 'object' && !(value instanceof RegExp)
        ? [
            ...(Object.isFrozen(value) ? [] : [path]),
            ...Object.entries(value).flatMap(([key, part]) => thaw(part, `${path}.${key}`)),
          ]
        : [];
    expect(thaw(schema, 'schema')).toEqual([]);
    expect(() => (schema.tagNames as string[]).push('script')).toThrow(TypeError);
  });
});

it("keeps our own class names out of an author's reach", () => {
  const classes = Object.values(contentSchema.attributes ?? {})
    .flat()
    .flatMap((rule) => (Array.isArray(rule) && rule[0] === 'className' ? rule.slice(1).map(String) : []));
  expect(classes.sort()).toEqual([
    '/^language-[\\w+#.-]{1,30}$/',
    'contains-task-list',
    'contains-task-list',
    'data-footnote-backref',
    'footnotes',
    'sr-only',
    'table',
    'task-list-item',
  ]);
});
