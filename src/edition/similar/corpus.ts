import { byText } from '../lists/order.ts';
import { readSignature, type Signature } from './signature.ts';
import type { Summary } from '../summary.ts';

/**
 * The articles in the order in which they came out, with what tells which of them belong together. Built
 * once for an edition; time and memory are linear in the number of articles.
 */
export interface Corpus {
  /** Oldest first, undated last. Places in this list are the articles' numbers. */
  articles: readonly Summary[];
  number: ReadonlyMap<string, number>;
  signatures: readonly (Signature | null)[];
  /** Numbers of the articles that have a term, in order. Terms of one article alone, or of too many to tell anything, are left out. */
  terms: ReadonlyMap<number, readonly number[]>;
  /** Day of each article, counted from 1970; null for an undated one. */
  days: readonly (number | null)[];
}

/** A term that more articles have than this tells nothing of any of them. */
const MOST_WITH_A_TERM = 256;

export function openCorpus(summaries: readonly Summary[]): Corpus {
  const articles = [...summaries].sort((a, b) => byText(a.published ?? '￿', b.published ?? '￿') || byText(a.id, b.id));
  const signatures = articles.map(({ signature }) => readSignature(signature));
  const lists = new Map<number, number[]>();
  signatures.forEach((signature, number) => {
    for (const term of signature?.terms ?? []) {
      const list = lists.get(term);
      if (list) list.push(number);
      else lists.set(term, [number]);
    }
  });
  // In a small paper a word is common that every eighth article has. Rounded, so that one more article changes nothing.
  const most = Math.min(MOST_WITH_A_TERM, Math.max(4, 2 ** Math.ceil(Math.log2(articles.length + 1)) / 8));
  return {
    articles,
    number: new Map(articles.map(({ id }, number) => [id, number])),
    signatures,
    terms: new Map([...lists].filter(([, list]) => list.length > 1 && list.length <= most)),
    days: articles.map(({ published }) => (published === null ? null : Date.parse(published) / 86_400_000)),
  };
}

/**
 * How much it tells that two articles share something which `count` articles have, 1000 at most. It falls
 * with the number of digits alone, and does not depend on how many articles there are: so an article that
 * is added changes what is shown with its neighbours, and not with all others.
 */
export function telling(count: number): number {
  return Math.round(1000 / (1 + Math.ceil(Math.log2(Math.max(1, count)))));
}
