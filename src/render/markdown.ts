import type { BlockContent, Blockquote, Html, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { directiveToMarkdown, type ContainerDirective } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as serialise, type Options } from 'mdast-util-to-markdown';
import { Document, isScalar, isSeq, visit } from 'yaml';
import { nodeText } from '../parse/text/left-over.ts';
import type { Figure, Notice, Tweet } from '../parse/nodes.ts';
import { isAsWritten } from '../parse/markdown/as-written.ts';
import { statedDay } from '../parse/dates/read-date.ts';
import { isPlainText } from '../parse/markdown/plain-paragraphs.ts';
import type { Parsed, StatedDate } from '../parse/parsed-article.ts';

const { handlers } = directiveToMarkdown();
/** Only `:::` at the beginning of a line means something to our reader: "at 10:30" needs no escape. */
const directives: Options = { handlers: handlers!, unsafe: [{ atBreak: true, before: ':+', character: ':' }] };

const style: Options = {
  bullet: '-',
  emphasis: '_',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  extensions: [gfmToMarkdown(), directives],
};

/**
 * An article as canonical Markdown: complete front matter, and the body in the natural forms of the trade, in the
 * explicit ones (`:::tweet{…}`) where the natural one can't say it. Reading it again gives the same article: the same
 * facts, the same blocks, the same repairs.
 */
export function toMarkdown(parsed: Parsed): string {
  return `---\n${frontMatter(parsed)}---\n\n${bodyMarkdown(parsed.root)}`;
}

/** The body alone. */
export function bodyMarkdown(root: Root): string {
  return serialise({ type: 'root', children: wrapped(root.children.map(natural), root.children) }, style);
}

function frontMatter(parsed: Parsed): string {
  const { source, image } = parsed;
  const values: Record<string, unknown> = {
    headline: parsed.headline,
    ...(parsed.description !== null && { description: parsed.description }),
    ...(parsed.published && statement('published', parsed.published, parsed.language)),
    ...(parsed.updated && { updated: statement('updated', parsed.updated, parsed.language)['updated'] }),
    ...(parsed.section !== null && { section: parsed.section }),
    ...(parsed.topics.length > 0 && { topics: parsed.topics }),
    ...(parsed.authors.length > 0 && { authors: parsed.authors }),
    ...(source && {
      source: { ...(source.name !== null && { name: source.name }), ...(source.url !== null && { url: source.url }) },
    }),
    language: parsed.language,
    ...(parsed.dateline !== null && { dateline: parsed.dateline }),
    ...(image && { image: { src: image.src, ...(image.alt !== '' && { alt: image.alt }) } }),
    ...(parsed.rights !== 'open' && { rights: parsed.rights }),
    ...(parsed.draft && { draft: true }),
    ...(parsed.aliases.length > 0 && { aliases: parsed.aliases }),
    ...(parsed.repairs.length > 0 && { repairs: parsed.repairs }),
  };
  const document = new Document(values, { aliasDuplicateObjects: false });
  // A repair's two lines side by side: `lines: [3, 3]`.
  visit(document, {
    Pair: (_, { key, value }) => void (isScalar(key) && key.value === 'lines' && isSeq(value) && (value.flow = true)),
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** A date as a day or as an instant, and its words where they say it another way. */
function statement(key: 'published' | 'updated', date: StatedDate, language: string): Record<string, string> {
  const value = date.precision === 'day' ? statedDay(date, language) : date.instant;
  return { [key]: value, ...(date.text !== value && { publishedText: date.text }) };
}

/** Recognised nodes as what our reader knows again. */
function natural(node: RootContent): RootContent {
  switch (node.type) {
    case 'tweet':
      return tweetMarkdown(node);
    case 'figure':
      return figureMarkdown(node);
    case 'notice':
      return noticeMarkdown(node);
    case 'paragraph':
      return plainParagraph(node) ?? node;
    default:
      return node;
  }
}

/** A paragraph of nothing but words has nothing to escape: it is written as it is, not searched for what could have. */
function plainParagraph({ children: [only, ...others] }: Paragraph): Html | null {
  return only?.type === 'text' && others.length === 0 && isPlainText(only.value)
    ? { type: 'html', value: only.value }
    : null;
}

function container(name: string, attributes: Record<string, string>, children: BlockContent[]): ContainerDirective {
  return { type: 'containerDirective', name, attributes, children };
}

const dayForm = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

function tweetMarkdown(tweet: Tweet): Blockquote | ContainerDirective {
  const { author, date, url, children } = tweet;
  // Another attribution within the text, or a second reading that failed, asks for the explicit form.
  const clear = !isAsWritten(tweet) && !/\(@/.test(children.map(nodeText).join());
  const plainName =
    !/[()@\n*_[\]<>`\\]/.test(author.name) && author.name.trim() !== '' && author.name === author.name.trim();
  if (!clear || children.length === 0 || date === null || !plainName || !/^[A-Za-z0-9_]{1,15}$/.test(author.handle)) {
    return container(
      'tweet',
      {
        ...(author.name !== '' && { name: author.name }),
        ...(author.handle !== '' && { handle: author.handle }),
        ...(date !== null && { date }),
        ...(url !== null && { url }),
      },
      children,
    );
  }
  const day: PhrasingContent = { type: 'text', value: dayForm.format(new Date(`${date}T00:00:00Z`)) };
  const attribution: Paragraph = {
    type: 'paragraph',
    children: [
      { type: 'text', value: `— ${author.name} (@${author.handle}) ` },
      url === null ? day : { type: 'link', url, children: [day] },
    ],
  };
  return { type: 'blockquote', children: [...children, attribution] };
}

function figureMarkdown(figure: Figure): ContainerDirective {
  const paragraphs: Paragraph[] = [];
  if (figure.images.length > 0) {
    const pictures = figure.images.flatMap(({ src, alt }, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
      { type: 'image', url: src, alt },
    ]);
    paragraphs.push({ type: 'paragraph', children: pictures });
  }
  if (figure.children.length > 0) paragraphs.push({ type: 'paragraph', children: figure.children });
  // Without a credit the reader looks for one in the caption; an empty one says that there is none.
  const stated = figure.credit.length > 0 || isAsWritten(figure);
  return container('figure', stated ? { credit: figure.credit.join(' / ') } : {}, paragraphs);
}

function noticeMarkdown(notice: Notice): ContainerDirective {
  return container(notice.kind, {}, notice.children);
}

/** Whether a block is prose that was to be left alone. */
function isProse(node: RootContent): boolean {
  return isAsWritten(node) && node.type !== 'tweet' && node.type !== 'figure' && node.type !== 'notice';
}

/** Puts `:::prose` around the blocks that were to be left alone. */
function wrapped(nodes: readonly RootContent[], originals: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  nodes.forEach((node, index) => {
    if (!isProse(originals[index]!)) return void result.push(node);
    const last = result.at(-1);
    const before = originals[index - 1];
    if (before && isProse(before) && last?.type === 'containerDirective') last.children.push(node as BlockContent);
    else result.push(container('prose', {}, [node as BlockContent]));
  });
  return result;
}
