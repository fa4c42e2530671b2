import type { Heading, Paragraph, PhrasingContent } from 'mdast';
import { tidy } from '../../html/blocks/phrasing.ts';
import { isPerson } from '../../html/facts/authors.ts';
import { attribute } from '../../html/tree/tree.ts';
import type { Piece } from '../../html/blocks/piece.ts';
import { lengthOf } from '../../html/tree/survey.ts';

/** Paragraphs that are set bold and stand as subheads do become headings; headings come out one below the other. */
export function withSubheads(pieces: readonly Piece[]): Piece[] {
  const asked = pieces.filter(
    (piece) => piece.kind === 'paragraph' && piece.bold && /\?["”»]?$/.test(piece.text),
  ).length;
  const marked = markedOnes(pieces);
  const told = pieces.map((piece, at): Piece => {
    const next = pieces[at + 1];
    if (!marked.has(piece) && !isSubhead(piece, next, pieces[at - 1], asked)) return piece;
    // A name above the first paragraph is the byline.
    if (at < 3 && piece.text.split(/\s*[/,&]\s*/).every(isPerson)) return piece;
    const { children, position } = piece.node as Paragraph;
    const heading: Heading = {
      type: 'heading',
      depth: 3,
      children: tidy(children.flatMap(plainly)),
      ...(position && { position }),
    };
    return { ...piece, kind: 'heading', node: heading };
  });
  return levelled(told);
}

function isSubhead(piece: Piece, next: Piece | undefined, before: Piece | undefined, asked: number): boolean {
  if (piece.kind !== 'paragraph' || !piece.bold || piece.links > 0 || !next || !before) return false;
  const { text } = piece;
  if (!looksLike(text) || before.kind === 'heading' || /^\d{1,2}\s?[h:.]\s?\d\d\b/.test(text) || /^\W*$/.test(text))
    return false;
  // The questions of an interview are no subheads.
  if (asked > 3 && /\?["”»]?$/.test(text)) return false;
  return (
    (next.kind === 'paragraph' && !next.bold) ||
    next.kind === 'list' ||
    next.kind === 'quote' ||
    next.kind === 'figure' ||
    next.kind === 'post'
  );
}

const signature = ({ element }: Piece): string => `${element.tag} ${attribute(element, 'class')}`;
const names = /(?:^|[\s_-])(?:sub-?head\w*|sub-?title|inter-?titre|inter-?line|interline|onlineinterline|zwischen\w*|cross-?head\w*|ladillo|tussenkop|mellanrubrik|h[2-4]|heading\w*|headline|titulo|titel|title)(?=$|[\s_-]|\d)/i; // prettier-ignore

/**
 * Short paragraphs with a class of their own that stand above the story's, twice or more, or that are called what
 * subheads are called.
 */
function markedOnes(pieces: readonly Piece[]): Set<Piece> {
  const weight = new Map<string, number>();
  for (const piece of pieces)
    if (piece.kind === 'paragraph')
      weight.set(signature(piece), (weight.get(signature(piece)) ?? 0) + piece.text.length);
  const [main = ''] = [...weight].reduce<[string, number]>((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  const groups = new Map<string, { fits: Piece[]; others: number }>();
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'paragraph' || signature(piece) === main || attribute(piece.element, 'class') === '') continue;
    const group = groups.get(signature(piece)) ?? { fits: [], others: 0 };
    groups.set(signature(piece), group);
    if (
      at > 0 &&
      piece.links === 0 &&
      looksLike(piece.text) &&
      !/©|^(?:foto|photo|bild|image)\b/i.test(piece.text) &&
      !/^(?:figure|quote|rule|table)$/.test(pieces[at - 1]!.kind) &&
      opensText(pieces[at + 1], main)
    )
      group.fits.push(piece);
    else group.others++;
  }
  return new Set([...groups].flatMap(([key, { fits, others }]) => fits.length > 2 * others && new Set(fits.map(({ text }) => text)).size === fits.length && (fits.length > 1 || names.test(key)) ? fits : [])); // prettier-ignore
}

/** What may stand below a subhead. */
const opensText = (next: Piece | undefined, main: string): boolean =>
  next !== undefined && (next.kind === 'paragraph' ? signature(next) === main : next.kind === 'figure' || next.kind === 'list' || next.kind === 'quote'); // prettier-ignore

function looksLike(text: string): boolean {
  const length = lengthOf(text);
  return length > 2 && length <= 110 && !text.includes('\n') && !/[.,;:]["”»]?$/.test(text);
}

/** The words of bold text; the spaces between its parts stay. */
const plainly = (node: PhrasingContent): PhrasingContent[] => (node.type === 'strong' ? node.children : [node]);

/** Headings from the second level on, without gaps: a page's are what its style asked for. */
function levelled(pieces: readonly Piece[]): Piece[] {
  const depths = [...new Set(pieces.flatMap(({ node }) => (node.type === 'heading' ? [node.depth] : [])))].sort(
    (a, b) => a - b,
  );
  return pieces.map((piece) => {
    if (piece.node.type !== 'heading') return piece;
    const depth = Math.min(6, 2 + depths.indexOf(piece.node.depth)) as Heading['depth'];
    return { ...piece, node: { ...piece.node, depth } };
  });
}
