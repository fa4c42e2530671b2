import type { BlockContent, RootContent } from 'mdast';
import type { Notice, NoticeKind } from '../nodes.ts';
import { noticeForms, repostingWords } from './notice-words.ts';
import { linesOf, textOf } from '../text/phrasing.ts';
import type { Context, Recogniser } from '../recogniser.ts';

/** Longer paragraphs are not looked at: no notice is. */
const longest = 4000;

/**
 * What is about the article or its publisher and not of the story: tips, disclaimers, corrections, where it first
 * appeared, newsletters, prompts to share. Kept, and shown apart.
 */
export const notice: Recogniser = {
  name: 'notice',
  recognise(root, context) {
    const children = root.children.map((node): RootContent => {
      if (node.type !== 'paragraph') return node;
      const text = textOf(node.children).trim();
      const kind = noticeKind(text);
      return kind === null
        ? node
        : noticeNode(kind, [node], text, 'notice', 'its wording is that of a notice', context);
    });
    return { ...root, children };
  },
};

/** The kind of notice that a paragraph is by its wording; null for a paragraph of the story. */
export function noticeKind(text: string): NoticeKind | null {
  if (text === '' || text.length > longest) return null;
  const words = text.split(/\s+/).length;
  return noticeForms.find(({ pattern, words: most = 60 }) => words <= most && pattern.test(text))?.kind ?? null;
}

/** Makes a notice's node; a disclaimer that says so makes the whole entry a quoted one. */
export function noticeNode(
  kind: NoticeKind,
  children: BlockContent[],
  text: string,
  rule: string,
  why: string,
  context: Context,
): Notice {
  const reposted = kind === 'disclaimer' && repostingWords.test(text);
  if (reposted) context.facts.reposted = true;
  const [first] = children;
  const last = children.at(-1);
  context.trace({
    rule,
    lines: linesOf(...children),
    before: text,
    after: reposted ? `a notice (${kind}); the article is marked as quoted` : `a notice (${kind})`,
    certainty: rule === 'notice' ? 'likely' : 'certain',
    why,
  });
  const node: Notice = { type: 'notice', kind, children };
  if (first?.position && last?.position) node.position = { start: first.position.start, end: last.position.end };
  return node;
}
