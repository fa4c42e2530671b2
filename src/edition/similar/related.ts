import { telling, type Corpus } from './corpus.ts';
import { hashOf, resemblance } from './signature.ts';
import { COPY } from './story.ts';
import type { Summary } from '../summary.ts';

/**
 * What to read beside an article: only what is certain to belong to it, else nothing. An article is related that
 *
 * - has a telling topic in common with it (one that few articles have), or quotes the same person, or
 * - has any topic in common and three telling terms beside it, or
 * - has five telling terms in common, one of which stands in both headlines.
 *
 * The thresholds were set on 226 real pasted texts without topics, by reading the pairs that share most: of those with
 * five terms and a headline's 13 of 13 belonged together, of those with four 29 of 34, by terms alone 7 of the first 16.
 * The rules with topics rest on the samples: no real texts with topics were judged.
 *
 * They are ordered by what they share, each thing by how few articles have it (`telling`); a topic counts three times
 * and a person quoted twice as much as a term. An article looks at its 6 neighbours in time on either side in each list
 * it is on, so time is linear in the number of articles, and one that is added concerns its neighbours alone.
 */
const EITHER_SIDE = 6;
const SHOWN = 4;
const TOPIC = 3;
const HANDLE = 2;
/** A name that more than this share of the articles has tells nothing; four may have it in any case. */
const TELLING_SHARE = 1 / 8;
const TELLING_COUNT = 4;
const TERMS_WITH_TOPIC = 3;
const TERMS_WITH_HEADLINE = 5;

/** What two articles have in common. */
interface Shared {
  points: number;
  topics: number;
  terms: number;
  /** Topics and people that few articles have. */
  telling: number;
}

interface List {
  numbers: readonly number[];
  weight: number;
  kind: 'topics' | 'terms' | 'handles';
  isTelling: boolean;
}

/**
 * @returns for an article: at most 4 others, the closest first; never itself, one of `without`, or two
 *          copies of one text
 */
export function findRelated(corpus: Corpus): (id: string, without: ReadonlySet<string>) => Summary[] {
  const { articles, number, signatures } = corpus;
  const lists = listsOf(corpus);
  const headlines = articles.map((article, at) => headlineTerms(article, signatures[at]?.terms));
  return (id, without) => {
    const own = number.get(id);
    const article = own === undefined ? undefined : articles[own];
    if (own === undefined || !article) return [];
    const ranked = [...sharedWith(own, lists(own))]
      .filter(([other, shared]) => isCertain(shared, headlines[own], headlines[other]))
      .map(([other, { points }]) => ({ other, points, apart: apart(corpus, own, other) }))
      // Equally close: nearer in time, then the newer.
      .sort((a, b) => b.points - a.points || a.apart - b.apart || b.other - a.other);
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

/** What an article shares with its neighbours in the lists it is on, by their numbers. */
function sharedWith(own: number, lists: readonly List[]): Map<number, Shared> {
  const found = new Map<number, Shared>();
  for (const { numbers, weight, kind, isTelling } of lists) {
    const place = placeOf(numbers, own);
    for (let at = Math.max(0, place - EITHER_SIDE); at <= place + EITHER_SIDE && at < numbers.length; at += 1) {
      const other = numbers[at] ?? own;
      if (other === own) continue;
      const shared = found.get(other) ?? { points: 0, topics: 0, terms: 0, telling: 0 };
      shared.points += weight;
      if (kind === 'topics') shared.topics += 1;
      if (kind === 'terms') shared.terms += 1;
      if (isTelling) shared.telling += 1;
      found.set(other, shared);
    }
  }
  return found;
}

function isCertain({ topics, terms, telling: names }: Shared, one?: ReadonlySet<number>, other?: ReadonlySet<number>) {
  if (names > 0 || (topics > 0 && terms >= TERMS_WITH_TOPIC)) return true;
  return terms >= TERMS_WITH_HEADLINE && [...(one ?? [])].some((term) => other?.has(term));
}

/** The telling terms of an article that stand in its headline. */
function headlineTerms({ headline }: Summary, terms: Uint32Array | undefined): ReadonlySet<number> {
  const own = new Set(terms);
  const words = headline.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return new Set(words.map((word) => hashOf(word.toLowerCase())).filter((hash) => own.has(hash)));
}

/** Days between two articles. Not places in a list: these move with every article that comes between. */
function apart({ days }: Corpus, a: number, b: number): number {
  return Math.abs((days[a] ?? Infinity) - (days[b] ?? 0));
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
    ...(names[number] ?? []).map((name): List => {
      const numbers = named.get(name) ?? [];
      const isTopic = name.startsWith('topic');
      return {
        numbers,
        weight: (isTopic ? TOPIC : HANDLE) * telling(numbers.length),
        kind: isTopic ? 'topics' : 'handles',
        isTelling: numbers.length <= Math.max(TELLING_COUNT, articles.length * TELLING_SHARE),
      };
    }),
    ...[...(signatures[number]?.terms ?? [])].flatMap((term): List[] => {
      const numbers = terms.get(term);
      return numbers ? [{ numbers, weight: telling(numbers.length), kind: 'terms', isTelling: false }] : [];
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
