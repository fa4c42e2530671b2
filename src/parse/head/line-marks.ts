import { wordCount } from '../text/lines.ts';

/** What only a caption or a credit has. */
const credit =
  /(?:\b(?:photo|photograph|photographs?|image|picture|foto|bild|credit|quelle)\s*(?::|by\b|credit|courtesy|illustration|source|caption|copyright)|©|\(c\)|getty images?|\bvia (?:getty|ap|reuters)|\bap photo|reuters\/|\/(?:ap|afp|reuters|getty|epa)\b|\bshutterstock\b|^media ?caption)/i;

/** Whether a line shows the marks of a caption or a credit. */
export function showsCredit(text: string): boolean {
  return text.length < 700 && (credit.test(text) || /^[([][^()]{3,80}[)\]]$/.test(text));
}

/** A whole paragraph of the story: too long or with too many sentences for anything that stands above one. */
export function isParagraph(text: string): boolean {
  const words = wordCount(text);
  return words >= 45 || (words >= 26 && /[.!?。！？]["”’»)\]]?$/u.test(text));
}

/** Whether one line is the other, alone or beside a crumb: "Africa|The headline", "The headline - The Harbour Post". */
export function repeatsHeadline(other: string, same: string): boolean {
  if (other.startsWith(same) && /^\s*[|–—-]\s/.test(other.slice(same.length))) return true;
  // "WorldHarbour to stay open": the section's name runs into it.
  if (same.length >= 20 && other.length - same.length <= 25 && other !== same && other.endsWith(same)) return true;
  return other === same || (other.endsWith(same) && /[|›>/]\s*$/.test(other.slice(0, -same.length)));
}
