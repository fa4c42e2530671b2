import { lineKinds, type Likelihoods, type LineKind, type LineWeights } from './line-kinds.ts';

const count = lineKinds.length;

/** The sum of the weights of a line's evidence, for each kind. */
function scoreOf(evidence: readonly string[], weights: LineWeights): Float64Array {
  const score = new Float64Array(count);
  for (const piece of evidence) {
    const row = weights.evidence[piece];
    if (row) for (let kind = 0; kind < count; kind++) score[kind]! += row[kind]! / 100;
  }
  return score;
}

/**
 * How likely each line is of each kind, all lines considered: the sums over all ways through the chain, forward and
 * backward (Rabiner 1989, section III), each line's brought to 1 so that nothing overflows.
 */
export function tellLines(evidence: readonly (readonly string[])[], weights: LineWeights): Likelihoods[] {
  const scores = evidence.map((pieces) => exponents(scoreOf(pieces, weights)));
  const steps = weights.steps.map((row) => row.map((weight) => Math.exp(weight / 100)));
  const forward = through(scores, (from, to) => steps[from]![to]!);
  const backward = through(scores.toReversed(), (from, to) => steps[to]![from]!).reverse();
  return scores.map((score, at) => {
    const product = score.map((own, kind) => (forward[at]![kind]! * backward[at]![kind]!) / (own || 1e-300));
    return evened(product);
  });
}

/** One way through the chain: each line's own score times what leads to it. */
function through(scores: readonly Float64Array[], step: (from: number, to: number) => number): Float64Array[] {
  const sums: Float64Array[] = [];
  for (const [at, score] of scores.entries()) {
    const before = sums[at - 1];
    const sum = new Float64Array(count);
    for (let to = 0; to < count; to++) {
      let leads = before ? 0 : 1;
      if (before) for (let from = 0; from < count; from++) leads += before[from]! * step(from, to);
      sum[to] = leads * score[to]!;
    }
    sums.push(evened(sum));
  }
  return sums;
}

/** Powers of e, the highest brought to 1. */
function exponents(score: Float64Array): Float64Array {
  const most = Math.max(...score);
  return score.map((value) => Math.exp(value - most));
}

function evened(values: Float64Array): Float64Array {
  const sum = values.reduce((all, value) => all + value, 0);
  return sum > 0 ? values.map((value) => value / sum) : values.map(() => 1 / count);
}

/** How likely a line is of one kind. */
export function likelihood(line: Likelihoods | undefined, kind: LineKind): number {
  return line?.[lineKinds.indexOf(kind)] ?? 0;
}

/** The likeliest kind of a line. */
export function likeliest(line: Likelihoods): LineKind {
  return lineKinds[line.indexOf(Math.max(...line))]!;
}
