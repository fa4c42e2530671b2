import { ACCENT, INK, Setter } from './typesetter.ts';
import type { Typeface } from './typeface.ts';

/** Pixels: what Open Graph's readers and X ask for (1.91 to 1). */
export const CARD = { width: 1200, height: 630 } as const;

const MARGIN = 72;
/** Type sizes of the headline, the largest that fits is taken; with the lines that there is room for. */
const HEADLINE = [
  { size: 88, lines: 3 },
  { size: 72, lines: 4 },
  { size: 58, lines: 5 },
  { size: 46, lines: 6 },
] as const;
const LABEL = 32;

/** The words on a card. */
export interface CardText {
  site: string;
  headline: string | null;
  section: string | null;
  /** The first of these that can be drawn. */
  dates: readonly string[];
}

/** Draws cards, one after the other on one canvas. */
export class CardPainter {
  readonly #setter: Setter;

  /** @param accent `#rrggbb` */
  constructor(face: Typeface, accent: string) {
    this.#setter = new Setter(CARD.width, CARD.height, MARGIN, face, accent);
  }

  /**
   * Draws a card: the paper's name, section, headline and date. Words in a script that the face does
   * not have become "…", and a headline of little else is left out: a card never shows empty boxes.
   *
   * @returns a PNG of 1200 × 630
   */
  card({ site, section, headline, dates }: CardText): Uint8Array {
    const setter = this.#setter;
    setter.begin();
    setter.bar(0, 14, ACCENT, 'picture');
    setter.bar(116, 2, INK, 'type');
    const [name, kicker, words] = [site, section, headline].map((each) => setter.drawable(each));
    if (name) setter.label(name, LABEL, 92, INK);
    let top = 150;
    if (kicker && words) {
      setter.label(kicker, LABEL, top + 36, ACCENT);
      top += 62;
    }
    const { lines, size } = setter.fitted(words ?? kicker ?? name ?? '', HEADLINE);
    const leading = Math.round(size * 1.12);
    const room = CARD.height - 110 - top;
    const first = top + Math.max(0, Math.round((room - lines.length * leading) / 3)) + Math.round(size * 0.85);
    lines.forEach((line, index) => setter.line(line, size, first + index * leading, INK));
    const date = dates.map((each) => setter.drawable(each)).find((each) => each !== null);
    if (date) setter.label(date, LABEL, CARD.height - 52, INK);
    return setter.end();
  }
}
