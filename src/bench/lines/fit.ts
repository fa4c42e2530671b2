import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headlineCandidates } from '../../parse/head/headline-evidence.ts';
import { HeadReader } from '../../parse/head/line-taker.ts';
import type { PasteWeights } from '../../parse/parsed-article.ts';
import { lineEvidence } from '../../parse/lines/line-evidence.ts';
import { lineKinds, type LineKind, type LineWeights } from '../../parse/lines/line-kinds.ts';
import { tellLines } from '../../parse/lines/tell-lines.ts';
import { counted, fitLines, Names } from './fit-lines.ts';
import { fitHeadline, type Contest } from './fit-headline.ts';
import { fitPosts, postSteps, type PostStep } from './fit-posts.ts';
import { labelGold, type Gold } from './gold-lines.ts';
import { foldOf, folds, type LabelledText } from './labelled-text.ts';
import { labelPage } from './page-lines.ts';

/** Weights fitted on all texts, and for each fold those fitted on the others. */
export interface Fit {
  all: PasteWeights;
  folds: PasteWeights[];
}

/** A labelled text with what is known of the posts in it. */
export type Labelled = LabelledText & { posts: PostStep[] };

/** The texts of a corpus with what its right answers say of their lines. */
export async function readCorpus(folder: string): Promise<Labelled[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.gold.json')).sort();
  return Promise.all(
    names.map(async (file) => {
      const id = file.slice(0, -'.gold.json'.length);
      const gold = JSON.parse(await readFile(join(folder, file), 'utf8')) as Gold;
      const text = await readFile(join(folder, `${id}.txt`), 'utf8');
      return { ...labelGold(text, { ...gold, id }), posts: postSteps(text, { ...gold, id }) };
    }),
  );
}

/** The project's own pages "in the manner of" many houses, and heads of pages: their right answers are in its tests. */
export async function readFixtures(folder: string): Promise<Labelled[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort();
  return Promise.all(
    names.map(async (file) => {
      const id = file.slice(0, -'.txt'.length);
      const text = await readFile(join(folder, file), 'utf8');
      const made = JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')) as {
        headline: string;
        tweets?: { name: string; handle: string; date: string; text: string[] }[];
        figures?: { caption: string; credit: string[] }[];
      };
      const gold: Gold = {
        id: `own-${id}`,
        title: made.headline,
        section: null,
        publishedText: null,
        tweets: (made.tweets ?? []).map((tweet) => ({ ...tweet, text: tweet.text.join('\n') })),
        figures: (made.figures ?? []).map(({ caption, credit }) => ({ caption, credit: credit.join(' / ') || null })),
      };
      return { ...labelGold(text, gold), posts: postSteps(text, gold) };
    }),
  );
}

/** Saved pages, each `<id>.html` with `<id>.story.html` (the story alone) and `<id>.json` (its title and byline). */
export async function readPages(folder: string): Promise<LabelledText[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.story.html')).sort();
  const pages: LabelledText[] = [];
  for (const [turn, file] of files.entries()) {
    const id = file.slice(0, -'.story.html'.length);
    const about = join(folder, `${id}.json`);
    const facts: unknown = existsSync(about) ? JSON.parse(await readFile(about, 'utf8')) : {};
    const { title = null, byline = null } = facts as { title?: string | null; byline?: string | null };
    const [page, story] = await Promise.all([
      readFile(join(folder, `${id}.html`), 'utf8'),
      readFile(join(folder, file), 'utf8'),
    ]);
    const labelled = labelPage({ id, page, story, title, byline }, turn);
    if (labelled) pages.push(labelled);
  }
  return pages;
}

/** Long enough that two texts which share such lines come from the same page. */
const telling = 120;

/** The fold of each text. A saved page goes where the text that was made of it is. */
function foldsOf(corpus: readonly LabelledText[], pages: readonly LabelledText[]): number[] {
  const owners = new Map<string, string>();
  for (const { id, lines } of corpus) for (const { text } of lines) if (text.length > telling) owners.set(text, id);
  const twins = pages.map(({ id, lines }) => {
    const shared = new Map<string, number>();
    for (const { text } of lines) {
      const owner = owners.get(text);
      if (owner) shared.set(owner, (shared.get(owner) ?? 0) + 1);
    }
    const [twin] = [...shared].sort((one, other) => other[1] - one[1]);
    return twin && twin[1] > 1 ? twin[0] : id;
  });
  return [...corpus.map(({ id }) => id), ...twins].map(foldOf);
}

/** Fits all weights, by folds and on everything. `tell` is called with how far it is. */
export function fitAll(corpus: readonly Labelled[], pages: readonly LabelledText[], tell: (text: string) => void): Fit {
  const names = new Names();
  const texts = [...corpus, ...pages];
  const numbers = texts.map((text) => counted(text, names));
  const fold = foldsOf(corpus, pages);
  const without = (skipped: number) => numbers.filter((_, index) => fold[index] !== skipped);
  const lines = Array.from({ length: folds }, (_, skipped) => {
    tell(`lines, fold ${skipped + 1} of ${folds}`);
    return fitLines(without(skipped), names);
  });
  tell('lines, all');
  const allLines = fitLines(numbers, names);
  tell('headlines');
  // The headline is judged on what is told of lines that the weights have not seen.
  const contests = texts.map((text, index) => contestOf(text, lines[fold[index]!]!));
  const posts = corpus.flatMap((text) => text.posts);
  return {
    all: { lines: allLines, headline: fitHeadline(contests), posts: fitPosts(posts) },
    folds: lines.map((weights, skipped) => ({
      lines: weights,
      headline: fitHeadline(contests.filter((_, index) => fold[index] !== skipped)),
      posts: fitPosts(posts.filter(({ id }) => foldOf(id) !== skipped)),
    })),
  };
}

function contestOf({ lines, language, allowed, weight }: LabelledText, weights: LineWeights): Contest {
  const likelihoods = tellLines(lineEvidence(lines, language), weights);
  const places = new Map(lines.map(({ number }, index) => [number, index]));
  const told = (line: number, kind: LineKind) => likelihoods[places.get(line)!]![lineKinds.indexOf(kind)]!;
  const reader = new HeadReader(lines, language, { told, frame: new Map() });
  const candidates = headlineCandidates(lines, language, (line) => reader.isTaken(line), told);
  const isRight = (index: number) => allowed[index]!.length === 1 && allowed[index]![0] === 'headline';
  return {
    candidates: candidates.map(({ evidence }) => evidence),
    right: candidates.map(({ index }) => isRight(index)),
    // Whole pages are rarer among pastes than among the labelled texts.
    weight: weight < 1 ? weight * 0.3 : 1,
  };
}
