import { expect, test } from 'vitest';
import { parseText } from './parse.ts';
import { withheld } from './withheld.ts';

const read = (rights: string) =>
  parseText(
    'town/a.md',
    `---\nheadline: The deal\nrights: ${rights}\npublished: 2024-11-20\nsource: { name: The Post, url: "https://example.org/deal" }\ndescription: SECRET\nkicker: SECRET\nstandfirst: SECRET\nsection: SECRET\ntopics: [SECRET]\nauthors: [SECRET]\nimage: { src: SECRET.jpg, alt: SECRET }\ndateline: SECRET\nmood: SECRET\npublishedText: "Nov 20, 2024 SECRET"\n---\n\nSECRET words, and ![SECRET](SECRET.png)\n\nDisclaimer: SECRET.\n`,
    { timeZone: 'UTC', language: 'en' },
  );

test('of a restricted article nothing leaves but headline, source and day', () => {
  const kept = withheld(read('restricted'));
  expect(JSON.stringify({ ...kept, warnings: [] })).not.toContain('SECRET');
  expect(kept).toMatchObject({
    headline: 'The deal',
    source: { name: 'The Post', url: 'https://example.org/deal' },
    published: { instant: '2024-11-20T00:00:00.000Z' },
    rights: 'restricted',
  });
});

test('any other article is as it was', () => {
  const parsed = read('quoted');
  expect(withheld(parsed)).toBe(parsed);
});
