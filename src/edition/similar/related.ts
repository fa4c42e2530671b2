import { telling, type Corpus } from './corpus.ts';
import { resemblance } from './signature.ts';
import { COPY } from './story.ts';
import type { Summary } from '../summary.ts';

/**
 * What to read beside an article: articles that share topics with it, quote the same people, or use the
 * same telling terms. Each thing shared counts by how few articles have it (`telling`); a topic counts
 * three times and a person quoted twice as much as a term; the same section counts a little, and another
 * language halves it all.
 *
 * An article looks at its 6 neighbours in time on either side in each list it is on, so time is linear in
 * the number of articles (10,000: 0.4 s), and an article that is added concerns its neighbours alone.
 */
const EITHER_SIDE = 6;
const SHOWN = 4;
/** Less than this is shared by chance: one common term, say. */
const LEAST = 250;
const TOPIC = 3;
const HANDLE = 2;
const SAME_SECTION = 60;

interface List {
  numbers: readonly number[];
  weight: number;
}

/**
 * @returns for an article: at most 4 others, the closest first; never itself, one of `without`, or two
 *          copies of one text
 */
export function findRelated(corpus: Corpus): (id: string, without: ReadonlySet<string>) => Summary[] {
  const { articles, number, signatures } = corpus;
  const lists = listsOf(corpus);
  const scores = new Int32Array(articles.length);
  return (id, without) => {
    const own = number.get(id);
    const article = own === undefined ? undefined : articles[own];
    if (own === undefined || !article) return [];
    const touched: number[] = [];
    for (const { numbers, weight } of lists(own)) {
      const place = placeOf(numbers, own);
      for (let at = Math.max(0, place - EITHER_SIDE); at <= place + EITHER_SIDE && at < numbers.length; at += 1) {
        const other: number = numbers[at] ?? own;
        if (other === own) continue;
        if (scores[other] === 0) touched.push(other);
        scores[other] = (scores[other] ?? 0) + weight;
      }
    }
    const ranked: { other: number; points: number; apart: number }[] = [];
    for (const other of touched) {
      const points = pointsOf(scores[other] ?? 0, article, articles[other]);
      scores[other] = 0;
      if (points >= LEAST) ranked.push({ other, points, apart: apart(corpus, own, other) });
    }
    // Equally close: nearer in time, then the newer.
    ranked.sort((a, b) => b.points - a.points || a.apart - b.apart || b.other - a.other);
    const chosen: number[] = [];
    for (const { other } of ranked) {
      if (chosen.length === SHOWN) break;
      const candidate = articles[other];
      if (!candidate || without.has(candidate.id)) continue;
      if (![own, ...chosen].some((known) => isCopy(signatures[known], signatures[other]))) chosen.push(other);
    }
    return chosen.flatMap((other) => articles[other] ?? []);
  };
}

/** Days between two articles. Not places in a list: these move with every article that comes between. */
function apart({ days }: Corpus, a: number, b: number): number {
  return Math.abs((days[a] ?? Infinity) - (days[b] ?? 0));
}

function pointsOf(shared: number, article: Summary, other: Summary | undefined): number {
  if (!other) return 0;
  const points = shared + (article.section !== null && article.section === other.section ? SAME_SECTION : 0);
  return article.language.split('-')[0] === other.language.split('-')[0] ? points : points / 2;
}

function isCopy(a: Corpus['signatures'][number] | undefined, b: Corpus['signatures'][number] | undefined): boolean {
  return Boolean(a && b && resemblance(a, b) >= COPY);
}

/** The lists that an article is on, by its number. */
function listsOf({ articles, signatures, terms }: Corpus): (number: number) => List[] {
  const named = new Map<string, number[]>();
  const names = articles.map((article, number) => {
    const own = [
      ...new Set([
        ...article.topics.map((topic) => `topic ${topic.normalize('NFKC').toLowerCase()}`),
        ...article.quoted.map(({ handle }) => `handle ${handle.toLowerCase()}`),
      ]),
    ];
    for (const name of own) {
      const list = named.get(name);
      if (list) list.push(number);
      else named.set(name, [number]);
    }
    return own;
  });
  return (number) => [
    ...(names[number] ?? []).map((name) => {
      const numbers = named.get(name) ?? [];
      return { numbers, weight: (name.startsWith('topic') ? TOPIC : HANDLE) * telling(numbers.length) };
    }),
    ...[...(signatures[number]?.terms ?? [])].flatMap((term) => {
      const numbers = terms.get(term);
      return numbers ? [{ numbers, weight: telling(numbers.length) }] : [];
    }),
  ];
}

/** Where a number stands in a sorted list that has it. */
function placeOf(numbers: readonly number[], number: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}
