import type { Line } from '../text/lines.ts';
import type { TraceStep } from '../trace.ts';

/** A label of a picture's credit, alone: "Image:", "Foto:". */
const label =
  /^(?:image|photo(?:graph)?|picture|pic|credit|(?:image|photo|picture) (?:credit|source)|foto|bild|fotos?|imagen|fot\.?|crédit(?: photo)?)s?\s*[:：]$/iu;

/** How long the rest of a credit may be. */
const longest = 110;

/**
 * Joins the lines of a credit that pages build from pieces, and a selection tears apart: a bracket that opens at a
 * line's end, a label alone and the names below it ("(", "Image:", "Getty Images)"); or the label and the names.
 */
export function joinTornCredits(lines: readonly Line[], steps: TraceStep[]): Line[] {
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const [next, third] = [lines[index + 1], lines[index + 2]];
    const bracket = next && third && /[([]$/u.test(line.text) && label.test(next.text) && /[)\]]$/u.test(third.text);
    if (bracket && third.text.length <= longest && line.text.length <= 500) {
      joined.push(join([line, next, third], `${line.text}${next.text} ${third.text}`, steps));
      index += 2;
    } else if (next && label.test(line.text) && isNames(next)) {
      joined.push(join([line, next], `${line.text} ${next.text}`, steps));
      index += 1;
    } else joined.push(line);
  }
  return joined;
}

/** Names as a credit has them: a few words, capitals, no sentence. */
function isNames({ text, gap }: Line): boolean {
  return gap === 0 && text.length <= longest && /^[\p{Lu}\p{Lo}@]/u.test(text) && !/[.!?:]$|[.!?]\s/u.test(text);
}

function join(lines: readonly Line[], text: string, steps: TraceStep[]): Line {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  steps.push({
    rule: 'joined-credit',
    lines: [first.number, last.end],
    before: lines.map((line) => line.text).join('\n'),
    after: text,
    certainty: 'likely',
    why: 'A label of a credit stands alone, and the names below it.',
  });
  return { ...first, text, end: last.end };
}
