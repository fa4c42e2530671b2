import { readByline } from './byline.ts';
import { isBareSection, pictureLabel } from './section.ts';
import { readDateLine } from '../dates/dates-in-line.ts';
import { isFurniture } from '../paste/furniture.ts';
import { isName, isPublication } from '../text/names.ts';
import { wordCount, type Line } from '../text/lines.ts';

/** With more lines above it than this a text is a whole page, whose menus say nothing about a headline. */
const reach = 8;
/** How long a title may be where nothing but its place speaks for it. */
const longest = { words: 8, letters: 60 };
/** What ends a sentence, and hardly ever a headline. */
const sentenceEnd = /[^.…][.。．।۔።]["'”’»」』)]?$/u;
const anyEnd = /[.…。．।۔።:：;,،、]["'”’»」』)]?$/u;
/** A date, in languages too whose months nobody here knows. */
const dateLike = /^\p{N}{1,2}\.?\s[\p{L}\p{M}]+\.?,?\s\p{N}{4}$/u;
/** "Home", "Home > World": the way to a page. */
const menu = /^(?:home|homepage|start|startseite|accueil|inicio|главная|首页|ホーム)$|\S\s*[›»>]\s*\S/iu;

/**
 * The line above the date or the byline, or the first line of a text, where a sentence of the story or the name of a
 * section was taken for the headline: "Ferry returns" has too few words to be told by its look.
 *
 * @param chosen   the index of the line that was taken for it
 * @param isApart  tells lines that are known to be something else
 * @returns its index; null where the choice may stand
 */
export function titleAbove(
  lines: readonly Line[],
  chosen: number,
  language: string,
  isApart: (line: Line) => boolean,
): number | null {
  const { text } = lines[chosen]!;
  const isStory = sentenceEnd.test(text);
  if (chosen > reach || !(isStory || isPlace(text))) return null;
  const top = lines.slice(0, isStory ? chosen : reach);
  const signed = top.findIndex((line) => isSigned(line, language));
  if (signed === 0 || (signed < 0 && !isStory && chosen === 0)) return null;
  // A sentence that stands above the date itself is a headline.
  if (signed < 0 && isStory && lines.slice(chosen + 1, chosen + 3).some((line) => isSigned(line, language)))
    return null;
  const above = top.slice(0, signed < 0 ? chosen : signed);
  const titles = above.filter((line) => !isApart(line) && isTitle(line.text));
  // A name that stands right on top of the date is the author's.
  const last = above.at(-1);
  if (titles.length > 1 && titles.at(-1) === last && isName(last!.text) && lines[signed]?.gap === 0) titles.pop();
  const title = signed < 0 ? titles[0] : titles.at(-1);
  return title && title !== lines[chosen] ? lines.indexOf(title) : null;
}

const isPlace = (text: string): boolean =>
  isBareSection(text) || isPublication(text) || menu.test(text) || dateLike.test(text);

const isSigned = ({ text }: Line, language: string): boolean =>
  dateLike.test(text) || readDateLine(text, language) !== null || readByline(text, false) !== null;

/** Whether a line could be a title: a few words, no sentence, and nothing that a page has around one. */
function isTitle(text: string): boolean {
  const words = wordCount(text);
  if (text.length > longest.letters || words > longest.words || !/\p{L}/u.test(text) || anyEnd.test(text)) return false;
  return !isPlace(text) && !isFurniture(text) && !pictureLabel.test(text) && !/https?:|@/u.test(text);
}
