import type { Heading, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isName } from '../text/names.ts';
import { wordCount } from '../text/lines.ts';
import type { Recogniser } from '../recogniser.ts';

/** What no subhead ends with; a question or an exclamation may be one. */
const open = /[.,;:…"”»)\]–—-]$/u;
/** Labels and links to other stories, which stand in a text like subheads. */
const link =
  /^(?:[•▪>»→*[(—–-]|(?:read|see|watch|listen|related|more|also|next|advertisement|photo|image|video|credit|source|update|lire|voir|lesen|mehr|lea|ver|leggi)\b)|https?:|@|pic\.twitter/iu;

/** Whether a paragraph has the look of a subhead: a few words that begin like a sentence and do not end like one. */
function looksLike(text: string): boolean {
  const words = wordCount(text);
  if (words < 2 || words > 11 || text.length > 90 || open.test(text) || link.test(text)) return false;
  return /^(?:[“"'‘¿¡(]?\p{Lu}|\d{1,2}[.)]\s+\p{Lu})/u.test(text) && !isName(text);
}

/** A long paragraph, or a short one that ends as a sentence does. */
function isProse(node: RootContent | undefined): node is Paragraph {
  if (node?.type !== 'paragraph') return false;
  const text = toString(node);
  return wordCount(text) >= (/[.!?…]["”’»]?$/u.test(text) ? 10 : 20);
}

/**
 * Subheads in pasted text. A page's heading stands right above its paragraph while paragraphs have a blank line
 * between them; so a short line without a full stop that has a blank line above it and none below is one. A text that
 * parts its paragraphs by single lines gives no such evidence, and its short lines stay as they are.
 */
export const subhead: Recogniser = {
  name: 'subhead',
  recognise(root, context) {
    if (context.form !== 'pasted') return root;
    const start = (node: RootContent | undefined) => node?.position?.start.line ?? -1;
    const end = (node: RootContent | undefined) => node?.position?.end.line ?? -1;
    const children = root.children.map((node, index): RootContent => {
      const before = root.children[index - 1];
      const after = root.children[index + 1];
      if (node.type !== 'paragraph' || !before || !isProse(after)) return node;
      const text = toString(node);
      if (!looksLike(text)) return node;
      const touches = start(after) === end(node) + 1;
      const apart = start(node) > end(before) + 1;
      if (!touches || !apart) return node;
      // The paragraph after it must itself be set off: else every line touches the next.
      const following = root.children[index + 2];
      if (following && start(following) === end(after) + 1 && following.type === 'paragraph') {
        if (wordCount(toString(following)) >= 20) return node;
      }
      context.trace({
        rule: 'subhead',
        lines: [start(node), end(node)],
        before: text,
        after: `a heading: ${text}`,
        certainty: 'guess',
        why: 'A short line without a full stop has a blank line above it and its paragraph right below.',
      });
      const heading: Heading = { type: 'heading', depth: 2, children: node.children };
      return node.position ? { ...heading, position: node.position } : heading;
    });
    return { ...root, children };
  },
};
