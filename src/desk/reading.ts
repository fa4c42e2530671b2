import type { BlockLabels } from '../article/blocks/labels.ts';
import { standsApart } from '../article/blocks/registry.ts';
import type { Image } from '../article/schema.ts';
import type { Parsed } from '../parse/parsed-article.ts';
import { renderBlock } from '../render/block.ts';
import { countWords } from '../render/count-words.ts';
import { toEntry, type Entry } from '../render/entry.ts';
import { toFaithfulMarkdown } from '../render/markdown/faithful-markdown.ts';
import { SourceErrors, type Problem } from '../source/error.ts';
import type { DeskFact, Draft, Mend } from './draft.ts';
import { marksOf, type LineMark } from './marks.ts';
import { formOf, withFacts, type FactProblem } from './facts.ts';
import { fileNameOf } from './file-name.ts';
import { mended } from './mend.ts';
import { picturePath } from './picture-path.ts';
import { nameOf, readSheet } from './sheet.ts';
import { twigsOf, type Twig } from './twigs.ts';

/** What the desk knows of the site. */
export interface DeskSite {
  url: string;
  base: string;
  /** BCP 47. */
  language: string;
  timeZone: string;
  labels: BlockLabels;
}

/** A picture that was put on the desk, by its name. */
export interface DeskPicture {
  name: string;
  width: number;
  height: number;
}

/** What needs a look: the line, or the fact of the form, that it is about. */
type Remark = Pick<Problem, 'line' | 'message' | 'hint'> & { severity: 'error' | 'warning'; rule: string };

/** A draft as it was read. Plain values: a worker hands them to the page. */
export interface Reading {
  lines: (LineMark & { text: string })[];
  remarks: Remark[];
  /** Typed facts that can't be read. */
  problems: FactProblem[];
  /** The facts as the form shows them; null where there is no article. */
  form: Record<DeskFact, string> | null;
  /** The name under which it is kept unless its person gives another. */
  fileName: string;
  /** Null where something keeps it from being an article. */
  article: DeskArticle | null;
}

export interface DeskArticle {
  facts: Pick<
    Entry['article'],
    | 'headline'
    | 'kicker'
    | 'standfirst'
    | 'description'
    | 'section'
    | 'topics'
    | 'authors'
    | 'language'
    | 'published'
    | 'publishedPrecision'
    | 'source'
    | 'rights'
  >;
  story: Twig[][];
  notices: Twig[][];
  /** Words of the story. */
  words: number;
}

/** Reads a draft: what each line was told to be, what needs a look, and the article as it will stand. */
export function readDraft(draft: Draft, site: DeskSite, pictures: readonly DeskPicture[] = []): Reading {
  try {
    const { parsed, lines, marks, problems } = readMended(draft, site);
    const entry = entryOf(parsed, draft, site, pictures);
    return {
      lines: lines.map((text, index) => ({ text, ...marks[index]! })),
      remarks: [...parsed.warnings, ...entry.warnings].map((problem) => remark(problem.toJSON())),
      problems,
      form: formOf(parsed, site.timeZone),
      fileName: fileNameOf(parsed.headline, parsed.published?.instant ?? null),
      article: articleOf(entry, site),
    };
  } catch (error) {
    if (!(error instanceof SourceErrors)) throw error;
    return {
      lines: bareLines(draft),
      remarks: error.problems.map((problem) => remark(problem.toJSON())),
      problems: [],
      form: null,
      fileName: fileNameOf('', null),
      article: null,
    };
  }
}

/** The lines of what is no article yet, as far as they can be told. */
function bareLines(draft: Draft): Reading['lines'] {
  const lines = draft.form === 'html' ? [] : draft.text.replace(/\r\n?/g, '\n').split('\n');
  const bare = lines.map((text): Reading['lines'][number] => {
    const kind = text.trim() === '' ? 'blank' : 'prose';
    return { text, kind, why: '', certainty: null, block: null };
  });
  toldByHand(bare, draft.mends);
  return bare;
}

function toldByHand(marks: LineMark[], mends: readonly Mend[]): void {
  for (const { lines, as } of mends)
    for (const mark of marks.slice(lines[0] - 1, lines[1]))
      if (mark.kind !== 'blank') Object.assign(mark, { kind: as, certainty: 'told', why: '' });
}

interface Mended {
  parsed: Parsed;
  lines: readonly string[];
  marks: LineMark[];
  problems: FactProblem[];
}

/** @throws SourceErrors with what keeps it from being an article */
function readMended(draft: Draft, site: DeskSite): Mended {
  const options = { timeZone: site.timeZone, language: site.language };
  const sheet = readSheet(draft, options);
  const first = marksOf(sheet);
  const after = draft.mends.length === 0 ? sheet.parsed : mended(sheet, first, draft.mends, nameOf(draft), options);
  const marks = draft.mends.length === 0 ? first : marksOf({ ...sheet, parsed: after });
  toldByHand(marks, draft.mends);
  return { ...withFacts(after, draft.facts, options), lines: sheet.lines, marks };
}

/**
 * The draft as canonical Markdown, which is read as the same article. The language is in it only where it is another than
 * the site's: the desk of a browser tells few, and the build that reads the file tells it anew.
 */
export function markdownOf(draft: Draft, site: DeskSite): string {
  const options = { timeZone: site.timeZone, language: site.language };
  const { parsed } = readMended(draft, site);
  const markdown = toFaithfulMarkdown(parsed, options);
  return parsed.language === site.language && draft.facts.language === undefined
    ? markdown.replace(/^language: .*\n/m, '')
    : markdown;
}

/**
 * The typed entry of a draft.
 *
 * @throws SourceErrors with what keeps it from being an article
 */
export const entryOfDraft = (draft: Draft, site: DeskSite): Entry =>
  entryOf(readMended(draft, site).parsed, draft, site, []);

function entryOf(parsed: Parsed, draft: Draft, site: DeskSite, pictures: readonly DeskPicture[]): Entry {
  const images = pictures.map(({ name, width, height }): [string, Image] => {
    const src = picturePath(site.base, name);
    return [name, { src, alt: '', width, height, renditions: [{ src, width }] }];
  });
  return toEntry(parsed, {
    path: nameOf(draft),
    url: site.url,
    base: site.base,
    pictureHosts: [],
    labels: site.labels,
    pictures: new Map(images),
  });
}

function articleOf({ article, texts }: Entry, { labels }: DeskSite): DeskArticle {
  const shown = (apart: boolean) =>
    article.blocks
      .filter((block) => standsApart(block) === apart)
      .map((block) => twigsOf(renderBlock(block, { labels, pictureHosts: [] })));
  const { headline, kicker, standfirst, description, section, topics, authors, language, source, rights } = article;
  const { published, publishedPrecision } = article;
  return {
    facts: {
      headline,
      ...(kicker !== undefined && { kicker }),
      ...(standfirst !== undefined && { standfirst }),
      description,
      section,
      topics,
      authors,
      language,
      published,
      publishedPrecision,
      source,
      rights,
    },
    story: shown(false),
    notices: shown(true),
    words: countWords(texts.filter((_, at) => !article.blocks[at] || !standsApart(article.blocks[at])).join('\n')),
  };
}

const remark = ({ line, message, hint, severity, rule }: Required<Problem>): Remark => ({
  line,
  message,
  hint,
  severity,
  rule,
});
