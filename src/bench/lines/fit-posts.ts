import { stepUp, type PostWeights } from '../../parse/post-text/post-beginning.ts';
import type { Candidate } from '../../parse/post-text/post-evidence.ts';
import { tongueOf } from '../../parse/post-text/post-language.ts';
import { linesOf, type Line } from '../../parse/text/lines.ts';
import type { Gold } from './gold-lines.ts';
import prior from './post-prior.json' with { type: 'json' };
import { evened } from './labelled-text.ts';

/** One step up from the attribution of a post whose text is known: its evidence, and whether the paragraph belongs. */
export interface PostStep {
  id: string;
  evidence: readonly string[];
  belongs: boolean;
}

const words = (text: string): string => (evened(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** The steps of all posts of a text. */
export function postSteps(text: string, { id, tweets }: Gold): PostStep[] {
  const lines = linesOf(text, 1);
  const isSpaced = lines.filter(({ gap }) => gap > 0).length * 4 > lines.length;
  const articleTongue = tongueOf(text);
  return tweets.flatMap(({ name, handle, date, text: right }) => {
    const at = lines.findIndex(({ text: line }) => line.includes(`(@${handle})`) && !line.startsWith('(@'));
    if (at < 0) return [];
    const candidates = above(lines, at, isSpaced);
    const paragraphs = countOf(candidates, right);
    const steps: PostStep[] = [];
    let post = candidates[0]?.text ?? '';
    for (let taken = 1; taken <= paragraphs; taken++) {
      const step = stepUp(candidates, taken, post, { name, handle, day: date, articleTongue });
      if (!step) break;
      steps.push({ id, evidence: step.evidence, belongs: taken < paragraphs });
      post = step.whole;
    }
    return steps;
  });
}

/** The paragraphs above an attribution, nearest first, up to another post. */
function above(lines: readonly Line[], at: number, isSpaced: boolean): Candidate[] {
  const own = lines[at]!.text.replace(/\s*[—–-]?\s*[^—–]{0,80}\(@\w+\).*$/u, '');
  const found: Candidate[] = own === '' ? [] : [{ text: own, gapBelow: null }];
  for (let index = at - 1; index >= 0 && found.length < 40 && !/\(@\w{1,15}\)/.test(lines[index]!.text); index--)
    found.push({
      text: lines[index]!.text,
      gapBelow: isSpaced ? lines[index + 1]!.gap : null,
      linesBelow: lines[index + 1]!.gap,
    });
  return found;
}

/** How many of the paragraphs are the post; 0 where none says what it should. */
function countOf(candidates: readonly Candidate[], right: string): number {
  for (let count = 1; count <= Math.min(candidates.length, 30); count++) {
    const text = candidates.slice(0, count).map((candidate) => candidate.text);
    if (words(text.reverse().join('\n')) === words(right)) return count;
  }
  return 0;
}

const rounds = 500;
const rate = 0.3;
/** How strongly weights are drawn to what was set by hand before: the labelled posts are few. */
const pull = 10;

/** Logistic regression, AdaGrad, weights drawn to those that were set by hand. */
export function fitPosts(steps: readonly PostStep[]): PostWeights {
  const before: PostWeights = prior;
  const weights = new Map(Object.entries(before));
  const squares = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const gradient = new Map<string, number>();
    for (const { evidence, belongs } of steps) {
      const score = evidence.reduce((sum, piece) => sum + (weights.get(piece) ?? 0), 0);
      const change = (belongs ? 1 : 0) - 1 / (1 + Math.exp(-score));
      for (const piece of evidence) gradient.set(piece, (gradient.get(piece) ?? 0) + change);
    }
    for (const [piece, sum] of gradient) {
      const weight = weights.get(piece) ?? 0;
      const change = sum - pull * (weight - (before[piece] ?? 0));
      const square = (squares.get(piece) ?? 1e-6) + change * change;
      squares.set(piece, square);
      weights.set(piece, weight + (rate * change) / Math.sqrt(square));
    }
  }
  const written = [...weights].map(([piece, weight]): [string, number] => [piece, Math.round(weight * 100) / 100]);
  return Object.fromEntries(written.sort(([one], [other]) => (one < other ? -1 : 1)));
}
