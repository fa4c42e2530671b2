import type { Outline } from './raster.ts';
import type { Typeface } from './typeface.ts';

/** Sides of the icon in its own units. */
const SIDE = 512;
const PAPER = '#fcfbf8';
/** Size of the letter, how much heavier than the face it is, and its baseline. */
const SIZE = 410;
const WEIGHT = 26;
const BASELINE = 364;

export interface IconOptions {
  /** The newspaper's name: its first letter is shown, where the face has it. */
  title: string;
  /** `#rrggbb` */
  accent: string;
  /** Whether it may be cut to any shape: the colour reaches to its edges then, and what is shown keeps clear of them. */
  maskable: boolean;
}

/** The icon of the site: its first letter over two rules, on the accent colour. Nothing in it depends on the machine. */
export function icon({ title, accent, maskable }: IconOptions, face: Typeface): string {
  const letter = [...title.toUpperCase()].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? '';
  const drawn = letter !== '' && face.has(letter) ? letterPath(letter, face) : '';
  const shape = maskable ? '' : ' rx="72"';
  const around = maskable ? ` transform="translate(${SIDE / 2} ${SIDE / 2}) scale(.72) translate(${-SIDE / 2} ${-SIDE / 2})"` : ''; // prettier-ignore
  const rules = `<path d="M92 398H420v14H92zM92 424H420v7H92z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><rect width="${SIDE}" height="${SIDE}"${shape} fill="${accent}"/><g fill="${PAPER}"${around}>${drawn}${rules}</g></svg>\n`;
}

function letterPath(letter: string, face: Typeface): string {
  const { advance, outline, scale } = face.outline(letter, SIZE);
  const left = (SIDE - advance) / 2;
  const place = (at: number, index: number) => (index % 2 === 0 ? left + at * scale : BASELINE - at * scale).toFixed(1);
  const path = outline.map(({ command, args }) => `${signs[command]}${args.map(place).join(' ')}`).join('');
  return `<path stroke="${PAPER}" stroke-width="${WEIGHT}" stroke-linejoin="round" d="${path}"/>`;
}

const signs: Record<Outline['command'], string> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};
