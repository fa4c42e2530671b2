import { makeCredit, type Credit } from './credit-line.ts';

/**
 * Names that nothing marks as a credit but their place: behind a caption's last full stop, on a line beside a caption,
 * or between "©" and the caption.
 */

/** A word of a name, a mark between names, or a small word that stands in them. */
const part =
  /^(?:[\p{Lu}\p{Lo}@\d][\p{L}\p{M}\p{N}.'’&@-]*,?|[/|&–—-]|for|the|of|and|via|de|la|le|del|der|van|von|und|y|et|di|da|al)$/u;
const longest = 60;

/** The names after a caption's last sentence, "The tower from the sea. Harbour Works", or a line of names alone. */
export function namesAtEnd(text: string, looks: 'caption' | 'credit'): Credit | null {
  const body = text.trimEnd();
  const from = looks === 'credit' ? body.length - body.trimStart().length : lastSentence(body);
  if (from < 0) return null;
  const names = body.slice(from);
  const words = names.split(/\s+/);
  if (
    names.length > longest ||
    words.length > 8 ||
    /[.!?:;"“”]$/u.test(names) ||
    // Without capitals nothing tells a name from other words.
    !/\p{Lu}/u.test(names) ||
    !words.every((word) => part.test(word))
  )
    return null;
  return makeCredit(from, '', names, 'name');
}

/** Where what follows a text's last full stop begins; -1 where it ends in one, or has none. */
function lastSentence(text: string): number {
  const ends = [...text.slice(-longest - 10).matchAll(/(?<=\p{L}{2}|\d|[”"’)])[.!?…]["”’»)]?\s+(?=[\p{Lu}\p{Lo}@])/gu)];
  const last = ends.at(-1);
  return last ? Math.max(0, text.length - longest - 10) + last.index + last[0].length : -1;
}

/** "© John Smith A boat at sea": two or three words of a name, then a sentence: a capital, and a small word. */
const copyrighted =
  /^\s*©\s*(?<name>(?:Provided by )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}(?:\s?\/\s?\p{Lu}[\p{L}.]+)*)\s+(?=[“"]?\p{Lu}[\p{L}'’]*,? \p{Ll})/u;

/** The credit that a caption opens with, as the text of a {@link Caption}; null where it opens with none. */
export function creditAtStart(text: string) {
  if (!text.includes('©')) return null;
  const found = copyrighted.exec(text);
  const name = found?.groups?.['name'];
  if (!found || !name || text.length > 600) return null;
  const credit = makeCredit(0, '', `© ${name.replace(/^Provided by /, '')}`, 'label');
  if (!credit) return null;
  return { from: found[0].length, to: text.length, credit: credit.parts, proof: credit.proof, dropped: [] };
}
