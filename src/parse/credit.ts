import { creditParts, isPerson } from './credit-parts.ts';
import {
  afterCredit,
  bareCredit,
  byLabel,
  colonLabel,
  copyrightMark,
  isAgency,
  isPhotoAgency,
  isTellingAgency,
  sourceLabel,
} from './credit-words.ts';

/** A credit line found in a text. */
export interface Credit {
  /** The person first, agencies after; labels left out. */
  parts: string[];
  /** Where it begins in the text, its label and bracket included; it reaches to the text's end. */
  from: number;
  /** Words of it that are in no part, as they stood: labels, "via", buttons. Null where there are none. */
  dropped: string | null;
  /**
   * What proves it: a label; brackets around an agency or "Person/Agency"; an agency after a slash or alone;
   * capitals around slashes; or no more than a name after the last full stop, or in brackets.
   */
  proof: 'label' | 'source' | 'brackets' | 'agency' | 'slash' | 'name' | 'bracketed-name';
}

/** A credit is short: longer ends of a text are not looked at. */
const reach = 220;

const labels = new RegExp(
  [
    // After the caption's end, glued or not: "…in Queens.CreditChang W. Lee", "…on Monday. Credit Ashraf".
    `(?<bare>(?<=^|[.!?…"”’)\\]»]\\s*|\\n)(?:${bareCredit})\\s*(?=\\p{Lu}))`,
    `(?<colon>(?<![\\p{L}\\p{N}])(?:${colonLabel})\\s*|(?<=[.!?…"”’)\\]\\p{Ll}])(?:Photo(?:graph)?|Image|Picture|Credit|Foto|Bild)s?\\s*:\\s*)`,
    `(?<by>(?<![\\p{L}\\p{N}])(?:${byLabel})\\s+(?=[\\p{Lu}\\p{Lo}@]|the |via |of ))`,
    `(?<source>(?<=^|[.!?…"”’)\\]»]\\s*)(?:${sourceLabel})\\s*)`,
    `(?<copyright>(?:${copyrightMark})\\s*(?:\\d{4}\\s*)?(?=[\\p{L}@]))`,
  ].join('|'),
  'giu',
);

/** Finds the credit that a caption ends in. */
export function creditAtEnd(text: string): Credit | null {
  const trimmed = text.trimEnd();
  const button = buttonAt(trimmed);
  const body = trimmed.slice(0, button).trimEnd();
  const after = trimmed.slice(body.length).trim();
  const found = bracketed(body) ?? labelled(body) ?? unlabelled(body);
  if (!found) return null;
  return withButton(found, after);
}

/** Reads a text that is a credit and nothing else. */
export function creditAlone(text: string): Credit | null {
  const credit = creditAtEnd(text);
  if (credit && text.slice(0, credit.from).trim() === '') return credit;
  return null;
}

function withButton(credit: Credit, after: string): Credit {
  const words = /[\p{L}\p{N}]/u.test(after) ? after.replace(/^[|•·\s]+/u, '') : '';
  if (words === '') return credit;
  return { ...credit, dropped: credit.dropped === null ? words : `${credit.dropped} … ${words}` };
}

/** Where the buttons begin that stand after a credit; the text's length where there are none. */
function buttonAt(text: string): number {
  let end = text.length;
  for (let round = 0; round < 3; round++) {
    const floor = Math.max(0, end - 90);
    const button = afterCredit.exec(text.slice(floor, end));
    if (!button) break;
    end = floor + button.index;
  }
  return end;
}

function make(from: number, label: string, line: string, proof: Credit['proof']): Credit | null {
  const { parts, dropped } = creditParts(line);
  if (parts.length === 0 || parts.length > 8) return null;
  const words = [label.trim(), ...dropped].filter((word) => /[\p{L}\p{N}]/u.test(word));
  return { parts, from, dropped: words.length === 0 ? null : words.join(' … '), proof };
}

/** "(AP Photo/Alan Diaz, File)", "(Image: Getty)", "[Photo: RADsan/iStock]", "(Robert F. Bukaty / AP)". */
function bracketed(text: string): Credit | null {
  const tail = text.slice(-reach);
  const found = /[([（【]([^()[\]（）【】]{2,140})[)\]）】]\.?$/u.exec(tail);
  if (!found?.[1]) return null;
  const from = text.length - tail.length + found.index;
  const inner = found[1].trim();
  const label = labelAtStart(inner);
  if (label !== null) {
    const line = inner.slice(label.length).trim();
    return isCreditLine(line, 'labelled') ? make(from, label, line, 'label') : null;
  }
  if (/^via\b/iu.test(inner)) return null;
  // ABC Australia: "(ABC News: Jane Doe)", "(Supplied: Jane Doe)".
  const [agency, person, more] = inner.split(/\s*:\s*/u);
  if (agency && person && more === undefined && isAgency(agency) && isCreditLine(person, 'strict')) {
    return make(from, '', `${agency}/${person}`, 'brackets');
  }
  if (isAgency(inner)) return withPersonBefore(text, from, inner);
  if (/\//.test(inner) || /\bvia\s/iu.test(inner))
    return isCreditLine(inner, 'strict') ? make(from, '', inner, 'brackets') : null;
  if (/^(?:(?:photo )?courtesy|handout|supplied|submitted|contributed)\b/iu.test(inner))
    return make(from, '', inner, 'brackets');
  const { parts } = creditParts(inner);
  if (parts.length > 1 && parts.some(isAgency) && isCreditLine(inner, 'strict'))
    return make(from, '', inner, 'brackets');
  if (isPersonFor(inner)) return make(from, '', inner, 'brackets');
  return isCreditLine(inner, 'strict') && inner.split(/\s+/).length <= 6
    ? make(from, '', inner, 'bracketed-name')
    : null;
}

/** El País: "…en Madrid. JANE DOE (AP)": the person stands before the bracket. */
function withPersonBefore(text: string, from: number, agency: string): Credit | null {
  const before = text.slice(Math.max(0, from - 60), from);
  const person = /(?<!\b\p{Lu})[.!?…]["”’»]?\s*([^.!?…]{4,40})$/u.exec(before)?.[1] ?? '';
  if (!isPerson(person)) return make(from, '', agency, 'brackets');
  return make(from - person.length, '', `${person.trim()}/${agency}`, 'brackets');
}

/** "Adrian Malloch for the Guardian": a person, for a publication. */
function isPersonFor(text: string, alone = false): boolean {
  const [person, publication, more] = text.split(/\s+(?:for|pour|para|för|voor|für)\s+/iu);
  if (person === undefined || publication === undefined || more !== undefined || text.length > 90) return false;
  if (!isPerson(person)) return false;
  if (/^the \p{Lu}/u.test(publication) || /^The \p{Lu}/u.test(publication) || isAgency(publication)) return true;
  const words = publication.replace(/[«»"]/gu, '').trim().split(/\s+/);
  return (
    !alone &&
    words.length <= 4 &&
    person.split(/\s+/).length <= 3 &&
    words.every((word) => /^\p{Lu}[\p{L}.’']*$/u.test(word))
  );
}

/** The label that a bracket's content opens with; the libération form has no colon: "(Photo Prakash Mathema. AFP)". */
function labelAtStart(inner: string): string | null {
  labels.lastIndex = 0;
  const found = labels.exec(inner);
  if (found?.index === 0) return found[0];
  return /^(?:photos?|foto|fotos|image|picture|photograph)(?:\s*[/-]\s*|\s+)(?=\p{Lu})/iu.exec(inner)?.[0] ?? null;
}

function labelled(text: string): Credit | null {
  const floor = Math.max(0, text.length - reach);
  const tail = text.slice(floor);
  let best: Credit | null = null;
  labels.lastIndex = 0;
  for (const match of tail.matchAll(labels)) {
    if (best) break;
    const line = tail.slice(match.index + match[0].length).trim();
    if (floor > 0 && match.index === 0) continue;
    const { source, bare, by, copyright } = match.groups ?? {};
    // In the middle of a sentence ("courtesy of two goals") it is no label; nor is "© Publisher 2020" a credit.
    // "PA Images via Getty" is no label either; "on Monday Photo by Jean Roy" has one.
    const loose = by !== undefined && !/\bby\s+$/iu.test(match[0]);
    const bound = /(?:^|[.!?…"”’)\]»|–—]\s*|\n)$/u.test(tail.slice(0, match.index));
    if ((loose || /^\p{Ll}/u.test(match[0])) && !bound) continue;
    if (/^copyright/i.test(match[0]) && !/^\p{Lu}/u.test(line)) continue;
    if (copyright !== undefined && /\b(?:19|20)\d\d\b|all rights/iu.test(match[0] + line)) continue;
    const need = by !== undefined ? 'strict' : source !== undefined || bare !== undefined ? 'named' : 'labelled';
    if (!isCreditLine(by === undefined ? line : line.replace(/^the /u, ''), need)) continue;
    const separated = /[\s|/–—,-]*$/u.exec(tail.slice(0, match.index))?.[0].length ?? 0;
    const sign = /[©ⓒ]/u.exec(match[0])?.[0];
    const label = sign ? match[0].replace(sign, '') : labelWords(tail, match.index, match[0]);
    best = make(
      floor + match.index - separated,
      label,
      sign ? `${sign} ${line}` : line,
      source === undefined ? 'label' : 'source',
    );
  }
  return best;
}

/** A label as it stood, with the words that are glued to it: "CreditChang" would be lost as a word otherwise. */
function labelWords(text: string, at: number, label: string): string {
  const before = /^\p{L}/u.test(label) ? (/[\p{L}\p{N}\p{M}]*$/u.exec(text.slice(0, at))?.[0] ?? '') : '';
  const after = /\p{L}$/u.test(label) ? (/^[\p{L}\p{N}\p{M}]*/u.exec(text.slice(at + label.length))?.[0] ?? '') : '';
  return before + label + after;
}

/** "…in Dallas. NAME/AFP/Getty Images": what stands after the caption's last sentence and is made of names. */
function unlabelled(text: string): Credit | null {
  const floor = Math.max(0, text.length - 130);
  const tail = text.slice(floor);
  const starts = floor === 0 ? [0] : [];
  for (const end of tail.matchAll(/(?:(?<!\b\p{Lu})[.!?…][\])"”’»]*|["”’»)])\s*(?=[\p{Lu}\p{Lo}@])|\n|\s[|–—]\s/gu))
    starts.push(end.index + end[0].length);
  for (const start of starts) {
    const line = tail.slice(start).trim();
    if (!isCreditLine(line, 'strict') && !takenFrom.test(line)) continue;
    const proof = proofOf(line, start === 0 && floor === 0);
    if (!proof) continue;
    const separated = /\s*[|–—]?\s*$/u.exec(tail.slice(0, start))?.[0].length ?? 0;
    return make(floor + start - separated, '', line, proof);
  }
  return capitalsAtEnd(tail, floor);
}

/** "Screenshot aus Twitter": where a picture was taken from, in place of a name. */
const takenFrom =
  /^(?:screen ?(?:shot|grab)|bildschirmfoto|capture d['’]écran|captura de pantalla|handout|still)\s+(?:aus|von|from|via|of|de|du|by)\s+.{2,40}$/iu;

function proofOf(line: string, alone: boolean): Credit['proof'] | null {
  if (takenFrom.test(line) && !alone) return 'agency';
  const { parts } = creditParts(line);
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && parts.some(isAgency)) return 'agency';
  if (parts.length === 1 && (isPhotoAgency(last) || (isAgency(last) && !alone) || / (?:AP|Getty Images)$/.test(last)))
    return 'agency';
  if (parts.length > 1 && line.includes('/') && (isPerson(parts[0] ?? '') || /^[\p{Lu}\s/.-]+$/u.test(line)))
    return 'slash';
  if (isPersonFor(line, alone)) return 'agency';
  if (alone) return isTellingAgency(last) && parts.length === 1 ? 'name' : null;
  return isPerson(line) && line.split(/\s+/).length <= 3 ? 'name' : null;
}

/** "…on a street on Thursday STR/AFP": capitals around a slash, an agency at the end, with no full stop before them. */
function capitalsAtEnd(tail: string, floor: number): Credit | null {
  const found =
    /(?<=\p{Ll}[,]? )\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){0,3} ?\/ ?[^/\n]{2,40}(?: ?\/ ?[^/\n]{2,40})*$/u.exec(
      tail,
    );
  if (!found) return null;
  const line = found[0];
  return isCreditLine(line, 'strict') && creditParts(line).parts.some(isAgency)
    ? make(floor + found.index, '', line, 'agency')
    : null;
}

const joining =
  /^(?:of|the|for|via|by|and|&|de|la|le|les|del|da|do|dos|das|van|der|den|von|zu|bin|ibn|al|el|e|y|und|et|files?|photos?|pool|handout|archives?|images?|library|aus|from|a|i|av|og|och|pour|para|pics?|filepic|picture|d|l|di)$/iu;

/**
 * Whether a line can be a credit once its label is gone. `strict`: names and joining words alone. `named`: it opens
 * with a capital. `labelled`: a few other words may stand in it ("taken from picture library").
 */
function isCreditLine(line: string, need: 'strict' | 'named' | 'labelled'): boolean {
  if (line.length < 2 || line.length > 120 || !/[\p{L}]{2}/u.test(line)) return false;
  if (/[!?;:"“”]|\.\s+\p{Ll}|https?:/u.test(line)) return false;
  const words = line.split(/[\s/|]+/u).filter(Boolean);
  if (words.length > (need === 'strict' ? 12 : 14)) return false;
  if (need === 'named' && !/^[\p{Lu}\p{Lo}@]/u.test(line)) return false;
  // A full stop inside ends a sentence, unless it stands after an initial or before an agency.
  for (const stop of line.matchAll(/(?<word>[\p{L}.]+)\.\s+(?<next>.+)$/gu)) {
    const { word = '', next = '' } = stop.groups ?? {};
    if (word.length > 3 && !isAgency(next) && !/^(?:\p{Lu}\.)+\p{Lu}?$/u.test(word)) return false;
  }
  const plain = words.filter(
    (word) => !joining.test(word.replace(/[.,]$/, '')) && !/^[\p{Lu}\p{Lo}@\d(&–—«»©-]/u.test(word),
  );
  const slashed = /[/]/.test(line);
  if (need === 'strict')
    return (
      plain.length === 0 &&
      /^[\p{Lu}\p{Lo}@]/u.test(line) &&
      !/[.,]$/.test(line.replace(/\b(?:Inc|Co|Ltd|Jr|Corp)\.$/, ''))
    );
  if (/^(?:an?|the|eine?|der|die|das|une?|le|la|el|los|las|o|os|as|il)\s\p{Ll}/iu.test(line) && !slashed) return false;
  return plain.length <= (slashed ? 3 : 2) || words.length <= 4;
}
