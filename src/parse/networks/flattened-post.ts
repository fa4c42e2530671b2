import type { BlockContent, Paragraph, RootContent } from 'mdast';
import type { Post } from '../../article/blocks/posts/post.ts';
import { joinLines } from '../posts/tweet-node.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { cutParagraph, linesOf, textOf } from '../text/phrasing.ts';
import {
  facebookSignature,
  instagramOpening,
  instagramSignature,
  isSoundLine,
  shellSignature,
  tiktokHandle,
  type Signature,
} from './post-lines.ts';
import { postName, postNode } from './post-node.ts';

/** More paragraphs than this no caption has between the first and the last line of an embed. */
const most = 12;

/** What is told of a post that begins at a node. */
interface Told {
  signature: Signature;
  text: BlockContent[];
  /** Words of the network's own, beside those of the signature. */
  labels: string[];
  /** How many nodes it takes. */
  nodes: number;
}

/**
 * What the embeds of Instagram, Facebook, Threads, Mastodon and TikTok leave when their look is lost: lines that name
 * whose post it is, in the network's own words, with the text of the post between them where there is one.
 */
export const flattenedPost: Recogniser = {
  name: 'flattened-post',
  recognise(root, context) {
    const nodes = root.children;
    const texts = nodes.map((node) => (node.type === 'paragraph' ? textOf(node.children).trim() : null));
    const children: RootContent[] = [];
    let some = false;
    for (let index = 0; index < nodes.length; index++) {
      const told = tell(nodes, texts, index);
      if (!told) {
        children.push(nodes[index]!);
        continue;
      }
      some = true;
      children.push(make(told, nodes.slice(index, index + told.nodes), context));
      index += told.nodes - 1;
    }
    return some ? { ...root, children } : root;
  },
};

function tell(nodes: readonly RootContent[], texts: readonly (string | null)[], at: number): Told | null {
  const text = texts[at];
  if (!text) return null;
  return instagram(nodes, texts, at, text) ?? alone(text, texts[at + 1] ?? '') ?? tiktok(nodes, texts, at, text);
}

/** "View this post on Instagram", a caption or none, "A post shared by …": on one line or on several. */
function instagram(
  nodes: readonly RootContent[],
  texts: readonly (string | null)[],
  at: number,
  text: string,
): Told | null {
  const opening = instagramOpening(text);
  if (opening === 0) {
    const signature = instagramSignature(text);
    return signature?.from === 0 ? { signature, text: [], labels: [], nodes: 1 } : null;
  }
  for (let index = at; index < Math.min(nodes.length, at + most); index++) {
    const line = texts[index];
    if (line == null || (index > at && instagramOpening(line) > 0)) return null;
    const signature = instagramSignature(line);
    if (!signature) continue;
    const between = nodes.slice(at, index + 1).flatMap((node, place): BlockContent[] => {
      const paragraph = node as Paragraph;
      const whole = textOf(paragraph.children);
      const lead = whole.length - whole.trimStart().length;
      const from = place === 0 ? lead + opening : 0;
      const to = at + place === index ? lead + signature.from : whole.length;
      const part = to > from ? cutParagraph(paragraph, from, to) : null;
      return part ? [part] : [];
    });
    return { signature, text: between, labels: [text.slice(0, opening)], nodes: index - at + 1 };
  }
  return null;
}

function alone(text: string, next: string): Told | null {
  const shell = shellSignature(text, next);
  if (shell) return { signature: shell, text: [], labels: [], nodes: shell.lines };
  const signature = facebookSignature(text);
  return signature && { signature, text: [], labels: [], nodes: 1 };
}

/** "@name", the caption, "♬ original sound - name". */
function tiktok(
  nodes: readonly RootContent[],
  texts: readonly (string | null)[],
  at: number,
  text: string,
): Told | null {
  const handle = tiktokHandle(text);
  if (handle === null) return null;
  const end = texts.findIndex((line, index) => index > at && (line === null || isSoundLine(line)));
  if (end < 0 || end - at > 6 || texts[end] === null) return null;
  const signature = { network: 'tiktok', name: '', handle, day: null, from: 0, labels: texts[end]! } as const;
  return { signature, text: nodes.slice(at + 1, end) as Paragraph[], labels: [], nodes: end - at + 1 };
}

function make({ signature, text, labels }: Told, whole: readonly RootContent[], context: Context): Post {
  const node = postNode({ ...signature, address: null }, joinLines(text), whole);
  context.trace({
    rule: 'flattened-post',
    lines: linesOf(...whole),
    before: whole.map((each) => textOf((each as Paragraph).children)).join('\n'),
    after: postName(node),
    certainty: 'certain',
    why: "the network's own words name whose post it is",
    removed: [...labels, signature.labels].join(' '),
  });
  return node;
}
