/** A text for comparing: letters and digits alone, small, one space between words. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/['’‘`´]/gu, '').replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim(); // prettier-ignore
}
