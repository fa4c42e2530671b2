import { Document, isScalar, isSeq, visit } from 'yaml';
import { statedDay } from '../../parse/dates/read-date.ts';
import type { Parsed, StatedDate } from '../../parse/parsed-article.ts';
import { keys, plainKey, type FrontMatterKey } from '../../source/facts.ts';
import { withEntities } from '../../source/words.ts';

/** How each fact is written; undefined where the article has none of it. Reading it again gives the same fact. */
const written = {
  headline: ({ headline }) => withEntities(headline),
  kicker: ({ kicker }) => kicker && withEntities(kicker),
  standfirst: ({ standfirst }) => standfirst && withEntities(standfirst),
  description: ({ description, standfirst }) =>
    description !== null && description !== standfirst ? withEntities(description) : undefined,
  published: ({ published, language }) => published && stated(published, language),
  // What was read as the date of publication is written as that.
  created: () => undefined,
  publishedText: ({ published, language }) =>
    published && published.text !== stated(published, language) ? published.text : undefined,
  updated: ({ updated, language }) => updated && stated(updated, language),
  section: ({ section }) => section && withEntities(section),
  topics: ({ topics }) => topics.map(withEntities),
  authors: ({ authors }) => authors.map(withEntities),
  source: ({ source }) =>
    source && {
      ...(source.name !== null && { name: withEntities(source.name) }),
      ...(source.url !== null && { url: source.url }),
    },
  language: ({ language }) => language,
  dateline: ({ dateline }) => dateline && withEntities(dateline),
  image: ({ image }) =>
    image && {
      src: image.src,
      ...(image.alt !== '' && { alt: withEntities(image.alt) }),
      ...(image.caption !== '' && { caption: withEntities(image.caption) }),
    },
  rights: ({ rights }) => (rights === 'open' ? undefined : rights),
  draft: ({ draft }) => draft || undefined,
  featured: ({ featured }) => featured,
  // As a path of its page, which is no old address.
  address: ({ address }) => address && `/articles/${address.join('/')}/`,
  aliases: ({ aliases }) => aliases,
  repairs: ({ repairs }) => repairs,
} satisfies Record<FrontMatterKey, (parsed: Parsed) => unknown>;

/** A day, or an instant. */
const stated = (date: StatedDate, language: string): string =>
  date.precision === 'day' ? statedDay(date, language) : date.instant;

/** All facts of an article as front matter, in YAML, without the lines around it. What is foreign comes along. */
export function frontMatter(parsed: Parsed): string {
  const facts = keys.flatMap((key): [string, unknown][] => {
    const value: unknown = written[key](parsed);
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0) ? [] : [[key, value]];
  });
  const own = new Set(facts.map(([key]) => plainKey(key)));
  const foreign = Object.entries(parsed.extra).filter(([name]) => !own.has(plainKey(name)));
  const document = new Document(Object.fromEntries([...facts, ...foreign]), { aliasDuplicateObjects: false });
  // A repair's two lines side by side: `lines: [3, 3]`.
  visit(document, {
    Pair: (_, { key, value }) => void (isScalar(key) && key.value === 'lines' && isSeq(value) && (value.flow = true)),
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
