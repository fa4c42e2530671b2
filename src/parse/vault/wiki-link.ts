import type { Image, Link, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Context, Recogniser } from '../recogniser.ts';

/** `[[page#part|words]]`, and `![[picture.png|300]]`, which puts what it names into the text. */
const wiki =
  /(?<embed>!)?(?<!\[)\[\[(?<target>[^[\]|\n#^]*)(?<part>#[^[\]|\n]*)?(?:\\?\|(?<words>[^[\]\n]*))?\]\](?!\])/g;
const pictures = /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp|heic|bmp)$/i;
/** A placeholder that other programs fill with a table of contents. */
const contents = /^\s*(?:\[\[_?toc_?\]\]|\[toc\]|\$\{toc\})\s*$/i;

/** Links between notes, as Obsidian and other wikis write them. */
export const wikiLink: Recogniser = {
  name: 'wiki-link',
  recognise(root: Root, context: Context) {
    if (context.form === 'pasted' || !context.lines.some((line) => /\[\[|\[toc\]|\$\{toc\}/i.test(line))) return root;
    return { ...root, children: root.children.flatMap((node) => read(node, context)) };
  },
};

function read(node: RootContent, context: Context): RootContent[] {
  if (!('children' in node)) return [node];
  if (node.type === 'paragraph' && isContents(node)) {
    const { line = 1 } = node.position?.start ?? {};
    const removed = node.children
      .map((child) => ('value' in child ? child.value : ''))
      .join('')
      .trim();
    context.trace({ rule: 'contents', lines: [line, line], before: removed, after: '', certainty: 'certain', why: 'a placeholder for a table of contents, which the page has beside the story', removed }); // prettier-ignore
    return [];
  }
  return [{ ...node, children: linked(node.children as RootContent[], context) } as RootContent];
}

function isContents({ children }: Paragraph): boolean {
  const [only, other] = children;
  return only?.type === 'text' && !other && contents.test(only.value);
}

const isWords = (node: RootContent): boolean =>
  node.type === 'text' ? !/[[\]]/.test(node.value) : /^(?:inlineCode|emphasis|strong|delete)$/.test(node.type);

/** `[[#`scanf` limits]]`: a link opens in one text and closes in another, with code or stress between. */
function acrossMarks(nodes: readonly RootContent[], context: Context): readonly RootContent[] {
  const from = nodes.findIndex((node) => node.type === 'text' && /(?<![![])\[\[[^[\]]*$/.test(node.value));
  const opening = nodes[from];
  if (opening?.type !== 'text') return nodes;
  const to = nodes.findIndex(
    (node, index) => index > from && node.type === 'text' && /^[^[\]]*\]\](?!\])/.test(node.value),
  );
  const closing = nodes[to];
  const inside = nodes.slice(from + 1, Math.max(to, 0));
  if (closing?.type !== 'text' || !inside.every(isWords)) return nodes;
  const start = opening.value.lastIndexOf('[[');
  const end = closing.value.indexOf(']]');
  const [head, tail] = [opening.value.slice(start + 2), closing.value.slice(0, end)];
  const whole = head + inside.map((node) => toString(node)).join('') + tail;
  const [, target = '', part = '', words] = /^([^|#^]*)(#[^|]*)?(?:\|(.*))?$/s.exec(whole) ?? [];
  const made = nodeOf({ target, part, ...(words !== undefined && { words }) }, opening);
  if (made?.type !== 'link') return nodes;
  const text = (value: string): Text[] => (value === '' ? [] : [{ ...opening, value }]);
  if (words === undefined)
    made.children = [...text(head.replace(/^#+/, '')), ...(inside as PhrasingContent[]), ...text(tail)];
  tell(`[[${whole}]]`, made, opening, context);
  const after = acrossMarks([...text(closing.value.slice(end + 2)), ...nodes.slice(to + 1)], context);
  return [...nodes.slice(0, from), ...text(opening.value.slice(0, start)), made, ...after];
}

function linked(all: readonly RootContent[], context: Context): RootContent[] {
  const nodes = acrossMarks(all, context);
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'text') return node.value.includes('[[') ? split(node, context) : [node];
    if (!('children' in node) || node.type === 'link') return [node];
    return [{ ...node, children: linked(node.children as RootContent[], context) } as RootContent];
  });
}

/** A link to a paragraph of its own note: its words stay, since no page has the names of paragraphs. */
const ownParagraph = (url: string): boolean => url === '';

function split(text: Text, context: Context): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const match of text.value.matchAll(wiki)) {
    const made = nodeOf(match.groups ?? {}, text);
    if (!made) continue;
    if (match.index > from) parts.push({ ...text, value: text.value.slice(from, match.index) });
    if (made.type === 'link' && ownParagraph(made.url)) parts.push(...made.children);
    else parts.push(made);
    tell(match[0], made, text, context);
    from = match.index + match[0].length;
  }
  if (from === 0) return [text];
  if (from < text.value.length) parts.push({ ...text, value: text.value.slice(from) });
  return parts;
}

/** What is not among the words of a link is told: the name of the note, and how large a picture is to be. */
function tell(written: string, made: Link | Image, { position }: Text, context: Context): void {
  const words =
    made.type === 'image'
      ? (made.alt ?? '')
      : made.children.map((child) => ('value' in child ? child.value : '')).join('');
  const removed = written
    .replace(/^!?\[\[|\]\]$/g, '')
    .replace(new RegExp(`\\\\?\\|\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`), '');
  const { line = 1 } = position?.start ?? {};
  if (removed === words) return;
  context.trace({
    rule: 'wiki-link',
    lines: [line, line],
    before: written,
    after: words,
    certainty: 'certain',
    why: 'the name of a note or picture is an address',
    removed,
  });
}

function nodeOf(
  { embed, target = '', part = '', words = '' }: Record<string, string | undefined>,
  { position }: Text,
): Link | Image | null {
  const name = target.trim();
  const fragment = part.replace(/^#+/, '').trim();
  if (name === '' && fragment === '') return null;
  const place = position ? { position } : {};
  // "300" and "300x200" are a width and a height.
  const isSize = /^\s*\d+(?:x\d+)?\s*$/.test(words);
  if (embed && pictures.test(name))
    return { type: 'image', url: encodeURI(name), alt: isSize ? '' : words.trim(), ...place };
  const said = (isSize ? '' : words.trim()) || [name.replace(/\.md$/i, ''), fragment].filter(Boolean).join(' › ');
  const last = fragment.split('#').at(-1) ?? '';
  // A name of a paragraph (`#^storm`) is not on the page.
  const url = `${wikiAddress(name)}${last === '' || last.startsWith('^') ? '' : `#${encodeURIComponent(last)}`}`;
  return { type: 'link', url, children: [{ type: 'text', value: said, ...place }], ...place };
}

/** The file that a note's name stands for, before it is known where it is. */
const wikiAddress = (name: string): string =>
  name === '' ? '' : encodeURI(/\.\w{1,8}$/.test(name) ? name : `${name}.md`).replace(/[?#]/g, encodeURIComponent);
