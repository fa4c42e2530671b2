import type { Element, Root as HastRoot } from 'hast';
import type { RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { mediaMarkup } from '../media/media-markup.ts';
import { postMarkup } from '../networks/post-markup.ts';
import { tweetMarkup } from '../posts/tweet-markup.ts';
import { quoteMarkup } from '../quotes/quote-markup.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { linesOf, textOf } from '../text/phrasing.ts';
import { hastText } from './embed-content.ts';
import { asItStands, type EmbedForm, type EmbedReader, type RawHtml } from './embed-form.ts';

const html = unified().use(rehypeParse, { fragment: true }).freeze();

/** What is embedded in pages, each by its own markup; the first that knows an element reads it. */
const forms: readonly EmbedForm[] = [postMarkup, tweetMarkup, mediaMarkup, quoteMarkup];

/** An embed's HTML is some hundred signs long; what is longer or deeper than these is something else. */
const longest = 30_000;
const mostTags = 600;
/** What no embed is without. */
const embedding = /<(?:blockquote|iframe|video|audio)\b|\bdata-telegram-post\b|\bfb-post\b/i;

/**
 * What networks give out to be embedded, such as `<blockquote class="twitter-tweet">` with text, attribution and link,
 * in all the forms that pages have made of it. The HTML is read as a tree. In pasted text the same lines stand as text.
 */
export const htmlEmbed: Recogniser = {
  name: 'html-embed',
  recognise(root, context) {
    const out: RootContent[] = [];
    for (let index = 0; index < root.children.length; index++) {
      const node = root.children[index]!;
      const raw = opensEmbed(node, context) ? gather(root.children, index, context) : null;
      const made = raw ? readHtml(raw, context) : null;
      if (raw && made) {
        out.push(...made);
        index = raw.last;
      } else out.push(node);
    }
    return { ...root, children: out };
  },
};

function rawText(node: RootContent, context: Context): string | null {
  if (node.type === 'html') return node.value;
  if (node.type !== 'paragraph') return null;
  if (context.form === 'pasted') return textOf(node.children);
  // `<video …>…</video>` on a line is a paragraph of tags, and of words for browsers that show no films.
  const [first] = node.children;
  const last = node.children.at(-1);
  const isPlayer =
    first?.type === 'html' &&
    last?.type === 'html' &&
    /^<(?:video|audio)\b/i.test(first.value) &&
    /^<\/(?:video|audio)\s*>$/i.test(last.value);
  return isPlayer ? context.lines.slice(...lineRange(node)).join('\n') : null;
}

function opensEmbed(node: RootContent, context: Context): boolean {
  if (node.type === 'paragraph') {
    // Cheap to tell by the first child.
    const [first] = node.children;
    if (context.form === 'markdown' ? first?.type !== 'html' : first?.type !== 'text' || !first.value.startsWith('<'))
      return false;
  }
  const raw = rawText(node, context);
  return raw !== null && raw.length <= longest && embedding.test(raw);
}

/** The nodes from one on until its blockquotes are closed: a blank line within HTML makes several nodes of it. */
function gather(nodes: readonly RootContent[], first: number, context: Context): RawHtml | null {
  let opened = 0;
  for (let last = first; last < Math.min(nodes.length, first + 40); last++) {
    const node = nodes[last]!;
    const text = rawText(node, context) ?? context.lines.slice(...lineRange(node)).join('\n');
    opened += (text.match(/<blockquote\b/gi)?.length ?? 0) - (text.match(/<\/blockquote\s*>/gi)?.length ?? 0);
    if (opened > 0) continue;
    const taken = nodes.slice(first, last + 1);
    const [from, to] = linesOf(...taken);
    const whole = taken.length === 1 ? text : context.lines.slice(from - 1, to).join('\n');
    const fits = whole.length <= longest && (whole.match(/</g)?.length ?? 0) <= mostTags;
    return fits ? { text: whole, nodes: taken, last } : null;
  }
  return null;
}

function lineRange(node: RootContent): [number, number] {
  const [from, to] = linesOf(node);
  return [from - 1, to];
}

/** The nodes that a piece of HTML becomes; null where it holds no embed. */
function readHtml(raw: RawHtml, context: Context): RootContent[] | null {
  const tree = html.parse(raw.text);
  const embeds = findEmbeds(tree);
  if (embeds.length === 0) return null;
  context.trace({
    rule: 'embed-markup',
    lines: linesOf(...raw.nodes),
    before: raw.text,
    after: 'what the markup holds',
    certainty: 'certain',
    why: 'the HTML of what is embedded is read as a tree',
    // In pasted text tags are words like any others.
    ...(context.form === 'pasted' ? { removed: (raw.text.match(/<[^<>]*>|&\w+;/g) ?? []).join(' ') } : {}),
  });
  const out: RootContent[] = [];
  let from = 0;
  for (const { element, read } of embeds) {
    const start = element.position?.start.offset ?? from;
    const end = element.position?.end.offset ?? raw.text.length;
    out.push(...remainder(raw, from, start, context), ...read(raw, context));
    from = end;
  }
  return [...out, ...remainder(raw, from, raw.text.length, context)];
}

/** The outermost elements that a form knows. */
function findEmbeds(tree: HastRoot): { element: Element; read: EmbedReader }[] {
  const found: { element: Element; read: EmbedReader }[] = [];
  const walk = (nodes: HastRoot['children']) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const read = forms.map((form) => form(node)).find((reader) => reader !== null);
      if (read) found.push({ element: node, read });
      else if (node.tagName !== 'blockquote') walk(node.children);
    }
  };
  walk(tree.children);
  return found;
}

/** HTML around an embed stays as it is where it says or shows anything; scripts and empty wrappers go. */
function remainder(raw: RawHtml, from: number, to: number, context: Context): RootContent[] {
  const value = raw.text.slice(from, to);
  if (value.trim() === '') return [];
  const shown = html.parse(value);
  const speaks = shown.children.some((node) =>
    node.type === 'element' || node.type === 'text' ? hastText(node).trim() !== '' : false,
  );
  if (speaks || /<(?:img|video|audio|picture|source|hr|input|iframe)\b/i.test(value)) {
    return [asItStands(value, raw, context)];
  }
  context.trace({
    rule: 'embed-wrapper',
    lines: linesOf(...raw.nodes),
    before: value.trim(),
    after: '',
    certainty: 'certain',
    why: 'scripts and the elements around what is embedded show nothing of their own',
  });
  return [];
}
