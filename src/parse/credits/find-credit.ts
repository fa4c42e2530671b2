import { isCreditLine, isPersonFor, makeCredit, namesMakers } from './credit-line.ts';
import type { Credit } from './credit-line.ts';
import { creditParts, isPerson } from './credit-parts.ts';
import { afterCredit, isAgency, isPhotoAgency, isTellingAgency } from './credit-words.ts';
import { labelledCredit, labels, reach } from './labelled-credit.ts';
import { isOffice } from '../text/names.ts';

/** Finds the credit that a caption ends in. */
export function creditAtEnd(text: string): Credit | null {
  const trimmed = text.trimEnd();
  const button = buttonAt(trimmed);
  const body = trimmed.slice(0, button).trimEnd();
  const after = trimmed.slice(body.length).trim();
  const found = bracketed(body) ?? labelledCredit(body) ?? (endsOpen(body) ? unlabelled(body) : null);
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

/** The label that a bracket's content opens with; the libération form has no colon: "(Photo Prakash Mathema. AFP)". */
function labelAtStart(inner: string): string | null {
  labels.lastIndex = 0;
  const found = labels.exec(inner);
  if (found?.index === 0) return found[0];
  const file = /^files?(?: photo| picture| image)?\s*:\s*/iu.exec(inner)?.[0];
  if (file) return file;
  return /^(?:photos?|foto|fotos|image|picture|photograph)(?:\s*[/-]\s*|\s+)(?=\p{Lu})/iu.exec(inner)?.[0] ?? null;
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
