import { networkOfHandle, type Network } from '../../article/blocks/posts/networks.ts';
import { readTweetDate } from '../posts/post-date.ts';

/** More lines than this no post has that a page shows whole. */
const MOST_LINES = 40;

/** A post as Bluesky, Mastodon or Truth Social shows it, in lines that are not blank. Indexes of lines; ends are past the last. */
export interface NetworkPanel {
  network: Network;
  name: string;
  handle: string;
  /** `YYYY-MM-DD` */
  day: string;
  textFrom: number;
  textTo: number;
  /** Past the counts below it. */
  to: number;
}

const account = /^@(?<handle>\w[\w.@-]{0,120}\w)(?:\s*[·•]\s*\w{1,8})?$/u;
/** What stands between the handle and the text. */
const mark = /^(?:[·•]|Follow(?:ing)?|\+ Follow|Subscribe)$/i;
const counted = '[\\d.,]+\\s?[KMB]?\\s*(?:reposts?|quotes?|likes?|repl(?:y|ies)|boosts?|favou?rites?|saves?|ReTruths?)';
const counts = new RegExp(
  `^(?:(?:${counted}\\s*[·•]?\\s*)+|(?:Everybody|Some people|Nobody) can reply|Write your reply)$`,
  'i',
);
const time = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?:\\s?[AP]M)?';
const timeBefore = new RegExp(`^${time}\\s*[·•]\\s*`, 'iu');
const timeBehind = new RegExp(`^(?:,|\\s+at)?\\s+${time}(?:\\s*[·•].{0,40})?$`, 'iu');

/** The day of a line that is a time and a day, in either order; null for any other. */
function dayOf(line: string): string | null {
  if (line.length > 80) return null;
  const before = timeBefore.exec(line)?.[0].length ?? 0;
  const date = readTweetDate(line, before);
  if (!date || date.from > before) return null;
  const rest = line.slice(date.to);
  return (before > 0 ? rest.trim() === '' : timeBehind.test(rest)) ? date.day : null;
}

/**
 * The post that begins at a line: name, `@handle`, text, a day with its time, and counts in the network's own words
 * below it or, on Truth Social, above it. Without the counts it may be a byline.
 *
 * @param lines texts, without spaces around them
 */
export function networkPanelAt(lines: readonly (string | null)[], at: number): NetworkPanel | null {
  const { name, handle } = headOf(lines, at);
  if (!name || !handle) return null;
  let textFrom = at + 2;
  while (mark.test(lines[textFrom] ?? '')) textFrom++;
  const found = dayBelow(lines, textFrom);
  if (!found) return null;
  const { day, index } = found;
  let textTo = index;
  while (textTo > textFrom && counts.test(lines[textTo - 1] ?? '')) textTo--;
  let to = index + 1;
  while (counts.test(lines[to] ?? '')) to++;
  const words = [...lines.slice(textTo, index), ...lines.slice(index + 1, to)].join(' ');
  const isTruth = /\bReTruths?\b/i.test(words) && /^\w{1,30}$/.test(handle);
  const network = networkOfHandle(handle) ?? (isTruth ? 'truthsocial' : null);
  return network === null || words === '' || textTo === textFrom
    ? null
    : { network, name, handle, day, textFrom, textTo, to };
}

/** The name on a line and the handle on the next one, where they are such. */
function headOf(lines: readonly (string | null)[], at: number) {
  const line = lines[at] ?? '';
  const handle = account.exec(lines[at + 1] ?? '')?.groups?.['handle'];
  return { name: line.length > 60 || line.startsWith('@') ? '' : line, handle };
}

/** The first line that is a day, from one on; null where another post or something else stands before it. */
function dayBelow(lines: readonly (string | null)[], from: number) {
  for (let index = from; index < Math.min(lines.length, from + MOST_LINES); index++) {
    const line = lines[index] ?? null;
    if (line === null || account.test(line)) return null;
    const day = dayOf(line);
    if (day !== null) return { day, index };
  }
  return null;
}
