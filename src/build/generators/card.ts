import type { Work } from '../../edition/output-file.ts';
import { CardPainter } from '../../cards/card.ts';
import { wording } from '../../i18n/wording.ts';
import type { GeneratorContext } from './generator.ts';
import { face } from './face.ts';

const pageBundle = new CardPainter(face);

/** The picture of an article for links to it elsewhere. */
export function make({ card }: Extract<Work, { generator: 'card' }>, { site }: GeneratorContext): Uint8Array {
  const { day, calendarDay } = wording(site);
  const dates = card.published ? [day(card.published), calendarDay(card.published)] : [];
  return pageBundle.card({ site: site.title, headline: card.headline, section: card.section, dates });
}
