import { noticeKind } from '../notices/notice.ts';
import { creditAtEnd } from '../credits/find-credit.ts';
import type { ToldLines } from '../lines/told-lines.ts';
import { showsCredit } from '../head/line-marks.ts';
import { wordCount, type Line } from '../text/lines.ts';
import { isPointer, opensList } from './further-reading.ts';
import { isFurniture } from './furniture.ts';
import { introducedItems, opensHighlights } from './introduced-list.ts';

/** Where a line stands: above the story's first paragraph, between its paragraphs, below its last. */
type Zone = 'above' | 'between' | 'below';

/** What a line looks like: up to three words, a title, or a sentence and more. */
type Shape = 'label' | 'title' | 'sentence' | 'paragraph';

/**
 * How sure it must be that a line is the page's and not the story's; 2 is never. Between the story's paragraphs hardly a
 * sentence is the page's, below them most lines are. In doubt a line is the story's: a button too many harms nobody.
 */
const sure: Readonly<Record<Zone, Readonly<Record<Shape, number>>>> = {
  above: { label: 0.6, title: 0.85, sentence: 0.97, paragraph: 2 },
  between: { label: 0.7, title: 0.95, sentence: 2, paragraph: 2 },
  below: { label: 0.35, title: 0.5, sentence: 0.95, paragraph: 2 },
};
/** No line is as likely. */
const never = 2;
/** Below the story, but with nothing of the page above it yet: it may be what the story ends with. */
const sureAtOnce = 0.97;
const sureLabel = 0.85;
/** Between two paragraphs, where nothing else of the page stands beside it. */
const sureAlone = 0.99;
/**
 * From how likely on labels and titles of the page show that the story has ended, and how many it takes before other
 * titles are the page's, and before sentences are.
 */
const border = { likely: 0.95, titles: 2, sentences: 4 };

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
  const own = ownLines(lines);
  const { first, last } = storyOf(lines, told);
  let borders = 0;
  for (const [index, { number, text }] of lines.entries()) {
    const zone = index < first ? 'above' : index > last ? 'below' : 'between';
    const isOwn = own.has(index) || isPictured(lines, index) || (zone !== 'above' && isLaid(lines, index));
    // Pointers to other stories are told by their words, and so are the lists that they open.
    const leadsOn = isPointer(text) || opensList(text);
    const isLabel = isFurniture(text);
    if (isLabel) found.set(number, 'The line is made of the labels of buttons and menus.');
    else if (!isOwn && !leadsOn && isFrame(lines, index, { zone, borders, told }))
      found.set(number, 'Its look, its place and its neighbours are those of what stands around a story.');
    if (zone !== 'below') continue;
    if (isLabel || leadsOn) borders += border.titles;
    else if (found.has(number) && told(number, 'furniture') >= border.likely && isTitle(text)) borders++;
  }
  return found;
}

/** The lines of posts and the points of a story, as indexes: both look like titles of other stories. */
function ownLines(lines: readonly Line[]): Set<number> {
  const own = new Set<number>();
  const add = (from: number, to: number) => {
    for (let at = Math.max(0, from); at <= to; at++) own.add(at);
  };
  for (const [index, { text }] of lines.entries()) {
    if (/^@\w{1,20}$/.test(text)) add(index - 1, index + postReach);
    if (text.includes('\t') || (bullet.test(text) && isBullet(lines, index))) add(index, index);
    // With no day behind it the handle may stand above the post's text.
    if (attribution.test(text)) add(index - postReach, index + (text.endsWith(')') ? postReach : 0));
    const items = opensHighlights(text) ? introducedItems(text, lines.slice(index + 1, index + 20)) : 0;
    if (items > 0) add(index, index + items);
  }
  return own;
}

const bullet = /^[•◦‣▪▸·]\s/u;

/** Whether a line behind a bullet has one above or below: the story's own lists have blank lines and few words around. */
function isBullet(lines: readonly Line[], index: number): boolean {
  return [lines[index - 1], lines[index + 1]].some((other) => other !== undefined && bullet.test(other.text));
}

/** Whether a line stands as subheads do: a blank line above, and a sentence right below. */
function isLaid(lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index]!, lines[index + 1]];
  if (!next || line.gap === 0 || next.gap > 0 || wordCount(line.text) > 15) return false;
  return !/[.!…:,;。！]["”’»)]?$/u.test(line.text) && /[.!?。！？"”»]["”’»)]?$/u.test(next.text);
}

/** The story's first and last paragraph, as indexes; where there is none, all lines stand below it. */
function storyOf(lines: readonly Line[], told: ToldLines): { first: number; last: number } {
  const isStory = ({ number, text }: Line) => wordCount(text) >= 20 && told(number, 'furniture') < 0.5;
  return { first: lines.findIndex(isStory), last: lines.findLastIndex(isStory) };
}

interface Place {
  zone: Zone;
  /** How many lines stand between the story's last paragraph and the line that show that it has ended. */
  borders: number;
  told: ToldLines;
}

function isFrame(lines: readonly Line[], index: number, place: Place): boolean {
  const { number, text } = lines[index]!;
  if (place.told(number, 'furniture') < needed(lines, index, place)) return false;
  if (place.told(number, 'caption') + place.told(number, 'credit') >= 0.2) return false;
  if (showsCredit(text) || isCode.test(text) || creditAtEnd(text) !== null) return false;
  return wordCount(text) < 4 || noticeKind(text) === null;
}

/** How likely a line must be the page's, as it looks and where it stands. */
function needed(lines: readonly Line[], index: number, { zone, borders, told }: Place): number {
  const shape = shapeAt(lines, index);
  const usual = sure[zone][shape];
  if (zone === 'above') return usual;
  if (zone === 'between') return shape === 'title' && isAlone(lines, index, told) ? sureAlone : usual;
  if (shape === 'sentence') return borders < border.sentences ? never : usual;
  if (borders >= border.titles || shape === 'paragraph') return usual;
  return shape === 'title' ? sureAtOnce : sureLabel;
}

/** Whether no line of the page stands right above or below a line. */
function isAlone(lines: readonly Line[], index: number, told: ToldLines): boolean {
  return ![lines[index - 1], lines[index + 1]].some((line) => line && told(line.number, 'furniture') >= 0.5);
}

/** A line that goes on in small letters is a part of a sentence. */
function shapeAt(lines: readonly Line[], index: number): Shape {
  const [line, next] = [lines[index]!, lines[index + 1]];
  const goesOn = next !== undefined && next.gap === 0 && /^\p{Ll}/u.test(next.text);
  return goesOn && wordCount(line.text) > 3 ? 'sentence' : shapeOf(line.text);
}

/** Whether the lines beside one show that it is a caption or a credit: a credit, a button of a picture, a gallery's mark. */
function isPictured(lines: readonly Line[], index: number): boolean {
  const [before, next] = [lines[index - 1]?.text ?? '', lines[index + 1]?.text ?? ''];
  if (captionButton.test(next) || (creditLabel.test(next) && showsCredit(next))) return true;
  return galleryMark.test(before) || galleryMark.test(next);
}

/** "+4", "1/15": what stands on a picture of a gallery. */
const galleryMark = /^(?:\+\s?\d{1,3}|\d{1,3}\s?\/\s?\d{1,3})$/u;

/** What opens a line that is a credit and nothing else. */
const creditLabel =
  /^(?:photo(?:graph)?s?|pictures?|images?|fotos?|bild(?:er)?|credits?|crédits?|imagen|foto(?:grafía)?)\b/iu;

/** NPR's button below a credit, which proves it whoever it names. */
const captionButton = /^(?:hide|toggle) caption$/iu;

/** Markup that an article prints is its own. */
const isCode = /<\/?[a-z][^>]*>|[{};]$/iu;

/** Begins with a capital and does not end as sentences do. */
const isTitle = (text: string): boolean => /^["“«„‘']?[\p{Lu}\p{Lo}\d]/u.test(text) && !sentenceEnd.test(text);

/** What somebody says or sings, in quotation marks up to the end. */
const isQuoted = /["“«„][^"“«„]{8,}["”»]$/u;

const sentenceEnd = /[.!?…:,;。！？؟]["”’»)]?$/u;

function shapeOf(text: string): Shape {
  const words = wordCount(text);
  if (words <= 3 && !/[.!?…,;。！？؟]["”’»)]?$/u.test(text)) return 'label';
  if (/^\p{Ll}/u.test(text) || isQuoted.test(text)) return 'sentence';
  if (!sentenceEnd.test(text)) return words >= 20 ? 'paragraph' : 'title';
  return words >= 20 ? 'paragraph' : 'sentence';
}
