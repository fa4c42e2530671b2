import { isFurniture } from '../paste/furniture.ts';
import { isVagueDate } from '../dates/vague-date.ts';
import { alternation, months } from '../dates/month-names.ts';
import { isName, isOrganisation, isRole, leadingName, nameAndHouse } from '../text/names.ts';

/** What a byline says. Texts are as written. */
export interface Byline {
  authors: string[];
  /** A publication or agency named in it. */
  source: string | null;
  /** Where in the text the authors and the source stand, `[start, end)`; the rest is marks, roles and handles. */
  spans: [number, number][];
  /** Whether a word such as "By" opened it. */
  marked: boolean;
}

const marker =
  /^(?:(?:written|story|words|text|reporting|report|article|posted|published|geschrieben|ein artikel|texto|texte|un texte)\s+)?(?:by|von|par|por|di|da|door|af|av|autor(?:ka|in|a|i|s)?|autorzy|authors?(?: of the article)?|auteurs?|autores?|автор|от|από|oleh|text|texte|texto|redacción|de|作者|记者|記者|文|撰文)(?![\p{L}\p{N}])\s*[:：|｜/／]?\s*/iu;
/** The BBC sets the author and his role behind commas: "Author, Ann Lee". */
const labelled = /^(?:author|autor|auteur|автор|الكاتب)\s*[,،]\s*/iu;
/** "By Ann Lee, is a senior producer…": what follows the name is about her. */
const described = /^(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3}), (?:is|was|has|covers|writes) /u;
/** "ByTravis Haney": the space was lost in copying. */
const glued = /^By(?=\p{Lu}[\p{Ll}.])/u;
const separators =
  /\s*(?:,|;|\/|\||·|•|&|\s[-–—]\s|\b(?:and|und|et|och|og|en|with|mit|и|a)\b(?=\s)|\bfor\b(?=\s+(?:the\s+)?\p{Lu})|(?<=\p{Script=Arabic})\sو(?=\p{Script=Arabic}))\s*/iu;

/** What is nobody's name and may stand among names: handles, addresses, labels, days without a year, asides. */
const asides = [
  /\[email[\s\u00a0]protected\]|[\w.+-]+@[\w.-]+\.[a-z]{2,}/gi,
  // "Roach@aprilroach28Daniel O'Mahony": a handle ends where a name begins.
  /@[a-z0-9_]+(?=\p{Lu}\p{Ll}+\s)|@[A-Za-z0-9_]+/gu,
  // A telephone, and a number that runs into a name: of a footnote, of comments.
  /(?:\(\d{3}\) ?)?\d{3}-\d{4}(?!\d)|(?<=\p{Ll})\d{1,3}(?![\d\p{L}])/gu,
  /(?<!\p{L})(?:follow|(?:last )?(?:published|posted|updated|modified))(?!\p{L})(?: (?:in|on|at)(?!\p{L}))?:?/giu,
  new RegExp(
    `(?<!\\p{L})(?:${alternation(months)})\\.? \\d{1,2}(?:,? (?:at )?\\d{1,2}:\\d\\d\\s?(?:[ap]\\.?m\\.?)?)?(?!\\d)`,
    'giu',
  ),
  /\d+[\s-]min(?:ute)?s?(?:[\s.]read)?/gi,
  /(?:leave a|no|\d+) comments?|(?:dejar?|deixe|laisser|lascia|schreibe?|hinterlasse)\s(?:um|une?|einen)\s(?:coment|comment|kommentar)\p{L}*|\d+ (?:coment|comment|kommentar)\p{L}*/giu,
  /\([^()]*\)/g,
];
/** Where a page glued a post to a name: "Howard BlumeStaff Writer", "Ann LeeBusiness Columnist". */
const seam =
  /(?<=\p{Ll})(?=Twitter|(?:Staff|Senior|Political|Chief)\b)|(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}+(?: \p{L}+){0,4}$)/gu;

/** A text cut where a post was glued to a name. "DiCaprio" is a name all the same. */
function torn(text: string): string[] {
  const at = [...text.matchAll(seam)].map(({ index }) => index).filter((index) => isPost(text.slice(index)));
  return [0, ...at].map((from, turn) => text.slice(from, at[turn]));
}

const isPost = (text: string): boolean => isRole(text) || /^(?:Twitter|(?:Political|Chief|News)\b)/u.test(text);

/** What stands between two marks of a byline. */
interface Part {
  text: string;
  start: number;
  /** What stands between it and the part before. */
  mark: string;
}

/** A byline's parts, with asides put aside, and where each begins. */
function partsOf(text: string): Part[] {
  let plain = text;
  for (const aside of asides) plain = plain.replace(aside, (found) => '|'.padEnd(found.length, '|'));
  const parts: Part[] = [];
  let offset = 0;
  for (const piece of torn(plain)) {
    let from = 0;
    for (const word of piece.split(separators)) {
      const at = piece.indexOf(word, from);
      const mark = piece.slice(from, at);
      from = at + word.length;
      const lead = /^[\s|.:–—-]*/u.exec(word)![0].length;
      // "Nicolas Gutierrez le 14.09.2020": the small word belongs to the date.
      const trimmed = word.slice(lead).replace(/(?:\s+(?:on|at|le|el|am|um|vom|il|den))?[\s|:–—-]*$/iu, '');
      if (/[\p{L}\p{N}]/u.test(trimmed)) parts.push({ text: trimmed, start: offset + at + lead, mark });
    }
    offset += piece.length;
  }
  return parts;
}

/**
 * Reads a byline: "By Ann Lee and Bo Berg", "Von Ann Lee", "Ann Lee, Harbour Post", "By Ann LeeStaff Writer".
 *
 * @param text      one line, or the part of one beside a date
 * @param unmarked  whether names without "By" before them count: beside a date they do
 * @returns null where it is no byline
 */
export function readByline(text: string, unmarked: boolean): Byline | null {
  const opened = (glued.exec(text) ?? labelled.exec(text) ?? marker.exec(text))?.[0] ?? null;
  if (opened === null && !unmarked) return null;
  const offset = opened?.length ?? 0;
  const rest = text.slice(offset);
  const byline: Byline = { authors: [], source: null, spans: [], marked: opened !== null };
  const name = opened === null ? undefined : described.exec(rest.slice(0, 80))?.[1];
  if (name) return { ...byline, authors: [name], spans: [[offset, offset + name.length]] };
  if (rest.trim() === '' || rest.length > 220) return null;
  const keep: Keep = (list, found, start) => {
    if (list === 'authors') byline.authors.push(found);
    else if (byline.source === null) byline.source = found;
    else return;
    byline.spans.push([offset + start, offset + start + found.length]);
  };
  if (opened !== null && rest.length <= 50 && newsroom.test(rest)) {
    keep('authors', rest.trim().replace(/[\s|·–—-]+$/u, ''), rest.length - rest.trimStart().length);
    return byline;
  }
  const isRead = partsOf(rest).every((part) => readPart(part, { byline, rest, opened, keep }));
  return !isRead || namesNobody(byline) || isSentence(rest, byline, offset) ? null : byline;
}

const namesNobody = ({ authors, source }: Byline): boolean => authors.length === 0 && source === null;

const newsroom = /^(?:staff|news service|wire|agenc(?:y|ies)|redaktion|la rédaction)\b/iu;

type Keep = (list: 'authors' | 'source', found: string, start: number) => void;

/** What is known of a byline while its parts are read. */
interface Reading {
  byline: Byline;
  rest: string;
  /** The word that announces it, if one does. */
  opened: string | null;
  keep: Keep;
}

/** Reads one part of a byline; false where it shows that the line is none. */
function readPart(part: Part, reading: Reading): boolean {
  const { text, start } = part;
  const { byline, opened, keep } = reading;
  if (isNobody(text)) return !namesNobody(byline) || opened !== null;
  if (readBehind(part, reading) || readBoth(text, start, keep)) return true;
  const name = leadingName(text);
  const isPerson = opened !== null && byline.authors.length === 0 && looksPersonal(text);
  if (name !== null && !isOrganisation(name)) keep('authors', name, start);
  else if (isOrganisation(text) && !isPerson) keep('source', text, start);
  else if ((isName(text) && !isRole(text)) || isOneWord(text, start, reading)) keep('authors', text, start);
  else return !namesNobody(byline);
  return true;
}

/** What stands behind a name and a mark: the house it writes for, or a place, which is nothing of a byline. */
function readBehind({ text, start, mark }: Part, { byline, opened, keep }: Reading): boolean {
  if (byline.authors.length === 0) return false;
  // "Ann Lee - Los Angeles": where she writes.
  if (/\s[-–—]\s/u.test(mark) && isName(text) && opened === null) return true;
  const house = leadingName(text) ?? (isName(text) ? text : null);
  // "Ann Lee • Harbour Citizen", "Ann Lee / Harbour Shimbun Staff Writer".
  if (!/[•·/]/u.test(mark) || house === null) return false;
  keep('source', house, start);
  return true;
}

/** A name and a house in one part: "Ann Lee Fox News", "文｜财新 余聪". */
function readBoth(text: string, start: number, keep: Keep): boolean {
  const both = nameAndHouse(text);
  if (both) {
    keep('authors', both.name, start);
    keep('source', both.house, start + text.length - both.house.length);
    return true;
  }
  if (!chinese.test(text)) return false;
  const [house = '', author = ''] = text.split(/\s+/u);
  keep('authors', author, start + text.length - author.length);
  keep('source', house, start);
  return true;
}

/** "By Daniel", "By TMZ STAFF": after the mark a name alone may be of one word. */
function isOneWord(text: string, start: number, { byline, rest, opened }: Reading): boolean {
  if (opened === null || /^text/i.test(opened) || byline.authors.length > 0) return false;
  return start < 3 && rest.length <= 60 && isCapitalised(text);
}

/** What looks like a name and is a time, a button or a post: "AN HOUR AGO", "Order Reprints", "News Reporter". */
function isNobody(text: string): boolean {
  return isVagueDate(text) || isFurniture(text) || buttons.test(text) || (isRole(text) && newsPost.test(text));
}

/** The house, and the name of two to four signs. */
const chinese = /^\p{Script=Han}{2,8}\s+\p{Script=Han}{2,4}$/u;

const newsPost = /\bnews (?:reporter|correspondent|editor|writer|producer)s?$/iu;

const buttons =
  /^(?:order|buy|print|share|save|follow|read|view|see|listen|subscribe|request|submit|download|add|copy)\s\p{Lu}?\p{L}+(?:\s\p{L}+)?$/iu;

/** "Ann Post" is a person's name where "By" stands before it; "Harbour News" is not. */
function looksPersonal(text: string): boolean {
  return isName(text) && !/\b(?:news|press|times|services?|media|radio)\b/i.test(text);
}

function isCapitalised(text: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)*$/u.test(text);
}

/** What a sentence that opens with "By" has and no byline: many words that are nobody's name, and a full stop. */
function isSentence(rest: string, byline: Byline, offset: number): boolean {
  const named = byline.spans.reduce((sum, [start, end]) => sum + end - start, 0);
  const [first] = byline.spans;
  const after = first ? rest.slice(first[1] - offset) : '';
  return rest.length - named > 40 + named && /[.!?]["”]?$/.test(rest) && !/^,\s*(?:a|an|the)\s/.test(after);
}
