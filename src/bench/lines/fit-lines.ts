import { lineEvidence } from '../../parse/lines/line-evidence.ts';
import { lineKinds, type LineKind, type LineWeights } from '../../parse/lines/line-kinds.ts';
import type { LabelledText } from './labelled-text.ts';

/**
 * Fits the weights of the chain by maximum likelihood: conditional random field, AdaGrad (Duchi et al. 2011), weights
 * drawn towards 0. Where a line may be of several kinds, the sum over these counts.
 */

const count = lineKinds.length;

/** A text as numbers: for each line its pieces of evidence and the kinds it may be. */
export interface Counted {
  id: string;
  weight: number;
  evidence: Int32Array[];
  allowed: Float64Array[];
}

/** Names of pieces of evidence, each with its number. */
export class Names {
  readonly numbers = new Map<string, number>();
  readonly uses: number[] = [];

  of(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(name, number);
      this.uses.push(0);
    }
    this.uses[number]!++;
    return number;
  }
}

export function counted({ id, weight, lines, language, allowed }: LabelledText, names: Names): Counted {
  return {
    id,
    weight,
    evidence: lineEvidence(lines, language).map((pieces) => Int32Array.from(pieces, (piece) => names.of(piece))),
    allowed: allowed.map((kinds) => mask(kinds)),
  };
}

function mask(kinds: readonly LineKind[]): Float64Array {
  return Float64Array.from(lineKinds, (kind) => (kinds.includes(kind) ? 1 : 0));
}

/** How often a fit goes over all texts. */
const rounds = 8;
const rate = 0.25;
const pull = 2e-6;

/** The weights that make the labels of the texts likeliest. */
export function fitLines(texts: readonly Counted[], names: Names): LineWeights {
  const size = names.numbers.size;
  const weights = new Float64Array(size * count);
  const squares = new Float64Array(size * count).fill(1e-3);
  const steps = new Float64Array(count * count);
  const stepSquares = new Float64Array(count * count).fill(1e-3);
  const change = (values: Float64Array, sums: Float64Array, at: number, gradient: number) => {
    sums[at]! += gradient * gradient;
    values[at]! += (rate * gradient) / Math.sqrt(sums[at]!) - rate * pull * values[at]! * 100;
  };
  const order = texts.map((_, index) => index);
  let seed = 12345;
  const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32;
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const index of order) {
      const text = texts[index]!;
      const { expected, pairs } = difference(text, weights, steps);
      // A long page counts no more than a few articles.
      const scale = text.weight * Math.min(1, 150 / text.evidence.length);
      for (const [line, pieces] of text.evidence.entries())
        for (const piece of pieces)
          for (let kind = 0; kind < count; kind++) {
            const gradient = expected[line]![kind]! * scale;
            if (Math.abs(gradient) > 1e-5) change(weights, squares, piece * count + kind, gradient);
          }
      for (let at = 0; at < pairs.length; at++)
        if (Math.abs(pairs[at]!) > 1e-5) change(steps, stepSquares, at, pairs[at]! * scale);
    }
  }
  return written(weights, steps, names);
}

/** For each line and kind, and each pair of kinds: what the labels expect less what the weights expect. */
function difference(text: Counted, weights: Float64Array, steps: Float64Array) {
  const scores = text.evidence.map((pieces) => {
    const score = new Float64Array(count);
    for (const piece of pieces) for (let kind = 0; kind < count; kind++) score[kind]! += weights[piece * count + kind]!;
    const most = Math.max(...score);
    return score.map((value) => Math.exp(value - most));
  });
  const leads = steps.map((value) => Math.exp(value));
  const free = chain(scores, leads);
  const bound = chain(
    scores.map((score, line) => score.map((value, kind) => value * text.allowed[line]![kind]!)),
    leads,
  );
  return {
    expected: bound.lines.map((line, at) => line.map((value, kind) => value - free.lines[at]![kind]!)),
    pairs: bound.pairs.map((value, at) => value - free.pairs[at]!),
  };
}

function chain(scores: readonly Float64Array[], leads: Float64Array) {
  const forward: Float64Array[] = [];
  for (const [at, score] of scores.entries()) {
    const sum = new Float64Array(count);
    for (let to = 0; to < count; to++) {
      let before = at === 0 ? 1 : 0;
      if (at > 0)
        for (let from = 0; from < count; from++) before += forward[at - 1]![from]! * leads[from * count + to]!;
      sum[to] = before * score[to]! + 1e-300;
    }
    forward.push(evened(sum));
  }
  const pairs = new Float64Array(count * count);
  const lines: Float64Array[] = new Array<Float64Array>(scores.length);
  let after = new Float64Array(count).fill(1);
  for (let at = scores.length - 1; at >= 0; at--) {
    lines[at] = evened(forward[at]!.map((value, kind) => value * after[kind]!));
    if (at === 0) break;
    const pair = new Float64Array(count * count);
    let all = 0;
    const before = new Float64Array(count);
    for (let from = 0; from < count; from++)
      for (let to = 0; to < count; to++) {
        const onward = leads[from * count + to]! * scores[at]![to]! * after[to]!;
        before[from]! += onward;
        all += pair[from * count + to] = forward[at - 1]![from]! * onward;
      }
    if (all > 0) for (let index = 0; index < pair.length; index++) pairs[index]! += pair[index]! / all;
    after = evened(before);
  }
  return { lines, pairs };
}

function evened(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let sum = 0;
  for (const value of values) sum += value;
  return sum > 0 ? values.map((value) => value / sum) : values.fill(1 / values.length);
}

/** Weights that say little, and evidence that is rare, are left out: the file stays small. */
function written(weights: Float64Array, steps: Float64Array, names: Names): LineWeights {
  const hundredths = (value: number) => Math.round(value * 100);
  const evidence: Record<string, number[]> = {};
  for (const [name, number] of names.numbers) {
    if (names.uses[number]! < 20) continue;
    const row = [...weights.slice(number * count, (number + 1) * count)].map(hundredths);
    if (row.some((value) => Math.abs(value) >= 10)) evidence[name] = row;
  }
  const rows = lineKinds.map((_, from) => [...steps.slice(from * count, (from + 1) * count)].map(hundredths));
  return { evidence, steps: rows };
}
