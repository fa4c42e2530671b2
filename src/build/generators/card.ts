import type { Work } from '../../edition/files/output-file.ts';
import { CardPainter } from '../../cards/card.ts';
import { wording } from '../../i18n/wording.ts';
import type { GeneratorContext } from './generator.ts';
import { face } from './face.ts';

/** One for each accent colour: a glyph that is drawn stays drawn. */
const painters = new Map<string, CardPainter>();

/** The picture of an article for links to it elsewhere. */
export function make({ card }: Extract<Work, { generator: 'card' }>, { site }: GeneratorContext): Uint8Array {
  const { day, calendarDay } = wording(site);
  const dates = card.published ? [day(card.published), calendarDay(card.published)] : [];
  const painter = painters.get(site.accent) ?? new CardPainter(face, site.accent);
  painters.set(site.accent, painter);
  return painter.card({ site: site.title, headline: card.headline, section: card.section, dates });
}
