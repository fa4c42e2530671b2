import type { BlockContent, Html, Paragraph, Root, RootContent } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly';
import { cjkFriendlyGfmStrikethroughToMarkdown } from 'mdast-util-to-markdown-cjk-friendly-gfm-strikethrough';
import { toMarkdown as serialise, type Options } from 'mdast-util-to-markdown';
import { container } from '../../article/blocks/directive.ts';
import { isRecognised, kindOfNode } from '../../article/blocks/registry.ts';
import { nodeText } from '../../parse/text/left-over.ts';
import { isAsWritten } from '../../parse/markdown/as-written.ts';
import { frontMatter } from './front-matter.ts';
import { isPlainText } from '../../parse/markdown/plain-paragraphs.ts';
import type { Parsed } from '../../parse/parsed-article.ts';

const { handlers } = directiveToMarkdown();
/** Only `:::` at the beginning of a line means something to our reader: "at 10:30" needs no escape. */
const directives: Options = { handlers: handlers!, unsafe: [{ atBreak: true, before: ':+', character: ':' }] };

const strikethrough = cjkFriendlyGfmStrikethroughToMarkdown().handlers!['delete']!;

const style: Options = {
  bullet: '-',
  emphasis: '_',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  // The later one's handler holds: a paragraph may be a task's, a deletion stands beside Chinese.
  extensions: [cjkFriendlyToMarkdown(), gfmToMarkdown(), { handlers: { delete: strikethrough } }, directives],
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

/** Recognised nodes as what our reader knows again. */
function natural(node: RootContent): RootContent {
  if (isRecognised(node)) return kindOfNode(node)!.toMarkdown(node, { explicit: isAsWritten(node), wordsOf: nodeText });
  return node.type === 'paragraph' ? (plainParagraph(node) ?? node) : node;
}

/** A paragraph of nothing but words has nothing to escape: it is written as it is, not searched for what could have. */
function plainParagraph({ children: [only, ...others] }: Paragraph): Html | null {
  return only?.type === 'text' && others.length === 0 && isPlainText(only.value)
    ? { type: 'html', value: only.value }
    : null;
}

/** Whether a block is prose that was to be left alone. */
function isProse(node: RootContent): boolean {
  return isAsWritten(node) && !isRecognised(node);
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
