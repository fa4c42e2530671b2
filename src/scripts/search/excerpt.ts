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

const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
