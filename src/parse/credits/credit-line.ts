import { creditParts, isPerson } from './credit-parts.ts';
import { isAgency, isTellingAgency } from './credit-words.ts';

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

/** Makes a credit of a line that begins at `from`; null where no names are left of it. */
export function makeCredit(from: number, label: string, line: string, proof: Credit['proof']): Credit | null {
  const { parts, dropped } = creditParts(line);
  if (parts.length === 0 || parts.length > 8) return null;
  const words = [label.trim(), ...dropped].filter((word) => /[\p{L}\p{N}]/u.test(word));
  return { parts, from, dropped: words.length === 0 ? null : words.join(' … '), proof };
}

/** Whether a line with slashes names an agency, a person, or three at once: "(AC/DC)" names none of these. */
export function namesMakers(line: string): boolean {
  const { parts } = creditParts(line);
  return parts.length > 2 || parts.some((part) => isTellingAgency(part) || isPerson(part));
}

/** "Adrian Malloch for the Guardian": a person, for a publication. */
export function isPersonFor(text: string, alone = false): boolean {
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

const joining =
  /^(?:of|the|for|via|by|and|&|de|la|le|les|del|da|do|dos|das|van|der|den|von|zu|bin|ibn|al|el|e|y|und|et|files?|photos?|pool|handout|archives?|images?|library|aus|from|a|i|av|og|och|pour|para|pics?|filepic|picture|d|l|di)$/iu;

/** Libraries whose makers go by the names of their accounts: "ipopba / Getty Images". */
const accounts = /\/\s?(?:getty|istock|shutterstock|alamy|adobe|unsplash|flickr|wikimedia)/iu;

/**
 * Whether a line can be a credit once its label is gone. `strict`: names and joining words alone. `named`: it opens
 * with a capital. `labelled`: a few other words may stand in it ("taken from picture library").
 */
export function isCreditLine(line: string, need: 'strict' | 'named' | 'labelled'): boolean {
  if (line.length < 2 || line.length > 120 || !/[\p{L}]{2}/u.test(line)) return false;
  if (/[!?:"“”<>[\]{}`=|]{1}/u.test(line.replace(/ \| /g, ' ')) || /\.\.\.|…/.test(line)) return false;
  if (/[!?:"“”]|\.\s+\p{Ll}|https?:/u.test(line)) return false;
  const words = line.split(/[\s/|;]+/u).filter(Boolean);
  if (words.length > (need === 'strict' ? 12 : 14)) return false;
  if (need === 'named' && !/^[\p{Lu}\p{Lo}@]/u.test(line)) return false;
  if (holdsSentence(line)) return false;
  const plain = words.filter(
    (word) => !joining.test(word.replace(/[.,]$/, '')) && !/^[\p{Lu}\p{Lo}@\d(&–—«»©-]/u.test(word),
  ).length;
  if (need === 'strict') return isStrict(line, plain);
  const slashed = /[/]/.test(line);
  if (/^(?:an?|the|eine?|der|die|das|une?|le|la|el|los|las|o|os|as|il)\s\p{Ll}/iu.test(line) && !slashed) return false;
  return plain <= (slashed ? 3 : 2) || words.length <= 4;
}

/** Whether a line is names and joining words alone. `plain`: how many of its words are neither. */
function isStrict(line: string, plain: number): boolean {
  const isAccount = accounts.test(line);
  if (plain > 2 || (plain > 0 && !isAccount)) return false;
  if (!/^[\p{Lu}\p{Lo}@]/u.test(line) && !isAccount) return false;
  return !/[.,]$/.test(line.replace(/\b(?:Inc|Co|Ltd|Jr|Corp)\.$/, ''));
}

/** A full stop inside ends a sentence, unless it stands after an initial or before an agency. */
function holdsSentence(line: string): boolean {
  return [...line.matchAll(/(?<word>[\p{L}.]+)\.\s+(?<next>.+)$/gu)].some(({ groups }) => {
    const { word = '', next = '' } = groups ?? {};
    const isShort = word.length <= 3 || /^(?:Bros|Corp|Dept|Univ|Capt|Prof|Sgt)$/.test(word);
    return !isShort && !isAgency(next) && !/^(?:\p{Lu}\.)+\p{Lu}?$/u.test(word);
  });
}
