import { wordCount } from '../text/lines.ts';

/** One line that may belong to a list: its text, and how many blank lines stand above it. */
export interface Listed {
  text: string;
  gap: number;
}

/** "Story highlights", "Das Wichtigste in Kürze": what stands above the points of a story. */
const highlights =
  /^(?:(?:story |article |news )?highlights|key (?:points|takeaways|facts|findings)|takeaways|at a glance|in (?:brief|short)|das wichtigste(?: in kürze)?|auf einen blick|l['’]essentiel|en bref|lo (?:más importante|esencial|fundamental)|en resumen|puntos clave|claves|in sintesi|in breve|em resumo|pontos-chave|het belangrijkste|in het kort|i korthet|kort om|главное|коротко)\s*:?$/iu;

/** How long an item may be, in words, and how many there may be under a label. */
const most = { item: 40, short: 14, point: 30, points: 8 };

/** Lines of a program that an article prints are no list. */
const isCode = /<\/?[a-z!][^>]*>|[{}]\s*$|^\s*[{}<]/iu;

/** Whether a line announces the points of a story. */
export function opensHighlights(text: string): boolean {
  return text.length <= 40 && highlights.test(text);
}

/** Whether a line is a sentence that announces a list: it ends in a colon. */
function announces(text: string): boolean {
  return /[:：]$/u.test(text) && wordCount(text) >= 4;
}

/**
 * How many of the lines below an announcement are the items that it announces; 0 where they are none. Items go on in
 * small letters, or end in semicolons, or are all short and no sentences.
 *
 * @param above the line above the first
 * @param below the lines from the first on, in order
 */
export function introducedItems(above: string, below: readonly Listed[]): number {
  if (opensHighlights(above)) return points(below);
  if (!announces(above)) return 0;
  const run = alike(below, (text) => wordCount(text) <= most.item && !/[:：]$/u.test(text) && !isCode.test(text));
  const count = (fits: (text: string, at: number) => boolean) => {
    const end = run.findIndex(({ text }, at) => !fits(text, at));
    return end < 0 ? run.length : end;
  };
  const small = count((text) => /^[^\p{L}]*\p{Ll}/u.test(text));
  if (small > 1) return small;
  const parted = count((text) => /[;；]$/u.test(text));
  // The last one ends as a sentence does.
  if (parted > 0 && run.length > parted) return parted + 1;
  const short = count((text) => wordCount(text) <= most.short && !/[.!?。！？"”»]$/u.test(text));
  return short > 2 && run.slice(1, short).every(({ gap }) => gap === 0) ? short : 0;
}

function points(below: readonly Listed[]): number {
  const isSentence = (text: string) => /[.!?。！？]["”’»]?$/u.test(text);
  const first = below[0] !== undefined && isSentence(below[0].text);
  const fits = (text: string) => wordCount(text) <= most.point && wordCount(text) > 2 && isSentence(text) === first;
  const run = alike(below, fits);
  const near = run.findIndex(({ gap }, at) => at > 0 && gap > 0);
  const found = near < 0 ? run.length : near;
  return found > 1 && found <= most.points ? found : 0;
}

/** The lines from the first on that fit, each as far from the one above as the second is from the first. */
function alike(lines: readonly Listed[], fits: (text: string) => boolean): readonly Listed[] {
  const gap = lines[1]?.gap ?? 0;
  const end = lines.findIndex((line, at) => !fits(line.text) || (at > 0 && line.gap !== gap));
  return end < 0 ? lines : lines.slice(0, end);
}
