import { headlineCandidates } from './headline-evidence.ts';
import fitted from './headline-weights.json' with { type: 'json' };
import { titleAbove } from './title-above.ts';
import type { ToldLines } from '../lines/told-lines.ts';
import type { Line } from '../text/lines.ts';

export interface HeadlineChoice {
  index: number;
  score: number;
  why: string;
}

/** What each piece of evidence weighs, as a fit on labelled texts gave it: `npm run bench:recognise -- --fit`. */
export type HeadlineWeights = Readonly<Record<string, number>>;

/** By how much a line must be likelier than another so many lines above it, at most. */
const hardly = 0.5;
const near = 3;

/** What weighs less than this is not told as a reason. */
const telling = 0.3;

/**
 * Which line is the headline: that with the most evidence for it.
 *
 * @param isApart tells lines that are known to be something else
 * @returns null where no line could be one
 */
export function chooseHeadline(
  lines: readonly Line[],
  language: string,
  isApart: (line: Line) => boolean,
  told: ToldLines,
  weights: HeadlineWeights = fitted,
): HeadlineChoice | null {
  let best: HeadlineChoice | null = null;
  for (const { index, evidence } of headlineCandidates(lines, language, isApart, told)) {
    const score = evidence.reduce((sum, piece) => sum + (weights[piece] ?? 0), 0);
    // What is hardly likelier than a line right above it is that headline's standfirst.
    const isUnder = best && index - best.index <= near;
    if (best && score <= best.score + (isUnder ? hardly : 0)) continue;
    const reasons = evidence.filter((piece) => (weights[piece] ?? 0) > telling && !piece.startsWith('told '));
    best = { index, score, why: reasons.length > 0 ? reasons.join(', ') : 'its look and its neighbours speak for it' };
  }
  const title = best && titleAbove(lines, best.index, language, isApart);
  return best && title !== null
    ? { ...best, index: title, why: 'a short line where headlines stand, above the date or the story' }
    : best;
}
