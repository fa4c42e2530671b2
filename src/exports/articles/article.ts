import type { BlockContent, Blockquote, Paragraph, RootContent } from 'mdast';
import { stringify } from 'yaml';
import { aliasFile } from '../../edition/redirects.ts';
import type { Language } from '../../i18n/languages.ts';
import { fill, wording } from '../../i18n/wording.ts';
import { parseText } from '../../parse/parse.ts';
import type { Parsed } from '../../parse/parsed-article.ts';
import { toFaithfulMarkdown } from '../../render/markdown/faithful-markdown.ts';
import { bodyMarkdown } from '../../render/markdown/markdown.ts';
import { SourceErrors } from '../../source/error.ts';
import { hostOf } from '../addresses.ts';
import { cleaned } from './clean.ts';
import { bodyOf, paragraphs } from './body.ts';
import { plainWords } from '../html/words.ts';
import type { Highlight, Item } from '../item.ts';
import { ItemPictures, type OwnPicture } from './pictures.ts';
import { Unreadable } from '../refused.ts';

export interface ArticleOptions {
  /** The site's. */
  language: Language;
  timeZone: string;
  /** The section that every article is put into, whatever the export says. */
  section?: string | null;
}

/** An article made of an item. */
export interface Made {
  /** Canonical Markdown. */
  markdown: string;
  parsed: Parsed;
  /** Whether it is a card: the address is known and no text. */
  card: boolean;
  /** Pictures to write beside it. Their names, here and in the Markdown, begin with the stand-in for the article's own. */
  pictures: OwnPicture[];
  /** What was left out of it, in words. */
  lost: string[];
}

/**
 * Makes the article of an item: front matter with all that the export says, the text, what its reader marked as
 * quotations, and their notes as notices. Where the export has the address alone, the article is a card that says so.
 *
 * @throws Unreadable where the text can't be read
 */
export function articleOf(said: Item, options: ArticleOptions): Made {
  const item = cleaned(said);
  const pictures = new ItemPictures(item.address);
  const text = item.text ? bodyOf(item.text, item.address, pictures).children : [];
  const card = text.length === 0 && item.address !== null;
  if (text.length === 0 && !card && item.highlights.length === 0 && item.note === null)
    throw new Unreadable('it has neither a text nor an address');
  const source = `---\n${frontMatter(item, options, card, pictures)}---\n\n${bodyMarkdown({ type: 'root', children: bodyWith(item, text, options) })}`;
  try {
    const parsed = parseText('imported.md', source, options);
    const { own, lost } = pictures;
    return { markdown: toFaithfulMarkdown(parsed, options), parsed, card, pictures: own, lost };
  } catch (error) {
    if (error instanceof SourceErrors)
      throw new Unreadable(error.problems.map(({ message }) => message.replace(/\.$/, '')).join('; '));
    if (error instanceof RangeError) throw new Unreadable('it nests quotations, lists or stress too deeply');
    throw error;
  }
}

function frontMatter(item: Item, { section }: ArticleOptions, card: boolean, pictures: ItemPictures): string {
  const { address, publication } = item;
  const name = publication ?? (address === null ? null : hostOf(address));
  const put = section ?? item.section;
  const published = item.published ?? item.saved;
  const values = {
    headline: headlineOf(item),
    description: plainWords(item.description),
    published,
    updated: item.updated === published ? null : item.updated,
    section: put,
    topics: item.topics.filter((topic) => topic !== put),
    authors: item.authors,
    source: name === null ? null : { name, ...(address !== null && { url: address }) },
    language: languageTag(item.language),
    // Somebody else's text, kept here; a card has none of it.
    rights: address !== null && !item.own && !card ? 'quoted' : null,
    image: item.picture === null ? null : pictures.addressOf(item.picture),
    draft: item.draft,
    featured: item.starred,
    aliases: item.oldPath !== null && aliasFile(item.oldPath) !== null ? [item.oldPath] : [],
  };
  const said = Object.entries(values).filter(([, value]) => value !== null && value !== false && !isEmpty(value));
  return stringify(Object.fromEntries(said), { lineWidth: 0 });
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** The words of a headline; where an export has none, its address without scheme, or its first words. */
export function headlineOf(item: Item): string {
  const said = plainWords(item.headline);
  // Services repeat the address where they know no title.
  if (said !== null && !/^https?:\/\/\S+$/.test(said)) return said;
  const words = item.text?.form === 'html' ? plainWords(item.text.value) : (item.text?.value ?? null);
  if (item.address !== null && words === null) {
    const { pathname } = new URL(item.address);
    return `${hostOf(item.address)}${decoded(pathname).replace(/\/$/, '')}`;
  }
  return firstWords(words ?? item.note ?? item.highlights[0]?.quote ?? '');
}

function firstWords(text: string): string {
  const line = (text.trim().split('\n', 1)[0] ?? '').replace(/^#+\s*/, '');
  const words = line.split(/\s+/);
  return words.length <= 12 && line.length <= 120 ? line : `${words.slice(0, 12).join(' ').slice(0, 118)} …`;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** `en_GB` as BCP 47 has it; null for what is no tag. */
function languageTag(written: string | null): string | null {
  const tag = (written ?? '').trim().replaceAll('_', '-');
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
}

function bodyWith(item: Item, text: readonly RootContent[], options: ArticleOptions): RootContent[] {
  const { text: words, day } = wording(options);
  const card = text.length === 0 && item.address !== null;
  const quoted = item.highlights.flatMap(highlight);
  return [
    ...text,
    ...(card ? [linkTo(item.address!, words.imported.readAt)] : []),
    ...(quoted.length > 0 && !card ? [heading(words.imported.highlights)] : []),
    ...quoted,
    ...(item.note === null ? [] : [note(paragraphs(item.note))]),
    ...(card ? [note(paragraphs(item.saved === null ? words.imported.linkOnly : `${words.imported.linkOnly} ${fill(words.imported.saved, { day: day(instantIn(item.saved)) })}`))] : []), // prettier-ignore
  ];
}

/** A day without a zone is near enough to its noon in UTC. */
const instantIn = (date: string): string => (date.length > 16 ? date : `${date.slice(0, 10)}T12:00:00.000Z`);

const linkTo = (url: string, words: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'link', url, children: [{ type: 'text', value: fill(words, { host: hostOf(url) }) }] }],
});

const heading = (value: string): RootContent => ({ type: 'heading', depth: 2, children: [{ type: 'text', value }] });

const note = (children: BlockContent[]): RootContent => ({ type: 'notice', kind: 'note', children });

function highlight({ quote, note: said }: Highlight): RootContent[] {
  const quotation: Blockquote[] = quote === null ? [] : [{ type: 'blockquote', children: paragraphs(quote) }];
  return [...quotation, ...(said === null ? [] : paragraphs(said))];
}
