import { addressParts } from '../source/file-name.ts';

/**
 * The id of an article: its file's path below the content folder, without `articles/` and its ending, slugged. It is
 * the address of its page and the name of its files.
 */

/** Letters that Unicode does not take apart into a base and a mark. */
const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '&': ' and ',
  '@': ' at ',
};

/** Names that Windows keeps for devices: a folder of this name can't be copied there. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Bytes of UTF-8 in one part of a path: file systems take 255, and an ending and a number must fit. */
const LONGEST_PART = 200;

/**
 * One part of a path: lower-case letters and digits of any script, joined by single hyphens.
 *
 * @param text a headline, a name, or a part of a file's path
 * @returns at most 200 bytes; empty where the text has neither letter nor digit
 */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøđðþłı&@]/g, (sign) => spelled[sign] ?? sign)
    // Marks go from Latin letters alone ("é" is "e"): in other scripts a mark can make another letter.
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const whole = shorten(plain);
  return device.test(whole) ? `${whole}-x` : whole;
}

/** Cuts at a hyphen where there is one, never inside a character. */
function shorten(text: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= LONGEST_PART) return text;
  let cut = '';
  let size = 0;
  for (const character of text) {
    size += encoder.encode(character).length;
    if (size > LONGEST_PART) break;
    cut += character;
  }
  const hyphen = cut.lastIndexOf('-');
  return (hyphen > LONGEST_PART / 2 ? cut.slice(0, hyphen) : cut).replace(/-+$/, '');
}

/** Parts of an address, slugged; empty ones are left out, so it can't climb out of a folder. */
export const addressOf = (parts: readonly string[]): string => parts.map(slug).filter(Boolean).join('/');

/**
 * @param path the file's path below the content folder, `/` between its parts: `articles/2024/Harbour lights.md`
 * @returns the id: `2024/harbour-lights`
 */
export const articleId = (path: string): string => addressOf(addressParts(path));
