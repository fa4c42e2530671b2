import type { Rule } from '../../source/rule.ts';
import type { Root } from 'mdast';
import { decodePage } from '../../html/files/decode-page.ts';
import { folded } from '../../html/tree/folded.ts';
import { TooDeep } from '../../html/tree/dom.ts';
import { embeddedName, EmbeddedPictures } from '../../html/files/embedded.ts';
import { isPerson } from '../../html/facts/authors.ts';
import { isArchive, readArchive, type Archive } from '../../html/files/mhtml.ts';
import { readOwnPage } from '../../html/own-page.ts';
import type { PageOptions } from '../../html/page.ts';
import type { Piece } from '../../html/blocks/piece.ts';
import { factsOfPath } from '../../source/file-name.ts';
import { SourceError, SourceErrors } from '../../source/error.ts';
import { readByline } from '../head/byline.ts';
import { unwrapProse } from '../markdown/as-written.ts';
import type { Parsed, ParseOptions } from '../parsed-article.ts';
import { untold } from '../lines/told-lines.ts';
import type { Context } from '../recogniser.ts';
import { recognisers } from '../recognisers.ts';
import { findHidden } from '../text/hidden-characters.ts';
import { tellLanguage } from '../text/language.ts';
import { inputOf, leftOver } from '../text/left-over.ts';
import { measureTree, tooDeep } from '../text/measures.ts';
import type { TraceStep } from '../trace.ts';
import { ownArticle } from './own-article.ts';
import { dateInAddress, dateWithin, firstDate } from './page-dates.ts';
import { readStory, type PageStory } from './read-page.ts';

/** Files that are saved pages, by their names. */
export const isPage = (path: string): boolean => /\.(?:html?|xhtml|mht|mhtml)$/i.test(path);

/**
 * The text of a saved page, whether it is HTML or MHTML.
 *
 * @throws SourceErrors where a file that is called MHTML holds no page
 */
export function openPage(path: string, bytes: Uint8Array): { text: string; archive: Archive | null } {
  const archive = isArchive(path) ? readArchive(bytes) : null;
  if (isArchive(path) && !archive) throw failed(path, 'not-a-page', 'The file is called MHTML and holds no page.', 'Save the page again.'); // prettier-ignore
  return { text: archive?.html ?? decodePage(bytes), archive };
}

/**
 * Reads the text of a saved page: HTML as "Save as", SingleFile or a program wrote it, or the page of an MHTML file.
 *
 * @param path the file's path below the content folder
 * @param read reads the Markdown that a page of our own carries
 * @throws SourceErrors where it holds no article
 */
export function parsePageText(
  path: string,
  text: string,
  options: ParseOptions,
  read: (markdown: string) => Parsed,
  archive: Archive | null = null,
  from: PageOptions = {},
): Parsed {
  // prettier-ignore
  if (text.trim() === '') throw leftOut(path, 'empty-file', 'The file is empty, and in no page.', 'Save the page again, or delete the file.'); // prettier-ignore
  const pictures = new EmbeddedPictures(text, archive);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const embedded = (address: string) => {
    const number = pictures.numberOf(address);
    return number === null ? null : embeddedName(name, number);
  };
  const known = { ...from, address: from.address ?? archive?.address ?? null, embedded };
  return nested(path, () => own(text, known, read, options)) ?? article(path, text, nested(path, () => readStory(text, known)), options); // prettier-ignore
}

/** The article of a page of our own; null for any other page, and where its Markdown is not what it shows. */
function own(
  text: string,
  known: PageOptions,
  read: (markdown: string) => Parsed,
  { home }: ParseOptions,
): Parsed | null {
  const page = readOwnPage(text, known);
  try {
    return page && ownArticle(page, read(page.markdown), home);
  } catch (error) {
    if (error instanceof SourceErrors) return null;
    throw error;
  }
}

/** @throws SourceErrors where the page's elements are nested too deeply */
function nested<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooDeep) throw new SourceErrors([tooDeep(path, error.line, 'HTML', 400)]);
    throw error;
  }
}

function article(path: string, text: string, story: PageStory, options: ParseOptions): Parsed {
  const { facts, dropped, headTexts } = story;
  const { headline, kept: blocks } = facts.headline === null ? firstAsHeadline(story.kept) : { headline: facts.headline, kept: story.kept }; // prettier-ignore
  const { authors, kept } = authorsOf(facts.authors, headTexts, blocks);
  const words = kept.map((piece) => piece.text).join('\n');
  const language = facts.language ?? tellLanguage(words, options.language);
  if (headline === null) throw failed(path, 'no-headline', 'No headline was found in the page.', 'Copy its text into a .txt file, headline first.'); // prettier-ignore
  if (words.trim() === '') throw leftOut(path, 'no-story', 'No text of an article was found in the page, so it is left out: a page that its script fills is empty until it is saved by a browser.', 'Save it with SingleFile or "Save as … complete", or copy its text into a .txt file.'); // prettier-ignore
  const root: Root = { type: 'root', children: kept.map(({ node }) => node) };
  measureTree(path, root);
  // What the entry has in a field of its own is no loss.
  const held = new Set([headline, facts.kicker ?? '', facts.standfirst ?? '', ...facts.authors].map(folded));
  const steps: TraceStep[] = dropped.map(({ piece, why }) => ({
    rule: 'page-furniture',
    lines: [piece.element.line, piece.element.line],
    before: piece.text,
    after: '',
    certainty: 'likely',
    why,
    ...(held.has(folded(piece.text)) ? {} : { removed: piece.text }),
  }));
  const warnings: SourceError[] = [];
  const lines = text.split('\n');
  const context: Context = {
    path,
    lines,
    form: 'markdown',
    language,
    options,
    facts: { dateline: null },
    told: untold,
    trace: (step) => void steps.push(step),
    warn: (problem) => void warnings.push(new SourceError({ ...problem, path, severity: 'warning' })),
  };
  const recognised = recognisers.reduce<Root>((tree, { recognise }) => recognise(tree, context), root);
  const published = firstDate(facts.published, language, options) ?? dateWithin([...facts.published.map((said) => said.text), ...headTexts], language, options) ?? dateInAddress(facts.url, options) ?? dateWithin(kept.slice(0, 2).map((piece) => piece.text.slice(0, 80)), language, options); // prettier-ignore
  if (published === null) warnings.push(new SourceError({ path, line: 1, column: 1, rule: 'no-date', severity: 'warning', message: 'No date was found in the page: the article is shown as undated.', hint: 'Import it (npm run import) and write "published: 2024-01-30" in its front matter, if you know it.' })); // prettier-ignore
  if (facts.paid) warnings.push(new SourceError({ path, line: 1, column: 1, rule: 'paid', severity: 'warning', message: 'The page says that the whole article is for those who pay: its end may be missing here.', hint: 'Compare its last words with those that subscribers see.' })); // prettier-ignore
  const result = {
    headline,
    ...(facts.kicker !== null && { kicker: facts.kicker }),
    ...(facts.standfirst !== null && { standfirst: facts.standfirst }),
    description: facts.standfirst ?? descriptionOf(facts.description, words),
    section: facts.section ?? factsOfPath(path).section,
    topics: facts.topics,
    authors,
    language,
    published,
    updated: firstDate(facts.updated, language, options),
    dateline: context.facts.dateline,
    source: facts.publisher || facts.url ? { name: facts.publisher, url: facts.url } : null,
    draft: false,
    rights: context.facts.reposted ? ('quoted' as const) : ('open' as const),
    aliases: [],
    image: null,
    address: null,
    extra: {},
    foreign: [],
    // Of a saved page the source is no reading, and with its pictures it may be megabytes.
    shown: '',
  } satisfies Partial<Parsed>;
  warnings.push(...findHidden(path, lines, { ...result, root: recognised }));
  const said = [result.headline, facts.kicker, result.description, result.section, ...result.authors, published?.text, facts.publisher].filter((each) => each != null); // prettier-ignore
  steps.push(...leftOver(inputOf(root, 1), [...said, ...steps.flatMap(({ removed }) => removed ?? [])], recognised));
  const repairs = steps
    .filter(({ removed }) => removed !== undefined && removed.trim() !== '')
    .sort((a, b) => a.lines[0] - b.lines[0])
    .map(({ rule, lines: place, removed }) => ({ rule, lines: place, removed: removed! }));
  return { ...result, root: unwrapProse(recognised), repairs, trace: steps, warnings };
}

/** Of a page that names no headline, such as a clipboard, the first line is it where it is short. */
function firstAsHeadline(kept: readonly Piece[]): { headline: string | null; kept: Piece[] } {
  const at = kept.findIndex(({ kind }) => kind === 'heading' || kind === 'paragraph');
  const text = kept[at]?.text.replace(/\s+/g, ' ').trim() ?? '';
  if (text === '' || text.length > 250) return { headline: null, kept: [...kept] };
  return { headline: text, kept: kept.filter((_, index) => index !== at) };
}

/** The page's description, where it is no piece of the story and is whole. */
function descriptionOf(description: string | null, words: string): string | null {
  if (description === null || description.length < 20 || /(?:…|\.{3})$/.test(description)) return null;
  return words.includes(description.slice(0, 60)) ? null : description;
}

/** People whom a byline names, where the page's data names the house alone; a line of names in the story is theirs. */
function authorsOf(
  authors: readonly string[],
  headTexts: readonly string[],
  kept: readonly Piece[],
): { authors: string[]; kept: Piece[] } {
  if (authors.some(isPerson)) return { authors: [...authors], kept: [...kept] };
  for (const text of headTexts) {
    const byline = text.length < 200 ? readByline(text, false) : null;
    if (!byline || byline.authors.length === 0) continue;
    // The byline of an agency says more than its name, and is no other author.
    const same = byline.authors.every((name) => authors.some((known) => folded(name).startsWith(`${folded(known)} `)));
    return { authors: same ? [...authors] : byline.authors, kept: [...kept] };
  }
  const story = kept.findIndex(({ kind, text }) => kind === 'paragraph' && text.length > 120);
  const ends = kept.length > 4 ? [...kept.slice(0, Math.min(5, Math.max(2, story))), ...kept.slice(-2)] : [];
  for (const piece of ends) {
    const above = kept.indexOf(piece) < story;
    if (!(piece.kind === 'paragraph' || (above && piece.kind === 'heading')) || piece.text.length > 90) continue;
    const names = piece.text.replace(/^(?:by|von|par|por)\s+/i, '').split(/\s*(?:\/|,|&|\band\b|\bund\b)\s*/);
    if (names.every(isPerson)) return { authors: names, kept: kept.filter((other) => other !== piece) };
  }
  return { authors: [...authors], kept: [...kept] };
}

const failed = (path: string, rule: Rule, message: string, hint: string): SourceErrors =>
  new SourceErrors([new SourceError({ path, line: 1, column: 1, rule, message, hint })]);

/** The same for a file that holds nothing to publish: it is told of and left out, and nothing stops. */
const leftOut = (path: string, rule: Rule, message: string, hint: string): SourceErrors =>
  new SourceErrors([new SourceError({ path, line: 1, column: 1, rule, message, hint, severity: 'warning' })]);
