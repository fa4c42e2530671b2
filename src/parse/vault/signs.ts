import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { linesOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';

/**
 * Obsidian's signs in a text: `==marked==` words, `#tags`, which are topics, and `^names` by which other notes refer to
 * a paragraph.
 */
export const vaultSigns: Recogniser = {
  name: 'vault-signs',
  recognise(root: Root, context: Context) {
    if (context.form === 'pasted' || !context.lines.some((line) => /==|#[\p{L}_]|\^[\w-]+\s*$/u.test(line)))
      return root;
    return { ...root, children: root.children.map((node) => read(node, context, false)) };
  },
};

const asTheyAre = new Set(['code', 'html', 'tweet', 'figure', 'definition']);

function read(node: RootContent, context: Context, isQuoted: boolean): RootContent {
  if (!('children' in node) || asTheyAre.has(node.type)) return node;
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') {
    const within = isQuoted || node.type === 'blockquote' || node.type === 'containerDirective';
    const children = node.children.map((child) => read(child as RootContent, context, within));
    return { ...node, children } as RootContent;
  }
  if (!isQuoted && (isVault(context) || isTagLine(node))) (context.facts.topics ??= []).push(...tagsIn(node));
  const named = node.type === 'tableCell' ? node.children : withoutName(node, context);
  return { ...node, children: marked(named) } as RootContent;
}

/** A tag begins with a letter, so that "#1" is none, and stands free: an address's fragment is none either. */
const tag = /(?<![^\s([{“"'‘—–,;])#(?<name>[\p{L}_][\p{L}\p{N}\p{M}_/-]*)/gu;

/** In other texts "#" opens the words of a campaign as well; a note of a vault gives itself away by its links. */
const isVault = ({ lines }: Context): boolean => lines.some((line) => /\[\[[^\]]+\]\]|^> ?\[!\w/.test(line));

/** A line of nothing but tags. */
const isTagLine = (node: Nodes): boolean => /^(?:\s*#[\p{L}_][\p{L}\p{N}\p{M}_/-]*)+\s*$/u.test(toString(node));

function tagsIn(node: Nodes): string[] {
  if (node.type === 'text')
    return [...node.value.matchAll(tag)].map(
      ({ groups }) => groups?.['name']?.replace(/[-_/]+$/, '').replaceAll('_', ' ') ?? '',
    );
  return 'children' in node && node.type !== 'link' ? node.children.flatMap(tagsIn) : [];
}

/** `…as he said. ^storm`: the name says nothing to a reader. */
function withoutName(node: Pick<Paragraph, 'children' | 'position'>, context: Context): PhrasingContent[] {
  const last = node.children.at(-1);
  const found = last?.type === 'text' ? /(?:^|[ \t\n])\^[A-Za-z0-9-]{2,60}[ \t]*$/.exec(last.value) : null;
  if (last?.type !== 'text' || !found) return node.children;
  const line = linesOf(node)[1];
  context.trace({
    rule: 'block-name',
    lines: [line, line],
    before: last.value,
    after: last.value.slice(0, found.index),
    certainty: 'certain',
    why: 'the paragraph ends in a name by which other notes refer to it',
    removed: found[0].trim(),
  });
  const rest = last.value.slice(0, found.index);
  return [...node.children.slice(0, -1), ...(rest === '' ? [] : [{ ...last, value: rest }])];
}

/** Two equals signs stand at words, not between numbers or in a comparison: "a == b", "x==1". */
const sign = /(?<open>(?<![A-Za-z0-9=])==(?=[^\s=]|$))|(?<close>(?<=[^\s=]|^)==(?!=))/g;

/** Puts `<mark>` around what stands between two pairs of equals signs, whatever stress is in it. */
function marked(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const inner = nodes.map((node): PhrasingContent => ('children' in node && node.type !== 'link' ? ({ ...node, children: marked(node.children) } as PhrasingContent) : node)); // prettier-ignore
  const signs: { node: number; at: number; isOpen: boolean }[] = [];
  inner.forEach((node, index) => {
    if (node.type !== 'text' || !node.value.includes('==')) return;
    for (const match of node.value.matchAll(sign)) {
      const awaits = signs.length % 2 === 1;
      const canClose =
        match.groups?.['close'] !== undefined || /\S$/.test(node.value.slice(0, match.index)) || match.index === 0;
      if (awaits ? canClose : match.groups?.['open'] !== undefined)
        signs.push({ node: index, at: match.index, isOpen: !awaits });
    }
  });
  if (signs.length % 2 === 1) signs.pop();
  if (signs.length === 0) return inner;
  return inner.flatMap((node, index) => {
    const here = signs.filter((each) => each.node === index);
    return node.type === 'text' && here.length > 0 ? split(node, here) : [node];
  });
}

function split(text: Text, signs: readonly { at: number; isOpen: boolean }[]): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { at, isOpen } of signs) {
    if (at > from) parts.push({ ...text, value: text.value.slice(from, at) });
    parts.push({ type: 'html', value: isOpen ? '<mark>' : '</mark>' });
    from = at + 2;
  }
  if (from < text.value.length) parts.push({ ...text, value: text.value.slice(from) });
  return parts;
}
