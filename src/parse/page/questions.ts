import type { BlockContent, Paragraph } from 'mdast';
import { container } from '../../article/blocks/directive.ts';
import { isInner, type Piece } from '../../html/blocks/piece.ts';
import { wordsOf } from '../../html/blocks/phrasing.ts';

/** So many questions make an interview of a story. */
const fewest = 4;

/**
 * The questions of an interview with their answers: paragraphs that are set bold and ask, or those of the one of two
 * speakers who asks. What is between two questions is the answer; pictures stand after it.
 */
export function withQuestions(pieces: readonly Piece[]): Piece[] {
  const isQuestion = asking(pieces);
  if (!isQuestion) return [...pieces];
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (!isQuestion(piece)) {
      out.push(piece);
      continue;
    }
    let to = at + 1;
    while (to < pieces.length && pieces[to]!.kind !== 'heading' && !isQuestion(pieces[to]!)) to++;
    const inside = pieces.slice(at + 1, to);
    const answer = inside.filter(isInner);
    if (answer.length === 0) {
      out.push(piece);
      continue;
    }
    const children = [asked(piece), ...answer.map(({ node }) => node as BlockContent)];
    const { position } = piece.node;
    const text = [piece, ...answer].map((each) => each.text).join('\n');
    out.push({ ...piece, kind: 'qa', text, bold: false, node: { ...container('qa', {}, children), ...(position && { position }) } }); // prettier-ignore
    out.push(...inside.filter((each) => !isInner(each)));
    at = to - 1;
  }
  return out;
}

/** Tells the questions of a story that is an interview; null for every other. */
function asking(pieces: readonly Piece[]): ((piece: Piece) => boolean) | null {
  const bold = (piece: Piece) => piece.kind === 'paragraph' && piece.bold && /\?["”»]?$/.test(piece.text.trim());
  if (pieces.filter(bold).length >= fewest) return bold;
  const said = new Map<string, { times: number; asked: number }>();
  for (const piece of pieces) {
    const speaker = speakerOf(piece);
    if (speaker === null) continue;
    const told = said.get(speaker) ?? { times: 0, asked: 0 };
    said.set(speaker, { times: told.times + 1, asked: told.asked + Number(piece.text.includes('?')) });
  }
  const often = [...said].filter(([, { times }]) => times >= fewest).sort((one, other) => other[1].asked / other[1].times - one[1].asked / one[1].times); // prettier-ignore
  const [asker, other] = often;
  if (!asker || !other || often.length > 2 || asker[1].asked < 0.5 * asker[1].times) return null;
  return (piece) => speakerOf(piece) === asker[0];
}

/** "**Ann Lee:** words": who speaks. */
function speakerOf(piece: Piece): string | null {
  if (piece.node.type !== 'paragraph') return null;
  const [first] = piece.node.children;
  return first?.type === 'strong' ? (/^([^\n:]{1,60}):$/.exec(wordsOf(first.children).trim())?.[1] ?? null) : null;
}

/** The question as it is asked: what sets it apart is its place in the block. */
function asked({ node }: Piece): Paragraph {
  const { children, ...paragraph } = node as Paragraph;
  const [only, ...others] = children;
  return { ...paragraph, children: only?.type === 'strong' && others.length === 0 ? only.children : children };
}
