import { lineEvidence } from './line-evidence.ts';
import { lineKinds, type LineKind, type LineWeights } from './line-kinds.ts';
import fitted from './line-weights.json' with { type: 'json' };
import { tellLines } from './tell-lines.ts';
import type { Line } from '../text/lines.ts';

/** How likely a line, by its number in the file, is of a kind: 0 to 1; 0 for a line that nothing is known of. */
export type ToldLines = (line: number, kind: LineKind) => number;

/** Nothing is known of any line: in Markdown, and in text that no model has seen. */
export const untold: ToldLines = () => 0;

/** The weights that a fit on all labelled texts gave: `npm run bench:recognise -- --fit`. */
const fittedWeights: LineWeights = fitted;

/** No page of a newspaper has more lines; what stands further down is not looked at. */
const most = 4000;

/**
 * Tells what the lines of a pasted page are likely to be.
 *
 * @param language BCP 47, for dates
 */
export function toldLines(lines: readonly Line[], language: string, weights: LineWeights = fittedWeights): ToldLines {
  const page = lines.slice(0, most);
  const told = tellLines(lineEvidence(page, language), weights);
  const places = new Map(page.map(({ number }, index) => [number, index]));
  return (line, kind) => {
    const index = places.get(line);
    return index === undefined ? 0 : told[index]![lineKinds.indexOf(kind)]!;
  };
}
