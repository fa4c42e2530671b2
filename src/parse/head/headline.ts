import { readByline } from './byline.ts';
import { creditAtEnd } from '../credits/find-credit.ts';
import { readDateLine } from '../dates/dates-in-line.ts';
import { isFurniture } from '../paste/furniture.ts';
import { isName, isRole } from '../text/names.ts';
import { folded, wordCount, type Line } from '../text/lines.ts';
import { isUsualSection } from './section.ts';

/** How many lines from the top a headline is looked for. */
const reach = 24;

export interface HeadlineChoice {
  index: number;
  score: number;
  why: string;
}

/** What opens a whole page: the link past its menu. */
const pageTop =
  /^(?:skip|jump) to\b|^(?:zum inhalt|aller au contenu|saltar al contenido|ir para o conteúdo|vai al contenuto)\b/iu;
/** Marks that open a link to another story or an item of a list. */
const pointer = /^(?:[•▪>»→*]|[-–—]\s|\[)/u;
/** Words that announce another story; a headline may open with "Video:" too. */
const announcement = /^(?:related|read more|read|see also|more|also read|watch|live|video)\s*:/iu;
/** Invitations to subscribe or to log in, as they stand above a story. */
const invitation =
  /^(?:subscribe|sign (?:in|up)|log ?in|register|join (?:us|now)|get (?:the app|unlimited|our)|support (?:us|our)|donate|abonnez|abonnieren|jetzt abonnieren|anmelden|suscríb|regístr|abbonati|abonneer|assine)\p{L}*\b/iu;
/** What only a caption or a credit has. */
const credit =
  /(?:\b(?:photo|photograph|photographs?|image|picture|foto|bild|credit|quelle)\s*(?::|by\b|credit|courtesy|illustration|source|caption|copyright)|©|\(c\)|getty images?|\bvia (?:getty|ap|reuters)|\bap photo|reuters\/|\/(?:ap|afp|reuters|getty|epa)\b|\bshutterstock\b|^media ?caption)/iu;

/** What opens a line that is the credit of what stands above it. */
const creditLabel = /^(?:image|photo|picture)s? (?:credits?|by|source|courtesy)\b|^(?:credits?|photo|foto|bild)\s*:/iu;

/** Whether a line shows the marks of a caption or a credit. */
export function showsCredit(text: string): boolean {
  return text.length < 700 && (credit.test(text) || /^[([][^()]{3,80}[)\]]$/.test(text));
}

/** "Home / World / Europe": names with bars between, and no sentence. */
const path = /^(?:[\p{Lu}\d][\p{L}\d&'’. -]{1,24}\s*[/›»>]\s*)+[\p{Lu}\d][\p{L}\d&'’. -]{1,24}$/u;

/** Whether a line ends in a credit that names a person and an agency, as a caption does and no headline. */
function endsInCredit(text: string): boolean {
  if (text.length > 400 || !/[/|–—)-]/.test(text.slice(-80))) return false;
  const credit = creditAtEnd(text);
  return credit !== null && credit.parts.length > 1 && /^(?:label|brackets|agency|slash)$/.test(credit.proof);
}

/** A whole paragraph of the story: too long or with too many sentences for anything that stands above one. */
export function isParagraph(text: string): boolean {
  const words = wordCount(text);
  return words >= 45 || (words >= 26 && /[.!?。！？]["”’»)\]]?$/u.test(text));
}

/**
 * Which line is the headline. Newspapers print it near the top, one line of some 4 to 20 words, without a full stop;
 * above it may stand a section or a menu of short lines, below it a standfirst, which is a sentence with one.
 *
 * @param isApart tells lines that are known to be something else
 * @returns null where nothing above the story looks like one
 */
export function chooseHeadline(
  lines: readonly Line[],
  language: string,
  isApart: (line: Line) => boolean,
): HeadlineChoice | null {
  let best: HeadlineChoice | null = null;
  let candidates = 0;
  let paragraphs = 0;
  let dated = false;
  let framed = false;
  const dates = new Map<number, boolean>();
  const isDate = (index: number) => {
    const line = lines[index];
    const known = dates.get(index) ?? (line !== undefined && readDateLine(line.text, language) !== null);
    dates.set(index, known);
    return known;
  };
  const keys = lines.slice(0, reach + 8).map(({ text }) => (text.length > 400 ? null : folded(text)));
  for (let index = 0; index < Math.min(lines.length, reach) && paragraphs < 2; index++) {
    const line = lines[index]!;
    const { text } = line;
    if (isApart(line)) continue;
    const bare = /^https?:\S+$/.test(text) || /^@\w+/.test(text);
    if (bare || isFurniture(text) || pointer.test(text)) {
      framed ||= candidates === 0 && pageTop.test(text);
      continue;
    }
    if (isDate(index)) {
      dated ||= candidates > 0;
      continue;
    }
    if (readByline(text, false)) continue;
    const words = wordCount(text);
    if (words === 0) continue;
    const reasons: string[] = [];
    let score = 0;
    const add = (points: number, reason: string) => {
      score += points;
      reasons.push(reason);
    };
    if (words <= 2) add(-2, `${words} word${words > 1 ? 's' : ''}`);
    else if (words === 3) add(1, '3 words');
    else if (words <= 15) add(3, `${words} words`);
    else if (words <= 18) add(2, `${words} words`);
    else if (words <= 22) add(1, `${words} words`);
    else if (words <= 32) add(-0.5, `${words} words`);
    else add(-4, `${words} words`);
    // Below a page's own top, its motto may be the first.
    if (words >= 4 && candidates === 0) add(framed ? 0.5 : 2, 'the first line that could be one');
    if (/[^.…][.。]["”’]?$/u.test(text) && words > 5) add(-2.5, 'ends with a full stop');
    if (/[|]/.test(text)) add(-2, 'has a bar in it');
    if (announcement.test(text)) add(-2, 'announces another story');
    if (invitation.test(text)) add(-3, 'invites to subscribe');
    const credited = showsCredit(text) || endsInCredit(text);
    if (credited) add(-4, 'has a credit in it');
    const small = /^\p{Ll}{2}/u.test(text);
    if (small) add(-3, 'begins with a small letter');
    if (path.test(text)) add(-3, 'is a path of names');
    if (isRole(text) && words <= 5) add(-2, 'names a post');
    if (paragraphs > 0) add(-4, 'stands below a paragraph');
    if (dated) add(-1.5, 'stands below the date, and another line above it');
    const same = keys[index];
    // A caption stands twice as well: in the picture's frame and under it, with its credit.
    const again = (other: string | null | undefined, at: number) =>
      at !== index &&
      other &&
      repeatsHeadline(other, same!) &&
      !(candidates > 0 && (Math.abs(at - index) === 1 || (at > index && endsInCredit(lines[at]!.text))));
    if (words > 2 && same && keys.some(again)) {
      add(3, 'stands there twice');
    }
    const next = lines[index + 1];
    // "Harbour saved", and below it what was decided, in a sentence.
    const sentence =
      next !== undefined && /[^.…]\.["”’]?$/u.test(next.text) && wordCount(next.text) >= 8 && !isParagraph(next.text);
    if ((words === 2 || words === 3) && candidates === 0 && sentence && !isUsualSection(text))
      add(5, 'a sentence follows');
    if (next && wordCount(next.text) < 12 && creditLabel.test(next.text)) add(-4, 'a credit stands below it');
    const after = lines[index + 2];
    const signed = next && after && isName(next.text) && isDate(index + 2);
    if (next && (signed || isDate(index + 1) || readByline(next.text, false))) add(1, 'a byline or date follows');
    score -= 0.25 * candidates;
    if (words >= 4 && !path.test(text) && !credited && !small) candidates++;
    if (isParagraph(text) && words > 32) paragraphs++;
    if (!best || score > best.score) best = { index, score, why: reasons.join(', ') };
  }
  return best;
}

/** Whether one line is the other, alone or beside a crumb: "Africa|The headline", "The headline - The Harbour Post". */
export function repeatsHeadline(other: string, same: string): boolean {
  if (other.startsWith(same) && /^\s*[|–—-]\s/.test(other.slice(same.length))) return true;
  return other === same || (other.endsWith(same) && /[|›>/]\s*$/.test(other.slice(0, -same.length)));
}
