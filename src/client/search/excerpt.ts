/** A piece of text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Takes Pagefind's excerpt apart: text in which it writes `<` and `>` as entities, and sets `<mark>`
 * around the words found. Whatever else it may hold comes out as the text it is.
 */
export function pieces(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>[^<]*<\/mark>)/)
    .map((part): Piece => {
      const marked = /^<mark>([^<]*)<\/mark>$/.exec(part)?.[1];
      return { text: plain(marked ?? part), marked: marked !== undefined };
    })
    .filter(({ text }) => text !== '');
}

/** Marks where an excerpt was torn out of its sentence. */
export function torn(excerpt: string): string {
  const begun = /^(?:<mark>)?["“«„»‘'(]*[\p{Lu}\p{Lo}\p{N}]/u.test(excerpt);
  const ended = /[.!?…。！？]["”»«’')]*(?:<\/mark>)?$/u.test(excerpt);
  return `${begun || excerpt === '' ? '' : '… '}${excerpt}${ended || excerpt === '' ? '' : ' …'}`;
}

const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
