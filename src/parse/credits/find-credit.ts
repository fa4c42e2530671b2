import { isCreditLine, isPersonFor, makeCredit, namesMakers } from './credit-line.ts';
import type { Credit } from './credit-line.ts';
import { creditParts, isPerson } from './credit-parts.ts';
import {
  afterCredit,
  bareCredit,
  bareNoun,
  byLabel,
  colonLabel,
  copyrightMark,
  isAgency,
  isPhotoAgency,
  isTellingAgency,
  sourceLabel,
} from './credit-words.ts';
import { isOffice } from '../text/names.ts';

/** A credit is short: longer ends of a text are not looked at. */
const reach = 220;

const labels = new RegExp(
  [
    `(?<colon>(?<![\\p{L}\\p{N}])(?:${colonLabel})\\s*|(?<=[.!?…"”’)\\]\\p{Ll}\\d])(?:Photo(?:graph)?|Image|Picture|Credit|Foto|Bild)s?\\s*:\\s*)`,
    // After the caption's end, glued or not: "…in Queens.CreditChang W. Lee", "…on Monday. Credit Ashraf".
    `(?<bare>(?<=^|[.!?…"”’)\\]»]\\s*|\\n)(?:${bareCredit})(?:\\.{3}|…)?\\s*(?=\\p{Lu}))`,
    `(?<by>(?<![\\p{L}\\p{N}])(?:${byLabel})\\s+(?=[\\p{Lu}\\p{Lo}@]|the |via |of |\\S+ ?\\/))`,
    `(?<source>(?<=^|[.!?…"”’)\\]»|–—]\\s*)(?:${sourceLabel})\\s*)`,
    `(?<copyright>(?:${copyrightMark})\\s*(?:\\d{4}\\s*)?(?=[\\p{L}@]))`,
    `(?<noun>(?<=^|[.!?…"”’)\\]»|/–—]\\s*)(?:${bareNoun})\\s+(?=\\p{Lu}))`,
  ].join('|'),
  'giu',
);

/** What every label has one of: most paragraphs have none, and need no longer look. */
const hints =
  /[:：=＝©ⓒ]|redit|rédit|ourtesy|opyright|\(c\)|source,|&copy;|photo|image|picture|illustration|graphic|artwork|screenshot|fot|beeld|cortes|фото|صورة|تصو|تصویر|حقوق|δικαιώματα|derechos|direitos|авторск|telif|kaynak|来源|來源|提供|स्रोत|gambar|hình|출처|picha/iu;

/** "© Harbour Post 2020", "© RIPRODUZIONE RISERVATA": of the whole article, at its end. */
const reserved =
  /\b(?:19|20)\d\d\b|all rights|rights? reserved|riproduzione|riservat|réservés|reservados|vorbehalten|voorbehouden|zastrzeżone|förbehåll|защищены/iu;

/** Finds the credit that a caption ends in. */
export function creditAtEnd(text: string): Credit | null {
  const trimmed = text.trimEnd();
  const button = buttonAt(trimmed);
  const body = trimmed.slice(0, button).trimEnd();
  const after = trimmed.slice(body.length).trim();
  const found = bracketed(body) ?? labelled(body) ?? (endsOpen(body) ? unlabelled(body) : null);
  if (!found) return null;
  return withButton(found, after);
}

/** Prose ends in a full stop or a quotation mark; names do not. */
function endsOpen(text: string): boolean {
  return !/[.!?…:;,"”’»)]$/u.test(text) || /\b(?:Inc|Co|Ltd|Jr|Corp)\.$/u.test(text.slice(-8)) || /»$/u.test(text);
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
  if (
    !/(?:window|tab|rights|photos?|image|caption|graphic|gallery|fullscreen|credit|archives?|party)[.)]*$/iu.test(
      text.slice(-12),
    )
  )
    return end;
  for (let round = 0; round < 3; round++) {
    const floor = Math.max(0, end - 260);
    const button = afterCredit.exec(text.slice(floor, end));
    if (!button) break;
    end = floor + button.index;
  }
  return end;
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
    return isCreditLine(line, 'labelled') ? makeCredit(from, label, line, 'label') : null;
  }
  if (/^via\b/iu.test(inner)) return null;
  const behindAgency = agencyAndPerson(inner);
  if (behindAgency) return makeCredit(from, '', behindAgency, 'brackets');
  if (isTellingAgency(inner)) return withPersonBefore(text, from, inner);
  const proof = bracketProof(inner, /[.!?]["”’]?\s*$/u.test(text.slice(0, from)));
  return proof && makeCredit(from, '', inner, proof);
}

/** ABC Australia: "(ABC News: Jane Doe)", "(Supplied: Jane Doe)". */
function agencyAndPerson(inner: string): string | null {
  const [agency, person, more] = inner.split(/\s*:\s*/u);
  if (!agency || !person || more !== undefined) return null;
  const isKnown = isAgency(agency) || /^ABC \p{Lu}/u.test(agency);
  return isKnown && isCreditLine(person, 'strict') ? `${agency}/${person}` : null;
}

/** What proves that the words in a bracket are a credit; `ended`: a sentence ends before it. */
function bracketProof(inner: string, ended: boolean): 'brackets' | 'bracketed-name' | null {
  if (takenFromNetwork.test(inner)) return 'brackets';
  if (/\//.test(inner) || /\bvia\s/iu.test(inner))
    return isCreditLine(inner, 'strict') && namesMakers(inner) ? 'brackets' : null;
  // "(Gaines County Sheriff’s Office)" after a sentence: who gave the picture; an American station's call sign:
  // "(WXYZ)" after a sentence; "(WADA)" in one names who was spoken of.
  if (ended && (isOffice(inner) || /^[WK][A-Z]{3}(?:[- ]TV)?$/.test(inner))) return 'brackets';
  if (/^(?:(?:photo )?courtesy|handout|supplied|submitted|contributed)\b/iu.test(inner)) return 'brackets';
  const isLine = isCreditLine(inner, 'strict');
  const { parts } = creditParts(inner);
  if ((isLine && parts.length > 1 && parts.some(isAgency)) || isPersonFor(inner)) return 'brackets';
  return isLine && !inner.includes(',') && inner.split(/\s+/).length <= 6 ? 'bracketed-name' : null;
}

/** "(Astra / Telegram)": the channel from which a picture was taken, and the network. */
const takenFromNetwork =
  /^\p{Lu}[^/,.;]{1,40}\s?\/\s?(?:Telegram|Facebook|Instagram|Twitter|X|YouTube|TikTok|VKontakte|Weibo|Bluesky)$/u;

/** El País: "…en Madrid. JANE DOE (AP)": the person stands before the bracket. */
function withPersonBefore(text: string, from: number, agency: string): Credit | null {
  const before = text.slice(Math.max(0, from - 60), from);
  const ended = /(?<!\b\p{Lu})[.!?…]["”’»]?\s*([^.!?…]{4,40})$/u.exec(before)?.[1];
  // "ANN LEE (REUTERS)" alone.
  const person = ended ?? (from <= 40 ? before : '');
  if (!isPerson(person.trim())) return makeCredit(from, '', agency, 'brackets');
  return makeCredit(from - person.length, '', `${person.trim()}/${agency}`, 'brackets');
}

/** "…said on Monday that © is a sign.": words after the mark that name nobody. */
function isSentence(line: string): boolean {
  const { parts } = creditParts(line.replace(/\.$/, ''));
  if (/\//.test(line) || parts.some(isAgency) || /^(?:privat|private|zvg)$/iu.test(line)) return false;
  return /^\p{Ll}/u.test(line) || (/(?<!\b(?:Inc|Co|Ltd|Jr|Corp))\.$/u.test(line) && / \p{Ll}/u.test(line));
}

/** The label that a bracket's content opens with; the libération form has no colon: "(Photo Prakash Mathema. AFP)". */
function labelAtStart(inner: string): string | null {
  labels.lastIndex = 0;
  const found = labels.exec(inner);
  if (found?.index === 0) return found[0];
  const file = /^files?(?: photo| picture| image)?\s*:\s*/iu.exec(inner)?.[0];
  if (file) return file;
  return /^(?:photos?|foto|fotos|image|picture|photograph)(?:\s*[/-]\s*|\s+)(?=\p{Lu})/iu.exec(inner)?.[0] ?? null;
}

function labelled(text: string): Credit | null {
  const floor = Math.max(0, text.length - reach);
  const tail = text.slice(floor);
  if (!hints.test(tail)) return null;
  let best: Credit | null = null;
  labels.lastIndex = 0;
  for (const match of tail.matchAll(labels)) {
    if (best) break;
    const line = tail.slice(match.index + match[0].length).trim();
    if (floor > 0 && match.index === 0) continue;
    const { source, bare, by, noun, copyright } = match.groups ?? {};
    // In the middle of a sentence ("courtesy of two goals") it is no label; nor is "© Publisher 2020" a credit.
    // "PA Images via Getty" is no label either; "on Monday Photo by Jean Roy" has one.
    const loose = by !== undefined && !/\bby\s+$/iu.test(match[0]);
    const bound = /(?:^|[.!?…"”’)\]»|–—]\s*|\n|\s\/\s*)$/u.test(tail.slice(0, match.index));
    if ((loose || /^\p{Ll}/u.test(match[0])) && !bound) continue;
    if (/^copyright/i.test(match[0]) && (!/^\p{Lu}/u.test(line) || /^(?:holder|owner|law|notice|\(c\)|©)/iu.test(line)))
      continue;
    if (copyright !== undefined && /copyright\s*$/iu.test(tail.slice(0, match.index))) continue;
    if (copyright !== undefined && (reserved.test(match[0] + line) || (!bound && isSentence(line)))) continue;
    // "Photos: the mayor's career" heads a gallery, and "Photo Finish" is a title: these ask for a maker's name.
    const plural = /^(?:photos|images|pictures|graphics|illustrations|fotos)\s*:/iu.test(match[0]);
    if ((plural || noun !== undefined) && !/\//.test(line) && !namesMakers(line)) continue;
    // Alone, "Photo Finish Friday" heads a column; "Photo REUTERS" and "Foto Ana Ruiz" are credits.
    const maker = /\//.test(line) || creditParts(line).parts.some(isTellingAgency);
    if (noun !== undefined && floor + match.index === 0 && /^photo/i.test(match[0]) && !maker) continue;
    const pictured = /^image (?:source|copyright)|[,،，、]\s*$/iu.test(match[0]) && floor + match.index === 0;
    const need = pictured
      ? 'labelled'
      : by !== undefined || noun !== undefined || /[cс]/iu.test(copyright ?? '')
        ? 'strict'
        : source !== undefined || bare !== undefined
          ? 'named'
          : 'labelled';
    if (/^\p{Ll}/u.test(match[0]) && !/[\p{Lu}\p{Lo}]/u.test(line)) continue;
    if (!isCreditLine(by === undefined ? line : line.replace(/^the /u, ''), need)) continue;
    const separated = /[\s|/–—,-]*$/u.exec(tail.slice(0, match.index))?.[0].length ?? 0;
    const sign = /[©ⓒ]/u.exec(match[0])?.[0];
    const label = sign ? match[0].replace(sign, '') : labelWords(tail, match.index, match[0]);
    best = makeCredit(
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
  for (const end of tail.matchAll(/(?:(?<!\b\p{Lu})[.!?…][\])"”’»]*|["”’»)])\s*(?=[\p{Lu}\p{Lo}@])|\n|\s[|–—-]\s/gu))
    starts.push(end.index + end[0].length);
  for (const start of starts) {
    const line = tail.slice(start).trim();
    if (!isCreditLine(line, 'strict') && !takenFrom.test(line)) continue;
    const proof = proofOf(line, start === 0 && floor === 0);
    if (!proof || (proof === 'name' && /[|–—\n-]\s*$/u.test(tail.slice(0, start)))) continue;
    // "Ferry firm offers free rides - BBC News" is a link to another page.
    if (/\s-\s$/u.test(tail.slice(0, start)) && !/\//.test(line) && !isPhotoAgency(line)) continue;
    const separated = /\s*[|–—-]?\s*$/u.exec(tail.slice(0, start))?.[0].length ?? 0;
    return makeCredit(floor + start - separated, '', line, proof);
  }
  return (
    withAddress(tail, floor) ?? capitalsAtEnd(tail, floor) ?? gluedAgency(tail, floor) ?? givenPicture(tail, floor)
  );
}

/** "…and a colleague at seaAP": an agency's name runs into the caption's last word, as no word ends. */
function gluedAgency(tail: string, floor: number): Credit | null {
  const found =
    /(?<=\p{Ll}|\d)(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty Images|Getty|Shutterstock|Alamy|AP Photo|AP file)$/u.exec(
      tail,
    );
  if (!found || !/\s\S+\s/u.test(tail)) return null;
  const torn = /[\p{L}\p{N}\p{M}]*$/u.exec(tail.slice(0, found.index))![0] + /^\p{L}+/u.exec(found[0])![0];
  return makeCredit(floor + found.index, torn, found[0], 'agency');
}

/** "Ann Lee Submitted photo": a portrait, and how it came to the paper. */
function givenPicture(tail: string, floor: number): Credit | null {
  const found =
    /(?<=\p{L}[.,”"’)]* )(?:(?:submitted|courtesy|contributed|provided|handout|staff|family|file)) (?:photos?|images?|pictures?)$/iu.exec(
      tail,
    );
  return found && /^\p{Lu}/u.test(found[0]) ? makeCredit(floor + found.index, '', found[0], 'agency') : null;
}

/** McClatchy's papers: "…on Tuesday. ANA RUIZ aruiz@example.com": the photographer's name and mail address. */
function withAddress(tail: string, floor: number): Credit | null {
  if (!/@[\w-]+\.[\w.]+$/.test(tail)) return null;
  const found = /(?<=[.!?…]["”’)]*\s)(?<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}) [\w.+-]+@[\w.-]+$/u.exec(
    tail,
  );
  if (!found?.groups?.['name'] || !isPerson(found.groups['name'])) return null;
  return makeCredit(floor + found.index, '', found[0], 'agency');
}

/** "Screenshot aus Twitter": where a picture was taken from, in place of a name. */
const takenFrom =
  /^(?:screen ?(?:shot|grab)|bildschirmfoto|capture d['’]écran|captura de pantalla|handout|still)\s+(?:aus|von|from|via|of|de|du|by)\s+.{2,40}$/iu;

const capitals = /^[\p{Lu}\s/.-]+$/u;

function proofOf(line: string, alone: boolean): Credit['proof'] | null {
  if (takenFrom.test(line) && !alone) return 'agency';
  const { parts } = creditParts(line);
  if (namesAgency(parts, alone)) return 'agency';
  const isMaker = isPerson(parts[0] ?? '') || (parts.length > 2 && capitals.test(line));
  if (parts.length > 1 && line.includes('/') && isMaker) return 'slash';
  if (isPersonFor(line, alone)) return 'agency';
  if (alone) return isTellingAgency(parts.at(-1) ?? '') && parts.length === 1 ? 'name' : null;
  // Without capitals nothing tells a name from other words.
  return isPerson(line) && /\p{Lu}/u.test(line) && line.split(/\s+/).length <= 3 ? 'name' : null;
}

/** Whether an agency is among the names of a credit, or is its only one and tells pictures. */
function namesAgency(parts: readonly string[], alone: boolean): boolean {
  if (parts.length > 1) return parts.some(isAgency);
  const [only = ''] = parts;
  const isOne = isPhotoAgency(only) || (isAgency(only) && !alone) || / (?:AP|Getty Images)$/.test(only);
  return parts.length === 1 && isOne;
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
    ? makeCredit(floor + found.index, '', line, 'agency')
    : null;
}
