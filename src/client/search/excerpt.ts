import { joined, places, type Stem, type Term } from '../../i18n/search/terms.ts';

/** A piece of text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Pagefind's excerpt as text: it writes `<` and `>` as entities, sets `<mark>` around words, and has blanks between
 * the words of scripts that write none.
 */
export const plainExcerpt = (excerpt: string): string =>
  joined(
    excerpt
      .replace(/<\/?mark>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  );

/** A text taken apart by the words in it that were looked for. */
export function pieces(text: string, terms: readonly Term[], stem: Stem): Piece[] {
  const found: Piece[] = [];
  let last = 0;
  for (const [from, to] of places(text, terms, stem)) {
    found.push({ text: text.slice(last, from), marked: false }, { text: text.slice(from, to), marked: true });
    last = to;
  }
  return [...found, { text: text.slice(last), marked: false }].filter((piece) => piece.text !== '');
}

/** Marks where an excerpt was torn out of its sentence. */
export function torn(excerpt: string): string {
  const begun = /^["“«„»‘'(]*[\p{Lu}\p{Lo}\p{N}]/u.test(excerpt);
  const ended = /[.!?…。！？]["”»«’')]*$/u.test(excerpt);
  return `${begun || excerpt === '' ? '' : '… '}${excerpt}${ended || excerpt === '' ? '' : ' …'}`;
}
