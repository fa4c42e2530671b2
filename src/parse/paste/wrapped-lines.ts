import type { Line } from '../text/lines.ts';
import type { TraceStep } from '../trace.ts';

/** Widths at which mail programs and editors break lines. */
const narrowest = 50;
const widest = 100;

/** The width at which a text's lines were broken, or null where its lines are whole paragraphs. */
function wrapWidth(lines: readonly Line[]): number | null {
  if (lines.length < 6) return null;
  const width = Math.max(...lines.map(({ text }) => text.length));
  if (width < narrowest || width > widest) return null;
  const pairs = lines.slice(1).map((line, index) => ({ before: lines[index]!, line }));
  const full = pairs.filter(({ before, line }) => line.gap === 0 && before.text.length >= width * 0.7);
  const goesOn = full.filter(({ before, line }) => /^\p{Ll}/u.test(line.text) || /[\p{Ll},]$/u.test(before.text));
  return full.length >= 4 && goesOn.length >= full.length * 0.5 ? width : null;
}

/**
 * Joins the lines of a text that was broken at a fixed width, as mail programs do. Lines of a text that holds each
 * paragraph in one line come back as they are.
 */
export function joinWrapped(lines: readonly Line[], steps: TraceStep[]): Line[] {
  const width = wrapWidth(lines);
  if (width === null) return [...lines];
  const joined: Line[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    // A line is full when the next one's first word would not have fitted into it.
    const [word = ''] = line.text.split(/\s/, 1);
    const isFull = previous !== undefined && previous.text.length + 1 + word.length > width * 0.92;
    if (last && line.gap === 0 && isFull) {
      last.text += ` ${line.text}`;
      last.end = line.end;
    } else joined.push({ ...line });
    previous = line;
  }
  const first = lines[0]!;
  steps.push({
    rule: 'joined-lines',
    lines: [first.number, lines.at(-1)!.end],
    before: `${lines.length} lines`,
    after: `${joined.length} paragraphs and lines`,
    certainty: 'likely',
    why: `The lines were broken at ${width} characters, and most go on in the next one.`,
  });
  return joined;
}
