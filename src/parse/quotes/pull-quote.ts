import type { Blockquote, Paragraph, RootContent } from 'mdast';
import type { Context, Recogniser } from '../recogniser.ts';
import { folded, wordCount } from '../text/lines.ts';
import { linesOf, textOf } from '../text/phrasing.ts';

/** How long a pull quote is, in words. */
const size = { least: 6, most: 45 };
/** Longer pages are not looked through. */
const mostParagraphs = 400;

/**
 * Pull quotes of pasted text: a sentence that a page sets apart and that stands in one of its paragraphs too, word for
 * word. It becomes a quotation where it stands.
 */
export const pullQuote: Recogniser = {
  name: 'pull-quote',
  recognise(root, context) {
    const paragraphs = root.children.filter((node) => node.type === 'paragraph');
    if (context.form !== 'pasted' || paragraphs.length > mostParagraphs) return root;
    const texts = paragraphs.map(({ children }) => textOf(children));
    const long = texts.filter((text) => wordCount(text) > size.least + 4).map(bare);
    const isPulled = (node: RootContent): node is Paragraph => {
      if (node.type !== 'paragraph') return false;
      const text = textOf(node.children).trim();
      const words = wordCount(text);
      if (words < size.least || words > size.most || !/[.!?…"“”’»]$/u.test(text)) return false;
      if (looksOther(node, context)) return false;
      const own = bare(text);
      return long.some((other) => other.length > own.length + 20 && other.includes(own));
    };
    // The first paragraphs may repeat what the page says of its story.
    const children = root.children.map((node, at) => (at > 1 && isPulled(node) ? quotationOf(node, context) : node));
    return { ...root, children };
  },
};

/** A text without the signs at its ends, as it stands in the middle of a paragraph. */
const bare = (text: string): string => folded(text).replace(/^["'\s]+|["'.!?…,\s]+$/gu, '');

/** A caption may say what the story says, and a subhead. */
function looksOther({ position }: Paragraph, { told, lines }: Context): boolean {
  const line = position?.start.line ?? 1;
  const isTwice = [lines[line - 2], lines[line]].some((other) => other?.trim() === lines[line - 1]?.trim());
  // A blank line above and the story right below: a subhead may be a quotation too.
  const isLaid = lines[line - 2]?.trim() === '' && lines[line]?.trim() !== '';
  return isTwice || isLaid || told(line, 'caption') + told(line, 'credit') > 0.3;
}

function quotationOf(paragraph: Paragraph, context: Context): Blockquote {
  context.trace({
    rule: 'pull-quote',
    lines: linesOf(paragraph),
    before: textOf(paragraph.children),
    after: 'a quotation',
    certainty: 'likely',
    why: 'The same words stand in one of the paragraphs.',
  });
  return { type: 'blockquote', children: [paragraph], ...(paragraph.position && { position: paragraph.position }) };
}
