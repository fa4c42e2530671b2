import type { Paragraph, RootContent } from 'mdast';
import type { Qa } from '../../article/blocks/qa.ts';
import type { Context, Recogniser } from '../recogniser.ts';
import { cutParagraph, linesOf, textOf } from '../text/phrasing.ts';
import { asker, exchanges, turnOf, type Turn } from './turns.ts';

/** The questions and answers of an interview that was pasted, with the speakers where labels name them. */
export const interview: Recogniser = {
  name: 'interview',
  recognise(root, context) {
    if (context.form !== 'pasted') return root;
    const nodes = root.children;
    const texts = nodes.map((node) => (node.type === 'paragraph' ? textOf(node.children).trim() : null));
    const turns = texts.map((text) => (text === null ? null : turnOf(text)));
    const asking = asker(
      turns.flatMap((turn, at) => (turn ? [{ speaker: turn.speaker, asks: hasQuestion(texts[at]!) }] : [])),
    );
    const children = asking === null ? fromQuestions(nodes, texts, context) : fromLabels(nodes, turns, asking, context);
    return children ? { ...root, children } : root;
  },
};

const hasQuestion = (text: string): boolean => /[?？؟]/u.test(text);

type Part = Qa['children'][number];

function partOf(speaker: string | null, children: Paragraph[]): Part {
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  return { type: 'part', speaker, children, ...(first && last && { position: { start: first.start, end: last.end } }) };
}

/** Each paragraph of a known speaker opens a part; those without a label go on with it. */
function fromLabels(
  nodes: readonly RootContent[],
  turns: readonly (Turn | null)[],
  asking: string,
  context: Context,
): RootContent[] {
  const counts = new Map<string, number>();
  for (const turn of turns) if (turn) counts.set(turn.speaker, (counts.get(turn.speaker) ?? 0) + 1);
  const last = turns.findLastIndex((turn) => turn !== null && counts.get(turn.speaker)! > 1);
  const out: RootContent[] = [];
  let parts: { part: Part; label: string; asks: boolean }[] = [];
  const end = () => {
    if (parts.length > 1)
      out.push(
        qaOf(
          parts.map(({ part }) => part),
          parts.map(({ label }) => label).join(' '),
          context,
        ),
      );
    else for (const { part, label } of parts) out.push(...restored(part, label));
    parts = [];
  };
  for (const [index, node] of nodes.entries()) {
    const turn = turns[index];
    const speaks = turn && counts.get(turn.speaker)! > 1 ? turn : null;
    if (node.type !== 'paragraph' || index > last || (!speaks && parts.length === 0)) {
      end();
      out.push(node);
    } else if (speaks) {
      const asks = speaks.speaker === asking;
      if (asks && parts.at(-1)?.asks !== true) end();
      const words = cutParagraph(node, speaks.from, textOf(node.children).length);
      parts.push({ part: partOf(nameOf(speaks.speaker), words ? [words] : []), label: `${speaks.speaker}:`, asks });
    } else parts.at(-1)!.part.children.push(node);
  }
  end();
  return out;
}

/** "Q" and "A" are no names. */
const nameOf = (speaker: string): string | null => (/^\p{L}$/u.test(speaker) ? null : speaker);

/** A question that nobody answers stays as it was written. */
function restored({ children }: Part, label: string): RootContent[] {
  const [first, ...rest] = children as Paragraph[];
  if (!first) return [];
  return [{ ...first, children: [{ type: 'text', value: `${label} ` }, ...first.children] }, ...rest];
}

/** Questions that are paragraphs of their own, and the answers between them. */
function fromQuestions(
  nodes: readonly RootContent[],
  texts: readonly (string | null)[],
  context: Context,
): RootContent[] | null {
  const found = exchanges(texts);
  if (found.length === 0) return null;
  const out: RootContent[] = [];
  let at = 0;
  for (const { question, to } of found) {
    out.push(...nodes.slice(at, question));
    const [asked, ...answer] = nodes.slice(question, to) as Paragraph[];
    out.push(qaOf([partOf(null, [asked!]), partOf(null, answer)], '', context));
    at = to;
  }
  return [...out, ...nodes.slice(at)];
}

function qaOf(parts: Part[], labels: string, context: Context): Qa {
  const [first, last] = [parts[0]?.position, parts.at(-1)?.position];
  const node: Qa = {
    type: 'qa',
    children: parts,
    ...(first && last && { position: { start: first.start, end: last.end } }),
  };
  context.trace({
    rule: 'interview',
    lines: linesOf(node),
    before: parts
      .map(({ children }) =>
        children
          .map((child) => ('children' in child ? textOf(child.children as Paragraph['children']) : ''))
          .join('\n'),
      )
      .join('\n'),
    after: `a question and ${parts.length - 1 === 1 ? 'an answer' : `${parts.length - 1} answers`}`,
    certainty: 'likely',
    why:
      labels === ''
        ? 'Questions stand alone, and who is asked answers.'
        : 'Labels say who speaks, and one of them asks.',
  });
  return node;
}
