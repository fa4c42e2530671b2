import { readTweetDate } from './post-date.ts';
import { isHandle } from './status-address.ts';

/** More lines than this no post's text has that a page shows whole. */
const MOST_LINES = 40;

/** A post as X itself shows it, in lines that are not blank. Indexes of lines; ends are past the last. */
export interface Panel {
  name: string;
  handle: string;
  /** `YYYY-MM-DD`: in the zone of who copied it, which X does not tell. */
  day: string;
  /** Its first line, which Substack's "Twitter avatar for @…" may be. */
  from: number;
  /** The lines of the text. */
  textFrom: number;
  textTo: number;
  /** Past the counts and buttons below it. */
  to: number;
}

const account = /^@(\w{1,15})(?:\s*·\s*Follow)?$/;
const avatar = /^Twitter avatar for @\w{1,15}$/;
/** What stands between the handle and the text. */
const mark = /^(?:·|∙|Follow|Following|Verified account|Subscribe)$/i;
/** "9:02 AM · Mar 4, 2025", and what X sets behind it: the views, or the program. */
const time = /^(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[AP]M)?\s*[·∙•]\s*/iu;
const behind = /^\s*(?:[·∙•]\s*(?:[\d.,]+\s?[KM]?\s*Views|Twitter (?:for|Web) [\w ]{2,20}|Twitter Web App))?$/iu;
/** Counts, and the labels of counts and buttons. */
const count =
  /^(?:[·∙•]|[\d.,]+\s?[KMB]?|(?:[\d.,]+\s?[KMB]?\s*)?(?:Views?|Reposts?|Retweets?|Quotes?|Quote Tweets?|Likes?|Bookmarks?|Replies|Reply|Share|Copy link(?: to post)?|Explore more on X|Read (?:more on (?:X|Twitter)|the full conversation on Twitter|(?:[\d.,]+\s?[KM]? )?repl(?:y|ies))))$/i;

/**
 * The post that begins at a line: name, `@handle`, text, the time with the day, counts. The handle alone on its line and
 * X's own form of a time below the text are proof; a byline has no text between, and no middle dot without a zone.
 *
 * @param lines texts, without spaces around them
 */
export function panelAt(lines: readonly (string | null)[], at: number): Panel | null {
  const isAvatar = avatar.test(lines[at] ?? '');
  const first = isAvatar ? at + 1 : at;
  const name = lines[first];
  const handle = account.exec(lines[first + 1] ?? '')?.[1];
  if (!name || name.length > 60 || name.startsWith('@') || !handle || !isHandle(handle)) return null;
  let textFrom = first + 2;
  while (mark.test(lines[textFrom] ?? '')) textFrom++;
  for (let index = textFrom; index < Math.min(lines.length, textFrom + MOST_LINES); index++) {
    const line = lines[index] ?? null;
    if (line === null || account.test(line)) return null;
    const day = dayOf(line);
    if (day === null) continue;
    if (index === textFrom) return null;
    let to = index + 1;
    while (count.test(lines[to] ?? '')) to++;
    return { name, handle, day, from: at, textFrom, textTo: index, to };
  }
  return null;
}

function dayOf(line: string): string | null {
  const from = line.length > 80 ? 0 : (time.exec(line)?.[0].length ?? 0);
  const date = from > 0 ? readTweetDate(line, from) : null;
  return date && behind.test(line.slice(date.to)) ? date.day : null;
}
