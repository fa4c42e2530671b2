/** How sure a decision was: by rule, on good evidence, or the best guess among several. */
export type Certainty = 'certain' | 'likely' | 'guess';

/** One thing that was done to a file on its way to an entry. */
export interface TraceStep {
  /** The rule's name, such as `doubled-caption` or `flattened-tweet`. */
  rule: string;
  /** First and last line of the file that it concerns, counted from 1. */
  lines: [number, number];
  /** What stood there. */
  before: string;
  /** What it became, in words a reader understands; empty where it was taken out. */
  after: string;
  certainty: Certainty;
  /** The evidence: why it was decided so, one sentence. */
  why: string;
  /** Text of the file that is in no block and no field of the entry because of this step. */
  removed?: string;
}
