import type { RootContent } from 'mdast';
import { nodeText } from '../parse/text/left-over.ts';
import type { Parsed } from '../parse/parsed-article.ts';

/** What a careful reader would take from a page. What is left out is not scored. */
export interface PageGold {
  title?: string | null;
  /** Other wordings that count as right. */
  titleVariants?: string[];
  /** ISO 8601, with or without a zone, or a day alone. */
  published?: string | null;
  authors?: string[];
  standfirst?: string | string[];
  subheads?: string[];
  paragraphs?: string[];
  /** The story as one text, where it is not given by paragraphs. */
  text?: string;
}

/** The figures of one page: 0 to 1; null where the gold says nothing. */
export interface PageScore {
  text: { precision: number; recall: number } | null;
  headline: number | null;
  date: number | null;
  authors: number | null;
  standfirst: number | null;
  subheads: { found: number; wanted: number; right: number };
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g, '')
    .replace(/[‘’ʼ′`´]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

const words = (text: string): string[] =>
  fold(text).match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Scores what was read from a page. */
export function scorePage(parsed: Parsed, gold: PageGold): PageScore {
  const story = parsed.root.children.filter(({ type }) => type !== 'figure').map(nodeText);
  const wanted = gold.text ?? (gold.paragraphs ? [...gold.paragraphs, ...(gold.subheads ?? [])].join('\n') : null);
  const standfirst = [gold.standfirst ?? []].flat().join('\n');
  return {
    text: wanted === null ? null : better(overlap(wanted, story.join('\n')), overlap(`${standfirst}\n${wanted}`, story.join('\n'))), // prettier-ignore
    headline: gold.title ? Number([gold.title, ...(gold.titleVariants ?? [])].some((title) => fold(title) === fold(parsed.headline))) : null, // prettier-ignore
    date: gold.published ? Number(sameMoment(parsed.published?.instant ?? null, gold.published)) : null,
    authors: gold.authors?.length ? Number(sameNames(parsed.authors, gold.authors)) : null,
    standfirst: standfirst === '' ? null : Number(balanced(overlap(standfirst, parsed.description ?? '')) >= 0.9),
    subheads: subheadsOf(parsed.root.children, gold.subheads ?? (gold.paragraphs ? [] : null)),
  };
}

interface Overlap {
  precision: number;
  recall: number;
}

function overlap(wanted: string, got: string): Overlap {
  const left = new Map<string, number>();
  const [asked, given] = [words(wanted), words(got)];
  for (const word of asked) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of given) {
    const times = left.get(word) ?? 0;
    if (times > 0) common++;
    left.set(word, times - 1);
  }
  return { precision: given.length === 0 ? 0 : common / given.length, recall: asked.length === 0 ? 1 : common / asked.length }; // prettier-ignore
}

/** F1. */
export const balanced = ({ precision, recall }: Overlap): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

const better = (one: Overlap, other: Overlap): Overlap => (balanced(other) > balanced(one) ? other : one);

const hour = 3_600_000;

/** To the minute; where the gold names no zone, to the minute of some zone; where it names no time, to the day. */
function sameMoment(instant: string | null, gold: string): boolean {
  if (instant === null) return false;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(gold);
  const iso = gold.replace(' ', 'T').replace(/(\.\d{3})\d+/, '$1');
  const apart = Math.abs(Date.parse(instant) - Date.parse(/T\d\d:/.test(iso) && !zoned ? `${iso}Z` : iso));
  if (!/[T ]\d\d:\d\d/.test(gold) || /[T ]00:00(?::00)?(?:\+00:00|Z)?$/.test(gold)) return apart <= 26 * hour;
  return apart < 61_000 || (!zoned && apart <= 14 * hour && apart % (hour / 4) < 61_000);
}

function sameNames(got: readonly string[], wanted: readonly string[]): boolean {
  const [one, other] = [new Set(got.map(fold)), new Set(wanted.map(fold))];
  return one.size === other.size && [...one].every((name) => other.has(name));
}

function subheadsOf(nodes: readonly RootContent[], gold: readonly string[] | null): PageScore['subheads'] {
  // The title of an update of a live blog shows as a heading.
  const texts = nodes.flatMap((node) => (node.type === 'heading' ? [nodeText(node)] : node.type === 'liveblog' && node.title ? [node.title] : [])); // prettier-ignore
  const found = texts.map((text) => fold(text).replace(/[:.]$/, ''));
  if (gold === null) return { found: 0, wanted: 0, right: 0 };
  const left = [...found];
  let right = 0;
  for (const each of gold.map((text) => fold(text).replace(/[:.]$/, ''))) {
    const at = left.indexOf(each);
    if (at < 0) continue;
    left.splice(at, 1);
    right++;
  }
  return { found: found.length, wanted: gold.length, right };
}
