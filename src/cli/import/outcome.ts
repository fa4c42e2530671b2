import type { Failure } from '../../exports/item.ts';
import type { Outcome } from './library.ts';

const number = new Intl.NumberFormat('en');
const count = (many: number, thing: string): string => `${number.format(many)} ${thing}${many === 1 ? '' : 's'}`;

/** What an import tells at its end, for standard output. */
export function outcomeText(outcome: Outcome, dryRun: boolean): string {
  const { entries, written, cards, updated, known, fillable, twice, older, drafts, failures, touched } = outcome;
  const notes = [cards > 0 && `${number.format(cards)} with the address alone`, drafts > 0 && count(drafts, 'draft')].filter(Boolean); // prettier-ignore
  const parts = [
    `${count(written, 'article')} ${dryRun ? 'would be written' : 'written'}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`,
    updated > 0 && `${number.format(updated)} ${dryRun ? 'would be brought up to date' : 'brought up to date'}`,
    known > 0 &&
      `${number.format(known)} here already${fillable > 0 ? `, ${number.format(fillable)} of them without the text that this has (--update)` : ''}`,
    touched.length > 0 && `${number.format(touched.length)} changed by hand and left as they are`,
    twice > 0 && `${number.format(twice)} twice in it`,
    older > 0 && `${number.format(older)} older or without a date`,
    failures.length > 0 && `${number.format(failures.length)} not read`,
  ].filter(Boolean);
  return `${count(entries, 'entry').replace('entrys', 'entries')}: ${parts.join(', ')}.`;
}

/** Lines of one reason that are worth a screen. */
const shown = 10;

/**
 * What was not read and why, a line each, for standard error. Where one reason holds for many, a screen gets the first
 * of them and their number.
 */
export function failureLines(failures: readonly Failure[], whole: boolean): string[] {
  const reasons = Map.groupBy(failures, ({ why }) => why.replace(/\(.*\)$/, '').trim());
  return [...reasons].flatMap(([why, same]) => {
    const told = whole ? same : same.slice(0, shown);
    const more = same.length - told.length;
    return [
      ...told.map(({ place, title, why: said }) => `${place}${title === null ? '' : ` “${short(title)}”`}: ${said}`),
      ...(more > 0 ? [`… and ${number.format(more)} more: ${why}`] : []),
    ];
  });
}

const short = (title: string): string => (title.length > 70 ? `${title.slice(0, 70)}…` : title).replace(/\s+/g, ' ');
