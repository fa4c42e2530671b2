import type { LineKind } from '../../parse/lines/line-kinds.ts';
import type { Line } from '../../parse/text/lines.ts';

/** A text of which it is known what its lines are. */
export interface LabelledText {
  id: string;
  language: string;
  lines: readonly Line[];
  /** For each line the kinds that it may be; every kind where nothing is known of it. */
  allowed: readonly (readonly LineKind[])[];
  /** How much it counts in a fit. */
  weight: number;
}

/** Which of five folds a text is in: by its name alone, so that it stays there. */
export function foldOf(id: string): number {
  let hash = 2166136261;
  for (const sign of id) hash = Math.imul(hash ^ sign.codePointAt(0)!, 16777619) >>> 0;
  return (hash >>> 8) % folds;
}

export const folds = 5;

/** A text evened out as the corpora's scorers do: lines are compared by it. */
export function evened(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\ufe0f]/g, '')
    .replace(/[‘’ʼ′`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/…/g, '...')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[•·*‣▪-]\s*/, '');
}
