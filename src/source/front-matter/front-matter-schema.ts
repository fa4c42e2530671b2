import { facts, keys, type Fact } from '../facts.ts';

/** JSON Schema (draft-07, which every editor's YAML language server reads). */
export type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const list: Schema = { type: 'array', items: text };

/** What one may write for a fact, told by how its example is written and by the values that it is held to. */
function written({ schema, example }: Fact): Schema {
  const values = 'options' in schema && Array.isArray(schema.options) ? schema.options : [];
  if (values.length > 0 && values.every((value) => typeof value === 'string')) return { enum: values };
  if (typeof example === 'boolean') return { type: 'boolean' };
  if (typeof example === 'number') return { anyOf: [{ type: 'boolean' }, { type: 'integer' }] };
  if (Array.isArray(example))
    return example.every((each) => typeof each === 'string') ? { anyOf: [list, text] } : { type: 'array' };
  if (typeof example === 'object' && example !== null)
    return {
      anyOf: [
        text,
        { type: 'object', properties: Object.fromEntries(Object.keys(example).map((name) => [name, text])) },
      ],
    };
  return text;
}

/**
 * The keys of front matter as editors read them, for completion and for marking what is wrong: made from the table of
 * facts. Keys of other programs are welcome.
 */
export function frontMatterSchema(): Schema {
  const properties: Record<string, Schema> = {};
  for (const key of keys) {
    const fact: Fact = facts[key];
    const may = { ...written(fact), examples: [fact.example] };
    properties[key] = { description: `${fact.hint} Shown: ${fact.shown}.`, ...may };
    // A name of several facts keeps the meaning that came first.
    for (const name of fact.also) properties[name] ??= { description: `The same as "${key}".`, ...may };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Front matter of an article',
    type: 'object',
    properties,
  };
}
