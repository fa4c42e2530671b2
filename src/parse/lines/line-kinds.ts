/** What a line of a pasted page may be. The order is that of the weights in `line-weights.json`. */
export const lineKinds = [
  'headline',
  'section',
  'standfirst',
  'byline',
  'date',
  'caption',
  'credit',
  'subhead',
  'item',
  'quotation',
  'furniture',
  'aside',
  'prose',
] as const;

export type LineKind = (typeof lineKinds)[number];

/** How likely each kind is for one line, in the order of {@link lineKinds}; they add up to 1. */
export type Likelihoods = Readonly<Float64Array>;

/** The fitted model: a linear chain, as Lafferty, McCallum and Pereira (2001) describe it. */
export interface LineWeights {
  /** For each piece of evidence one weight for each kind. Hundredths, as whole numbers. */
  evidence: Readonly<Record<string, readonly number[]>>;
  /** `steps[a][b]`: for kind b on the line after kind a. Hundredths too. */
  steps: readonly (readonly number[])[];
}
