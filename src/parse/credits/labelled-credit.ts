import { isCreditLine, makeCredit, namesMakers } from './credit-line.ts';
import type { Credit } from './credit-line.ts';
import { creditParts } from './credit-parts.ts';
import {
  bareCredit,
  bareNoun,
  byLabel,
  colonLabel,
  copyrightMark,
  isAgency,
  isTellingAgency,
  sourceLabel,
} from './credit-words.ts';

/** A credit is short: longer ends of a text are not looked at. */
export const reach = 220;

/** What announces a credit, each form with a name. */
export const labels = new RegExp(
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

/** The credit that a label announces at the end of a text. */
export function labelledCredit(text: string): Credit | null {
  const floor = Math.max(0, text.length - reach);
  const tail = text.slice(floor);
  if (!hints.test(tail)) return null;
  let best: Credit | null = null;
  labels.lastIndex = 0;
  for (const match of tail.matchAll(labels)) {
    if (best) break;
    if (floor > 0 && match.index === 0) continue;
    const found = readLabel(tail, match, floor);
    if (!isLabel(found) || !isCreditLine(found.by ? found.line.replace(/^the /u, '') : found.line, needOf(found)))
      continue;
    const separated = /[\s|/–—,-]*$/u.exec(found.before)?.[0].length ?? 0;
    const sign = /[©ⓒ]/u.exec(match[0])?.[0];
    const label = sign ? match[0].replace(sign, '') : labelWords(tail, match.index, match[0]);
    const line = sign ? `${sign} ${found.line}` : found.line;
    best = makeCredit(floor + match.index - separated, label, line, found.source ? 'source' : 'label');
  }
  return best;
}

/** A label of a credit in a text, and what stands around it. */
interface FoundLabel {
  label: string;
  before: string;
  line: string;
  /** Whether it opens the text. */
  opens: boolean;
  /** Whether a sentence or a bar ends before it. */
  bound: boolean;
  /** Which form it has. */
  source: boolean;
  bare: boolean;
  by: boolean;
  noun: boolean;
  copyright: string | null;
}

function readLabel(tail: string, match: RegExpExecArray, floor: number): FoundLabel {
  const { source, bare, by, noun, copyright } = match.groups ?? {};
  const before = tail.slice(0, match.index);
  return {
    label: match[0],
    before,
    line: tail.slice(match.index + match[0].length).trim(),
    opens: floor + match.index === 0,
    bound: /(?:^|[.!?…"”’)\]»|–—]\s*|\n|\s\/\s*)$/u.test(before),
    source: source !== undefined,
    bare: bare !== undefined,
    by: by !== undefined,
    noun: noun !== undefined,
    copyright: copyright ?? null,
  };
}

/** Whether what looks like a label is one, by what stands around it. */
function isLabel(found: FoundLabel): boolean {
  const { label, line, bound, by } = found;
  // In the middle of a sentence ("courtesy of two goals") it is no label; "PA Images via Getty" is none either, and
  // "on Monday Photo by Jean Roy" has one.
  const loose = by && !/\bby\s+$/iu.test(label);
  if ((loose || /^\p{Ll}/u.test(label)) && !bound) return false;
  if (/^\p{Ll}/u.test(label) && !/[\p{Lu}\p{Lo}]/u.test(line)) return false;
  return isCopyright(found) && hasMaker(found);
}

/** "© Publisher 2020" is no credit, nor is a holder of rights. */
function isCopyright({ label, before, line, bound, copyright }: FoundLabel): boolean {
  if (/^copyright/i.test(label) && (!/^\p{Lu}/u.test(line) || /^(?:holder|owner|law|notice|\(c\)|©)/iu.test(line)))
    return false;
  if (copyright === null) return true;
  if (/copyright\s*$/iu.test(before)) return false;
  return !reserved.test(label + line) && (bound || !isSentence(line));
}

/** "Photos: the mayor's career" heads a gallery, and "Photo Finish" is a title: these ask for a maker's name. */
function hasMaker({ label, line, noun, opens }: FoundLabel): boolean {
  const plural = /^(?:photos|images|pictures|graphics|illustrations|fotos)\s*:/iu.test(label);
  if ((plural || noun) && !/\//.test(line) && !namesMakers(line)) return false;
  // Alone, "Photo Finish Friday" heads a column; "Photo REUTERS" and "Foto Ana Ruiz" are credits.
  if (!noun || !opens || !/^photo/i.test(label)) return true;
  return /\//.test(line) || creditParts(line).parts.some(isTellingAgency);
}

/** How much a line must look like names behind a label of its form. */
function needOf({ label, opens, source, bare, by, noun, copyright }: FoundLabel): 'labelled' | 'strict' | 'named' {
  if (opens && /^image (?:source|copyright)|[,،，、]\s*$/iu.test(label)) return 'labelled';
  if (by || noun || /[cс]/iu.test(copyright ?? '')) return 'strict';
  return source || bare ? 'named' : 'labelled';
}

/** A label as it stood, with the words that are glued to it: "CreditChang" would be lost as a word otherwise. */
function labelWords(text: string, at: number, label: string): string {
  const before = /^\p{L}/u.test(label) ? (/[\p{L}\p{N}\p{M}]*$/u.exec(text.slice(0, at))?.[0] ?? '') : '';
  const after = /\p{L}$/u.test(label) ? (/^[\p{L}\p{N}\p{M}]*/u.exec(text.slice(at + label.length))?.[0] ?? '') : '';
  return before + label + after;
}

/** "…said on Monday that © is a sign.": words after the mark that name nobody. */
function isSentence(line: string): boolean {
  const { parts } = creditParts(line.replace(/\.$/, ''));
  if (/\//.test(line) || parts.some(isAgency) || /^(?:privat|private|zvg)$/iu.test(line)) return false;
  return /^\p{Ll}/u.test(line) || (/(?<!\b(?:Inc|Co|Ltd|Jr|Corp))\.$/u.test(line) && / \p{Ll}/u.test(line));
}
