import { expect, it } from 'vitest';
import { facts, keys, type Fact } from '../facts.ts';
import { frontMatterSchema, type Schema } from './front-matter-schema.ts';

const properties = frontMatterSchema()['properties'] as Record<string, Schema>;

it('knows every key and every other name of it, with how it is written', () => {
  for (const key of keys) {
    const fact: Fact = facts[key];
    expect(properties[key]?.['description'], key).toContain(fact.hint);
    for (const name of fact.also) expect(Object.keys(properties), name).toContain(name);
  }
});

it('says what each may hold', () => {
  expect(properties['rights']).toMatchObject({ enum: ['open', 'quoted', 'restricted'] });
  expect(properties['draft']).toMatchObject({ type: 'boolean' });
  expect(properties['featured']).toMatchObject({ anyOf: [{ type: 'boolean' }, { type: 'integer' }] });
  expect(properties['topics']).toMatchObject({ anyOf: [{ type: 'array' }, { type: 'string' }] });
  expect(properties['source']).toMatchObject({ anyOf: [{ type: 'string' }, { properties: { name: {}, url: {} } }] });
  expect(properties['pubDatetime']).toMatchObject({ type: 'string', description: 'The same as "published".' });
});
