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
  // "Roach@aprilroach28Daniel O'Mahony": a handle ends where a name begins.
  /@[a-z0-9_]+(?=\p{Lu}\p{Ll}+\s)|@[A-Za-z0-9_]+/gu,
  /\[email[\s\u00a0]protected\]|[\w.+-]+@[\w.-]+\.\w+/g,
  /(?<!\p{L})(?:follow|(?:last )?(?:published|posted|updated|modified))(?!\p{L})(?: (?:in|on|at)(?!\p{L}))?:?/giu,
  new RegExp(
    `(?<!\\p{L})(?:${alternation(months)})\\.? \\d{1,2}(?:,? (?:at )?\\d{1,2}:\\d\\d\\s?(?:[ap]\\.?m\\.?)?)?(?!\\d)`,
    'giu',
  ),
  /\d+[\s-]min(?:ute)?s?(?:[\s.]read)?/gi,
  /(?:leave a|no|\d+) comments?|(?:dejar?|deixe|laisser|lascia|schreibe?|hinterlasse)\s(?:um|une?|einen)\s(?:coment|comment|kommentar)\p{L}*|\d+ (?:coment|comment|kommentar)\p{L}*/giu,
  /\([^()]*\)/g,
];
/** Where a page glued a role to a name: "Howard BlumeStaff Writer". */
const seam =
  /(?<=\p{Ll})(?=(?:Twitter|(?:Staff|Senior|Political|Chief|Reporter|Editor|Writer|Correspondent|Contributor)\b))/gu;

/** A byline's parts, with asides put aside, and where each begins. */
function partsOf(text: string): { text: string; start: number }[] {
  let plain = text;
  for (const aside of asides) plain = plain.replace(aside, (found) => '|'.padEnd(found.length, '|'));
  const parts: { text: string; start: number }[] = [];
  let offset = 0;
  for (const piece of plain.split(seam)) {
    let from = 0;
    for (const word of piece.split(separators)) {
      const at = piece.indexOf(word, from);
      from = at + word.length;
      const lead = /^[\s|.:–—-]*/u.exec(word)![0].length;
      // "Nicolas Gutierrez le 14.09.2020": the small word belongs to the date.
      const trimmed = word.slice(lead).replace(/(?:\s+(?:on|at|le|el|am|um|vom|il|den))?[\s|:–—-]*$/iu, '');
      if (/[\p{L}\p{N}]/u.test(trimmed)) parts.push({ text: trimmed, start: offset + at + lead });
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
  const opened = glued.exec(text) ?? labelled.exec(text) ?? marker.exec(text);
  const offset = opened?.[0].length ?? 0;
  if (!opened && !unmarked) return null;
  const rest = text.slice(offset);
  const byline: Byline = { authors: [], source: null, spans: [], marked: opened !== null };
  const name = opened ? described.exec(rest.slice(0, 80))?.[1] : undefined;
  if (name) return { ...byline, authors: [name], spans: [[offset, offset + name.length]] };
  if (rest.trim() === '' || rest.length > 220) return null;
  const keep = (list: 'authors' | 'source', found: string, start: number) => {
    if (list === 'authors') byline.authors.push(found);
    else if (byline.source === null) byline.source = found;
    else return;
    byline.spans.push([offset + start, offset + start + found.length]);
  };
  if (
    opened &&
    /^(?:staff|news service|wire|agenc(?:y|ies)|redaktion|la rédaction)\b/iu.test(rest) &&
    rest.length <= 50
  ) {
    keep('authors', rest.trim(), rest.length - rest.trimStart().length);
    return byline;
  }
  for (const { text: part, start } of partsOf(rest)) {
    const name = leadingName(part);
    const both = nameAndHouse(part);
    if (both) {
      keep('authors', both.name, start);
      keep('source', both.house, start + part.length - both.house.length);
    } else if (name && !isOrganisation(name)) keep('authors', name, start);
    else if (isOrganisation(part) && !(opened && byline.authors.length === 0 && looksPersonal(part)))
      keep('source', part, start);
    else if (isName(part) && !isRole(part)) keep('authors', part, start);
    // "By Daniel", "By TMZ STAFF": after the mark a name alone may be of one word.
    else if (
      opened &&
      !/^text/i.test(opened[0]) &&
      byline.authors.length === 0 &&
      start < 3 &&
      rest.length <= 60 &&
      isCapitalised(part)
    )
      keep('authors', part, start);
    else if (byline.authors.length === 0 && byline.source === null) return null;
  }
  if (byline.authors.length === 0 && byline.source === null) return null;
  return isSentence(rest, byline, offset) ? null : byline;
}

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
