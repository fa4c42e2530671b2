import { readMediaAddress } from '../../article/blocks/media/media-address.ts';
import { readPostAddress } from '../../article/blocks/posts/networks.ts';
import { frameAddress } from '../../html/blocks/embed.ts';
import type { PageFacts } from '../../html/facts/facts.ts';
import { cutPage, type PageOptions } from '../../html/page.ts';
import type { Piece } from '../../html/blocks/piece.ts';
import { sift, type Dropped } from './sift.ts';
import { withQuestions } from './questions.ts';
import { withSubheads } from './subheads.ts';

/** A saved page: what is known of it, and the blocks of its story. */
export interface PageStory {
  facts: PageFacts;
  kept: Piece[];
  dropped: Dropped[];
  /** Short texts around the headline: bylines, dates, labels. */
  headTexts: string[];
}

/** Whether a frame is shown: a post, a film or a recording, each once. Others are advertising, forms, and the like. */
function framesOf(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<string>();
  return pieces.filter(({ node, element }) => {
    if (node.type !== 'html' || element.tag !== 'iframe') return true;
    const address = frameAddress(element);
    const url = (readPostAddress(address) ?? readMediaAddress(address))?.url;
    if (url === undefined || seen.has(url)) return false;
    seen.add(url);
    return true;
  });
}

/** So many texts around the headline may hold the date or the byline. */
const most = 30;

/** Reads a saved page into the blocks of its story. */
export function readStory(text: string, options: PageOptions = {}): PageStory {
  const { facts, pieces, titles, opening, leading, headTexts } = cutPage(text, options);
  const { kept, dropped } = sift(
    framesOf(pieces).filter((piece) => !opening.head.has(piece)),
    titles,
    leading,
  );
  const short = dropped.map(({ piece }) => piece.text).filter((each) => each.length < 300);
  return {
    facts,
    kept: withQuestions(withSubheads(kept)),
    dropped,
    headTexts: [...headTexts, ...short].slice(0, most),
  };
}
