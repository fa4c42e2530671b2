import { readByline } from './byline.ts';
import { isParagraph, repeatsHeadline, showsCredit } from './line-marks.ts';
import { creditAtEnd } from '../credits/find-credit.ts';
import { readDateLine } from '../dates/dates-in-line.ts';
import type { ToldLines } from '../lines/told-lines.ts';
import { sharedClass, weightyWords } from '../lines/weighty-words.ts';
import { isFurniture } from '../paste/furniture.ts';
import { isName, isOrganisation, isRole } from '../text/names.ts';
import { folded, wordCount, type Line } from '../text/lines.ts';
import { isUsualSection } from './section.ts';

/** How many lines from the top a headline is looked for, whatever they are. */
const reach = 24;
/** From how likely on a line further down is looked at as well: whole pages have their menus above the story. */
const notice = 0.004;

/** Further away than any line. */
const never = 1e6;

/** A line that may be the headline, and the evidence for and against it. */
export interface Candidate {
  index: number;
  evidence: readonly string[];
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
/** What opens a line that is the credit of what stands above it. */
const creditLabel = /^(?:image|photo|picture)s? (?:credits?|by|source|courtesy)\b|^(?:credits?|photo|foto|bild)\s*:/iu;
/** "Home / World / Europe": names with bars between, and no sentence. */
const path = /^(?:[\p{Lu}\d][\p{L}\d&'’. -]{1,24}\s*[/›»>]\s*)+[\p{Lu}\d][\p{L}\d&'’. -]{1,24}$/u;

/** Whether a line ends in a credit that names a person and an agency, as a caption does and no headline. */
function endsInCredit(text: string): boolean {
  if (text.length > 400 || !/[/|–—)-]/.test(text.slice(-80))) return false;
  const credit = creditAtEnd(text);
  return credit !== null && credit.parts.length > 1 && /^(?:label|brackets|agency|slash)$/.test(credit.proof);
}

/** What is known of the lines when one of them is looked at. */
interface Above {
  lines: readonly Line[];
  keys: readonly (string | null)[];
  isDate: (index: number) => boolean;
  /** Lines that could be a headline, whole paragraphs, a date, the top of a page: what stands above. */
  candidates: number;
  paragraphs: number;
  /** How many of the text's paragraphs stand above, of how many. */
  share: { above: number; all: number };
  /** The longer words of all paragraphs. */
  story: ReadonlySet<string>;
  /** Where the last line stands that could be a headline too. */
  lastCandidate: number;
  dated: boolean;
  framed: boolean;
}

/**
 * The lines that may be the headline, with their evidence: near the top of the text, or further down where the look
 * and the neighbours of a line speak for it.
 *
 * @param isApart tells lines that are known to be something else
 */
export function headlineCandidates(
  lines: readonly Line[],
  language: string,
  isApart: (line: Line) => boolean,
  told: ToldLines,
): Candidate[] {
  const dates = new Map<number, boolean>();
  const isDate = (index: number) => {
    const line = lines[index];
    const known = dates.get(index) ?? (line !== undefined && readDateLine(line.text, language) !== null);
    dates.set(index, known);
    return known;
  };
  const keys = lines.slice(0, reach + 8).map(({ text }) => (text.length > 400 ? null : folded(text)));
  const isLong = ({ number, text }: Line) => wordCount(text) >= 20 && told(number, 'furniture') < 0.9;
  const long = lines.filter(isLong);
  const above: Above = {
    lines,
    keys,
    isDate,
    candidates: 0,
    paragraphs: 0,
    share: { above: 0, all: long.length },
    story: new Set(long.flatMap(({ text }) => weightyWords(text))),
    lastCandidate: -never,
    dated: false,
    framed: false,
  };
  const best = Math.max(...lines.map(({ number }) => told(number, 'headline')));
  const found: Candidate[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0 && isLong(lines[index - 1]!)) above.share.above++;
    const isTop = index < reach && above.paragraphs < 2;
    const likely = told(line.number, 'headline');
    if ((!isTop && likely < notice) || isApart(line)) continue;
    const { text } = line;
    const words = wordCount(text);
    if (passes(above, index, words)) continue;
    found.push({
      index,
      evidence: [...toldEvidence(likely, best), ...ownEvidence(text, words), ...placeEvidence(above, index, words)],
    });
    if (words >= 4 && isOpen(text)) {
      above.candidates++;
      above.lastCandidate = index;
    }
    if (isParagraph(text) && words > 32) above.paragraphs++;
  }
  return found;
}

/** Whether a line is no headline by what it is; what that says of the lines below is kept. */
function passes(above: Above, index: number, words: number): boolean {
  const { text } = above.lines[index]!;
  const bare = /^https?:\S+$/.test(text) || /^@\w+/.test(text);
  if (bare || isFurniture(text) || pointer.test(text)) {
    above.framed ||= above.candidates === 0 && pageTop.test(text);
    return true;
  }
  if (above.isDate(index)) {
    above.dated ||= above.candidates > 0;
    return true;
  }
  if (words > 0 && words <= 60 && !readByline(text, false)) return false;
  if (isParagraph(text)) above.paragraphs++;
  return true;
}

const isOpen = (text: string): boolean =>
  !path.test(text) && !showsCredit(text) && !endsInCredit(text) && !/^\p{Ll}{2}/u.test(text);

/** What the model of lines says. */
function toldEvidence(likely: number, best: number): string[] {
  const limits = [0.003, 0.02, 0.08, 0.25, 0.5, 0.75, 0.92];
  const level = limits.filter((limit) => likely >= limit).length;
  return [`told ${level}`, ...(likely === best ? ['told best of all'] : [])];
}

/** What a line shows by itself. */
function ownEvidence(text: string, words: number): string[] {
  const size = [2, 3, 6, 15, 18, 22, 32].find((limit) => words <= limit) ?? 60;
  const found = [`up to ${size} words`];
  const add = (holds: boolean, reason: string) => void (holds && found.push(reason));
  add(/[^.…][.。]["”’]?$/u.test(text) && words > 5, 'ends with a full stop');
  add(/\p{Ll}{3}[.!?]["”’»]? \p{Lu}/u.test(text), 'has more than one sentence');
  add(/[|]/.test(text), 'has a bar in it');
  add(announcement.test(text), 'announces another story');
  add(invitation.test(text), 'invites to subscribe');
  add(showsCredit(text) || endsInCredit(text), 'has a credit in it');
  add(/^\p{Ll}{2}/u.test(text), 'begins with a small letter');
  add(path.test(text), 'is a path of names');
  add(isRole(text) && words <= 5, 'names a post');
  add(isOrganisation(text) && words <= 4, 'names an organisation');
  return found;
}

/** What stands around a line. */
function placeEvidence(
  { lines, keys, isDate, candidates, paragraphs, share, story, lastCandidate, dated, framed }: Above,
  index: number,
  words: number,
) {
  const found = [`shares ${sharedClass(weightyWords(lines[index]!.text), story)} of its words with the paragraphs`];
  const add = (holds: boolean | undefined, reason: string) => void (holds && found.push(reason));
  const next = lines[index + 1];
  add(
    words >= 4 && candidates === 0,
    framed ? 'the first line below the top of a page' : 'the first line that could be one',
  );
  found.push(`${Math.min(candidates, 4)} such lines above`);
  add(paragraphs > 0, 'stands below a paragraph');
  const part = share.above / Math.max(share.all, 1);
  add(part > 0, `${part < 0.15 ? 'a few' : part < 0.4 ? 'some' : 'most'} of the paragraphs stand above`);
  add(dated, 'stands below the date, and another line above it');
  add(words > 2 && standsTwice({ lines, keys, candidates }, index), 'stands there twice');
  add((words === 2 || words === 3) && candidates === 0 && isLedBy(lines[index]!, next), 'a sentence follows');
  add(next && wordCount(next.text) < 12 && creditLabel.test(next.text), 'a credit stands below it');
  const another = index - lastCandidate <= 3 ? 'another such line right above' : 'none right above';
  add(isSignedBelow(lines, isDate, index), `a byline or date follows, ${another}`);
  const dateBelow = [2, 3, 4, 5, 6, 7, 8].some((step) => isDate(index + step));
  add(dateBelow && !isDate(index + 1), 'a date stands a few lines below');
  return [...found, ...neighbourEvidence(lines, index, { isFirst: words >= 4 && candidates === 0, framed })];
}

/** Whether a byline or a date stands right below a line. */
function isSignedBelow(lines: readonly Line[], isDate: (index: number) => boolean, index: number): boolean {
  const [next, after] = [lines[index + 1], lines[index + 2]];
  if (!next) return false;
  return (
    (after && isName(next.text) && isDate(index + 2)) || isDate(index + 1) || readByline(next.text, false) !== null
  );
}

/** How long the lines right above and below are, where they could be a headline too. */
function neighbourEvidence(
  lines: readonly Line[],
  index: number,
  { isFirst, framed }: { isFirst: boolean; framed: boolean },
): string[] {
  const found: string[] = [];
  const add = (holds: boolean, reason: string) => void (holds && found.push(reason));
  const [before, own, next] = [lines[index - 1], lines[index]!, lines[index + 1]];
  const isHeadlike = (line: Line | undefined) =>
    line !== undefined && wordCount(line.text) >= 4 && isOpen(line.text) && !/[:：]$/u.test(line.text);
  const above = isHeadlike(before) ? before!.text.length : null;
  const isLed = isHeadlike(next) && next!.text.length > own.text.length;
  add(!framed && above !== null && above < own.text.length, 'a shorter line stands right above');
  add(above !== null && above >= own.text.length, 'a longer line stands right above');
  add(isLed, 'a longer line stands right below');
  add(!framed && isFirst && isLed, 'the first line that could be one, and a longer one right below');
  return found;
}

/** A caption stands twice as well: in the picture's frame and under it, with its credit. */
function standsTwice(
  { lines, keys, candidates }: Pick<Above, 'lines' | 'keys' | 'candidates'>,
  index: number,
): boolean {
  const same = keys[index];
  if (!same) return false;
  return keys.some((other, at) => {
    if (at === index || !other || !repeatsHeadline(other, same)) return false;
    return !(candidates > 0 && (Math.abs(at - index) === 1 || (at > index && endsInCredit(lines[at]!.text))));
  });
}

/** "Harbour saved", and below it what was decided, in a sentence. */
function isLedBy({ text }: Line, next: Line | undefined): boolean {
  if (!next || isUsualSection(text)) return false;
  return /[^.…]\.["”’]?$/u.test(next.text) && wordCount(next.text) >= 8 && !isParagraph(next.text);
}
