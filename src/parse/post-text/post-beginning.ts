import {
  blockEvidence,
  markedGroup,
  longestRaw,
  postEvidence,
  roomAbove,
  type Candidate,
  type Post,
} from './post-evidence.ts';
import { limitOn, postLength } from './post-length.ts';
import fitted from './post-weights.json' with { type: 'json' };

/** What each piece of evidence weighs, as a fit on labelled texts gave it: `npm run bench:recognise -- --fit`. */
export type PostWeights = Readonly<Record<string, number>>;

/** How many of the candidates belong to the post (one at least, where there is any), and why. */
export interface Beginning {
  paragraphs: number;
  certainty: 'certain' | 'likely' | 'guess';
  why: string;
}

/** One step up from an attribution: the evidence for taking the paragraph that stands there, or why it can't be. */
export interface Step {
  evidence: readonly string[];
  /** The post with the paragraph in it. */
  whole: string;
}

/**
 * The evidence for the paragraph that stands above the first `taken` ones.
 *
 * @param text what the post is so far
 * @returns null where it can't belong: nothing is there, or the post would be longer than X allowed
 */
export function stepUp(candidates: readonly Candidate[], taken: number, text: string, post: Post): Step | null {
  const candidate = candidates[taken];
  if (!candidate) return null;
  const whole = `${candidate.text}${candidate.gapBelow === 0 ? '\n' : '\n\n'}${text}`;
  if (candidate.text.length > longestRaw || postLength(whole) > limitOn(post.day) + 5) return null;
  const evidence = postEvidence(candidate, candidates[taken + 1], { text, whole, taken }, post);
  const room = roomAbove(candidates, post);
  if (room && taken < room.paragraphs) evidence.push(room.evidence);
  evidence.push(...blockEvidence(candidates, taken, text, post));
  if (markedGroup(candidates, taken)) evidence.push('a line of the same paragraph has a hashtag or emoji');
  return { evidence, whole };
}

/**
 * Decides where a flattened post begins. The text does not say: the paragraph right above the attribution belongs to
 * it, and each one further up is weighed on evidence: X's limit of length, neighbouring lines, a sentence that
 * introduces the post, language, and what only posts have (hashtags, emoji). In doubt it is one paragraph.
 *
 * @param candidates the paragraphs above the attribution, nearest first, up to the first thing that cannot belong
 */
export function findBeginning(candidates: readonly Candidate[], post: Post, weights: PostWeights = fitted): Beginning {
  const [nearest] = candidates;
  if (!nearest) return { paragraphs: 0, certainty: 'certain', why: 'nothing stands above the attribution' };
  let text = nearest.text;
  const joined: string[] = [];
  for (let paragraphs = 1; ; paragraphs++) {
    const step = stepUp(candidates, paragraphs, text, post);
    if (!step) {
      const above = candidates[paragraphs] !== undefined;
      const why = above ? 'the one above would make it longer than X allowed' : 'nothing more above';
      return { paragraphs, certainty: paragraphs === 1 && !above ? 'certain' : 'likely', why: tell(joined, why) };
    }
    const weighed = step.evidence.map((piece): [string, number] => [piece, weights[piece] ?? 0]);
    const total = weighed.reduce((sum, [, weight]) => sum + weight, 0);
    const [strongest] = weighed.sort((one, other) => (other[1] - one[1]) * Math.sign(total));
    if (total <= 0)
      return { paragraphs, certainty: total < -2 ? 'likely' : 'guess', why: tell(joined, strongest?.[0] ?? '') };
    joined.push(strongest?.[0] ?? '');
    text = step.whole;
  }
}

function tell(joined: readonly string[], stop: string): string {
  const taken = [...new Set(joined)].join('; ');
  return taken === ''
    ? `the paragraph above the attribution; ${stop}`
    : `more paragraphs, because: ${taken}; then: ${stop}`;
}
