import { tellLanguage } from '../../parse/text/language.ts';
import { lineKinds, type LineKind } from '../../parse/lines/line-kinds.ts';
import { linesOf, wordCount } from '../../parse/text/lines.ts';
import { evened, type LabelledText } from './labelled-text.ts';

/** The right answers of a corpus, as its README has them. */
export interface Gold {
  id: string;
  title: string | null;
  titleVariants?: string[];
  section: string | null;
  publishedText: string | null;
  tweets: { name: string; handle: string; date: string; text: string }[];
  figures: { caption: string; credit: string | null }[];
  authors?: string[];
  standfirst?: string | null;
  subheads?: string[];
  lists?: string[][];
  quotes?: string[];
  furniture?: string[];
  other?: string[];
  head?: string[];
}

/** What the right answers say of each line of a text. */
export function labelGold(text: string, gold: Gold): LabelledText {
  const lines = linesOf(text, 1);
  const read = reader(gold);
  return {
    id: gold.id,
    language: tellLanguage(text, 'en'),
    lines,
    allowed: lines.map(({ text: line }) => read(line)),
    weight: gold.furniture ? 3 : 1,
  };
}

const counted = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts.flatMap((each) => each.split('\n')).map(evened))
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

function reader(gold: Gold): (line: string) => readonly LineKind[] {
  const titles = counted([gold.title ?? '', ...(gold.titleVariants ?? [])]);
  const known: [Map<string, number>, readonly LineKind[]][] = [
    [counted(gold.furniture ?? []), ['furniture']],
    [counted(gold.subheads ?? []), ['subhead']],
    [counted((gold.lists ?? []).flat()), ['item']],
    [counted(gold.quotes ?? []), ['quotation']],
    [counted(gold.standfirst ? [gold.standfirst] : []), ['standfirst']],
    [counted(gold.section ? [gold.section] : []), ['section']],
    [counted(gold.other ?? []), lineKinds],
    [counted(gold.tweets.map(({ text }) => text)), ['prose', 'quotation']],
  ];
  const captions = gold.figures.map(({ caption, credit }) => ({
    caption: evened(caption),
    credit: evened(credit ?? ''),
  }));
  const date = evened(gold.publishedText ?? '');
  const authors = (gold.authors ?? []).map(evened);
  const heads = new Set((gold.head ?? []).map(evened));
  return (text) => {
    const line = evened(text);
    if (titles.has(line)) return ['headline'];
    for (const [lines, kinds] of known) {
      const times = lines.get(line) ?? 0;
      if (times === 0) continue;
      lines.set(line, times - 1);
      return kinds;
    }
    for (const figure of captions) {
      const kind = partOf(figure, line);
      if (kind !== null) return [kind];
    }
    const short = wordCount(text) <= 25;
    if (short && date !== '' && line.includes(date))
      return authors.some((name) => line.includes(name)) ? ['date', 'byline'] : ['date'];
    if (short && authors.some((name) => name !== '' && line.includes(name))) return ['byline'];
    if (heads.has(line)) return ['byline', 'date'];
    if (/\(@\w{1,15}\)/u.test(text)) return ['prose'];
    if (gold.furniture) return ['prose'];
    if (wordCount(text) >= 25) return ['prose', 'quotation', 'item', 'aside', 'furniture', 'standfirst'];
    const isSection = gold.section === null && wordCount(text) <= 4;
    const none: readonly LineKind[] = ['headline', 'caption', 'credit', ...(isSection ? [] : (['section'] as const))];
    return lineKinds.filter((kind) => !none.includes(kind));
  };
}

/** What a line is of a figure: its caption, its credit, or nothing. */
function partOf({ caption, credit }: { caption: string; credit: string }, line: string): 'caption' | 'credit' | null {
  if (caption !== '' && line.includes(caption) && line.length < 2 * (caption.length + credit.length) + 40)
    return 'caption';
  const isCredit = credit.split(' / ').every((name) => name !== '' && line.includes(name));
  return isCredit && line.length < credit.length + 40 ? 'credit' : null;
}
