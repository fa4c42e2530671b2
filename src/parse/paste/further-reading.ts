import { showsCredit } from '../head/line-marks.ts';
import { wordCount, type Line } from '../text/lines.ts';

/**
 * Further reading: what a page puts between and under the paragraphs to lead its readers on. A line that opens such a
 * list ("Related Topics", "Mehr zum Thema"), the titles below it, and pointers of one line ("READ MORE: …").
 */

/** Lines that open a list, whole, in the languages met most. A colon may end them. */
const openers = new RegExp(
  `^(?:${[
    // English
    'related(?: (?:topics?|articles?|stor(?:y|ies)|links?|internet links|coverage|content|news|reading|posts?|items?))?',
    '(?:explore )?more (?:on|about) (?:this|these)(?: (?:story|stories|topics?|subject))?',
    'explore (?:more )?topics',
    'more from (?!(?:him|her|them|this|that|us)\\b)(?:\\S+ ){0,6}\\S+',
    'more (?:news|stories|like this|to explore|top stories|must-reads)',
    '(?:recommended|suggested|popular|trending|top|latest|featured|more|visual) (?:stor(?:y|ies)|articles?|topics?|reading|news|videos?|now|for you)',
    'recommended|trending',
    '(?:what to )?read next|what to read next',
    'most (?:read|popular|viewed|shared|recent)(?: (?:in|on) (?:\\S+ ){0,3}\\S+)?',
    "editor[’']?s?[’']? (?:picks|choice)",
    "you (?:may|might) (?:also )?(?:like|be interested in|have missed)|in case you missed it|don[’']t miss",
    'also (?:in the news|read)|see also|keep reading|further reading|read (?:more|also|this next)',
    '(?:from|around) (?:our partners|the web)|promoted stories|sponsored (?:stories|content|links)',
    'latest on',
    // German
    '(?:mehr|lesen sie (?:auch|mehr|weiter)) zum thema|mehr zum thema|lesen sie auch|mehr aus dem ressort|meistgelesen(?:e artikel)?|das könnte sie auch interessieren|auch interessant|weiterführende links|verwandte (?:themen|artikel)|themen in diesem artikel',
    // French
    '(?:sur le même (?:sujet|thème)|(?:à )?lire aussi|à lire également|voir aussi|les plus lus|les plus populaires|dans la même (?:rubrique|thématique)|nos lecteurs ont lu ensuite|pour aller plus loin)',
    // Spanish
    '(?:archivado en|más información|más noticias|lo más (?:visto|leído)|te puede interesar|noticias relacionadas|lea también|lee también|temas relacionados|artículos relacionados)',
    // Italian
    '(?:leggi anche|articoli correlati|(?:ti )?potrebbe(?:ro)? interessarti(?: anche)?|i più letti|argomenti)',
    // Portuguese
    '(?:leia (?:mais|também)|veja também|mais lidas|notícias relacionadas|saiba mais)',
    // Dutch, and the North
    '(?:lees (?:ook|meer|verder)|meest gelezen|meer over dit onderwerp|gerelateerd(?:e artikelen)?)',
    '(?:läs (?:mer|också|även)|les (?:også|mer)|læs (?:også|mere)|mest läst|mest lest|mest læste)',
    // Polish, Czech, Russian, Ukrainian
    '(?:czytaj (?:też|także|więcej)|zobacz (?:też|także)|čtěte (?:také|dále)|читайте также|читайте також|по теме|самое читаемое)',
  ].join('|')})\\s*:?$`,
  'iu',
);

/** A pointer of one line: its label, a colon or a bar, and the title of another story. */
const pointer =
  /^(?:read (?:more|also|next)|also read|see also|see more on|related(?: (?:article|story))?|in related news|recommended|filed under|posted in|tags|you can also check|more on this|lesen sie auch|mehr zum thema|(?:à )?lire aussi|voir aussi|sur le même sujet|lea también|lee también|te puede interesar|leggi anche|leia (?:mais|também)|veja também|lees ook|läs (?:mer|också|även)|les også|læs også|czytaj (?:też|także)|čtěte také|читайте (?:также|також))\s*[:|–—]\s*\S/iu;
const frenchPointer = /^lire aussi (?:[|:]\s*)?article réservé à nos abonnés\s/iu;

/** What a page says below its last story in one line and any order, which no list of titles ends at. */
const stops =
  /^(?:reporting|writing|editing|additional|correction|clarification|update|editor[’']s note|disclaimer|this (?:article|story|post|piece)|source|sources|note|with (?:reporting|files)|contribut|associated press|©|copyright|image|photo|picture|video|caption|credit|by |—|–|-|@|["“«„»])/iu;

/** The lines of one list of further reading, or one pointer: places in the list of lines, the last one included. */
export interface FurtherReading {
  from: number;
  to: number;
  why: string;
}

/**
 * The further reading among the lines below the head of a pasted article.
 *
 * A list goes on over lines in the shape of titles: no full stop, twenty words at most, no credit, no quotation, no
 * post. Between paragraphs it is six lines at most, below the story, where a page may have its topics, its buttons and
 * a word about the author in one row, twelve; and a last title that stands further away than the others is left:
 * it is a subhead of the story. At the end of the text it goes on to the last such line.
 *
 * @param lines   the lines of the story, without those that the head has taken
 * @param isLabel whether a line is made of labels of buttons: such lines may stand in a list, and do not end it
 */
export function furtherReading(lines: readonly Line[], isLabel: (text: string) => boolean): FurtherReading[] {
  const found: FurtherReading[] = [];
  // Below this line there is one paragraph at most: the story has ended, and what remains is the page's.
  const paragraphs = lines.flatMap(({ text }, index) => (wordCount(text) >= 20 ? [index] : []));
  const storyEnd = paragraphs.at(-2) ?? -1;
  for (let index = 0; index < lines.length; index++) {
    const { text } = lines[index]!;
    if (isPointer(text)) {
      found.push({ from: index, to: index, why: 'The line points to another story.' });
      continue;
    }
    // The first line of a story is no list, whatever its words: someone may write about "Recommended".
    if (index === 0 || !opensList(text)) continue;
    const to = listEnd(lines, index, index > storyEnd ? 12 : 6, isLabel);
    if (to === index) continue;
    found.push({ from: index, to, why: 'The line opens a list of other stories, and titles stand below it.' });
    index = to;
  }
  return found;
}

/** Whether a line points to another story: "Read more: …". */
export function isPointer(text: string): boolean {
  return text.length <= 220 && (pointer.test(text) || frenchPointer.test(text)) && wordCount(text) <= 30;
}

/** The place of a list's last line; the opener's own where no list follows. */
function listEnd(lines: readonly Line[], opener: number, most: number, isLabel: (text: string) => boolean): number {
  let end = opener;
  while (end + 1 < lines.length && !opensList(lines[end + 1]!.text)) {
    const { text } = lines[end + 1]!;
    if (!isLabel(text) && !isTitle(text)) break;
    end++;
  }
  if (end === lines.length - 1) return end;
  const listed = lines.slice(opener + 1, end + 1);
  // A title further from the others than these stand from one another is a subhead of the story.
  const usual = Math.max(0, ...listed.slice(0, 2).map(({ gap }) => gap));
  const apart = listed.findIndex(({ gap }, index) => index > 0 && gap > usual);
  if (apart > 0) return opener + apart;
  // Too many for a list: they may be the story's own short lines.
  return listed.length <= most || opensList(lines[end + 1]!.text) ? end : opener;
}

/** Whether a line opens a list of other stories: "Related Topics", "Mehr zum Thema". */
export function opensList(text: string): boolean {
  return text.length <= 60 && openers.test(text);
}

/** Whether a line has the shape of a title: a few words and no full stop at their end. */
function isTitle(text: string): boolean {
  if (text.length > 160 || stops.test(text) || showsCredit(text)) return false;
  const words = wordCount(text);
  if (words === 0 || words > 20) return false;
  return !/[.;:,…]["”’»«]?$|@\w|pic\.twitter\.com|https?:/u.test(text) || /^(?:\S+ )?\S+ \d{4}\.?$/u.test(text);
}
