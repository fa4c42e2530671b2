import { readByline, type Byline } from '../head/byline.ts';
import { findDates, type DateMatch } from './find-dates.ts';
import { isVagueDate } from './vague-date.ts';

/** A line of the head of an article that states dates, with what stands around them. */
export interface DateLine {
  dates: { match: DateMatch; role: 'published' | 'updated' | 'unlabelled' }[];
  /** Who wrote it, where the line says so too. Its spans count from the beginning of the line. */
  byline: Byline | null;
}

const updatedLabel =
  /(?:updated?|modified|edited|revised|last\s+change|aktualisiert|geändert|stand|mis(?:e)?\s+à\s+jour|modifié|actualizad[oa]|modificad[oa]|modifica|aggiornat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|aangepast|ändrad|uppdaterat|uppdaterad|oppdatert|opdateret|päivitetty|aktualizováno|zaktualizowano|обновлен[оа]|изменен[оа]|更新|تحديث)/iu;
const publishedLabel =
  /(?:publi(?:shed|sh|é|cado|cada|cato|cata|ée)|posted?|issued|created|first|veröffentlicht|erschienen|erstellt|publicerad|publisert|udgivet|gepubliceerd|geplaatst|pubblicat[oa]|julkaistu|vydáno|publikováno|opublikowano|опубликовано|发布|發布|公開|掲載|入力|نشر)/iu;
/** Words that may stand beside a date without making a sentence of it. */
const small =
  /^(?:published?|publish|publié|publicado|publicada|pubblicato|posted?|post|issued|created|updated?|update|last|modified|edited|first|originally|on|at|date|time|am|um|at|le|el|la|il|à|les|and|the|in|of|from|print|edition|veröffentlicht|aktualisiert|erstellt|stand|von|vom|mis|mise|jour|modifié|actualizado|atualizado|aggiornato|uppdaterad|bijgewerkt|aangepast|ändrad|uhr|edit|h|hrs?|was|read|reading|min|mins|minutes?|article|this|is|more|than|years?|old|months?|days?|hours?|ago|г|года|note|issue|vol|no|试听|收听|阅读|评论|分享|来源)$/iu;

const ago =
  /(?<!\p{L})(?:(?:há|hace|il y a|vor|för)\s\d+\s\p{L}+|\d+\s\p{L}+\s(?:ago|fa|geleden|sedan|siden))(?!\p{L})/giu;

/** Whether the words before or after a date are those of a label, a byline or a short tag, and not of a sentence. */
function isBeside(text: string): boolean {
  // "Atualizado há 2 anos": how long ago it was, beside the date itself.
  const words = text.replace(ago, ' ').match(/[\p{L}\p{N}@][\p{L}\p{N}\p{M}'’.@_-]*/gu) ?? [];
  const other = words.filter((word) => !/^\d{1,2}$/.test(word) && !small.test(word.replace(/\.$/, '')));
  if (other.length === 0) return true;
  if (words.length > 24) return false;
  // Marks that part the fields of a line, as no sentence has them.
  if (/[|·•]|\s[-–—/]\s|^[/|–—-]/.test(text)) return other.length <= 14;
  if (readByline(text.trim(), true)) return true;
  const lower = other.filter((word) => /^\p{Ll}/u.test(word)).length;
  return other.length <= 3 && lower <= 1 && !/[.!?]\s*$/.test(text);
}

/**
 * Reads a line as a date line: one or more full dates with labels, bylines or short tags around them, and nothing
 * that makes a sentence. Null for any other line; a caption that names a day is not one.
 *
 * @param language BCP 47, for the order of `3/4/2024`
 */
export function readDateLine(line: string, language: string): DateLine | null {
  // The last line of a tweet has a name, a handle and a date too.
  if (line.length > 260 || /\(@[\p{L}\p{N}\p{M}_.@-]+\)/u.test(line)) return null;
  const matches = findDates(line, language);
  if (matches.length === 0) return null;
  const result: DateLine = { dates: [], byline: null };
  let from = 0;
  let role: DateLine['dates'][number]['role'] = 'unlabelled';
  for (const match of matches) {
    const before = line.slice(from, match.start);
    if (!isBeside(before)) return null;
    readBylineAt(before, from, result);
    role = updatedLabel.test(before) ? 'updated' : publishedLabel.test(before) ? 'published' : 'unlabelled';
    // The same day twice in one line, as a page and its tooltip print it, says nothing new.
    result.dates.push({ match, role });
    from = match.end;
  }
  const after = line.slice(from);
  // "…on July 25, 2019.Ann Lee / AP": a caption, and its credit that runs into it.
  if (/^\.\p{Lu}/u.test(after)) return null;
  if (!isBeside(after) || isSentence(line, matches[0]!.start, after)) return null;
  readBylineAt(after, from, result);
  return result;
}

/** Whether a line is a label of dates and nothing else: "Published", "Last updated on:". */
export function isDateLabel(text: string): boolean {
  return !/\p{L}/u.test(withoutLabels(text));
}

/** "A boat on December 16, 2016." is a caption: words before the date that are no label, and a full stop at the end. */
function isSentence(line: string, start: number, after: string): boolean {
  const before = line.slice(0, start);
  return /^\s*[.!?]\s*$/.test(after) && !isDateLabel(before) && !readByline(before.trim(), false);
}

/** The words after a label that announces a date ("Post At: …"), where no full date is among them; null for any other line. */
export function unreadableDate(line: string, language: string): { text: string; column: number } | null {
  const match =
    /^(?:(?:date\s+)?(?:published|posted)(?:\s+(?:at|on))?|post(?:ed)? at|publish(?:ed)? date|date|publié le|veröffentlicht(?: am)?|publicado(?: el)?|pubblicato il)\s*:\s*(\S.*)$/iu.exec(
      line,
    );
  const text = match?.[1];
  // A year and a day were meant as a date; "Published: Spring 2024" and "Published: Issue 3, 2024" were not.
  if (!text || text.length > 60 || !/(?:19|20)\d\d/.test(text) || !/(?<!\d)\d{1,2}(?!\d)/.test(text)) return null;
  if (/\b(?:issue|vol|volume|no|number|nr|edition|ausgabe|numéro)\b/iu.test(text)) return null;
  if (findDates(line, language).length > 0 || isVagueDate(text) || isVagueDate(line)) return null;
  return { text, column: line.length - text.length + 1 };
}

/** A text without the small words that stand beside a date. */
function withoutLabels(text: string): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (small.test(word) ? '' : word));
}

function readBylineAt(text: string, offset: number, result: DateLine) {
  if (result.byline) return;
  // "Post At:" names no newspaper.
  if (isDateLabel(text)) return;
  const trimmed = text.trimStart();
  const lead = text.length - trimmed.length;
  // A label ends where its colon is: "Herald Sun · Posted:".
  const byline = readByline(trimmed.replace(/[\s|·•,–—/-]*$/u, ''), true);
  if (!byline || byline.authors.some((author) => publishedLabel.test(author) || updatedLabel.test(author))) return;
  byline.spans = byline.spans.map(([start, end]) => [start + offset + lead, end + offset + lead]);
  result.byline = byline;
}
