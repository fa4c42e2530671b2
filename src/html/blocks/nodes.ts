import type { Data, Parent, PhrasingContent } from 'mdast';

/** The nodes that a page gives beside mdast's own: what its markup says, before the recognisers have read the words. */

export interface PagePicture {
  /** Absolute where the page's address is known, else as written. */
  src: string;
  alt: string;
  line: number;
  column: number;
}

/** A picture or several with the words that the page gives as theirs. */
export interface PageFigure extends Parent {
  type: 'pageFigure';
  images: PagePicture[];
  /** The caption, credit left out where the page sets it apart. */
  children: PhrasingContent[];
  /** What the page marks as the credit, as written. */
  credit: string | null;
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    pageFigure: PageFigure;
  }
}
