import type { Work } from '../../edition/output-file.ts';
import { CardPress } from '../../cards/card.ts';
import { wording } from '../../i18n/wording.ts';
import type { Bench } from './generators.ts';
import { face } from './face.ts';

const press = new CardPress(face);

/** The picture of an article for links to it elsewhere. */
export function make({ card }: Extract<Work, { maker: 'card' }>, { site }: Bench): Uint8Array {
  const { day, calendarDay } = wording(site);
  const dates = card.published ? [day(card.published), calendarDay(card.published)] : [];
  return press.card({ site: site.title, headline: card.headline, section: card.section, dates });
}
