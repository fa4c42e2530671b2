import { cut } from '../../source/cut.ts';

/** Elements that are said one by one, where they hold no other such element. Every kind of block keeps its words in them. */
export const spoken = 'p, li, h2, h3, h4, figcaption, footer';

/** Browsers cut long utterances short, so a passage is said in parts of about this many characters. */
const most = 200;

/** @returns the text in parts that end where sentences do; a sentence too long ends at a comma or a space */
export function parts(text: string): string[] {
  const tidy = text.replace(/\s+/gu, ' ').trim();
  if (!tidy) return [];
  const sentences = tidy.split(/(?<=[.!?…؟]["”’»)\]]*\s)|(?<=[。！？])/u);
  const made: string[] = [];
  for (const sentence of sentences.flatMap((one) => (one.length > most ? pieces(one) : [one]))) {
    const last = made[made.length - 1];
    if (last !== undefined && last.length + sentence.length <= most) made[made.length - 1] = last + sentence;
    else made.push(sentence);
  }
  return made.map((part) => part.trim()).filter(Boolean);
}

function pieces(sentence: string): string[] {
  const made: string[] = [];
  let rest = sentence;
  while (rest.length > most) {
    const head = cut(rest, most);
    const at =
      Math.max(head.lastIndexOf(', '), head.lastIndexOf('，'), head.lastIndexOf('; ')) + 1 ||
      head.lastIndexOf(' ') + 1 ||
      head.length ||
      most;
    made.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...made, rest];
}
