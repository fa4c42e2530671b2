/** Colours, `#rrggbb`, and how well one is read on another. */

/** Paper and tint of the three themes: what stands in `styles/tokens.css`, where a test compares them. */
export const papers = {
  light: ['#fcfbf8', '#f3f0e9'],
  dark: ['#151412', '#201e1b'],
  sepia: ['#f4ead6', '#ebdfc6'],
} as const;

/** The least contrast of text (WCAG 2.2, 1.4.3 "Contrast (Minimum)"). */
const LEAST = 4.5;
/** What a colour that we choose ourselves is to have. */
const WELL = 6;

/** Relative luminance (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map((share) =>
    share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Red, green and blue, each from 0 to 1. */
const channels = (colour: string): number[] =>
  (colour.slice(1).match(/../g) ?? []).map((pair) => parseInt(pair, 16) / 255);

/** Red, green and blue, each from 0 to 255. */
export const bytesOf = (colour: string): [number, number, number] => {
  const [r = 0, g = 0, b = 0] = channels(colour).map((share) => Math.round(share * 255));
  return [r, g, b];
};

/** The same hue and saturation (HSL), lighter or darker: `part` of the way to white (1) or to black (0). */
function shaded(colour: string, end: 0 | 1, part: number): string {
  const parts = channels(colour);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const lightness = (most + least) / 2;
  const chroma = (value: number) => 1 - Math.abs(2 * value - 1);
  const wanted = lightness + (end - lightness) * part;
  const stretch = chroma(lightness) === 0 ? 0 : chroma(wanted) / chroma(lightness);
  const bytes = parts.map((share) => Math.round((wanted + (share - lightness) * stretch) * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The first shade of a colour, towards white or black, that is read on each of these backgrounds. */
function readableOn(colour: string, backgrounds: readonly string[], end: 0 | 1, least: number): string {
  const steps = Array.from({ length: 100 }, (_, step) => shaded(colour, end, step / 100));
  return (
    steps.find((shade) => backgrounds.every((each) => contrast(shade, each) >= least)) ?? (end ? '#ffffff' : '#000000')
  );
}

/** The accent colour in each theme: as it is on light paper, lighter on dark paper, darker on sepia where that is needed. */
export const accents = (accent: string): Record<keyof typeof papers, string> => ({
  light: accent.toLowerCase(),
  dark: readableOn(accent.toLowerCase(), papers.dark, 1, WELL),
  sepia: readableOn(accent.toLowerCase(), papers.sepia, 0, LEAST),
});

/** @returns what is wrong with an accent colour and how to mend it; null where it can be read */
export function accentFault(accent: string): string | null {
  const worst = Math.min(...papers.light.map((paper) => contrast(accent, paper)));
  if (worst >= LEAST) return null;
  const better = readableOn(accent, papers.light, 0, LEAST);
  // Rounded down: 4.48 is not 4.5.
  const measured = Math.floor(worst * 10) / 10;
  return `${accent} can't be read on the paper (contrast ${measured} to 1, ${LEAST} is needed): take a darker one, such as "${better}"`;
}
