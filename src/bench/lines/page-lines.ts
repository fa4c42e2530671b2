import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { readByline } from '../../parse/head/byline.ts';
import { showsCredit } from '../../parse/head/line-marks.ts';
import { readDateLine } from '../../parse/dates/dates-in-line.ts';
import { tellLanguage } from '../../parse/text/language.ts';
import { lineKinds, type LineKind } from '../../parse/lines/line-kinds.ts';
import { linesOf, wordCount } from '../../parse/text/lines.ts';
import { evened, type LabelledText } from './labelled-text.ts';

/**
 * Labelled lines from saved pages: the page as its selection gives it, and for each line what its element was. What is
 * in the story (a reader mode's view of the page, or a person's) is told by its element, the rest is furniture.
 */

export interface SavedPage {
  id: string;
  /** HTML of the page. */
  page: string;
  /** HTML of its story alone. */
  story: string;
  title: string | null;
  byline: string | null;
}

/** How a selection sets blank lines: browsers and pages differ. */
type Spacing = 'paragraphs' | 'blocks' | 'none';

const silent = new Set(
  'script style noscript template head svg iframe select option textarea canvas object embed video audio math input'.split(
    ' ',
  ),
);
const blocks = new Set(
  'p div ul ol li h1 h2 h3 h4 h5 h6 blockquote figure figcaption table tr section article header footer aside nav main form fieldset pre dl dt dd hr address details summary body html legend label'.split(
    ' ',
  ),
);

interface Piece {
  text: string;
  element: LineKind | null;
}

/** The words of a page, line by line, each line with what its element says. */
function selectionOf(root: Nodes, spacing: Spacing): Piece[] {
  const pieces: Piece[] = [];
  let line = '';
  let kind: LineKind | null = null;
  const end = (blank: boolean) => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') pieces.push({ text, element: kind });
    if (blank && pieces.at(-1)?.text !== '' && pieces.length > 0) pieces.push({ text: '', element: null });
    line = '';
    kind = null;
  };
  const walk = (node: Nodes, inside: LineKind | null) => {
    if (node.type === 'text') {
      if (line.trim() === '' && node.value.trim() !== '') kind = inside;
      line += node.value;
    } else if (node.type === 'element') {
      if (silent.has(node.tagName) || isHidden(node)) return;
      if (node.tagName === 'br') return end(false);
      const isBlock = blocks.has(node.tagName);
      const heading = /^h[1-6]$/.test(node.tagName);
      if (isBlock) end(spacing === 'blocks' && (node.tagName === 'p' || heading));
      if (node.tagName === 'td' || node.tagName === 'th') line += '\t';
      const own = kindOf(node, inside);
      for (const child of node.children) walk(child, own);
      if (isBlock) end(spacing !== 'none' && (node.tagName === 'p' || (spacing === 'blocks' && heading)));
    } else if ('children' in node) for (const child of node.children) walk(child, inside);
  };
  walk(root, null);
  end(false);
  return pieces;
}

function isHidden({ properties }: Element): boolean {
  return Boolean(properties['hidden']) || /display:\s*none/i.test(String(properties['style'] ?? ''));
}

/** What pages call the element of a standfirst. */
const standfirstNames =
  /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?title|sub-?head(?:line)?|strapline|chapo|entradilla|bajada|vorspann|excerpt|(?:article|story|post|content|entry)[_-]{0,2}(?:intro|summary|description|lead|lede))(?:[\s_-]|$)/i;

function kindOf({ tagName, properties }: Element, inside: LineKind | null): LineKind | null {
  const names = `${String(properties['className'] ?? '')} ${String(properties['itemProp'] ?? '')}`;
  if (tagName === 'figcaption' || /(?:^|[\s_-])caption(?:[\s_-]|$)/i.test(names)) return 'caption';
  if (inside === 'caption') return /credit|copyright|source/i.test(names) ? 'credit' : 'caption';
  if (standfirstNames.test(names) || inside === 'standfirst') return 'standfirst';
  if (/^h[2-6]$/.test(tagName)) return 'subhead';
  if (tagName === 'li') return 'item';
  if (tagName === 'blockquote') return 'quotation';
  return inside;
}

/** What a page says that it is about: where a line under the headline says the same, it is the standfirst. */
function descriptionOf(root: Nodes): string {
  if (root.type === 'element' && root.tagName === 'meta') {
    const { name, property, content } = root.properties;
    const isDescription = /^(?:og:|twitter:)?description$/i.test(String(name ?? property ?? ''));
    if (isDescription && typeof content === 'string') return content;
  }
  if (!('children' in root)) return '';
  for (const child of root.children) {
    const found = descriptionOf(child);
    if (found !== '') return found;
  }
  return '';
}

const parser = unified().use(rehypeParse);

/** The text of a page as it is selected, and what each line is. */
export function labelPage(saved: SavedPage, turn: number): LabelledText | null {
  const spacing: Spacing = (['paragraphs', 'paragraphs', 'blocks', 'none'] as const)[turn % 4]!;
  const tree = parser.parse(saved.page);
  const pieces = selectionOf(tree, spacing);
  const description = evened(descriptionOf(tree));
  const inStory = new Map<string, number>();
  for (const { text } of selectionOf(parser.parse(saved.story), 'none')) {
    const line = evened(text);
    inStory.set(line, (inStory.get(line) ?? 0) + 1);
  }
  const title = evened(saved.title ?? '');
  const byline = evened(saved.byline ?? '');
  const text = pieces.map((piece) => piece.text).join('\n');
  const language = tellLanguage(text, 'en');
  const lines = linesOf(text, 1);
  if (lines.length > 1500 || lines.length < 8) return null;
  const element = (number: number) => pieces[number - 1]!.element;
  let [titled, paragraphs] = [-1, 0];
  const allowed = lines.map(({ number, text: own }, index): readonly LineKind[] => {
    const line = evened(own);
    if (title !== '' && line === title) {
      [titled, paragraphs] = [index, 0];
      return ['headline'];
    }
    // Between headline and story, where the page says so.
    const isUnder = titled >= 0 && index - titled <= 25 && paragraphs === 0;
    const words = wordCount(own);
    if (isUnder && words >= 5 && words <= 70 && (element(number) === 'standfirst' || line === description))
      return ['standfirst'];
    if (words >= 22 && inStory.has(line)) paragraphs++;
    const times = inStory.get(line) ?? 0;
    if (times > 0) {
      inStory.set(line, times - 1);
      return storyKinds(element(number), isUnder, own, language);
    }
    return otherKinds(own, { title, byline }, language);
  });
  const share = allowed.filter((kinds) => kinds.includes('prose')).length;
  return share < 3 ? null : { id: saved.id, language, lines, allowed, weight: 0.5 };
}

/** What a line of the story may be: what its element says, else what its look, its length and a date allow. */
function storyKinds(kind: LineKind | null, isUnder: boolean, own: string, language: string): readonly LineKind[] {
  if (kind === 'subhead' && isUnder) return ['subhead', 'standfirst'];
  if (kind !== null && kind !== 'standfirst') return kind === 'caption' ? ['caption', 'credit'] : [kind];
  if (own.length < 120 && readDateLine(own, language)) return ['date', 'byline', 'furniture'];
  const words = wordCount(own);
  if (showsCredit(own) && words <= 15) return ['credit', 'caption'];
  if (own.length >= 60) return ['prose', 'standfirst'];
  return words <= 4 ? ['prose', 'section', 'byline', 'credit'] : ['prose', 'byline', 'credit', 'standfirst'];
}

/** What a line may be that is not in the story. `title` and `byline` are evened out. */
function otherKinds(
  own: string,
  { title, byline }: { title: string; byline: string },
  language: string,
): readonly LineKind[] {
  const line = evened(own);
  if (byline !== '' && own.length < 120 && (line === byline || (line.includes(byline) && readByline(own, false))))
    return ['byline'];
  if (own.length < 120 && readDateLine(own, language)) return ['date', 'byline', 'furniture'];
  if (title !== '' && line.length > 20 && (title.includes(line) || line.includes(title))) return lineKinds;
  // A reader mode leaves out some of the story too: what is no furniture may be an aside.
  return wordCount(own) <= 4 ? ['furniture', 'aside', 'section'] : ['furniture', 'aside'];
}
