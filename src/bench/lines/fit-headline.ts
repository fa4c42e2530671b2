import type { HeadlineWeights } from '../../parse/head/headline.ts';

/** A text's lines that may be the headline, each with its evidence, and which of them are right. */
export interface Contest {
  candidates: readonly (readonly string[])[];
  right: readonly boolean[];
  weight: number;
}

const rounds = 600;
const rate = 0.3;
/** How strongly weights are drawn to 0: the inverse of their variance, for each text. */
const pull = 0.0003;

/** The weights with which the right lines win likeliest: conditional logit, AdaGrad, weights drawn to 0. */
export function fitHeadline(contests: readonly Contest[]): HeadlineWeights {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  const told = contests.filter(({ right }) => right.some(Boolean));
  for (let round = 0; round < rounds; round++) {
    const gradient = new Map<string, number>();
    for (const { candidates, right, weight } of told) {
      const scores = candidates.map((evidence) => evidence.reduce((sum, piece) => sum + (weights.get(piece) ?? 0), 0));
      const most = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - most));
      const all = powers.reduce((sum, power) => sum + power, 0);
      const ours = powers.reduce((sum, power, at) => sum + (right[at] ? power : 0), 0);
      for (const [at, evidence] of candidates.entries()) {
        const change = weight * ((right[at] ? powers[at]! / ours : 0) - powers[at]! / all);
        for (const piece of evidence) gradient.set(piece, (gradient.get(piece) ?? 0) + change);
      }
    }
    for (const [piece, sum] of gradient) {
      const weight = weights.get(piece) ?? 0;
      const change = sum / told.length - pull * weight;
      const square = (squares.get(piece) ?? 1e-8) + change * change;
      squares.set(piece, square);
      weights.set(piece, weight + (rate * change) / Math.sqrt(square));
    }
  }
  const written = [...weights].map(([piece, weight]): [string, number] => [piece, Math.round(weight * 100) / 100]);
  return Object.fromEntries(written.sort(([one], [other]) => (one < other ? -1 : 1)));
}
