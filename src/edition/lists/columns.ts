import type { Teaser } from '../pages.ts';

/** A section on the front page: how many of its articles are shown with their first words, the others by headline alone. */
export interface FrontSection {
  articles: Teaser[];
  /** With first words; the first one with its picture too. */
  stories: number;
}

/**
 * Sets sections into columns of nearly one height, as a newspaper does: in their order, a column after the other, and
 * where one would end early its sections show more.
 *
 * Heights are estimates in pixels at the width of a column of four (16.5rem); on paper of another width they keep their
 * proportions.
 */
const COLUMNS = 4;
/** Headlines of a section when there is no hole to fill, and at most. */
const USUAL = 4;
const MOST = 8;
const HEADING = 62;
const MORE = 44;
const letters = (text: string, inLine: number) => Math.ceil(text.length / inLine);

const lineHeight = ({ headline }: Teaser): number => 44 + 21 * letters(headline, 32);

function storyHeight({ headline, description, excerpt, image, authors }: Teaser, withPicture: boolean): number {
  const shape = image?.width && image.height ? image.width / image.height : null;
  const picture = withPicture && shape !== null ? 264 / (shape < 1.2 || shape > 2.4 ? 1.5 : shape) + 10 : 0;
  const words = Math.min(4, letters(description ?? excerpt, 36)) * 23;
  return picture + Math.min(6, letters(headline, 28)) * 22 + words + (authors.length > 1 ? 50 : 32) + 24;
}

/** About how high a section is. */
export function heightOf({ articles, stories }: FrontSection, hasMore: boolean): number {
  const own = articles.map((article, at) => (at < stories ? storyHeight(article, at === 0) : lineHeight(article)));
  return HEADING + own.reduce((sum, height) => sum + height, 0) + (hasMore ? MORE : 0);
}

/**
 * @param sections all that could be shown, newest first, section by section in the owner's order
 * @returns the sections with what is shown of each, column by column
 */
export function setInColumns<Section extends { articles: Teaser[] }>(
  sections: readonly Section[],
): (Section & FrontSection)[][] {
  const shown = sections.map((section) => ({
    ...section,
    all: section.articles,
    articles: section.articles.slice(0, USUAL),
    stories: 1,
  }));
  const height = (section: (typeof shown)[number]) => heightOf(section, section.articles.length < section.all.length);
  const heights = shown.map(height);
  const columns = cutEvenly(heights, Math.min(COLUMNS, shown.length)).map(([from, to]) => shown.slice(from, to));
  const heightOfAll = (column: typeof shown) => column.reduce((sum, section) => sum + height(section), 0);
  const goal = Math.max(...columns.map(heightOfAll));
  for (const column of columns) {
    let grown = true;
    while (grown) {
      grown = false;
      for (const section of column) {
        const taller = growth(section).find(
          (next) => heightOfAll(column) - height(section) + height(next) <= goal + 20,
        );
        if (!taller) continue;
        Object.assign(section, taller);
        grown = true;
      }
    }
  }
  return columns.map((column) => column.map(({ all: _, ...section }) => section as Section & FrontSection));
}

/** Ways in which a section may grow: by a headline more, by the first words of one that has none yet. */
function growth<Section extends FrontSection & { all: Teaser[] }>(section: Section): Section[] {
  const { articles, all, stories } = section;
  return [
    ...(articles.length < Math.min(MOST, all.length)
      ? [{ ...section, articles: all.slice(0, articles.length + 1) }]
      : []),
    ...(stories < Math.min(3, articles.length) ? [{ ...section, stories: stories + 1 }] : []),
  ];
}

/**
 * Where a column ends early and its sections have nothing more to show.
 *
 * @returns the column that ends first, and how many headlines fill the hole; null where there is no hole to speak of
 */
export function holeIn(
  columns: readonly (FrontSection & { total: number })[][],
): { column: number; lines: number } | null {
  const heights = columns.map((column) =>
    column.reduce((sum, section) => sum + heightOf(section, section.total > section.articles.length), 0),
  );
  const least = Math.min(...heights);
  const lines = Math.floor((Math.max(...heights) - least - HEADING) / 84);
  return columns.length > 1 && lines >= 2 ? { column: heights.indexOf(least), lines } : null;
}

/**
 * Cuts a row into so many parts, in order, that are as equal as can be: the sum of their squares is the least.
 *
 * @returns each part as from and to
 */
export function cutEvenly(sizes: readonly number[], parts: number): [number, number][] {
  const sum = (from: number, to: number) => sizes.slice(from, to).reduce((all, size) => all + size, 0);
  const best = (from: number, left: number): { cost: number; cuts: number[] } => {
    if (left <= 1) return { cost: sum(from, sizes.length) ** 2, cuts: [sizes.length] };
    let found = { cost: Infinity, cuts: [sizes.length] };
    for (let to = from + 1; to <= sizes.length - left + 1; to += 1) {
      const rest = best(to, left - 1);
      const cost = sum(from, to) ** 2 + rest.cost;
      if (cost < found.cost) found = { cost, cuts: [to, ...rest.cuts] };
    }
    return found;
  };
  if (sizes.length === 0) return [];
  const { cuts } = best(0, parts);
  return cuts.map((to, at) => [cuts[at - 1] ?? 0, to]);
}
