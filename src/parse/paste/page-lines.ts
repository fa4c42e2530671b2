import { noticeKind } from '../notices/notice.ts';
import { creditAtEnd } from '../credits/find-credit.ts';
import type { ToldLines } from '../lines/told-lines.ts';
import { showsCredit } from '../head/line-marks.ts';
import { wordCount, type Line } from '../text/lines.ts';
import { isFurniture } from './furniture.ts';

/**
 * How sure it must be that a line is the page's and not the story's. Below the story's last paragraph that it is
 * likelier than not is enough; above that, surer the longer a line is, and surest for what ends as a sentence does.
 */
const sure = { below: 0.35, label: 0.6, line: 0.85, sentence: 0.97, paragraph: 0.995 };

/** The last line of a post, which stands below its text. */
const attribution = /\(@\w{1,20}\)/u;
/** Lines above it, or below the name, that may be its text. */
const postReach = 6;

/**
 * Which lines of a page belong to its frame: buttons, menus, teasers, lists of tags. Those that are made of such labels
 * alone, and those that their look, place and neighbours tell as such. Captions, posts and notices are none.
 */
export function frameLines(lines: readonly Line[], told: ToldLines): Map<number, string> {
  const found = new Map<number, string>();
  const posts = new Set<number>();
  for (const [index, { text }] of lines.entries()) {
    if (!attribution.test(text)) continue;
    // With no day behind it the handle may stand above the post's text.
    const reach = text.endsWith(')') ? postReach : 0;
    for (const { number } of lines.slice(Math.max(0, index - postReach), index + reach + 1)) posts.add(number);
  }
  const end = lines.findLastIndex(({ number, text }) => {
    return wordCount(text) >= 20 && told(number, 'furniture') < needed(text, false);
  });
  for (const [index, { number, text }] of lines.entries()) {
    if (isFurniture(text)) found.set(number, 'The line is made of the labels of buttons and menus.');
    else if (
      !posts.has(number) &&
      !captionButton.test(lines[index + 1]?.text ?? '') &&
      isFrame(number, text, index > end, told)
    )
      found.set(number, 'Its look, its place and its neighbours are those of what stands around a story.');
  }
  return found;
}

function isFrame(number: number, text: string, isBelow: boolean, told: ToldLines): boolean {
  const likely = told(number, 'furniture');
  if (likely < sure.below) return false;
  if (likely < needed(text, isBelow)) return false;
  if (told(number, 'caption') + told(number, 'credit') >= 0.2 || showsCredit(text) || isCode.test(text)) return false;
  return creditAtEnd(text) === null && (wordCount(text) < 4 || noticeKind(text) === null);
}

/** NPR's button below a credit, which proves it whoever it names. */
const captionButton = /^(?:hide|toggle) caption$/iu;

/** Markup that an article prints is its own. */
const isCode = /<\/?[a-z][^>]*>|[{};]$/iu;

function needed(text: string, isBelow: boolean): number {
  const words = wordCount(text);
  if (/[.!?…:,;。！？]["”’»)]?$/u.test(text)) {
    if (words >= 20) return sure.paragraph;
    if (!isBelow || words >= 3) return sure.sentence;
  }
  if (isBelow) return words >= 20 ? sure.line : sure.below;
  return words <= 3 ? sure.label : sure.line;
}
